"""What a wall shows at an instant, and until when: the precedence between alerts and programme, stated once.

A live alert comes first; `schedules.turns` says which of several. AWAS takes the whole wall; WASPADA and SIAGA are
banners over the programme, which goes on beneath. Then comes the programme's cue: interrupt, loop, filler or slate.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from schedules.alert import Alert, AlertLevel
from schedules.bookings import Bookings
from schedules.compilation import Compilation, Segment
from schedules.errors import InvalidValue
from schedules.playlist import Asset
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.rotation import Item
from schedules.span import Span
from schedules.stream import LiveStream
from schedules.transition import CUT, Motion, Transition
from schedules.turns import turn_at


@dataclass(frozen=True, slots=True)
class Cue:
    """One asset on the wall for `span`. At `span.starts` it is already `offset` into the item.

    `asset` is None, and `medium_id` empty, for the player's own slate. `item_index` counts in the segment's items.
    `volume`, in percent, is that of entry and slot together. `transition` leads into the cue. Of a live `stream` the
    asset is the poster.
    """

    span: Span
    kind: ShowingKind
    slot_id: str
    playlist_id: str
    medium_id: str
    asset: Asset | None
    volume: int
    item_index: int
    offset: timedelta
    transition: Transition = CUT
    motion: Motion = Motion.NONE
    stream: LiveStream | None = None

    @property
    def begins(self) -> datetime:
        """When the item's first frame belongs on the wall; it stays the same however the span is cut."""
        return self.span.starts - self.offset

    def position_at(self, instant: datetime) -> timedelta:
        """How far into the item the wall is at `instant`."""
        return self.offset + (instant - self.span.starts)


@dataclass(frozen=True, slots=True)
class Showing:
    """The director's answer: `cue`, with `page` of `alert` over it, all unchanged until `until`.

    `neutral` says that the page is of the alert's neutral wording.
    """

    cue: Cue
    alert: Alert | None
    until: datetime
    page: int = 0
    neutral: bool = False

    @property
    def takeover(self) -> bool:
        """Whether the alert has the whole wall, so that nothing of the cue is seen."""
        return self.alert is not None and self.alert.level is AlertLevel.AWAS

    @property
    def kind(self) -> ShowingKind:
        """What people see: the alert where it has the whole wall, else the cue."""
        return ShowingKind.ALERT if self.takeover else self.cue.kind


def segment_at(compilation: Compilation, instant: datetime) -> Segment:
    """The segment of `instant`; raises InvalidValue outside of the compiled span."""
    if not compilation.span.contains(instant):
        raise InvalidValue(
            "instant", f"{instant} is not in the compiled span {compilation.span}; compile one that has it"
        )
    index = bisect_right(compilation.segments, instant, key=_segment_starts) - 1
    return compilation.segments[index]


def cue_at(compilation: Compilation, instant: datetime) -> Cue:
    """The cue of `instant`: a lookup. Raises InvalidValue outside of the compiled span."""
    segment = segment_at(compilation, instant)
    items, span = segment.items, segment.span
    if not items:
        return Cue(span, segment.kind, "", "", "", None, 0, 0, span.starts - segment.anchor)
    position = (instant - segment.anchor) % (items[-1].offset + items[-1].duration)
    index = bisect_right(items, position, key=_item_offset) - 1
    item = items[index]
    begins = instant - position + item.offset
    starts = max(begins, span.starts)
    return Cue(
        span=Span(starts, min(begins + item.duration, span.ends)),
        kind=segment.kind,
        slot_id=segment.slot_id,
        playlist_id=segment.playlist_id,
        medium_id=item.medium_id,
        asset=item.asset,
        volume=item.volume * segment.volume // 100,
        item_index=index,
        offset=starts - begins,
        transition=item.transition,
        motion=item.motion,
        stream=item.stream,
    )


def direct(
    compilation: Compilation,
    alerts: Sequence[Alert],
    instant: datetime,
    *,
    format: str = "",
    unconfirmed: Collection[str] = (),
) -> Showing:
    """What the compiled display shows at `instant`. Raises InvalidValue outside of the compiled span.

    An alert that supersedes another one withdraws it as soon as it is given, on every display and even after its own
    end. An alert supersedes only older ones, so two can never silence each other. `format` and `unconfirmed` are as
    for `schedules.turns.turn_at`.
    """
    cue = cue_at(compilation, instant)
    turn = turn_at(alerts, compilation.display_id, instant, format=format, unconfirmed=unconfirmed)
    until = cue.span.ends if turn.until is None else min(cue.span.ends, turn.until)
    return Showing(cue, turn.alert, until, turn.page, turn.neutral)


def next_change(compilation: Compilation, alerts: Sequence[Alert], instant: datetime) -> datetime:
    """The next instant at which to ask again: the end of the cue, or where an alert or a page of it begins or ends."""
    return direct(compilation, alerts, instant).until


def any_time_items(programme: Programme, display_id: str, region: str = "") -> tuple[Item, ...]:
    """What a player without a trusted clock may loop: the filler's entries without limits of validity; maybe none.

    `region` is a loop region, empty for the main picture. Raises UnknownName for a display that is not in the
    programme, InvalidValue for a region it does not have.
    """
    bookings = Bookings(programme, display_id, region)
    return bookings.rotation(bookings.filler_id).without_limits() if bookings.filler_id is not None else ()


def _segment_starts(segment: Segment) -> datetime:
    return segment.span.starts


def _item_offset(item: Item) -> timedelta:
    return item.offset
