"""What compiling gives: touching segments of one loop each, and the conflicts between bookings that were settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from schedules.overlaps import Contest, Overlap
from schedules.proof import ShowingKind
from schedules.rotation import Item
from schedules.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which one loop has the wall: `items` loop, and at `anchor` (plus whole rounds) the first one begins.

    `slot_id` and `playlist_id` are empty where there is none. A slate without a rendition has no items. `volume`, in
    percent, is that of the slot.
    """

    span: Span
    kind: ShowingKind
    slot_id: str
    playlist_id: str
    anchor: datetime
    items: tuple[Item, ...]
    volume: int = 100


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a display plays for `span`: segments that touch and cover it exactly, and the overlaps settled in it.

    `region` is the loop region that plays it, empty for the main picture.
    """

    display_id: str
    span: Span
    segments: tuple[Segment, ...]
    contest: Contest = field(repr=False, compare=False)
    region: str = ""

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """The conflicts between slots; worked out when first asked for, since a player never does."""
        return self.contest.overlaps
