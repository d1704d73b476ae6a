"""The table of the report: what its columns have room for."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.reporting.tables import Cell, Column, Table
from displayctl.desktop.reports.table import FiguresView

LONG = timedelta(hours=1234, minutes=56)


def test_a_column_is_never_narrower_than_its_figures(application: QApplication, qtbot: QtBot) -> None:
    columns = Column("name", ("Acara", "Booking"), Cell.TEXT), Column("missing", ("", ""), Cell.LENGTH, 1)
    view = FiguresView("figures")
    qtbot.addWidget(view)
    view.show_table(Table("", ("", ""), columns, (("Pagi", LONG), ("Sore", LONG)), ("", "")), ZoneInfo("Asia/Makassar"))

    assert view.columnWidth(1) >= view.sizeHintForColumn(1) > 60
