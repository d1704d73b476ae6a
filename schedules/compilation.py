"""What compiling gives: touching segments of one loop each, and the conflicts between bookings that were settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from schedules.rotation import Item
from schedules.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which one loop has the wall: `items` loop, and at `anchor` (plus whole rounds) the first one begins.

    `slot_id` and `playlist_id` are empty where there is none. A slate without a rendition has no items.
    """

    span: Span
    kind: ShowingKind
    slot_id: str
    playlist_id: str
    anchor: datetime
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """For `span` the slot `loser_id` is booked and playable, but `rule` gives the wall to the slot `winner_id`."""

    span: Span
    winner_id: str
    loser_id: str
    rule: LosingRule


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a display plays for `span`: segments that touch and cover it exactly, and the overlaps settled in it."""

    display_id: str
    span: Span
    segments: tuple[Segment, ...]
    overlaps: tuple[Overlap, ...]
