"""The bar over the report gives names the room they need, in as many lines as it takes."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from displayctl.desktop.reports.bar import MOST_PX, ReportBar

NAME = "Dinas Kependudukan dan Pencatatan Sipil"


def test_a_long_name_is_read_whole_and_the_bar_takes_a_second_line_in_a_narrow_window(qtbot: QtBot) -> None:
    bar = ReportBar(date(2026, 11, 23), "Asia/Makassar")
    qtbot.addWidget(bar)
    short = bar.agency.sizeHint().width()
    bar.offer_agencies((NAME,))
    bar.offer_walls((("tugu", NAME * 5),))
    assert short < bar.agency.fontMetrics().horizontalAdvance(NAME) < bar.agency.sizeHint().width() <= MOST_PX
    assert bar.wall.maximumWidth() == MOST_PX
    bar.choose_dates(date(2026, 11, 1), date(2026, 11, 23))
    assert bar.heightForWidth(880) > bar.heightForWidth(1600)
