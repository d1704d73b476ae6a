"""The report of what walls showed on paper: letterhead, the figures in tables, and three places to sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from displayctl.desk.papers.columns import Columns, Signers, heading, short, signatures, soft, table_row
from displayctl.desk.papers.letterhead import head
from displayctl.desk.papers.phrases import both, day_and_time
from displayctl.desk.papers.sheets import Paper, Strip
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Cell, Column, Table, Value
from displayctl.desk.reporting.words import count_words, days_words, length_words, percent_words

MOST_ROWS = 400
"""A paper that people read; all rows are in the spreadsheet."""
_FIGURES = frozenset({Cell.COUNT, Cell.LENGTH, Cell.PART})
"""These are compared, so they stand one below the other at the right of their column."""
LONGEST_NUMBER = 120
_METHOD = (
    "Angka tayang berasal dari catatan yang ditandatangani komputer di tiap layar; rencana berasal dari program yang "
    "terbit pada waktunya. Jeda di bawah 3 detik tidak dihitung sebagai tidak tayang."
)
_METHOD_ENGLISH = (
    "Played figures come from records that each wall's computer has signed, planned ones from the programmes in force "
    "then. Pauses below 3 seconds are no downtime."
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the paper says of itself: the number it is filed under, who signs it, and of which agency it is."""

    number: str = ""
    signers: Signers = field(default_factory=Signers)
    agency: str = ""


def air_paper(report: AirReport, tables: Iterable[Table], about: Particulars) -> Paper:
    """The paper; tables stand one below the other, and each row stays whole."""
    zone = ZoneInfo(report.days.time_zone)
    indonesian, english = days_words(report.days)
    title = head(report.office, "LAPORAN SIARAN", "Broadcast report", indonesian)
    strips = [Strip(title + _facts(report, about))]
    for table in tables:
        strips += _table(table, zone)
    strips += [Strip(_about(report, zone), stays=True), Strip(signatures(about.signers))]
    foot = f"Laporan siaran {indonesian}" + (f" · {about.number[:LONGEST_NUMBER]}" if about.number else "")
    return Paper(f"Laporan siaran {indonesian} ({english})", tuple(strips), foot, landscape=True)


def _facts(report: AirReport, about: Particulars) -> str:
    indonesian, english = days_words(report.days)
    facts = [(("Nomor", "Number"), about.number[:LONGEST_NUMBER])] if about.number else []
    facts.append((("Waktu", "Time"), indonesian if indonesian == english else f"{indonesian} ({english})"))
    facts.append((("Layar", "Walls"), ", ".join(each.wall.name for each in report.walls[:12]) or "–"))
    if about.agency:
        facts.append((("OPD", "Agency"), about.agency))
    rows = "".join(f'<tr><td width="16%">{both(*name)}</td><td>{short(value)}</td></tr>' for name, value in facts)
    warning = (
        "" if report.is_complete else f"<p><b>{both('Belum lengkap: waktunya belum lewat', 'not over yet')}</b></p>"
    )
    return f'<table width="100%" cellspacing="0" cellpadding="1">{rows}</table>{warning}'


def _table(table: Table, zone: ZoneInfo) -> list[Strip]:
    title = f'<p style="margin-top:10px; margin-bottom:2px"><b>{both(*table.words)}</b></p>'
    strips = [Strip(title, stays=True)]
    if not table.rows:
        indonesian, english = table.nothing
        return [*strips, Strip(f"<p>{escape(indonesian)} {soft(english)}</p>")]
    shown = _columns(table)
    columns: Columns = tuple((*column.words, width) for _, column, width in shown)
    figures = frozenset(place for place, (_, column, _) in enumerate(shown) if column.cell in _FIGURES)
    top = heading(columns, figures)
    strips.append(Strip(top, stays=True))
    for number, row in enumerate(table.rows[:MOST_ROWS]):
        cells = [_cell(row[at], zone) for at, _, _ in shown]
        reasons = _reasons(table, row)
        if reasons:
            cells[0] += f"<br>{soft(reasons)}"
        strips.append(Strip(table_row(cells, number, columns, figures), head=top))
    left_out = len(table.rows) - MOST_ROWS
    if left_out > 0:
        words = (
            f"… dan {count_words(left_out)} baris lagi di lembar kerja.",
            f"{left_out} more rows in the spreadsheet.",
        )
        strips.append(Strip(f"<p>{escape(words[0])} {soft(words[1])}</p>"))
    return strips


def _columns(table: Table) -> list[tuple[int, Column, int]]:
    """Which columns stand side by side, by their place, and how wide in percent."""
    many = len(table.columns) > 9
    chosen = [(at, column) for at, column in enumerate(table.columns) if not (many and column.key in _REASONS)]
    whole = sum(column.width for _, column in chosen)
    widths = [max(4, round(100 * column.width / whole)) for _, column in chosen]
    widths[0] += 100 - sum(widths)  # as wide as the paper, whatever was rounded
    return [(at, column, width) for (at, column), width in zip(chosen, widths, strict=True)]


def _reasons(table: Table, row: tuple[Value, ...]) -> str:
    """Why planned time is missing, in words, where there is any."""
    if len(table.columns) <= 9:
        return ""
    named = [
        f"{column.words[0].lower()} {length_words(value.total_seconds())}"
        for column, value in zip(table.columns, row, strict=True)
        if column.key in _REASONS and isinstance(value, timedelta) and value >= timedelta(seconds=1)
    ]
    return "; ".join(named)


_REASONS = frozenset({"alert", "held", "down", "unreported", "refused", "other", "extra", "frames"})
"""Thirteen columns are too many for a sheet: these are told in words below the name."""


def _cell(value: Value, zone: ZoneInfo) -> str:
    match value:
        case datetime():
            return escape(day_and_time(value, zone))
        case timedelta():
            return length_words(value.total_seconds())
        case float():
            return percent_words(value)
        case int():
            return count_words(value)
        case _:
            return short(value or "–")


def _about(report: AirReport, zone: ZoneInfo) -> str:
    made = escape(day_and_time(report.made_at, zone))
    return f'<p style="margin-top:10px">{escape(_METHOD)} {soft(_METHOD_ENGLISH)} Dibuat {made}.</p>'
