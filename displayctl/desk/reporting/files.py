"""Tables as files: values separated by commas, and spreadsheets with real numbers, times and frozen headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Cell, Column, Table, Value, both_words
from displayctl.desk.reporting.words import days_words
from schedules.errors import InvalidValue

Styled = Any
"""A cell that is written and not kept; the library makes it by a function that has no type of its own."""
MOST_ROWS, LONGEST_TEXT = 200_000, 2000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORMATS = {Cell.COUNT: "#,##0", Cell.LENGTH: "[h]:mm:ss", Cell.PART: "0.0%", Cell.INSTANT: "yyyy-mm-dd hh:mm:ss"}
_HEADING, _GROUND = Font(bold=True), PatternFill("solid", start_color="FFDFE4EA")
_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def table_csv(table: Table, zone: ZoneInfo) -> bytes:
    """UTF-8 with a byte order mark, for office programs; headings are stable words, durations seconds, parts
    0 to 1, and there are no sums.

    Text that a spreadsheet would take for a formula gets an apostrophe. Instants are civil times of `zone` with their
    offset.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.key for column in table.columns)
    for row in table.body:
        writer.writerow(_plain(value, zone) for value in row)
    return out.getvalue().encode("utf-8-sig")


def workbook(report: AirReport, tables: Iterable[Table]) -> bytes:
    """One sheet for each table, and a first one that says what it is. Raises InvalidValue for far too many rows."""
    chosen = tuple(tables)
    rows = sum(len(table.rows) for table in chosen)
    if rows > MOST_ROWS:
        raise InvalidValue("rows", f"{rows} rows are too many for one file; choose fewer walls or days")
    book = Workbook(write_only=True)
    zone = ZoneInfo(report.days.time_zone)
    _add_front(book, report, zone)
    names: set[str] = set()
    for table in chosen:
        _add_table(book.create_sheet(_sheet_name(table, names)), table, zone)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_front(book: Workbook, report: AirReport, zone: ZoneInfo) -> None:
    sheet: Any = book.create_sheet("Laporan")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 60
    facts: tuple[tuple[str, Value], ...] = (
        ("Kantor / Office", report.office.name),
        ("Laporan / Report", both_words(days_words(report.days))),
        ("Dari / From", report.days.starts),
        ("Sampai / To", report.days.ends),
        ("Zona waktu / Time zone", report.days.time_zone),
        ("Dibuat / Made", report.made_at),
        ("Layar / Walls", ", ".join(each.wall.name for each in report.walls)),
        ("Sumber / Source", "displayctl: catatan tayang yang ditandatangani layar / play records signed by the walls"),
    )
    for name, value in facts:
        kind = Cell.INSTANT if isinstance(value, datetime) else Cell.TEXT
        sheet.append([_text(sheet, name, bold=True), _cell(sheet, value, kind, zone)])


def _add_table(sheet: Any, table: Table, zone: ZoneInfo) -> None:
    sheet.freeze_panes = "B2"
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width + 4
    sheet.append([_heading(sheet, column) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value, column.cell, zone) for value, column in zip(row, table.columns, strict=True)])
    if not table.rows:
        sheet.append([_text(sheet, both_words(table.nothing))])


def _heading(sheet: Any, column: Column) -> Styled:
    made = _text(sheet, both_words(column.words), bold=True)
    made.fill = _GROUND
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _cell(sheet: Any, value: Value, kind: Cell, zone: ZoneInfo) -> Styled:
    if isinstance(value, str):
        return _text(sheet, value)
    # A spreadsheet knows no time zones: the civil time is what people compare with their watches.
    plain = value.astimezone(zone).replace(tzinfo=None, microsecond=0) if isinstance(value, datetime) else value
    if isinstance(plain, timedelta):
        plain = timedelta(seconds=round(plain.total_seconds(), 3))
    made: Styled = WriteOnlyCell(sheet)
    made.value = plain
    made.number_format = _FORMATS.get(kind, "General")
    return made


def _text(sheet: Any, text: str, *, bold: bool = False) -> Styled:
    """Text stays text, whatever it begins with."""
    made: Styled = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_TEXT])
    made.data_type = TYPE_STRING
    if text.startswith(_FORMULA):
        made.quotePrefix = True
    if bold:
        made.font = _HEADING
    return made


def _sheet_name(table: Table, taken: set[str]) -> str:
    """At most 31 letters, none of those that sheets may not have, and no name twice."""
    name = table.words[0].translate(_NAMES)[:31].strip()
    while name.casefold() in taken:
        name = f"{name[:28].strip()} {len(taken)}"
    taken.add(name.casefold())
    return name


def _plain(value: Value, zone: ZoneInfo) -> object:
    match value:
        case datetime():
            return value.astimezone(zone).isoformat(timespec="seconds")
        case timedelta():
            return round(value.total_seconds(), 3)
        case float():
            return round(value, 6)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case _:
            return "" if value is None else value
