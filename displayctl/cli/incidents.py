"""`displayctl report incidents`, `incident`, `alerts` and `drills`: what is kept of emergencies, also on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, table
from displayctl.cli.spans import CsvOption, FromOption, OneWallOption, ToOption, ZoneOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.incidents import AlertPlay, Incident, IncidentInfo

PdfOption = Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as one A4 page, too.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to ``displayctl report``."""
    command(app, "incidents")(list_incidents)
    command(app, "incident")(show_incident)
    command(app, "alerts")(alert_plays)
    command(app, "drills")(show_drills)


def list_incidents(desk: Desk) -> Answer:
    """List emergencies and drills, each with all that updated it or took it back."""
    found = desk.client.incidents.incidents()
    return Answer(found, _incidents(found, "there was no emergency and no drill"))


def show_incident(
    desk: Desk,
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The id of any of its alerts.")],
    pdf: PdfOption = None,
) -> Answer:
    """Show all that is kept of an emergency: who, when, and what each wall did."""
    found = desk.client.incidents.incident(incident)
    if pdf is not None:
        from displayctl.desk.recording import incident_pdf
        from displayctl.desk.saving import save_file

        save_file(pdf, incident_pdf(desk.client, incident, desk.clock.now()))
    return Answer(found, _walls(found))


def alert_plays(
    desk: Desk,
    starts: FromOption = "",
    ends: ToOption = "",
    display: OneWallOption = "",
    zone: ZoneOption = "Asia/Makassar",
    csv: CsvOption = None,
) -> Answer:
    """List emergencies as the walls' own records have them: from when to when, which page, drill or not."""
    from displayctl.cli.finding import wall_id
    from displayctl.cli.reading import read_span

    begins, end = read_span(desk.clock.now(), starts, ends, zone)
    wall = wall_id(desk.client, display)
    report = desk.client.incidents.plays(begins, end, wall)
    if csv is not None:
        from displayctl.desk.saving import save_file

        save_file(csv, desk.client.incidents.plays_csv(begins, end, wall))
    return Answer(report, _plays(report.rows))


def show_drills(desk: Desk, pdf: PdfOption = None) -> Answer:
    """Show whether this month's drill was done, and how earlier ones went."""
    found = desk.client.incidents.drills()
    if pdf is not None:
        from displayctl.desk.recording import drills_pdf
        from displayctl.desk.saving import save_file

        save_file(pdf, drills_pdf(desk.client, desk.clock.now()))
    status = found.status
    late = f"the drill of {status.month} was due at {status.due_at:%Y-%m-%d %H:%M} UTC and was not done; run one"
    complaints = (late,) if status.overdue else ()
    return Answer(found, _incidents(found.drills, "there was no drill yet"), complaints)


def _incidents(found: tuple[IncidentInfo, ...], none: str) -> RenderableType:
    columns = ("id", "began (UTC)", "level", "message", "kind", "walls", "median", "worst", "state")
    rows = [
        (
            each.id,
            f"{each.starts:%Y-%m-%d %H:%M:%S}",
            _level(each.level),
            each.headline,
            each.kind or "-",
            f"{each.shown}/{each.walls}",
            _seconds(each.median_seconds),
            _seconds(each.worst_seconds),
            _state(each),
        )
        for each in found
    ]
    return table(columns, rows, none)


def _walls(found: Incident) -> RenderableType:
    columns = ("message", "step", "wall", "received (UTC)", "shown (UTC)", "delay", "frame", "ended (UTC)", "why")
    rows = [
        (
            step.alert_id,
            step.kind.value,
            wall.name,
            *(f"{at:%H:%M:%S}" if at else "-" for at in (wall.received_at, wall.shown_at)),
            _seconds(wall.seconds),
            wall.frame[:12] or "-",
            f"{wall.ended_at:%H:%M:%S}" if wall.ended_at else "-",
            wall.why or "-",
        )
        for step in found.steps
        for wall in step.walls
    ]
    return table(columns, rows, "no wall was meant")


def _plays(rows: tuple[AlertPlay, ...]) -> RenderableType:
    columns = ("wall", "from (UTC)", "to (UTC)", "level", "message", "page", "drill", "id")
    lines = [
        (
            row.display_id,
            f"{row.starts:%Y-%m-%d %H:%M:%S}",
            f"{row.ends:%Y-%m-%d %H:%M:%S}",
            _level(row.level) if row.level else "-",
            row.headline or "-",
            row.page or "-",
            "drill" if row.drill else "",
            row.alert_id,
        )
        for row in rows
    ]
    return table(columns, lines, "no emergency was on any wall in that time")


def _level(level: int) -> str:
    from schedules.alert import AlertLevel

    return AlertLevel(level).name


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f} s"


def _state(info: IncidentInfo) -> str:
    words = ["drill"] if info.drill else []
    words += ["live"] if info.live else []
    words += ["taken back"] if info.corrected else []
    return ", ".join(words) or "over"
