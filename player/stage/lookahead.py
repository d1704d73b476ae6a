"""Two decks that take turns: while one plays, the other has the next item open and standing at its first picture.

Looks two seconds ahead, sets decks going on time, takes over an item whose decoder failed, and keeps bad files away. It
knows neither windows nor pictures; it answers where the frame due now lies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from player.decoder.frames import Ring, Word
from player.decoder.orders import Go, Halt, Order, Prepare
from player.decoder.supervisor import DecoderLost, DecoderProcess
from player.stage.entry import LEAD_NS, Entry, lead_for, plan_entry
from player.stage.port import Fault, FaultKind
from player.stage.quarantine import Quarantine
from player.stage.reel import Lap, Reel
from player.stage.wall_clock import WallClock

S = 1_000_000_000
AHEAD_NS = 2 * S
PREPARE_LIMIT_NS = S
STILL_NS = S // 4
HEAVY_NS = S // 2
HEAVY_FOR_NS = 600 * S
_GO_MARGIN_NS = 2_000_000
_LEAST_LEAD_NS = 60_000_000
_MOST_TRIES = 5
_OVERSLEPT_NS = S // 10
_MOST_HEAVY = 1000


@dataclass(slots=True)
class Engagement:
    """A lap that a deck has opened: `token` names its frames in the ring."""

    lap: Lap
    token: int
    entry: Entry
    ordered_ns: int
    life: int
    tries: int = 1
    armed: bool = False


@dataclass(slots=True)
class Deck:
    """One decoder and what it is engaged for. `left` is what a decoder that died had decoded ahead.

    `resting_life` is the decoder's life that was last seen at rest, None where none was since its last loss.
    """

    decoder: DecoderProcess
    engaged: Engagement | None = None
    left: Engagement | None = None
    resting_life: int | None = None

    @property
    def ring(self) -> Ring:
        return self.decoder.ring


@dataclass(frozen=True, slots=True)
class Found:
    """Where a frame lies: deck number, slot of its ring, and its index in the file."""

    deck: int
    slot: int
    index: int


@dataclass(slots=True)
class Lookahead:
    """Drives the decks; `tick` has to come at every refresh. `on_fault` is told of everything that went wrong."""

    decoders: Sequence[DecoderProcess]
    clock: WallClock
    on_fault: Callable[[Fault], None]
    sound: bool = False
    most_lead_ns: int = LEAD_NS
    restarts: int = 0
    decks: tuple[Deck, ...] = field(init=False)
    _quarantine: Quarantine = field(default_factory=Quarantine)
    _tokens: count[int] = field(default_factory=lambda: count(1))
    _refused: set[object] = field(default_factory=set)
    _heavy_until_ns: dict[str, int] = field(default_factory=dict)
    _starving_since_ns: int = 0
    _preroll_ns: int = 150_000_000
    _ticked_ns: int = 0
    _awake_since_ns: int = 0

    def __post_init__(self) -> None:
        self.decks = tuple(Deck(decoder) for decoder in self.decoders)

    def tick(self, now_ns: int, reel: Reel) -> None:
        """Bring the decks forward to `now_ns` (monotonic)."""
        if now_ns - self._ticked_ns > _OVERSLEPT_NS:
            self._awake_since_ns = now_ns  # the whole machine may have stood still: no decoder is judged by that time
        self._ticked_ns = now_ns
        wanted = self._wanted(now_ns, reel)
        names = {lap.name: lap for lap in wanted}
        self._refused &= set(names)
        for deck in self.decks:
            self._watch(deck, now_ns)
            self._keep_or_release(deck, names)
            self._advance(deck, now_ns)
        for place, lap in enumerate(wanted):
            if lap.name not in self._refused and self._deck_of(lap) is None:
                self._take(lap, now_ns, urgent=place == 0 and lap.starts_ns <= self.clock.utc_ns(now_ns))

    def find(self, lap: Lap, wanted: int) -> Found | None:
        """The newest decoded frame of `lap` up to index `wanted`; None where there is none."""
        best: Found | None = None
        for number, deck in enumerate(self.decks):
            for engagement in (deck.engaged, deck.left):
                if engagement is None or engagement.lap.name != lap.name:
                    continue
                found = deck.ring.newest(engagement.token, wanted)
                if found and (best is None or found[1] > best.index):
                    best = Found(number, *found)
        return best

    def starve(self, lap: Lap, now_ns: int) -> None:
        """Note that at this refresh the frame due was not there, though others were. Half a second of it is too much:
        the file is too heavy for this machine, and is opened again with leave to drop frames."""
        self._starving_since_ns = self._starving_since_ns or now_ns
        deck = self._deck_of(lap)
        if now_ns - self._starving_since_ns < HEAVY_NS or deck is None or self._is_heavy(lap.cue.path, now_ns):
            return
        if not deck.engaged or not deck.engaged.armed or now_ns - deck.ring[Word.FRAME_NS] > STILL_NS:
            return
        if len(self._heavy_until_ns) >= _MOST_HEAVY:
            self._heavy_until_ns.pop(next(iter(self._heavy_until_ns)))
        self._heavy_until_ns[lap.cue.path] = now_ns + HEAVY_FOR_NS
        self._fault(
            FaultKind.LATE,
            lap,
            "is too heavy for this machine, or others keep it busy; it drops frames now; make a lighter rendition",
        )
        deck.engaged = None

    def fed(self) -> None:
        """Note that at this refresh the frame due was there."""
        self._starving_since_ns = 0

    def close(self) -> None:
        for deck in self.decks:
            deck.decoder.close()

    def _wanted(self, now_ns: int, reel: Reel) -> list[Lap]:
        utc = self.clock.utc_ns(now_ns)
        current = reel.at(utc)
        laps = [current] if current else []
        for lap in reel.following(utc, utc + AHEAD_NS):
            laps.append(lap)
            if len(laps) > len(self.decks) + 1:
                break
        return [lap for lap in laps if lap.is_video][: len(self.decks)]

    def _deck_of(self, lap: Lap) -> Deck | None:
        return next((deck for deck in self.decks if deck.engaged and deck.engaged.lap.name == lap.name), None)

    def _keep_or_release(self, deck: Deck, names: dict[tuple[str, str, int, int, int], Lap]) -> None:
        engaged = deck.engaged
        if engaged is None:
            return
        if lap := names.get(engaged.lap.name):
            engaged.lap = lap
        else:
            deck.engaged = None
            if not engaged.armed or not deck.ring[Word.ENDED_NS]:
                self._order(deck, Halt())

    def _take(self, lap: Lap, now_ns: int, *, urgent: bool) -> None:
        """Engage a free deck for `lap`; an urgent one takes the deck that is waiting with a later lap."""
        up = [deck for deck in self.decks if deck.decoder.up]
        free = [deck for deck in up if deck.engaged is None]
        if not free and urgent:
            free = sorted(up, key=lambda deck: -deck.engaged.lap.starts_ns if deck.engaged else 0)[:1]
        if free and self._fit_to_play(lap, now_ns):
            self._engage(free[0], lap, now_ns, self._allowance_ns)

    def _fit_to_play(self, lap: Lap, now_ns: int) -> bool:
        path = lap.cue.path
        if self._quarantine.holds(path, now_ns):
            self._refuse(FaultKind.MEDIUM_QUARANTINED, lap, "failed three times in ten minutes; replace the file")
        elif not Path(path).is_file():
            self._refuse(FaultKind.MEDIUM_MISSING, lap, "is not there; fetch it again")
        else:
            return True
        return False

    def _engage(self, deck: Deck, lap: Lap, now_ns: int, allowance_ns: int, tries: int = 1) -> None:
        lead = lead_for(lap.cue.frame_rate, deck.ring.format.slots, self.most_lead_ns)
        entry = plan_entry(lap, self.clock.monotonic_ns(lap.starts_ns), now_ns + allowance_ns, lead)
        if entry is None:
            self._refused.add(lap.name)
            deck.engaged = None
            return
        deck.left = None
        deck.engaged = Engagement(lap, next(self._tokens), entry, now_ns, deck.decoder.life, tries)
        self._order(deck, self._prepare_order(deck.engaged))

    def _prepare_order(self, engaged: Engagement) -> Prepare:
        cue, entry = engaged.lap.cue, engaged.entry
        return Prepare(
            engaged.token,
            cue.path,
            start_s=entry.media_ns / S,
            frame_rate=cue.frame_rate,
            lead_s=entry.lead_ns / S,
            drops=self._is_heavy(cue.path, engaged.ordered_ns),
            volume=cue.volume if self.sound and cue.sound else None,
        )

    @property
    def _allowance_ns(self) -> int:
        """How long a deck is given to be ready, when it has to enter an item in its middle."""
        return self._preroll_ns * 5 // 4 + 40_000_000

    def _is_heavy(self, path: str, now_ns: int) -> bool:
        return now_ns < self._heavy_until_ns.get(path, 0)

    def _order(self, deck: Deck, order: Order) -> None:
        try:
            deck.decoder.order(order)
        except DecoderLost:
            if engaged := deck.engaged:
                deck.left, deck.engaged, deck.resting_life = engaged, None, None
                self.restarts += 1
                self._fault(FaultKind.DECODER_LOST, engaged.lap, "its decoder takes no orders and is started again")

    def _advance(self, deck: Deck, now_ns: int) -> None:
        """From opened to armed: once the first picture stands, give the instant to go."""
        engaged, ring = deck.engaged, deck.ring
        if engaged is None or engaged.armed:
            return
        if ring[Word.TOKEN] == engaged.token and ring[Word.PREPARED_NS]:
            self._arm(deck, engaged, now_ns, took_ns=ring[Word.PREPARED_NS] - engaged.ordered_ns)
            return
        broken = ring[Word.TOKEN] == engaged.token and (ring[Word.FAILED] or ring[Word.ENDED_NS])
        timed_out = now_ns - max(engaged.ordered_ns, self._awake_since_ns) > PREPARE_LIMIT_NS
        if timed_out and not broken and engaged.tries == 1:
            self._engage(deck, engaged.lap, now_ns, self._allowance_ns, engaged.tries + 1)
        elif timed_out or broken:
            deck.engaged = None
            self._note_failure(engaged.lap, now_ns)
            self._refuse(FaultKind.MEDIUM_BROKEN, engaged.lap, "has no picture that can be decoded; replace the file")

    def _arm(self, deck: Deck, engaged: Engagement, now_ns: int, took_ns: int) -> None:
        """Go when planned, or a little later with less in hand; too late for that, enter at a later picture.

        Sound has been held back by the lead that was planned, so an item with sound goes when planned or not at all.
        """
        entry = engaged.entry
        if entry.media_ns:
            self._preroll_ns = (self._preroll_ns * 3 + took_ns) // 4
        sounds = self.sound and engaged.lap.cue.sound
        latest_ns = entry.go_ns if sounds else entry.go_ns + max(0, entry.lead_ns - _LEAST_LEAD_NS)
        if now_ns + _GO_MARGIN_NS <= latest_ns:
            engaged.armed = True
            self._order(deck, Go(engaged.token, max(entry.go_ns, now_ns + _GO_MARGIN_NS)))
        elif engaged.tries < _MOST_TRIES:
            self._engage(deck, engaged.lap, now_ns, took_ns * 3 // 2 + 100_000_000, engaged.tries + 1)
        else:
            self._refused.add(engaged.lap.name)
            deck.engaged = None

    def _watch(self, deck: Deck, now_ns: int) -> None:
        """End a decoder that is silent or gives no frames when they are due; notice one that is gone."""
        engaged, decoder = deck.engaged, deck.decoder
        if now_ns - self._awake_since_ns > STILL_NS and decoder.silent(now_ns):
            halted = decoder.is_halted
            decoder.kill()
            if engaged is None:
                deck.resting_life = None
                self.restarts += 1
                self.on_fault(Fault(FaultKind.DECODER_LOST, "", "a decoder did not answer and was started again"))
            else:
                self._lose(deck, engaged, "did not answer", now_ns, guilty=not halted)
        elif engaged is None:
            self._watch_at_rest(deck)
        elif not decoder.up or decoder.life != engaged.life:
            self._lose(deck, engaged, "was lost", now_ns, guilty=not (decoder.was_ended and engaged.armed))
        elif engaged.armed and _stands_still(deck.ring, engaged, self._awake_since_ns, now_ns):
            halted = decoder.is_halted
            decoder.kill()
            self._lose(deck, engaged, "gave no more frames", now_ns, guilty=not halted)

    def _watch_at_rest(self, deck: Deck) -> None:
        """Tell of a decoder that was replaced while it had nothing to do."""
        if not deck.decoder.up:
            return
        if deck.resting_life not in (None, deck.decoder.life):
            self.restarts += 1
            self.on_fault(Fault(FaultKind.DECODER_LOST, "", "a decoder at rest was lost and started again"))
        deck.resting_life = deck.decoder.life

    def _lose(self, deck: Deck, engaged: Engagement, what: str, now_ns: int, *, guilty: bool) -> None:
        """The item goes on from what was decoded ahead, until the other deck has it.

        The file is `guilty` unless the decoder was halted or ended from outside. Even then it is where it was just
        being opened: the kernel ends decoders of files that need more memory than there is.
        """
        deck.left, deck.engaged, deck.resting_life = engaged, None, None
        self.restarts += 1
        self._fault(FaultKind.DECODER_LOST, engaged.lap, f"its decoder {what} and is started again")
        if guilty:
            self._note_failure(engaged.lap, now_ns)

    def _note_failure(self, lap: Lap, now_ns: int) -> None:
        if self._quarantine.record(lap.cue.path, now_ns):
            self._fault(FaultKind.MEDIUM_QUARANTINED, lap, "failed three times in ten minutes and is left out for ten")

    def _refuse(self, kind: FaultKind, lap: Lap, detail: str) -> None:
        self._refused.add(lap.name)
        self._fault(kind, lap, detail)

    def _fault(self, kind: FaultKind, lap: Lap, detail: str) -> None:
        self.on_fault(Fault(kind, lap.cue.token, f"{lap.cue.path} {detail}"))


def _stands_still(ring: Ring, engaged: Engagement, awake_since_ns: int, now_ns: int) -> bool:
    """Whether frames are due and none comes: for a quarter of a second (or four frames' time if that is longer) from
    a decoder that no longer beats either, for half a second from one that does: it may be short of processor time."""
    rate = engaged.lap.cue.frame_rate or 30.0
    limit = max(STILL_NS, int(4 * S / rate))
    since = max(ring[Word.FRAME_NS], ring[Word.STARTED_NS], engaged.entry.go_ns)
    if ring[Word.ENDED_NS]:
        return False
    if now_ns - ring[Word.BEAT_NS] > STILL_NS and not ring[Word.STARTED_NS]:
        limit = S // 20
    elif now_ns - ring[Word.BEAT_NS] <= STILL_NS:
        limit *= 2
    length_ns = engaged.lap.cue.duration_ms * 1_000_000
    decoded_ns = engaged.entry.media_ns + since - engaged.entry.go_ns
    return now_ns - max(since, awake_since_ns) > limit and (not length_ns or decoded_ns < length_ns - 4 * S / rate)
