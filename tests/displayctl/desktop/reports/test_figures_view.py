"""The table of the report: what its columns have room for, and how its rows are sorted and searched."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
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


def test_where_there_is_little_room_names_are_read_and_figures_stand_closer(
    application: QApplication, qtbot: QtBot
) -> None:
    figures = tuple(Column(f"n{at}", ("Rencana (kali)", "Planned plays"), Cell.COUNT, 20) for at in range(4))
    view = FiguresView("figures")
    qtbot.addWidget(view)
    table = Table("", ("", ""), (COLUMNS[0], *figures), (("Layanan publik harian", 1, 2, 3, 4),), ("", ""))
    view.show_table(table, ZoneInfo("Asia/Makassar"))
    view.show()
    view.resize(1200, 300)
    airy = view.columnWidth(1)
    view.resize(700, 300)
    assert view.columnWidth(1) < airy
    assert view.columnWidth(0) > 700 - 4 * airy
    view.resize(1200, 300)
    assert view.columnWidth(1) == airy


def test_names_are_read_whole_among_many_columns_and_what_has_no_room_is_scrolled_to(
    application: QApplication, qtbot: QtBot
) -> None:
    words = (
        Column(key, (key, key), Cell.TEXT, width)
        for key, width in (("wall", 22), ("booking", 28), ("medium", 28), ("agency", 24))
    )
    figures = (Column(f"n{at}", ("Rencana (kali)", "Planned plays"), Cell.COUNT, 10) for at in range(5))
    rows = (("Taman Merdeka", "Layanan publik harian", "Posyandu", "Dinas Kesehatan", 1, 2, 3, 4, 5),)
    view = FiguresView("figures")
    qtbot.addWidget(view)
    view.show_table(Table("", ("", ""), (*words, *figures), rows, ("", "")), ZoneInfo("Asia/Makassar"))
    view.show()
    for width in (950, 500, 1800):
        view.resize(width, 300)
        assert view.columnWidth(0) >= view.sizeHintForColumn(0), f"a window of {width} px"
        assert all(view.columnWidth(at) >= view.sizeHintForColumn(at) for at in range(4, 9))
        assert all(view.columnWidth(at) >= 90 for at in range(1, 4))
        beyond = view.horizontalHeader().length() - view.viewport().width()
        assert view.horizontalScrollBar().maximum() > 0 if beyond > 0 else width > 500
    assert beyond <= 0, "in a wide window everything is seen at once"


COLUMNS = Column("name", ("Acara", "Booking"), Cell.TEXT), Column("plays", ("Kali", "Plays"), Cell.COUNT)
ROWS = (("Senam", 3), ("Apel Pagi", 1), ("Azan", 3), ("Berita pagi", None), ("Total", 7))


def shown(view: FiguresView) -> list[str]:
    return [str(view.figures.index(at, 0).data()) for at in range(view.figures.rowCount())]


def test_rows_are_sorted_by_what_they_are_and_the_chosen_one_stays_chosen(
    application: QApplication, qtbot: QtBot
) -> None:
    view = FiguresView("figures")
    qtbot.addWidget(view)
    view.show_table(Table("", ("", ""), COLUMNS, ROWS, ("", ""), sums=1), ZoneInfo("Asia/Makassar"))
    assert shown(view) == ["Senam", "Apel Pagi", "Azan", "Berita pagi"], "as they came, without their sum"
    view.selectRow(2)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["Apel Pagi", "Azan", "Berita pagi", "Senam"]
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(view) == ["Azan", "Senam", "Apel Pagi", "Berita pagi"], "what is alike stays by name"
    assert (view.row_number, view.currentIndex().row()) == (2, 0)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]


def test_a_search_finds_names_whatever_their_capitals_and_outlasts_the_table(
    application: QApplication, qtbot: QtBot
) -> None:
    view, zone = FiguresView("figures"), ZoneInfo("Asia/Makassar")
    qtbot.addWidget(view)
    view.show_table(Table("", ("", ""), COLUMNS, ROWS[:4], ("", "")), zone, frozenset({"plays"}))
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.selectRow(3)
    view.search("PAGI")
    assert shown(view) == ["Berita pagi", "Apel Pagi"]
    assert (view.row_number, view.currentIndex().row()) == (1, 1)
    assert view.isColumnHidden(1)
    view.search("senam")
    assert (shown(view), view.row_number) == (["Senam"], None)
    view.show_table(Table("", ("", ""), COLUMNS, (("Senam sore", 1), ROWS[1]), ("", "")), zone)
    assert shown(view) == ["Senam sore"]
    view.search("")
    assert shown(view) == ["Senam sore", "Apel Pagi"]
