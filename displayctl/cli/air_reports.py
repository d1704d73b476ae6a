"""`displayctl report planned`, `airtime`, `downtime`, `emergencies`, `public`: what walls were to show and showed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, counted, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.desk.reporting.gathering import AirReport
    from displayctl.desk.reporting.tables import Table, Value
    from displayctl.desk.reporting.times import Days


class Format(StrEnum):
    """How the answer comes."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class ByOption(StrEnum):
    """What figures are summed up by; `detail` has every wall, booking and medium in a row."""

    WALL = "wall"
    SLOT = "slot"
    MEDIUM = "medium"
    AGENCY = "agency"
    DETAIL = "detail"


MonthOption = Annotated[str, typer.Option("--month", metavar="MONTH", help="As 2026-10; this month otherwise.")]
FirstOption = Annotated[str, typer.Option("--from", metavar="DAY", help="The first day, as 2026-10-05.")]
LastOption = Annotated[str, typer.Option("--to", metavar="DAY", help="The last day; 92 days at the most.")]
WallsOption = Annotated[list[str], typer.Option("--display", metavar="WALL", help="Only this wall; may be repeated.")]
AgencyOption = Annotated[str, typer.Option("--agency", metavar="NAME", help="Only what this agency speaks in.")]
FormatOption = Annotated[Format, typer.Option("--format", help="As a table here, or as a file.")]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where the file goes.")]
NumberOption = Annotated[str, typer.Option("--number", metavar="NUMBER", help="What a PDF is filed under.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to ``displayctl report``."""
    command(app, "planned")(planned)
    command(app, "airtime")(airtime)
    command(app, "downtime")(downtime)
    command(app, "emergencies")(emergencies)
    command(app, "broadcast")(everything)
    command(app, "public")(public)


def planned(
    desk: Desk,
    month: MonthOption = "",
    first: FirstOption = "",
    last: LastOption = "",
    display: WallsOption = [],  # noqa: B006
    agency: AgencyOption = "",
    by: Annotated[ByOption, typer.Option("--by", help="What to sum up by.")] = ByOption.SLOT,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
    number: NumberOption = "",
) -> Answer:
    """Compare what was planned with what walls showed, and say why time is missing."""
    from displayctl.desk.reporting.figures import By
    from displayctl.desk.reporting.tables import detail_table, planned_table

    report = _gathered(desk, month, first, last, display)
    speaks = _agency(report, agency)
    chosen = detail_table(report, speaks) if by is ByOption.DETAIL else planned_table(report, By(by.value), speaks)
    return _answer(report, (chosen,), format, out, number, agency)


def airtime(
    desk: Desk,
    month: MonthOption = "",
    first: FirstOption = "",
    last: LastOption = "",
    display: WallsOption = [],  # noqa: B006
    agency: AgencyOption = "",
    by: Annotated[ByOption, typer.Option("--by", help="What to share by; not detail.")] = ByOption.AGENCY,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
    number: NumberOption = "",
) -> Answer:
    """Tell how the broadcast time of walls was shared; all of it adds up to 100 %."""
    from displayctl.desk.reporting.figures import By
    from displayctl.desk.reporting.tables import airtime_table
    from schedules.errors import InvalidValue

    if by is ByOption.DETAIL:
        raise InvalidValue("by", "airtime is shared by wall, slot, medium or agency; choose one of these")
    report = _gathered(desk, month, first, last, display)
    shared = airtime_table(report, By(by.value), _agency(report, agency))
    return _answer(report, (shared,), format, out, number, agency)


def downtime(
    desk: Desk,
    month: MonthOption = "",
    first: FirstOption = "",
    last: LastOption = "",
    display: WallsOption = [],  # noqa: B006
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
    number: NumberOption = "",
) -> Answer:
    """List when walls showed nothing in their broadcast time, and how much of it they were available."""
    from displayctl.desk.reporting.tables import availability_table, downtime_table

    report = _gathered(desk, month, first, last, display)
    tables = availability_table(report), downtime_table(report)
    return _answer(report, tables[::-1] if format is Format.CSV else tables, format, out, number)


def emergencies(
    desk: Desk,
    month: MonthOption = "",
    first: FirstOption = "",
    last: LastOption = "",
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
    number: NumberOption = "",
) -> Answer:
    """List emergencies and drills, and how long they were on walls."""
    from displayctl.desk.reporting.gathering import AirReport
    from displayctl.desk.reporting.tables import emergency_table

    days, now = _days(desk, month, first, last), desk.client.health().now
    rows = desk.client.reports.emergencies(days.starts, days.ends).rows
    report = AirReport(days, now, desk.client.settings().office, (), rows)
    return _answer(report, (emergency_table(report),), format, out, number)


def everything(
    desk: Desk,
    month: MonthOption = "",
    first: FirstOption = "",
    last: LastOption = "",
    display: WallsOption = [],  # noqa: B006
    agency: AgencyOption = "",
    format: FormatOption = Format.XLSX,
    out: OutOption = None,
    number: NumberOption = "",
) -> Answer:
    """Write the whole report: a spreadsheet with a sheet for each part, or a paper with the letterhead."""
    from displayctl.desk.reporting.tables import every_table
    from schedules.errors import InvalidValue

    if format is Format.CSV:
        raise InvalidValue("format", "a CSV file has one table; choose xlsx or pdf, or another of the report commands")
    report = _gathered(desk, month, first, last, display)
    return _answer(report, every_table(report, _agency(report, agency)), format, out, number, agency)


def public(
    desk: Desk,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder that the page goes into.")],
    month: Annotated[str, typer.Option("--month", metavar="MONTH", help="As 2026-10; the last month otherwise.")] = "",
    display: WallsOption = [],  # noqa: B006
) -> Answer:
    """Write the month's page for the public: one HTML file, nothing on it is about a person."""
    from displayctl.desk.reporting.public_page import page_name, public_agencies, public_page
    from displayctl.desk.reporting.times import month_before, read_month
    from displayctl.desk.saving import save_file

    zone = desk.client.settings().office.zone
    days = read_month(month, zone) if month else month_before(_today(desk, zone), zone)
    report = _gathered_of(desk, days, display)
    page = public_page(report, public_agencies(desk.client))
    to.mkdir(parents=True, exist_ok=True)
    file = to / page_name(report)
    save_file(file, page.encode())
    words = f"{file}: {days.name}, {counted(len(report.walls), 'wall', 'walls')}"
    return Answer({"file": str(file), "month": days.name, "walls": len(report.walls)}, words)


def _gathered(desk: Desk, month: str, first: str, last: str, walls: list[str]) -> AirReport:
    return _gathered_of(desk, _days(desk, month, first, last), walls)


def _gathered_of(desk: Desk, days: Days, walls: list[str]) -> AirReport:
    from displayctl.cli.finding import wall_id
    from displayctl.desk.reporting.gathering import gather

    ids = tuple(dict.fromkeys(wall_id(desk.client, each) for each in walls))
    return gather(
        desk.client,
        days,
        ids,
        lambda done, whole: desk.say(f"wall {done + 1} of {whole}…"),
    )


def _days(desk: Desk, month: str, first: str, last: str) -> Days:
    from displayctl.cli.reading import read_date
    from displayctl.desk.reporting.times import Days, month_of, read_month
    from schedules.errors import InvalidValue

    zone = desk.client.settings().office.zone
    if month and (first or last):
        raise InvalidValue("month", "give either a month, or a first and a last day")
    if month:
        return read_month(month, zone)
    if last and not first:
        raise InvalidValue("from", "give the first day, too")
    today = _today(desk, zone)
    return Days(read_date(first), read_date(last) if last else today, zone) if first else month_of(today, zone)


def _today(desk: Desk, time_zone: str) -> date:
    from schedules.display import zone

    return desk.clock.now().astimezone(zone(time_zone)).date()


def _agency(report: AirReport, named: str) -> str | None:
    """The agency that is meant; None for all. Raises NotNamed."""
    from displayctl.cli.finding import pick

    if not named:
        return None
    return pick(named, report.agencies, "agency in this report", lambda name: name, lambda name: name)


def _answer(
    report: AirReport,
    tables: tuple[Table, ...],
    format: Format,
    out: Path | None,
    number: str,
    agency: str = "",
) -> Answer:
    if format is Format.TABLE:
        return Answer([_data(each) for each in tables], _grids(report, tables))
    from displayctl.desk.papers.air_report import Particulars
    from displayctl.desk.reporting.saving import Form, Saving, saved_bytes
    from displayctl.desk.saving import save_file

    saving = Saving(report, tables, Form(format.value), Particulars(number=number, agency=agency))
    file = out or Path(saving.file_name)
    save_file(file, saved_bytes(saving))
    rows = sum(len(each.rows) for each in tables)
    return Answer({"file": str(file), "rows": rows}, f"{file}: {counted(rows, 'row', 'rows')}")


def _grids(report: AirReport, tables: tuple[Table, ...]) -> RenderableType:
    from rich.console import Group

    if report.walls and report.is_empty:
        return f"nothing was published or shown in {report.days.name}"
    parts: list[RenderableType] = []
    for each in tables:
        rows = [[_words(value) for value in row] for row in each.rows]
        parts += [each.words[1], table([column.words[1] for column in each.columns], rows, each.nothing[1])]
    return Group(*parts)


def _data(found: Table) -> dict[str, object]:
    keys = [column.key for column in found.columns]
    rows = [{key: _plain(value) for key, value in zip(keys, row, strict=True)} for row in found.rows]
    return {"table": found.key, "rows": rows}


def _plain(value: Value) -> object:
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 3)
    return value.isoformat() if isinstance(value, datetime) else value


def _words(value: Value) -> str:
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, float):
        return f"{100 * value:.1f} %"
    return "-" if value is None else str(value)
