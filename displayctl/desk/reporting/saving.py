"""A report as the file that a person asked for, named by its days."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from displayctl.desk.papers.air_report import Particulars, air_paper
from displayctl.desk.papers.sheets import Sheets
from displayctl.desk.reporting.files import table_csv, workbook
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table
from displayctl.desk.reporting.times import Days


class Form(StrEnum):
    """The kinds of file, by their endings."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Saving:
    """What to save: tables of a report as one file. Of several tables a file of values has the first alone."""

    report: AirReport
    tables: tuple[Table, ...]
    form: Form
    about: Particulars = field(default_factory=Particulars)

    @property
    def file_name(self) -> str:
        """As ``laporan-siaran-2026-10.xlsx``."""
        return file_name(self.report.days, self.form, self.tables[0].key if len(self.tables) == 1 else "")


def file_name(days: Days, form: Form, key: str = "") -> str:
    """The name for the file of a whole report, or for that of the table with `key` alone."""
    return f"laporan-{key or 'siaran'}-{days.name}.{form.value}"


def saved_bytes(saving: Saving) -> bytes:
    """The file. Raises PaperRefused, InvalidValue for far too many rows, FontsMissing."""
    match saving.form:
        case Form.CSV:
            return table_csv(saving.tables[0], ZoneInfo(saving.report.days.time_zone))
        case Form.XLSX:
            return workbook(saving.report, saving.tables)
        case Form.PDF:
            return Sheets(air_paper(saving.report, saving.tables, saving.about)).as_pdf()
