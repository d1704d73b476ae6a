"""A report's figures by wall, booking, medium or agency: how promises were kept, and how the airtime was shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from displayctl.api.reports import AirRow
from displayctl.desk.reporting.gathering import AirReport
from schedules.proof import ShowingKind


class By(StrEnum):
    """What figures are summed up by."""

    WALL = "wall"
    SLOT = "slot"
    MEDIUM = "medium"
    AGENCY = "agency"


class Sort(StrEnum):
    """What a sum is of: something with a name, or one of what has none. The last five are no programme at all."""

    NAMED = "named"
    OFFICE = "office"
    FILLER = "filler"
    SLATE = "slate"
    ALERT = "alert"
    HELD = "held"
    DOWN = "down"
    UNREPORTED = "unreported"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over rows, in plays and in seconds. ``planned + extra == played + missing``."""

    planned_plays: int = 0
    planned_seconds: float = 0.0
    played_plays: int = 0
    played_seconds: float = 0.0
    alert_seconds: float = 0.0
    held_seconds: float = 0.0
    down_seconds: float = 0.0
    unreported_seconds: float = 0.0
    refused_seconds: float = 0.0
    other_seconds: float = 0.0
    extra_seconds: float = 0.0

    @property
    def missing_seconds(self) -> float:
        return sum(float(getattr(self, f"{reason}_seconds")) for reason in REASONS)

    @property
    def kept(self) -> float | None:
        """The part of the plan that was kept, 0 to 1; None where nothing was planned."""
        if self.planned_seconds <= 0:
            return None
        return max(0.0, 1 - self.missing_seconds / self.planned_seconds)


REASONS = ("alert", "held", "down", "unreported", "refused", "other")
"""Why planned time is missing, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Total:
    """What something with a name, or the filler, comes to."""

    sort: Sort
    key: str
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the broadcast time; `share` is 0 to 1 of that of all walls in the report."""

    sort: Sort
    key: str
    name: str
    plays: int
    seconds: float
    share: float


def totals(report: AirReport, by: By, agency: str | None = None) -> tuple[Total, ...]:
    """How promises were kept, by name; filler comes last. `agency` leaves only what it speaks in."""
    found: dict[tuple[Sort, str], list[AirRow]] = {}
    names: dict[tuple[Sort, str], str] = {}
    for row in _rows(report, agency):
        sort, key, name = _group(report, by, row)
        found.setdefault((sort, key), []).append(row)
        names[sort, key] = name or names.get((sort, key), "")
    made = (Total(sort, key, names[sort, key], _sum(rows)) for (sort, key), rows in found.items())
    return tuple(sorted(made, key=lambda each: (_ORDER[each.sort], each.name.casefold(), each.key)))


def shares(report: AirReport, by: By, agency: str | None = None) -> tuple[Share, ...]:
    """How the broadcast time was shared, the largest first; then, without `agency`, what was no programme, so that all
    of it adds up to the whole. By wall it is what each has shown.
    """
    whole = report.broadcast_seconds
    found: dict[tuple[Sort, str], tuple[str, int, float]] = {}
    for row in _rows(report, agency):
        sort, key, name = _group(report, by, row)
        former = found.get((sort, key), ("", 0, 0.0))
        found[sort, key] = (name or former[0], former[1] + row.played_plays, former[2] + row.air_seconds)
    made = [
        Share(sort, key, name, plays, seconds, _part(seconds, whole))
        for (sort, key), (name, plays, seconds) in found.items()
        if seconds > 0
    ]
    made.sort(key=lambda each: (_ORDER[each.sort], -each.seconds, each.name.casefold()))
    return tuple(made) if agency is not None else (*made, *_no_programme(report, whole))


def whole_of(report: AirReport, agency: str | None = None) -> Figures:
    """All of it in one sum."""
    return _sum(_rows(report, agency))


def _rows(report: AirReport, agency: str | None) -> list[AirRow]:
    return [row for row in report.rows if agency is None or row.agency == agency]


def _group(report: AirReport, by: By, row: AirRow) -> tuple[Sort, str, str]:
    """What a row belongs to: its sort, its key and its name."""
    if by is By.WALL:
        return Sort.NAMED, row.display_id, report.wall_name(row.display_id)
    if by is By.MEDIUM:
        is_slate = not row.medium_id
        return (Sort.SLATE, "", "") if is_slate else (Sort.NAMED, row.medium_id, row.medium_title)
    if row.kind in _UNBOOKED and not (by is By.AGENCY and row.agency):
        return _UNBOOKED[row.kind], "", ""  # of no booking, whoever speaks in it
    if by is By.SLOT:
        return Sort.NAMED, row.slot_id, row.slot_name
    return (Sort.NAMED, row.agency, row.agency) if row.agency else (Sort.OFFICE, "", "")


def _no_programme(report: AirReport, whole: float) -> tuple[Share, ...]:
    made = []
    for sort in _LAST:
        seconds = sum(float(getattr(each.wall, f"{sort.value}_seconds")) for each in report.walls)
        if seconds > 0:
            made.append(Share(sort, "", "", 0, seconds, _part(seconds, whole)))
    return tuple(made)


def _sum(rows: list[AirRow]) -> Figures:
    return Figures(**{field.name: sum(getattr(row, field.name) for row in rows) for field in fields(Figures)})


def _part(seconds: float, whole: float) -> float:
    return seconds / whole if whole > 0 else 0.0


_UNBOOKED: Mapping[str, Sort] = {ShowingKind.FILLER.value: Sort.FILLER, ShowingKind.SLATE.value: Sort.SLATE}
_LAST = (Sort.ALERT, Sort.HELD, Sort.OTHER, Sort.DOWN, Sort.UNREPORTED)
_ORDER: Mapping[Sort, int] = {sort: number for number, sort in enumerate(Sort)}
