"""The report of the monthly drills: how many walls each reached, how fast, who was missing, beside earlier months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.incidents import Drills, IncidentInfo
from displayctl.api.office import OfficeSettings
from displayctl.desk.papers.letterhead import foot, grid, head, section
from displayctl.desk.papers.page import Page
from displayctl.desk.papers.phrases import SOFT, both, day_and_time, kind_words, seconds_words
from schedules.calendar_names import SHORT_MONTHS

MOST_DRILLS, MOST_NAMES = 24, 6
STAMP = "LATIHAN"


def drills_page(drills: Drills, office: OfficeSettings, now: datetime) -> Page:
    """The page: each drill with its figures, newest first, and how its median compares with the drill before it."""
    kept = drills.drills[:MOST_DRILLS]

    def text(rows: int) -> str:
        zone = ZoneInfo(office.zone)
        parts = [head(office, "LAPORAN LATIHAN BULANAN", "Monthly drill report", drills.status.month)]
        parts += [_standing(drills, zone), section("Bulan demi bulan", "Month by month"), _months(kept, zone)]
        parts += [section("Latihan", "Drills"), _each(kept, rows, zone)]
        return "".join((*parts, "<p>&nbsp;</p>", foot(office, now, "displayctl report drills --json")))

    return Page(title=f"Laporan latihan {drills.status.month}", text=text, stamp=STAMP, most_rows=len(kept))


def by_month(drills: Iterable[IncidentInfo], zone: ZoneInfo) -> dict[str, tuple[IncidentInfo, ...]]:
    """Drills by the civil month they began in, as ``2026-11``, in the order given."""
    found: dict[str, tuple[IncidentInfo, ...]] = {}
    for drill in drills:
        month = f"{drill.starts.astimezone(zone):%Y-%m}"
        found[month] = (*found.get(month, ()), drill)
    return found


def _standing(drills: Drills, zone: ZoneInfo) -> str:
    status = drills.status
    if status.done:
        words = both("Latihan bulan ini sudah dilakukan.", "This month's drill was done.")
    elif status.overdue and status.due_at is not None:
        since = escape(day_and_time(status.due_at, zone))
        words = f"<b>{both('Latihan bulan ini belum dilakukan', 'This month has no drill yet')}</b> ({since})"
    else:
        words = both("Latihan bulan ini belum jatuh tempo.", "This month's drill is not due yet.")
    return f"<p>{words}</p>"


def _months(drills: tuple[IncidentInfo, ...], zone: ZoneInfo) -> str:
    headings = [
        ("Bulan", "Month"),
        ("Latihan", "Drills"),
        ("Layar tayang", "Walls shown"),
        ("Median", "Median"),
        ("Terlama", "Worst"),
    ]
    rows = []
    for month, held in by_month(drills, zone).items():
        shown, walls = sum(drill.shown for drill in held), sum(drill.walls for drill in held)
        medians = sorted(drill.median_seconds for drill in held if drill.median_seconds is not None)
        worst = max((drill.worst_seconds for drill in held if drill.worst_seconds is not None), default=None)
        median = medians[len(medians) // 2] if medians else None
        year, number = month.split("-")
        cells = [f"{SHORT_MONTHS[int(number) - 1]} {year}", str(len(held)), f"{shown} / {walls}"]
        rows.append([*cells, seconds_words(median), seconds_words(worst)])
    return grid(headings, rows)


def _each(drills: tuple[IncidentInfo, ...], most: int, zone: ZoneInfo) -> str:
    headings = [
        ("Mulai", "Began"),
        ("Pesan", "Message"),
        ("Layar tayang", "Walls shown"),
        ("Median", "Median"),
        ("Terlama", "Worst"),
        ("Tidak tayang", "Missing"),
    ]
    rows = []
    for drill, before in zip(drills, (*drills[1:], None), strict=False):
        kind = both(*kind_words(drill.kind))
        cells = [escape(day_and_time(drill.starts, zone)), f"{escape(drill.headline)}<br>{kind}"]
        cells += [f"{drill.shown} / {drill.walls}", seconds_words(drill.median_seconds) + _change(drill, before)]
        rows.append([*cells, seconds_words(drill.worst_seconds), _missing(drill)])
    left_out = len(rows) - most
    note = f"<p>{both(f'… dan {left_out} latihan lagi', 'further drills')}</p>" if left_out > 0 else ""
    return grid(headings, rows[:most]) + note


def _change(drill: IncidentInfo, before: IncidentInfo | None) -> str:
    """How many seconds more or less than the drill before it."""
    if before is None or before.median_seconds is None or drill.median_seconds is None:
        return ""
    change = f"{drill.median_seconds - before.median_seconds:+.2f}".replace(".", ",").replace("-", "−")
    return f' <span style="color:{SOFT}"><small>({change})</small></span>'


def _missing(drill: IncidentInfo) -> str:
    names = [escape(wall.name) for wall in drill.missing[:MOST_NAMES]]
    more = len(drill.missing) - len(names)
    return (", ".join(names) + (f" +{more}" if more > 0 else "")) or "–"
