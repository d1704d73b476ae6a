"""Which bookings hide which others in a stretch of time, wall by wall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.overlaps import Overlap
from schedules.programme import Programme
from schedules.span import Span


@dataclass(frozen=True, slots=True)
class Conflicts:
    """`found` are the overlaps with the wall they are on; `lost` the spans each slot is hidden in, by slot id."""

    found: tuple[tuple[Display, Overlap], ...] = ()
    lost: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def of_slot(self, slot_id: str) -> tuple[tuple[Display, Overlap], ...]:
        """Where this slot is hidden."""
        return tuple((display, overlap) for display, overlap in self.found if overlap.loser_id == slot_id)


def find_conflicts(
    programmes: Iterable[tuple[Display, Programme | None]], first: datetime, length: timedelta
) -> Conflicts:
    """The conflicts between loops from `first` on for `length`, as the players would settle them."""
    found: list[tuple[Display, Overlap]] = []
    for display, programme in programmes:
        if programme is not None:
            overlaps = compile_programme(programme, display.id, Span(first, first + length)).overlaps
            found.extend((display, overlap) for overlap in overlaps)
    lost: dict[str, list[Span]] = {}
    for _, overlap in found:
        lost.setdefault(overlap.loser_id, []).append(overlap.span)
    return Conflicts(tuple(found), {slot_id: tuple(spans) for slot_id, spans in lost.items()})
