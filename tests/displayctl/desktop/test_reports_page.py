"""The page of reports against a real hub: what is looked at, why time is missing, and every file it saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.reporting.figures import By
from displayctl.desk.reporting.saving import Form
from displayctl.desktop.pages.reports import AIRTIME, DOWNTIME, INCIDENTS, PLANNED, ReportsPage
from displayctl.desktop.reports.bar import LAST_MONTH
from displayctl.desktop.reports.planned import NOT_FOUND
from displayctl.desktop.reports.planned_figures import DETAIL
from schedules.span import Span
from tests.builders import at, programme, slot
from tests.displayctl.desktop.conftest import opened_desk
from tests.displayctl.hub.as_run import AsRun, perfect, without
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread

HOUR = Span(at("2026-11-22 08:00"), at("2026-11-22 09:00"))


def test_the_report_is_read_explained_and_saved(application: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    clock = PushedClock(HOUR.ends)
    with hub_in_thread(tmp_path / "office", clock) as hub:
        add_wall(hub.client, width=640, height=384)
        house = AsRun(hub.services.storage, clock)
        planned = programme(slot("pagi", "ab", "08:00-09:00"))
        house.publish(planned, HOUR.starts)
        house.say(*without(perfect(planned, "tugu", HOUR), Span(HOUR.starts, HOUR.starts + timedelta(minutes=6))))
        with opened_desk(hub, application) as desk:
            page = ReportsPage(desk)
            qtbot.addWidget(page)
            page.resize(960, 600)
            page.show()
            section = page.planned
            qtbot.waitUntil(lambda: section.table is not None, timeout=10_000)
            assert [cells[0] for cells in section.table.rows] == ["Pagi"]  # type: ignore[union-attr]
            section.view.selectRow(0)
            assert "6 " in section.sentence.text()
            section.choose_by(DETAIL)
            qtbot.waitUntil(lambda: section.table.key == DETAIL, timeout=10_000)  # type: ignore[union-attr]
            section.search.setText("B")
            assert section.view.figures.rowCount() == 1
            section.view.selectRow(0)
            assert section.row is not None
            assert (section.row.medium_id, section.row.down_seconds) == ("b", 240)
            assert section.why_button.isEnabled()
            section.search.setText("tidak ada yang begini")
            assert section._places.currentIndex() == NOT_FOUND
            section.search.clear()

            page.show_section(AIRTIME)
            qtbot.waitUntil(lambda: page.airtime.table is not None, timeout=10_000)
            assert page.airtime.table is not None
            assert page.airtime.table.rows[-1][-1] == pytest.approx(1)
            assert page.airtime.bar.accessibleDescription()
            tabs = page._sections.bar.geometry()
            page.show_section(INCIDENTS)
            QApplication.processEvents()
            assert page._sections.bar.geometry() == tabs
            page.show_section(DOWNTIME)
            assert not page.bar.agency.isEnabled()
            qtbot.waitUntil(lambda: page.downtime.silences.figures.rowCount() == 1, timeout=10_000)
            page.airtime.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
            heading = page.airtime.view.model().headerData(1, Qt.Orientation.Horizontal)
            assert heading != heading.strip()  # the arrow has room behind it

            for form, name in ((Form.XLSX, "a.xlsx"), (Form.PDF, "a.pdf"), (Form.CSV, "a.csv")):
                with qtbot.waitSignal(page.told, timeout=20_000) as told:
                    page.saving.save(tmp_path / name, form)
                assert told.args is not None
                assert told.args[1] == "good"
            assert "Laporan" in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
            assert (tmp_path / "a.csv").read_text("utf-8-sig").startswith("wall,from,to")
            with qtbot.waitSignal(page.told, timeout=20_000) as told:
                page.saving.save(tmp_path / "stick" / "a.pdf", Form.PDF)
            assert told.args is not None
            assert told.args[0].startswith(f"Folder {tmp_path / 'stick'} sudah tidak ada")
            with qtbot.waitSignal(page.told, timeout=20_000):
                page.saving.save_public(tmp_path / "oktober.html")
            assert "Oktober 2026" in (tmp_path / "oktober.html").read_text("utf-8")

            kept = page.keep()
            page.bar.period.setCurrentIndex(LAST_MONTH)
            page.bar.period.activated.emit(LAST_MONTH)
            qtbot.waitUntil(lambda: page.ground.report is not None and page.ground.report.is_empty, timeout=10_000)
            page.restore(kept)
            assert page.section == DOWNTIME
            qtbot.waitUntil(lambda: not page.ground.report.is_empty, timeout=10_000)  # type: ignore[union-attr]
            page.bar.choose_dates(HOUR.starts.date(), HOUR.starts.date() - timedelta(days=1))
            assert page.planned.by.currentData() == DETAIL
            page.show_section(PLANNED)
            assert page.bar.agency.isEnabled()
            page.planned.choose_by(By.MEDIUM)
            qtbot.waitUntil(lambda: page.planned.table.key == "planned-medium", timeout=10_000)  # type: ignore[union-attr]
            page.planned.view.selectRow(0)
            assert page.planned.why_button.isEnabled()
            qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)


def test_a_computer_whose_clock_is_ahead_makes_no_page_of_a_month_that_is_not_over(
    application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    with hub_in_thread(tmp_path / "office", PushedClock(HOUR.ends)) as hub, opened_desk(hub, application) as desk:
        add_wall(hub.client)
        page = ReportsPage(replace(desk, clock=PushedClock(at("2026-12-03 09:00"))))
        qtbot.addWidget(page)
        page.show()
        page.bar.period.setCurrentIndex(LAST_MONTH)
        page.bar.period.activated.emit(LAST_MONTH)
        qtbot.waitUntil(lambda: "Sampai 22 Nov 2026" in page.state.text(), timeout=10_000)
        with qtbot.waitSignal(page.told, timeout=20_000) as told:
            page.saving.save_public(tmp_path / "november.html")
        assert told.args == ["Bulan 2026-11 belum berakhir. Pilih bulan sebelumnya.", "danger"]
        assert not (tmp_path / "november.html").exists()
        assert page.planned.sentence.text() == ""
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
