"""Two decks that take turns: while one plays, the other has the next item open and standing at its first picture.

Looks two seconds ahead, sets decks going on time, takes over an item whose decoder failed, and keeps bad files away. It
knows neither windows nor pictures; it answers where the frame due now lies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from player.decoder.frames import Word
from player.decoder.orders import Go, Halt, Order, Prepare, Volume
from player.decoder.supervisor import DecoderLost, DecoderProcess
from player.stage.complaints import Complaints
from player.stage.deck_watch import Loss, judge
from player.stage.decks import Deck, Engagement, Found, Name, find
from player.stage.entry import LEAD_NS, lead_for, plan_entry, stride_for
from player.stage.heaviness import Heaviness
from player.stage.mapping import Mapper
from player.stage.port import Fault, FaultKind
from player.stage.reel import Lap, Reel
from player.stage.wall_clock import WallClock

S = 1_000_000_000
AHEAD_NS = 2 * S
PREPARE_LIMIT_NS = S
_GO_MARGIN_NS = 2_000_000
_LEAST_LEAD_NS = 60_000_000
_MOST_TRIES = 5
_OVERSLEPT_NS = S // 10


@dataclass(slots=True)
class Lookahead:
    """Drives the decks; `tick` has to come at every refresh. `on_fault` is told of everything that went wrong."""

    decoders: Sequence[DecoderProcess]
    clock: WallClock
    on_fault: Callable[[Fault], None]
    sound: bool = False
    loudness: int = 100
    hushed: bool = False
    most_lead_ns: int = LEAD_NS
    restarts: int = 0
    decks: tuple[Deck, ...] = field(init=False)
    _complaints: Complaints = field(init=False)
    _heaviness: Heaviness = field(default_factory=Heaviness)
    _mapper: Mapper = field(default_factory=Mapper)
    _tokens: count[int] = field(default_factory=lambda: count(1))
    _preroll_ns: int = 150_000_000
    _ticked_ns: int = 0
    _awake_since_ns: int = 0

    def __post_init__(self) -> None:
        self.decks = tuple(Deck(decoder) for decoder in self.decoders)
        self._complaints = Complaints(self.on_fault)

    def tick(self, now_ns: int, reel: Reel) -> None:
        """Bring the decks forward to `now_ns` (monotonic)."""
        if now_ns - self._ticked_ns > _OVERSLEPT_NS:
            self._awake_since_ns = now_ns  # the whole machine may have stood still: no decoder is judged by that time
        self._ticked_ns = now_ns
        wanted = self._wanted(now_ns, reel)
        names = {lap.name: lap for lap in wanted}
        self._complaints.forget_all_but(names)
        for deck in self.decks:
            self._watch(deck, now_ns)
            self._keep_or_release(deck, names, now_ns)
            deck.keep_what_is_left(names)
            self._advance(deck, now_ns)
            self._tend_sound(deck, now_ns)
            self._mapper.tend(deck)
            if deck.engaged and not self._sounds(deck.engaged.lap):
                deck.note_completeness(reel.runs_until(deck.engaged.lap))
        for place, lap in enumerate(wanted):
            if not self._complaints.have_refused(lap) and self._deck_of(lap) is None:
                self._take(lap, now_ns, urgent=place == 0 and lap.starts_ns <= self.clock.utc_ns(now_ns))

    def find(self, lap: Lap, wanted: int) -> Found | None:
        """The newest decoded frame of `lap` up to index `wanted`; None where there is none."""
        return find(self.decks, lap, wanted)

    def starve(self, lap: Lap, now_ns: int) -> None:
        """Note that at this refresh the frame due was not there, though others were. Half a second of it is too much:
        the file is opened again with leave to drop frames; where that does not help, it is given up."""
        deck = self._deck_of(lap)
        if deck is None or deck.engaged is None or deck.engaged.lap.name != lap.name:
            return
        if verdict := self._heaviness.starved(deck, now_ns):
            self._complaints.say(FaultKind.LATE, lap, verdict)
            deck.engaged = None
        elif self._heaviness.is_hopeless(deck, self.clock.utc_ns(now_ns), now_ns):
            self._give_up(deck, now_ns)
            self._complaints.too_heavy(deck, lap, now_ns)

    def fed(self) -> None:
        """Note that at this refresh the frame due was there."""
        self._heaviness.fed()

    def close(self) -> None:
        self._mapper.close()
        for deck in self.decks:
            deck.decoder.close()

    def _wanted(self, now_ns: int, reel: Reel) -> list[Lap]:
        """The laps to have decks for, the most urgent first: what is due, what is leaving, what comes."""
        utc = self.clock.utc_ns(now_ns)
        laps = [lap for lap in (reel.at(utc), reel.leaving(utc)) if lap]
        for lap in reel.following(utc, utc + AHEAD_NS):
            laps.append(lap)
            if len(laps) > len(self.decks) + 2:
                break
        served, wanted = 0, []
        for lap in laps:
            if lap.is_video and served < len(self.decks):
                wanted.append(lap)
                served += not self._is_complete(lap)
        return wanted

    def _is_complete(self, lap: Lap) -> bool:
        engaged = next(
            (deck.engaged for deck in self.decks if deck.engaged and deck.engaged.lap.name == lap.name), None
        )
        return engaged.complete if engaged else any(deck.serves(lap.name) for deck in self.decks)

    def _deck_of(self, lap: Lap) -> Deck | None:
        return next((deck for deck in self.decks if deck.serves(lap.name)), None)

    def _keep_or_release(self, deck: Deck, names: dict[Name, Lap], now_ns: int) -> None:
        engaged = deck.engaged
        if engaged is None:
            return
        if lap := names.get(engaged.lap.name):
            engaged.lap = lap
        else:
            over = self.clock.utc_ns(now_ns) >= engaged.lap.ends_ns
            if over and not engaged.armed and now_ns - engaged.ordered_ns > PREPARE_LIMIT_NS // 2:
                self._complaints.say(FaultKind.LATE, engaged.lap, "gave no picture in time, and now its time is over")
            self._give_up(deck, now_ns)

    def _take(self, lap: Lap, now_ns: int, *, urgent: bool) -> None:
        """Engage a free deck for `lap`; an urgent one takes the deck that is waiting with a later lap."""
        up = [deck for deck in self.decks if deck.decoder.up]
        free = sorted((deck for deck in up if deck.is_free), key=lambda deck: deck.engaged is not None)
        if not free and urgent:
            free = sorted(up, key=lambda deck: -deck.engaged.lap.starts_ns if deck.engaged else 0)[:1]
        if free and self._complaints.is_fit(lap, now_ns):
            self._engage(free[0], lap, now_ns, self._allowance_ns)

    def _engage(self, deck: Deck, lap: Lap, now_ns: int, allowance_ns: int, tries: int = 1) -> None:
        lead = lead_for(lap.cue.frame_rate, deck.ring.format.slots, self.most_lead_ns)
        entry = plan_entry(lap, self.clock.monotonic_ns(lap.starts_ns), now_ns + allowance_ns, lead)
        if entry is None:
            if tries > 1:
                if not deck.short_of_processor(now_ns):
                    self._complaints.note_failure(lap, now_ns)
                self._complaints.say(FaultKind.LATE, lap, "gave no picture in time, and now its time is over")
            self._complaints.pass_by(lap)
            deck.engaged = None
            return
        if deck.engaged is not None and deck.engaged.complete:
            deck.leave(deck.engaged)
        drops = self._heaviness.is_heavy(lap.cue.path, now_ns)
        deck.engaged = Engagement(lap, next(self._tokens), entry, now_ns, deck.decoder.life, tries, drops=drops)
        deck.engaged.volume = self._volume_of(lap)
        self._order(deck, self._prepare_order(deck.engaged))

    def _prepare_order(self, engaged: Engagement) -> Prepare:
        cue, entry = engaged.lap.cue, engaged.entry
        return Prepare(
            engaged.token,
            cue.path,
            start_s=entry.media_ns / S,
            frame_rate=cue.frame_rate,
            lead_s=entry.lead_ns / S,
            drops=engaged.drops,
            volume=engaged.volume if self._sounds(engaged.lap) else None,
            hushed=self.hushed and self._sounds(engaged.lap),
            stride=stride_for(cue.frame_rate),
        )

    def _sounds(self, lap: Lap) -> bool:
        return self.sound and lap.cue.sound

    def _volume_of(self, lap: Lap) -> int:
        return round(lap.cue.volume * self.loudness / 100)

    def _tend_sound(self, deck: Deck, now_ns: int) -> None:
        """Follow the wall's loudness. An item whose time is over falls silent, though in a transition it runs on: the
        next one is heard from its own first instant, so there never are two. One that is hushed gives the sound card
        away, to whatever hushes it, until that is over."""
        engaged = deck.engaged
        if engaged is None or not self._sounds(engaged.lap):
            return
        over = self.hushed or self.clock.utc_ns(now_ns) >= engaged.lap.ends_ns
        volume = 0 if over else self._volume_of(engaged.lap)
        if volume != engaged.volume:
            engaged.volume = volume
            self._order(deck, Volume(engaged.token, volume, cut=over))

    @property
    def _allowance_ns(self) -> int:
        """How long a deck is given to be ready, when it has to enter an item in its middle."""
        return self._preroll_ns * 5 // 4 + 40_000_000

    def _order(self, deck: Deck, order: Order) -> None:
        try:
            deck.decoder.order(order)
        except DecoderLost:
            if engaged := deck.engaged:
                self._replace(deck)
                self._complaints.say(
                    FaultKind.DECODER_LOST, engaged.lap, "its decoder takes no orders and is started again"
                )

    def _advance(self, deck: Deck, now_ns: int) -> None:
        """From opened to armed: once the first picture stands, give the instant to go."""
        engaged, ring = deck.engaged, deck.ring
        if engaged is None:
            return
        if engaged.armed:
            self._complaints.check_length(deck, engaged, now_ns)
            self._complaints.check_size(deck, engaged)
            return
        if ring[Word.TOKEN] == engaged.token and ring[Word.PREPARED_NS]:
            self._arm(deck, engaged, now_ns, took_ns=ring[Word.PREPARED_NS] - engaged.ordered_ns)
            return
        broken = ring[Word.TOKEN] == engaged.token and (ring[Word.FAILED] or ring[Word.ENDED_NS])
        timed_out = now_ns - max(engaged.ordered_ns, self._awake_since_ns) > PREPARE_LIMIT_NS
        if timed_out and not broken and engaged.tries == 1:
            self._engage(deck, engaged.lap, now_ns, self._allowance_ns, engaged.tries + 1)
        elif timed_out and not broken and deck.short_of_processor(now_ns):
            self._give_up(deck, now_ns)  # to be tried again: the file is not to blame for what others do
            self._complaints.was_held_up(engaged)
        elif timed_out or broken:
            self._give_up(deck, now_ns)
            self._complaints.could_not_open(engaged, now_ns)

    def _give_up(self, deck: Deck, now_ns: int) -> None:
        """Close what a deck has opened."""
        deck.engaged, deck.rests_since_ns = None, now_ns
        self._order(deck, Halt())

    def _arm(self, deck: Deck, engaged: Engagement, now_ns: int, took_ns: int) -> None:
        """Go when planned, or a little later with less in hand; too late for that, enter at a later picture.

        Sound has been held back by the lead that was planned, so an item with sound goes when planned or not at all.
        """
        entry = engaged.entry
        if entry.media_ns:
            self._preroll_ns = (self._preroll_ns * 3 + took_ns) // 4
        latest_ns = entry.go_ns
        if not self._sounds(engaged.lap):
            latest_ns += max(0, entry.lead_ns - _LEAST_LEAD_NS)
        if now_ns + _GO_MARGIN_NS <= latest_ns:
            engaged.armed = True
            self._order(deck, Go(engaged.token, max(entry.go_ns, now_ns + _GO_MARGIN_NS)))
        elif engaged.tries < _MOST_TRIES:
            self._engage(deck, engaged.lap, now_ns, took_ns * 3 // 2 + 100_000_000, engaged.tries + 1)
        else:
            self._give_up(deck, now_ns)
            self._complaints.could_not_join(engaged)

    def _watch(self, deck: Deck, now_ns: int) -> None:
        """Replace a decoder that is of no use any more, and tell of one that was replaced while it rested."""
        self._complaints.check_calibration(deck)
        if (loss := judge(deck, now_ns, self._awake_since_ns)) is None:
            if deck.engaged is None:
                self._watch_at_rest(deck)
            return
        deck.decoder.kill_if_running(deck.engaged.life if deck.engaged else deck.decoder.life)
        self._lose(deck, loss, now_ns)

    def _watch_at_rest(self, deck: Deck) -> None:
        if not deck.decoder.up:
            return
        if deck.resting_life not in (None, deck.decoder.life):
            self.restarts += 1
            self._complaints.say_of_rest("was lost and started again")
        deck.resting_life = deck.decoder.life

    def _lose(self, deck: Deck, loss: Loss, now_ns: int) -> None:
        """The item goes on from what was decoded ahead, until the other deck has it.

        The file is guilty unless the decoder was halted, ended from outside, or short of processor time.
        """
        engaged = deck.engaged
        self._replace(deck)
        if engaged is None:
            self._complaints.say_of_rest(f"{loss.what} and is started again")
            return
        self._complaints.say(FaultKind.DECODER_LOST, engaged.lap, f"its decoder {loss.what} and is started again")
        if loss.guilty:
            self._complaints.note_failure(engaged.lap, now_ns, lost_decoder=True)

    def _replace(self, deck: Deck) -> None:
        """What the lost decoder had decoded ahead stays to be shown; the rest is forgotten."""
        if deck.engaged is not None and not (deck.left and deck.left.complete and not deck.engaged.armed):
            deck.leave(deck.engaged)
        deck.engaged, deck.resting_life = None, None
        deck.views.clear()
        self.restarts += 1
