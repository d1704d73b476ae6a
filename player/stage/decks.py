"""A deck: one decoder, what it is engaged for, and where in its ring the frames of a lap lie."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from player.decoder.frames import Ring, Word
from player.decoder.kernel_view import ProcessView
from player.decoder.supervisor import DecoderProcess
from player.stage.entry import Entry, position
from player.stage.reel import Lap

VIEW_NS = 500_000_000
_ANY_INDEX = 1 << 60
_VIEWS = 8
_LATELY_NS = 1_200_000_000
Name = tuple[str, str, int, int, int]


@dataclass(slots=True)
class Engagement:
    """A lap that a deck has opened: `token` names its frames in the ring.

    `complete` once every frame that will be shown of it lies in the ring: then the deck may open another file.
    `volume` is how loud it was told to be. `mapped` are slots of the ring whose frames were looked after beforehand.
    """

    lap: Lap
    token: int
    entry: Entry
    ordered_ns: int
    life: int
    tries: int = 1
    armed: bool = False
    drops: bool = False
    complete: bool = False
    told_short: bool = False
    told_sizes: bool = False
    volume: int = 0
    mapped: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Deck:
    """One decoder and what it is engaged for.

    `left` is an engagement whose frames are still in the ring: the deck has gone on to another file, or its decoder
    died. `resting_life` is the decoder's life that was last seen at rest, None where none was since its last loss.
    `views` are looks at its process, the newest last, with their instants.
    """

    decoder: DecoderProcess
    engaged: Engagement | None = None
    left: Engagement | None = None
    resting_life: int | None = None
    rests_since_ns: int = 0
    calibrated_life: int = 0
    views: deque[tuple[int, ProcessView]] = field(default_factory=lambda: deque(maxlen=_VIEWS))

    @property
    def ring(self) -> Ring:
        return self.decoder.ring

    @property
    def is_free(self) -> bool:
        return self.engaged is None or self.engaged.complete

    def serves(self, name: Name) -> bool:
        """Whether this deck gives the frames of the lap called `name`, or has given all of them."""
        if self.engaged is not None and self.engaged.lap.name == name:
            return True
        return self.left is not None and self.left.complete and self.left.lap.name == name

    def newest_index(self) -> int:
        """The index of the newest frame of what it is engaged for; -1 where there is none."""
        found = self.ring.newest(self.engaged.token, _ANY_INDEX) if self.engaged else None
        return found[1] if found else -1

    def note_completeness(self, until_ns: int) -> None:
        """Look whether all frames are there that its lap shows before `until_ns` (UTC)."""
        engaged = self.engaged
        if engaged is None or engaged.complete or not self.ring[Word.STARTED_NS]:
            return
        engaged.complete = self.newest_index() >= position(engaged.lap, until_ns - 1 - engaged.lap.starts_ns)

    def leave(self, engagement: Engagement) -> None:
        """Remember `engagement` for the frames of it that are in the ring, and have the decoder spare them."""
        self.left = engagement
        self.ring[Word.KEEP] = engagement.token

    def keep_what_is_left(self, names: Collection[Name]) -> None:
        """Let go of frames that are left over, once their lap is not among those that are still to be shown."""
        if self.left is not None and self.left.lap.name not in names:
            self.left = None
            self.ring[Word.KEEP] = 0

    def look(self, now_ns: int) -> ProcessView | None:
        """A look at its process now, which is remembered."""
        view = self.decoder.look()
        if view is not None:
            self.views.append((now_ns, view))
        return view

    def short_of_processor(self, now_ns: int) -> bool:
        """Whether its threads have lately waited for a processor more than they had one: others keep it busy."""
        view = self.decoder.look()
        then = next((past for past in self.views if now_ns - past[0] <= _LATELY_NS), None)
        if then is None or view is None or now_ns - then[0] < VIEW_NS // 5:
            return False
        waited, busy = view.waited_s - then[1].waited_s, view.busy_s - then[1].busy_s
        return waited > max(busy, 0.3 * (now_ns - then[0]) / 1e9)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a frame lies: deck number, slot of its ring, and its index in the file."""

    deck: int
    slot: int
    index: int


def find(decks: Sequence[Deck], lap: Lap, wanted: int) -> Found | None:
    """The newest decoded frame of `lap` up to index `wanted`; None where there is none."""
    best: Found | None = None
    for number, deck, engagement in _engagements(decks):
        if engagement.lap.name != lap.name:
            continue
        found = deck.ring.newest(engagement.token, wanted)
        if found and (best is None or found[1] > best.index):
            best = Found(number, *found)
    return best


def _engagements(decks: Sequence[Deck]) -> Iterator[tuple[int, Deck, Engagement]]:
    for number, deck in enumerate(decks):
        for engagement in (deck.engaged, deck.left):
            if engagement is not None:
                yield number, deck, engagement
