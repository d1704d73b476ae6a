"""The red window and its twin for drills, from the key that opens it to the message on its way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from displayctl.api.errors import HubUnreachable
from displayctl.api.models import Problem
from displayctl.desktop.application import HubFinder
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.area_choice import ALL, DISTRICTS, DRAWN
from displayctl.desktop.emergencies.preparation import prepare_places
from displayctl.desktop.emergencies.purpose import DRILL, EARNEST, Purpose
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.emergencies.window import SILENCE_MS, STICK, EmergencyWindow
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_room import FRAME_PX
from displayctl.desktop.widgets.wide_room import WideRoom
from displayctl.desktop.widgets.words_room import WordsRoom
from tests.displayctl.desktop.emergencies.conftest import TOILI, WALLS, live_at, sent, taken_back, write
from tests.fakes.hub_in_thread import RunningHub

LEAST_MAP_PX = 140
"""What one can draw on, of a screen of 960x540."""


def test_by_keys_alone_while_a_dialog_waits_and_taken_back_by_one_held_key(
    main: MainWindow, office: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    waiting = QDialog(main)
    waiting.open()
    waiting.activateWindow()
    handle = waiting.windowHandle()
    qtbot.waitUntil(lambda: application.focusWindow() is handle, timeout=5000)
    QTest.keyClick(handle, Qt.Key.Key_F12)
    window = main.emergency_window
    assert window is not None
    waiting.reject()
    qtbot.waitUntil(lambda: bool(window.compose.templates.buttons), timeout=15_000)
    button = window.compose.templates.buttons[3]
    button.click()
    qtbot.waitUntil(window.compose.send_button.isEnabled, timeout=15_000)
    QTest.keyClick(window.compose.send_button, Qt.Key.Key_Space)
    assert not live_at(office), "a key that is only struck sends nothing"
    QTest.keyPress(window.compose.send_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(live_at(office)), timeout=15_000)
    (alert,) = live_at(office)
    assert (alert.kind, alert.display_ids) == ("quake", ())
    qtbot.waitUntil(lambda: len(window.live.details.receipts.model.answers) == len(WALLS), timeout=15_000)
    window.live.details.back.hold_button.held.emit()
    qtbot.waitUntil(lambda: [each.corrects for each in live_at(office)] == [alert.id], timeout=15_000)
    qtbot.waitUntil(lambda: len(window.live.live) == 1 and window.live.live[0].alert.corrects == alert.id)
    taken_back(window, qtbot, Way.CLEAR)
    assert not live_at(office)
    window.leave()


def test_a_window_that_was_never_prepared_begins_where_the_first_action_is_done(desk: Desk, qtbot: QtBot) -> None:
    window = EmergencyWindow(desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.compose.templates.buttons), timeout=15_000)
    qtbot.waitUntil(lambda: window.focusWidget() is window.compose.templates.buttons[0], timeout=15_000)


def test_before_anything_is_chosen_it_says_what_will_stand_there(red: EmergencyWindow, qtbot: QtBot) -> None:
    hint = next(each for each in red.compose.preview.findChildren(QLabel) if "sebelum dikirim" in each.text())
    assert hint.isVisible()
    red.compose.templates.choose("flood")
    qtbot.waitUntil(lambda: not hint.isVisible(), timeout=15_000)


def test_where_letters_are_twice_as_large_everything_is_in_sight_without_scrolling_the_window(
    red: EmergencyWindow, application: QApplication, qtbot: QtBot
) -> None:
    room, layout = QSize(960, 540) - FRAME_PX, red.layout()
    assert layout is not None
    red.compose.templates.choose("flood")
    for way in (ALL, DRAWN):
        red.compose.area.choose_way(way)
        qtbot.waitUntil(lambda: layout.totalMinimumSize().width() <= room.width(), timeout=15_000)
        red.resize(room)
        application.processEvents()
        button = red.compose.send_button
        assert red.rect().contains(button.rect().translated(button.mapTo(red, QPoint(0, 0))))
        assert red.size() == room
        areas = (*red.compose.findChildren(WideRoom), *red.compose.findChildren(WordsRoom))
        assert [area.verticalScrollBar().maximum() for area in areas] == [0, 0]
    map_seen = red.compose.area.sketch.visibleRegion().boundingRect()
    assert min(map_seen.width(), map_seen.height()) >= LEAST_MAP_PX
    assert red.compose.form.visibleRegion().boundingRect().width() == red.compose.form.width()


def test_on_the_smallest_screen_the_tabs_and_the_button_that_sends_stay_in_sight(
    red: EmergencyWindow, application: QApplication, qtbot: QtBot
) -> None:
    room, layout = QSize(683, 384) - FRAME_PX, red.layout()
    assert layout is not None
    write(red, qtbot)
    red.resize(room)
    application.processEvents()
    assert red.size() == room
    assert layout.totalMinimumSize().width() <= room.width()
    assert layout.totalMinimumHeightForWidth(room.width()) <= room.height()
    segments = [each for each in red.findChildren(QPushButton) if each.property("role") == "segment"]
    tabs = [each for each in segments if each.isVisible() and not red.compose.isAncestorOf(each)]
    assert len(tabs) == 3
    for each in (red.compose.send_button, *tabs):
        assert each.visibleRegion().boundingRect() == each.rect()
    assert not red.compose.templates.buttons[0].visibleRegion().isEmpty()


def test_enter_chooses_a_cause_and_a_place_and_sends_nothing(red: EmergencyWindow, office: RunningHub) -> None:
    cause = red.compose.templates.buttons[1]
    cause.setFocus()
    QTest.keyClick(cause, Qt.Key.Key_Return)
    assert cause.isChecked()
    (district,) = (each for each in red.findChildren(QPushButton) if each.text() == "Kecamatan")
    QTest.keyClick(district, Qt.Key.Key_Return)
    assert district.isChecked()
    assert not live_at(office)


def test_with_many_causes_the_one_chosen_by_arrow_keys_comes_into_sight(
    red: EmergencyWindow, application: QApplication
) -> None:
    red.resize(QSize(960, 540) - FRAME_PX)
    application.processEvents()
    last = red.compose.templates.buttons[-1]
    last.setChecked(True)
    assert not last.visibleRegion().isEmpty()


def test_a_gap_that_has_to_be_filled_is_named_and_the_picture_is_there_already(
    red: EmergencyWindow, qtbot: QtBot
) -> None:
    red.compose.templates.choose("road")
    qtbot.waitUntil(lambda: red.compose.preview.count > 0, timeout=15_000)
    assert not red.compose.send_button.isEnabled()
    assert red.compose.form.missing in red.compose.hindrance
    gap = red.compose.form.first_missing
    assert gap is not None
    QTest.keyClicks(gap, "Simpong")
    qtbot.waitUntil(red.compose.send_button.isEnabled, timeout=15_000)
    assert "SIMPONG" in red.compose.sentence.text().upper()
    assert str(len(WALLS)) in red.compose.sentence.text()


def test_words_that_are_too_long_are_said_to_be(red: EmergencyWindow, qtbot: QtBot) -> None:
    red.compose.templates.choose("free")
    fields = red.compose.form.fields
    QTest.keyClicks(fields["judul"], "Awas")
    body = fields["isi"]
    assert isinstance(body, QPlainTextEdit)
    body.setPlainText("x" * 300)
    qtbot.waitUntil(lambda: red.compose.preview.excess > 0, timeout=15_000)
    assert not red.compose.send_button.isEnabled()
    assert str(red.compose.preview.excess) in red.compose.sentence.text()
    body.setPlainText("Jauhi pantai. " * 90)
    assert "59" in red.compose.sentence.text(), "the words are cut by nobody in secret"


def test_walls_in_a_district_and_inside_a_drawn_line(red: EmergencyWindow, qtbot: QtBot) -> None:
    area = red.compose.area
    area.choose_way(DISTRICTS)
    assert not area.walls
    assert area.hindrance
    area.districts.tick(["72.01.04"])
    area.districts.changed.emit()
    assert [wall.id for wall in area.walls] == ["taman"]
    area.choose_way(DRAWN)
    area.sketch.resize(400, 300)
    middle = area.sketch.point_of(TOILI).toPoint()
    for corner in (QPoint(-20, -20), QPoint(20, -20), QPoint(20, 20), QPoint(-20, 20)):
        QTest.mouseClick(area.sketch, Qt.MouseButton.LeftButton, pos=middle + corner)
    assert [wall.id for wall in area.walls] == ["tugu"]
    assert area.display_ids == ("tugu",)
    QTest.keyClick(area.sketch, Qt.Key.Key_Delete)
    assert not area.walls


def test_drills_have_a_window_of_their_own_and_never_meet_what_is_real(
    red: EmergencyWindow, open_window: Callable[[Purpose], EmergencyWindow], office: RunningHub, qtbot: QtBot
) -> None:
    drill = open_window(DRILL)
    assert red.windowTitle() != drill.windowTitle()
    assert red.property("role") != drill.property("role")
    write(drill, qtbot)
    assert sent(drill, qtbot).drill
    assert not live_at(office)
    assert len(live_at(office, drill=True)) == 1
    assert not red.live.live
    taken_back(drill, qtbot, Way.CLEAR)


def test_without_the_hub_the_window_says_so_at_once_and_writes_a_stick(
    red: EmergencyWindow,
    desk: Desk,
    office: RunningHub,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(red, qtbot)
    monkeypatch.setattr(type(desk.link), "connected", False)
    desk.link.lost.emit("gone")
    try:
        assert red.hub_banner.isVisibleTo(red)
        assert not red.compose.send_button.isEnabled()
        red.show_page(STICK)
        assert not red.stick.hold_button.isEnabled()
        red.stick.folder.take(tmp_path)
        assert red.stick.hold_button.isEnabled()
        red.stick.hold_button.held.emit()
        qtbot.waitUntil(lambda: bool(red.stick.result.text()), timeout=15_000)
        assert any(tmp_path.rglob("*.json")), red.stick.result.text()
    finally:
        monkeypatch.undo()
        desk.link.came.emit(HubFinder(office.installation, office.url).locate())
    hub_is_told_by_itself(red, office, qtbot)


def hub_is_told_by_itself(red: EmergencyWindow, office: RunningHub, qtbot: QtBot) -> None:
    """What went out by stick is at the hub; it is taken back."""
    qtbot.waitUntil(lambda: [each.kind for each in live_at(office)] == ["quake"], timeout=15_000)
    assert not red.unsent.isVisible()
    qtbot.waitUntil(lambda: bool(red.live.live), timeout=15_000)
    red.live.choose(red.live.live[0].alert.id)
    taken_back(red, qtbot, Way.CLEAR)


def test_while_a_hub_hangs_the_window_says_so_and_writes_a_stick(
    red: EmergencyWindow,
    desk: Desk,
    office: RunningHub,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hangs = threading.Event()
    write(red, qtbot)

    def silence(*_: object, **__: object) -> None:
        hangs.wait(30)
        raise HubUnreachable(Problem(type="unreachable", title="Hub unreachable", status=0, detail="no answer"))

    monkeypatch.setattr(desk.hub.client, "send_alerts", silence)
    red._silence.setInterval(50)
    try:
        red.compose.send_button.held.emit()
        qtbot.waitUntil(lambda: red.hub_banner.isVisibleTo(red), timeout=5000)
        assert not red.compose.send_button.isEnabled()
        red.show_page(STICK)
        red.stick.folder.take(tmp_path)
        assert red.stick.hold_button.isEnabled()
        red.stick.hold_button.held.emit()
        qtbot.waitUntil(lambda: any(tmp_path.rglob("*.json")), timeout=15_000)
        assert not red.compose.send_button.isEnabled(), "the first one is still on its way"
    finally:
        hangs.set()
        red._silence.setInterval(SILENCE_MS)
    qtbot.waitUntil(red.compose.send_button.isEnabled, timeout=15_000)
    assert not red.hub_banner.isVisibleTo(red)
    assert red.banner.text
    monkeypatch.undo()
    desk.link.came.emit(HubFinder(office.installation, office.url).locate())
    hub_is_told_by_itself(red, office, qtbot)


def test_places_of_the_office_that_cannot_be_read_keep_no_message_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAYCTL_PLACES", str(tmp_path / "gone.toml"))
    found = prepare_places(tmp_path, WALLS)
    assert found.templates.all
    assert "72.01.04" in found.district_of["taman"]
    assert "gone.toml" in found.complaints[0]


def test_walls_that_are_read_again_leave_the_button_as_it_is(red: EmergencyWindow, desk: Desk, qtbot: QtBot) -> None:
    """As after each time that the hub was away."""
    write(red, qtbot)
    desk.catalogue.changed.emit(Topic.DISPLAY)
    assert red.compose.send_button.isEnabled()


def test_what_was_typed_is_not_lost_by_one_escape(open_window: Callable[[Purpose], EmergencyWindow]) -> None:
    red = open_window(EARNEST)
    red.compose.templates.choose("free")
    QTest.keyClicks(red.compose.form.fields["judul"], "Awas")
    QTest.keyClick(red, Qt.Key.Key_Escape)
    assert red.isVisible()
    QTest.keyClick(red, Qt.Key.Key_Escape)
    assert not red.isVisible()


def test_there_is_one_red_window_and_one_for_drills_beside_it(main: MainWindow) -> None:
    assert main.open_emergency() is main.open_emergency()
    assert main.open_drill() is not main.open_emergency()
