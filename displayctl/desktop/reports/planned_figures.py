"""What the section of notices shows of a report, worked out as one: a table, its sum, and what each row of it is of."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.api.reports import AirRow
from displayctl.desk.reporting.figures import By, Figures, Sort, Total, totals, whole_of
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table, detail_table, planned_table
from displayctl.desktop.presenters.report_words import in_my_language

DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class PlannedFigures:
    """Of sums `totals` has one for each row of the table, in detail `rows` has."""

    table: Table
    whole: Figures
    totals: tuple[Total, ...] = ()
    rows: tuple[AirRow, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)

    def row(self, number: int | None) -> AirRow | None:
        """The row of one wall, booking and medium; None where sums are on show, or there is none of this number."""
        return self.rows[number] if number is not None and number < len(self.rows) else None

    def figures(self, number: int | None) -> Figures:
        """What this row comes to; of everything where there is none."""
        row = self.row(number)
        if row is not None:
            return Figures(**{name: getattr(row, name) for name in Figures.__dataclass_fields__})
        return self.totals[number].figures if number is not None and number < len(self.totals) else self.whole

    def medium_id(self, number: int | None) -> str:
        """The medium that this row is of; empty where it is of no single one."""
        row = self.row(number)
        if row is not None:
            return row.medium_id
        if self.table.key != f"planned-{By.MEDIUM.value}" or number is None or number >= len(self.totals):
            return ""
        total = self.totals[number]
        return total.key if total.sort is Sort.NAMED else ""


def planned_figures(report: AirReport, chosen: str, agency: str | None) -> PlannedFigures:
    """Summed up by a `By`, or every row (DETAIL)."""
    whole = whole_of(report, agency)
    if chosen == DETAIL:
        rows = tuple(row for row in report.rows if agency is None or row.agency == agency)
        return PlannedFigures(detail_table(report, agency, in_my_language), whole, rows=rows)
    by = By(chosen)
    return PlannedFigures(planned_table(report, by, agency, in_my_language), whole, totals(report, by, agency))
