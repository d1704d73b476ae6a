"""What publishing would change: week against week, wall by wall, slot by slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.programme import Programme
from schedules.span import Span

COMPARED = timedelta(days=7)


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


@dataclass(frozen=True, slots=True)
class WallChange:
    """What publishing would change on one wall, in the order in which it is seen; nothing where `changes` is empty."""

    display_id: str
    display_name: str
    is_new: bool
    changes: tuple[SlotChange, ...]


def compare_programmes(draft: Programme, published: Programme | None, now: datetime) -> tuple[WallChange, ...]:
    """What would change on which wall of `draft` in the next seven days. Raises ScheduleError."""
    span = Span(now, now + COMPARED)
    return tuple(_wall_change(display.id, draft, published, span) for display in draft.displays)


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
    return WallChange(display_id, name, not known, tuple(changes))


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
