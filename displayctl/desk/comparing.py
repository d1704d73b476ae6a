"""What publishing would change on each wall: slot by slot in the week to come, and all else that was changed of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.programme import Programme
from schedules.slot import Slot
from schedules.span import Span
from schedules.ticker import Ticker

COMPARED = timedelta(days=7)
_CONTENTS = ("displays", "media", "playlists", "dayparts", "holidays", "slots", "filler_id", "slate_id", "tickers")


class ChangeKind(StrEnum):
    """What publishing would do to a slot on a wall."""

    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class SlotChange:
    """What becomes of one slot (empty id: the filler or the slate) within the next week.

    `airtime_before` and `airtime_after` are its hours on the wall; it differs first at `first_difference`.
    """

    slot_id: str
    slot_name: str
    kind: ChangeKind
    airtime_before: timedelta
    airtime_after: timedelta
    first_difference: datetime


class Subject(StrEnum):
    """What of a wall differs beside its airtime of the next week."""

    BOOKING = "booking"
    TICKER = "running text"
    CANVAS = "canvas"
    HOURS = "hours"
    BRIGHTNESS = "brightness"
    SOUND = "sound"
    PLAYER = "player"
    NAME = "name"


OF_A_WALL = {
    Subject.CANVAS: ("canvas", "frame_rate", "logo"),
    Subject.HOURS: ("opening",),
    Subject.BRIGHTNESS: ("brightness",),
    Subject.SOUND: ("volume", "quiet_hours", "quiet_basis", "sound_region"),
    Subject.PLAYER: ("fingerprint",),
    Subject.NAME: ("name", "office", "time_zone", "groups", "position"),
}


@dataclass(frozen=True, slots=True)
class FurtherChange:
    """A change that has no airtime in the next week: of a booking or running text called `name`, or of the wall.

    `text` is what would run, or ran, along the wall.
    """

    subject: Subject
    kind: ChangeKind
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class WallChange:
    """What publishing would change on one wall: `changes` in the order in which they are seen, then the others."""

    display_id: str
    display_name: str
    is_new: bool
    changes: tuple[SlotChange, ...]
    further: tuple[FurtherChange, ...] = ()

    @property
    def count(self) -> int:
        """How many changes these are."""
        return len(self.changes) + len(self.further)


def compare_programmes(draft: Programme, published: Programme | None, now: datetime) -> tuple[WallChange, ...]:
    """What would change on which wall of `draft` in the next seven days. Raises ScheduleError."""
    span = Span(now, now + COMPARED)
    return tuple(_wall_change(display.id, draft, published, span) for display in draft.displays)


def differ(draft: Programme, published: Programme) -> bool:
    """Whether walls would get other contents with `draft`, shown soon or not."""
    return any(getattr(draft, name) != getattr(published, name) for name in _CONTENTS)


def _wall_change(display_id: str, draft: Programme, published: Programme | None, span: Span) -> WallChange:
    name = draft.display(display_id).name
    known = published is not None and any(display.id == display_id for display in published.displays)
    after = _by_slot(draft, display_id, span)
    before = _by_slot(published, display_id, span) if published is not None and known else {}
    names = _names(published) | _names(draft)
    found = [
        _slot_change(slot_id, names.get(slot_id, ""), before.get(slot_id, ()), after.get(slot_id, ()))
        for slot_id in {**before, **after}
    ]
    changes = sorted((change for change in found if change is not None), key=lambda change: change.first_difference)
    known_before = published if known else None
    further = (
        *_later_bookings(display_id, draft, known_before, {change.slot_id for change in changes}),
        *_tickers(display_id, draft, known_before),
        *_settings(display_id, draft, known_before),
    )
    return WallChange(display_id, name, not known, tuple(changes), further)


def _later_bookings(
    display_id: str, draft: Programme, published: Programme | None, seen: set[str]
) -> Iterator[FurtherChange]:
    before, after = _slots_of(published, display_id), _slots_of(draft, display_id)
    for slot_id in {**before, **after}:
        old, new = before.get(slot_id), after.get(slot_id)
        named = new or old
        if old != new and named is not None and slot_id not in seen:
            yield FurtherChange(Subject.BOOKING, _kind(old, new), named.name)


def _tickers(display_id: str, draft: Programme, published: Programme | None) -> Iterator[FurtherChange]:
    before, after = _tickers_of(published, display_id), _tickers_of(draft, display_id)
    for ticker_id in {**before, **after}:
        old, new = before.get(ticker_id), after.get(ticker_id)
        named = new or old
        if old != new and named is not None:
            text = " · ".join(each.text for each in named.texts)
            yield FurtherChange(Subject.TICKER, _kind(old, new), named.name, text)


def _settings(display_id: str, draft: Programme, published: Programme | None) -> Iterator[FurtherChange]:
    if published is None:
        return
    old, new = published.display(display_id), draft.display(display_id)
    for subject, fields in OF_A_WALL.items():
        if any(getattr(old, field) != getattr(new, field) for field in fields):
            yield FurtherChange(subject, ChangeKind.CONTENT)


def _kind(old: Slot | Ticker | None, new: Slot | Ticker | None) -> ChangeKind:
    return ChangeKind.NEW if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CONTENT


def _slots_of(programme: Programme | None, display_id: str) -> dict[str, Slot]:
    slots = () if programme is None else programme.slots
    return {slot.id: slot for slot in slots if display_id in slot.display_ids}


def _tickers_of(programme: Programme | None, display_id: str) -> dict[str, Ticker]:
    tickers = () if programme is None else programme.tickers
    return {ticker.id: ticker for ticker in tickers if not ticker.display_ids or display_id in ticker.display_ids}


def _by_slot(programme: Programme, display_id: str, span: Span) -> Mapping[str, tuple[Segment, ...]]:
    found: dict[str, tuple[Segment, ...]] = {}
    for region in programme.display(display_id).loops:
        for segment in compile_programme(programme, display_id, span, region).segments:
            if segment.items or not region:  # beside the main picture nothing is nothing, and no slate
                found[segment.slot_id] = (*found.get(segment.slot_id, ()), segment)
    return found


def _slot_change(slot_id: str, name: str, before: tuple[Segment, ...], after: tuple[Segment, ...]) -> SlotChange | None:
    if before == after:
        return None
    unlike = [segment for segment in (*before, *after) if segment not in before or segment not in after]
    same_times = [segment.span for segment in before] == [segment.span for segment in after]
    kind = ChangeKind.CONTENT if same_times else ChangeKind.MOVED
    kind = ChangeKind.NEW if not before else ChangeKind.REMOVED if not after else kind
    return SlotChange(
        slot_id=slot_id,
        slot_name=name,
        kind=kind,
        airtime_before=_airtime(before),
        airtime_after=_airtime(after),
        first_difference=min(segment.span.starts for segment in unlike),
    )


def _airtime(segments: tuple[Segment, ...]) -> timedelta:
    """How long something of a slot is on the wall; what is in two parts of it at once counts once."""
    total, seen_until = timedelta(0), None
    for span in sorted((segment.span for segment in segments), key=lambda span: span.starts):
        starts = span.starts if seen_until is None else max(span.starts, seen_until)
        total += max(span.ends - starts, timedelta(0))
        seen_until = max(starts, span.ends)
    return total


def _names(programme: Programme | None) -> dict[str, str]:
    return {} if programme is None else {slot.id: slot.name for slot in programme.slots}
