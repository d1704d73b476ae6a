"""`displayctl report`: what was planned, and what was really played."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.models import PlayedReport

app = group("Reports for those who paid and those who promised.")


@command(app, "plays")
def plays(
    desk: Desk,
    starts: Annotated[str, typer.Option("--from", metavar="INSTANT", help="As 2026-11-23T00:00; 24 h ago else.")] = "",
    ends: Annotated[str, typer.Option("--to", metavar="INSTANT", help="Now otherwise.")] = "",
    display: Annotated[str, typer.Option(metavar="WALL", help="Only this wall.")] = "",
    zone: Annotated[str, typer.Option(metavar="ZONE", help="Time zone of the instants.")] = "Asia/Makassar",
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write it as CSV, too.")] = None,
) -> Answer:
    """Compare what was planned with what the walls presented."""
    begins, end = _span(desk, starts, ends, zone)
    wall = _wall_id(desk, display)
    report = desk.client.played_report(begins, end, wall)
    if csv is not None:
        csv.write_bytes(desk.client.played_report_csv(begins, end, wall))
    return Answer(report, _grid(report))


def _span(desk: Desk, starts: str, ends: str, time_zone: str) -> tuple[datetime, datetime]:
    from displayctl.cli.reading import read_instant
    from schedules.errors import InvalidValue

    end = read_instant(ends, time_zone) if ends else desk.clock.now()
    begins = read_instant(starts, time_zone) if starts else end - timedelta(days=1)
    if end <= begins:
        raise InvalidValue("to", f"{end:%Y-%m-%d %H:%M} UTC is not after the beginning; give a later end")
    return begins, end


def _wall_id(desk: Desk, named: str) -> str:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    return find_part(desk.client, PartKind.DISPLAY, named).id if named else ""


def _grid(report: PlayedReport) -> RenderableType:
    rows = [
        (
            row.display_id,
            row.slot_name or "-",
            row.medium_title or row.medium_id,
            row.planned_plays,
            row.played_plays,
            f"{row.planned_seconds:.0f} s",
            f"{row.played_seconds:.0f} s",
            row.late_frames + row.dropped_frames,
        )
        for row in report.rows
    ]
    columns = ("wall", "booking", "medium", "planned", "played", "planned time", "played time", "frames late or lost")
    return table(columns, rows, "nothing was planned or played in that time")
