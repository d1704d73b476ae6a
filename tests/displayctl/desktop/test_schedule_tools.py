"""The windows of the schedule's menu “More”, with real bookings on a real hub."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.schedule_tools.absence_window import last_night
from displayctl.desktop.schedule_tools.compare_window import CompareWindow
from displayctl.desktop.schedule_tools.programmes import OnAir
from displayctl.desktop.schedule_tools.tools import ScheduleTools
from displayctl.desktop.widgets.schedule_legend import StripLegend
from schedules.codec import slot_from_dict, slot_to_dict
from tests.builders import hours
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

ICS = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:rapat@dinkes\r\nSUMMARY:Rapat\r\n"
    "DTSTART:29261127T080000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:posyandu@dinkes\r\nSUMMARY:Posyandu\r\nDTSTART;TZID=Asia/Makassar:20991127T080000\r\n"
    "DURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


pytestmark = pytest.mark.usefixtures("shared_desk")


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub) -> RunningHub:
    """One hub for all of these tests, with a booking on every day."""
    add_slot(shared_hub.client, "pagi", "layanan", "tugu", hours=hours("08:00-09:00"))
    return shared_hub


@pytest.fixture(scope="module")
def page(shared_desk: Desk, application: QApplication) -> Iterator[SchedulePage]:
    """The page alone, as wide as it is in the smallest window."""
    made = SchedulePage(shared_desk)
    made.resize(960, 680)
    made.show()
    wait_until(application, lambda: bool(shared_desk.drafts.programmes) and made.memory.drawer.is_open)
    yield made
    made.tools.close()
    wait_until(application, lambda: shared_desk.tasks.under_way == 0)
    made.close()
    made.deleteLater()


@pytest.fixture
def tools(page: SchedulePage, desk: Desk, application: QApplication) -> Iterator[ScheduleTools]:
    yield page.tools
    page.tools.close()
    wait_until(application, lambda: desk.tasks.under_way == 0)


def test_the_menu_has_an_entry_for_each_window(page: SchedulePage) -> None:
    words = [action.text() for action in page.bar.more_menu.actions() if action.text()]
    assert len([each for each in words if each.endswith("…")]) >= 5


def test_a_few_letters_find_when_something_plays_and_lead_there(
    tools: ScheduleTools, page: SchedulePage, qtbot: QtBot
) -> None:
    search = tools.search()
    search.source.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(search.index) >= 3, timeout=10_000)
    QTest.keyClicks(search.search, "poste")
    # A fortnight that begins while it is on the air has the rest of today's and the beginning of the last one.
    qtbot.waitUntil(lambda: search.model.rowCount() in (14, 15), timeout=10_000)
    assert str(search.model.rowCount()) in search.sentence.text()
    assert search.last.text()
    QTest.keyClick(search.search, Qt.Key.Key_Down)
    search.go()
    qtbot.waitUntil(lambda: page.editor.slot_id == "pagi", timeout=5000)
    search.look_for("Kapan iklan poster tayang?")
    assert [each.title for each in search.hits.targets] == ["poster"]
    search.look_for("tidak ada yang begini")
    assert search.model.rowCount() == 0
    assert not search.go_button.isEnabled()


def test_what_waits_in_the_draft_is_told_so_where_one_looks_at_what_is_on_air(
    tools: ScheduleTools, qtbot: QtBot
) -> None:
    search = tools.search()
    search.look_for("pagi")
    qtbot.waitUntil(lambda: search.sentence.text().startswith("Baru dipesan di rancangan"), timeout=10_000)
    assert not search.why_button.isEnabled()
    assert search.why_button.toolTip()


def test_nothing_is_said_not_to_exist_before_the_names_were_read(tools: ScheduleTools, qtbot: QtBot) -> None:
    search = tools.search()
    search.look_for("tidak ada yang begini")
    assert search._title.text() == search.tr("Looking…")
    qtbot.waitUntil(lambda: search._title.text() == search.tr("Nothing is called like that"), timeout=10_000)


def test_why_it_did_not_play_is_a_sentence_with_a_next_step(tools: ScheduleTools, desk: Desk, qtbot: QtBot) -> None:
    medium = desk.catalogue.media[0]
    asked = tools.explain(medium.id, "tugu")
    qtbot.waitUntil(asked.ask_button.isEnabled, timeout=10_000)
    assert asked.why.text().endswith(".")
    assert asked.step.text().endswith(".")
    starts, ends = asked.span
    assert timedelta(0) < ends - starts <= timedelta(hours=12)


def test_the_week_is_seen_saved_and_printed_as_it_will_be(
    tools: ScheduleTools, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    paper = tools.print_week()
    qtbot.waitUntil(paper.pdf_button.isEnabled, timeout=20_000)
    file = tmp_path / "minggu.pdf"
    paper.save(file)
    qtbot.waitUntil(file.exists, timeout=5000)
    assert file.read_bytes().startswith(b"%PDF")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printed = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(printed))
    paper.print_on(printer)
    qtbot.waitUntil(lambda: printed.exists() and printed.stat().st_size > 1000, timeout=20_000)
    paper.look()
    paper.walls.tick(())
    paper.look()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=20_000)
    assert not paper.pdf_button.isEnabled(), "what was laid out for other walls came too late"


def test_the_draft_is_compared_with_what_is_on_air(tools: ScheduleTools, page: SchedulePage, qtbot: QtBot) -> None:
    compared = tools.compare()
    qtbot.waitUntil(lambda: compared.found is not None, timeout=10_000)
    assert compared.found is not None
    assert compared.found.unlike
    assert compared.sentences.rowCount() >= 1
    assert compared.summary.text()


def test_until_the_weeks_are_there_it_is_said_that_they_are_looked_for(
    page: SchedulePage, desk: Desk, qtbot: QtBot
) -> None:
    on_air = OnAir(desk, page)
    compared = CompareWindow(desk, on_air, desk.clock.now().date(), "tugu", page)
    qtbot.addWidget(compared)
    desk.drafts.changed.emit()
    assert (compared.found, compared.summary.text()) == (None, "Mencari…")
    assert not compared.go_button.isEnabled()
    qtbot.waitUntil(lambda: compared.found is not None, timeout=10_000)
    assert compared.summary.text() != "Mencari…"
    assert compared.findChild(StripLegend) is not None


def test_why_the_weeks_cannot_be_compared_is_said(page: SchedulePage, desk: Desk, qtbot: QtBot) -> None:
    on_air = OnAir(desk, page)
    compared = CompareWindow(desk, on_air, desk.clock.now().date(), "tugu", page)
    qtbot.addWidget(compared)
    on_air.failed.emit(OSError("No hub answers"))
    assert "No hub answers" in compared.summary.text()
    qtbot.waitUntil(lambda: compared.found is not None, timeout=10_000)


def test_a_calendar_goes_out_and_one_comes_in_as_one_step(
    tools: ScheduleTools, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "jadwal.ics"
    tools.export(out)
    qtbot.waitUntil(lambda: out.exists() and b"END:VCALENDAR" in out.read_bytes(), timeout=5000)
    assert b"UID:pagi@displayctl" in out.read_bytes()
    file = tmp_path / "dinkes.ics"
    file.write_text(ICS, encoding="utf-8")
    taking = tools.take_in(file)
    qtbot.waitUntil(lambda: taking.plan is not None, timeout=10_000)
    assert taking.model.rowCount() == 1
    assert taking.take_button.isEnabled()
    assert "Rapat" in taking.refused.text()
    walls = taking.walls.ticked
    taking.look()
    taking.walls.tick(())
    taking.look()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    assert taking.plan is None, "a plan for walls that are not ticked any more came too late"
    taking.walls.tick(walls)
    taking.look()
    qtbot.waitUntil(lambda: taking.plan is not None, timeout=10_000)
    desk.catalogue.changed.emit(Topic.SLOT)
    assert not taking.take_button.isEnabled(), "what another desk has booked is looked at first"
    qtbot.waitUntil(taking.take_button.isEnabled, timeout=10_000)
    box = taking.model.index(0, 0)
    assert taking.model.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not taking.take_button.isEnabled()
    assert taking.model.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    taking.take()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.SLOT)) == 2, timeout=5000)
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.SLOT)) == 1, timeout=5000)


def test_a_file_that_is_no_calendar_is_refused(tools: ScheduleTools, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "bukan.ics"
    file.write_bytes(b"\x00" * 1000)
    taking = tools.take_in(file)
    qtbot.waitUntil(lambda: "bukan kalender" in taking.summary.text(), timeout=5000)
    assert not taking.take_button.isEnabled()
    taking.reject()


def test_what_was_typed_about_a_slot_is_there_after_another_one_was_looked_at(page: SchedulePage, qtbot: QtBot) -> None:
    page.pick("pagi")
    page.editor.name.setText("Pagi yang belum disimpan")
    page.pick("")
    page.pick("pagi")
    assert page.editor.name.text() == "Pagi yang belum disimpan"
    file = page.memory.drawer.file
    qtbot.waitUntil(file.exists, timeout=5000)
    page.editor.name.setText("Pagi")
    page.memory.note()
    qtbot.waitUntil(lambda: not file.exists(), timeout=5000)


def test_what_an_earlier_run_left_is_offered_by_a_page_that_is_made_when_all_was_read(
    page: SchedulePage, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    part = add_slot(hub.client, "sore", "layanan", "tugu", hours=hours("15:00-16:00"))
    qtbot.waitUntil(lambda: desk.catalogue.find(Topic.SLOT, "sore") is not None, timeout=5000)
    page.pick("sore")
    page.editor.name.setText("Sore sebelum padam")
    page.pick("pagi")
    drawer, file, later = desk.drawer, desk.drawer.file, tmp_path / "laci.json"
    assert file is not None
    qtbot.waitUntil(file.exists, timeout=5000)
    shutil.copy(file, later)
    drawer.turn_to(later)
    qtbot.waitUntil(lambda: drawer.is_open, timeout=5000)
    made = SchedulePage(desk)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: "Sore sebelum padam" in made.banner.text, timeout=5000)
    made.banner._act()
    assert made.editor.name.text() == "Sore sebelum padam"
    drawer.forget("slot", "sore")
    drawer.turn_to(file)
    hub.client.delete_part(PartKind.SLOT, part.id, part.version)
    qtbot.waitUntil(lambda: drawer.is_open and desk.catalogue.find(Topic.SLOT, "sore") is None, timeout=5000)


def test_a_second_desk_that_changed_another_field_is_merged_and_one_that_changed_the_same_is_told(
    page: SchedulePage, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page.pick("pagi")
    page.editor.name.setText("Punya saya")
    for changes in ({"priority": 77}, {"name": "Punya mereka"}):
        part = hub.client.part(PartKind.SLOT, "pagi")
        hub.client.put_part(PartKind.SLOT, "pagi", part.value | changes, part.version)
        seen = part.version
        qtbot.waitUntil(partial(_is_newer, desk, seen), timeout=5000)
    qtbot.waitUntil(lambda: page.editor.priority.value() == 77, timeout=5000)
    assert page.editor.name.text() == "Punya saya"
    assert page.banner.isVisibleTo(page)
    page.memory.take_theirs("pagi")
    assert page.editor.name.text() == "Punya mereka"
    page.banner.hide()
    page.editor.name.setText("Punya saya lagi")
    part = hub.client.part(PartKind.SLOT, "pagi")
    hub.client.put_part(PartKind.SLOT, "pagi", part.value | {"name": "Lagi punya mereka"}, part.version)
    qtbot.waitUntil(lambda: "nama" in page.banner.text and page.banner.isVisibleTo(page), timeout=5000)
    page.editor._save.click()
    assert not page.banner.isVisibleTo(page), "what is told is settled"
    qtbot.waitUntil(lambda: hub.client.part(PartKind.SLOT, "pagi").value["name"] == "Punya saya lagi", timeout=5000)
    part = hub.client.part(PartKind.SLOT, "pagi")
    plain = slot_to_dict(slot_from_dict(part.value | {"name": "Pagi", "priority": 50}))
    hub.client.put_part(PartKind.SLOT, "pagi", plain, part.version)


def _is_newer(desk: Desk, version: int) -> bool:
    return bool(desk.catalogue.slots[0].version > version)


def test_the_night_that_is_asked_about_first_is_the_last_one() -> None:
    zone = ZoneInfo("Asia/Makassar")
    for hour, ends in ((9, time(6)), (3, time(3))):
        now = datetime(2026, 11, 22, hour, tzinfo=zone).astimezone(UTC)
        first, last = last_night(now, zone)
        assert first == datetime(2026, 11, 21, 18, tzinfo=zone)
        assert last.astimezone(zone).time() == ends
