"""The page of walls against a real hub: choosing, asking walls to do something, groups, map, hours, setting up."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.api.walls import HoldKind
from displayctl.desk.publishing import publish
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.link import HubAddress
from displayctl.desktop.pages.walls import EMPTY, NOT_FOUND, WallsPage
from displayctl.desktop.presenters.deed_words import Answer, AnswerState, WallDeed
from displayctl.desktop.presenters.wall_rows import Heading
from displayctl.desktop.walls import status_tab
from displayctl.desktop.walls.details import ACTIONS, HISTORY, HOURS, SCREEN, STATUS, STORAGE
from displayctl.desktop.walls.groups_window import GroupsWindow
from displayctl.desktop.walls.hold_window import HoldWindow
from displayctl.desktop.walls.storage_tab import StorageTab
from displayctl.desktop.widgets.confirm_window import ConfirmWindow
from schedules.brightness import Brightness, BrightnessSpan
from schedules.daypart import Hours
from schedules.position import Position
from tests.builders import png
from tests.displayctl.desktop.conftest import opened_desk, wait_until
from tests.displayctl.desktop.walls.ground import LONG, player_of, shows, stored
from tests.displayctl.hub.ground import add_slot, picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say

pytestmark = pytest.mark.usefixtures("shared_desk")

NOWHERE = HubAddress("http://127.0.0.1:1", "token")
EVENING = Brightness((BrightnessSpan(Hours(time(18), time(22)), 60),))
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def answers(page: WallsPage) -> tuple[Answer, ...]:
    return page.details.deeds_tab.answers.answers


def test_walls_are_found_by_words_and_chosen_with_the_keys(page: WallsPage) -> None:
    assert page.choice == ()
    QTest.keyClicks(page.search, "tug")
    assert [each.id for each in page.list.walls.walls] == ["tugu"]
    page.search.clear()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.choice) == 2
    assert page.details.walls[0].id in page.choice
    page.search.setText("tidak ada yang begini")
    assert page._places.currentIndex() == NOT_FOUND
    kept = page.keep()
    page.restore(("", "", 0, ("taman",), HISTORY))
    assert (page.choice, page.details.tab) == (("taman",), HISTORY)
    page.restore(kept)
    assert page.search.text() == "tidak ada yang begini"


def test_every_tab_tells_of_the_chosen_wall(page: WallsPage, desk: Desk, qtbot: QtBot) -> None:
    page.pick("tugu")
    details = page.details
    for tab in (SCREEN, HOURS, HISTORY, STORAGE, ACTIONS, STATUS):
        details.show_tab(tab)
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    assert "Belum ada pemutar" in details.status.sentence.text() or details.status.pair.isVisible()
    assert "128 × 64" in details.canvas.facts.text()
    assert details.hours.opening.text() == "Buka sepanjang waktu"
    assert len(details.history.graph.bars) == 30
    details.show_tab(HISTORY)
    details.history.graph.setFocus()
    QTest.keyClick(details.history.graph, Qt.Key.Key_Home)
    assert "tidak ada data" in details.history.pointed.text()


def test_before_the_first_answer_words_stand_where_the_list_will_be(page: WallsPage) -> None:
    tab = page.details.deeds_tab
    assert (tab.said_nothing.isHidden(), tab.list.isHidden()) == (False, True)
    tab.answers.take(Answer("tugu", "Tugu", WallDeed.IDENTIFY, NOON, "menunggu", AnswerState.WAITING))
    assert (tab.said_nothing.isHidden(), tab.list.isHidden()) == (True, False)


def test_a_wall_that_is_asked_answers_with_its_time(page: WallsPage, hub: RunningHub, qtbot: QtBot) -> None:
    with player_of(hub, page, "tugu", qtbot) as (link, _):
        page.details.show_tab(ACTIONS)
        buttons = page.details.deeds_tab.buttons
        qtbot.waitUntil(buttons[WallDeed.IDENTIFY].isEnabled, timeout=LONG)
        QTest.mouseClick(buttons[WallDeed.IDENTIFY], Qt.MouseButton.LeftButton)
        assert said(link, "identify")["seconds"] == 30  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: answers(page)[0].state is AnswerState.GOOD, timeout=LONG)
        assert (answers(page)[0].wall, answers(page)[0].deed) == ("Tugu", WallDeed.IDENTIFY)
        QTest.mouseClick(buttons[WallDeed.RESTART], Qt.MouseButton.LeftButton)
        confirm = page.details.deeds_tab.findChild(ConfirmWindow)
        assert confirm is not None
        QTest.keyClick(confirm, Qt.Key.Key_Return)
        assert not confirm.isVisible(), "Enter is no consent"
        assert len(answers(page)) == 1


def test_pictures_of_several_walls_are_kept_for_each_and_saved_as_files(
    page: WallsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.list.choose(("tugu", "taman"))
    Image.new("RGB", (24, 12)).save(tmp_path / "newer.png")
    newer = (tmp_path / "newer.png").read_bytes()
    page.details.deeds.pictured.emit("taman", picture_file(tmp_path).read_bytes())
    page.pick("taman")
    page.details.show_tab(STATUS)
    assert not page.details.status.keep_button.isHidden()
    with qtbot.waitSignal(page.told, timeout=LONG) as told:
        page.details.status.choose_file()
        dialog = page.details.status.findChild(QFileDialog)
        assert dialog is not None
        page.details.deeds.pictured.emit("taman", newer)  # comes while somebody looks for a folder
        dialog.fileSelected.emit(str(tmp_path / "bukti.png"))
        dialog.reject()
    assert told.args[1] == "good"
    assert QImage(str(tmp_path / "bukti.png")).size() == QImage(str(tmp_path / "poster.png")).size()
    page.pick("tugu")
    assert page.details.status.keep_button.isHidden()


def test_a_hub_that_does_not_answer_is_not_taken_for_nothing_published(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with opened_desk(hub, application) as desk:
        wait_until(application, lambda: desk.catalogue.loaded and desk.tasks.under_way == 0)
        tab = StorageTab(desk)
        qtbot.addWidget(tab)
        desk.hub.move(NOWHERE)
        tab.show_wall(desk.catalogue.displays[0])
        nothing = tab.stage.text()
        qtbot.waitUntil(lambda: tab.stage.text() != nothing, timeout=LONG)


def test_a_wall_that_is_away_keeps_the_order_and_one_without_a_player_takes_none(
    page: WallsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    page.pick("taman")
    page.details.show_tab(ACTIONS)
    actions = page.details.deeds_tab
    assert not actions.buttons[WallDeed.BLACKOUT].isEnabled()
    with SimulatedPlayer(hub.url, "CCCC-DDDD") as player:
        player.enrol(hub.client, "taman")
        page.refresh()
        qtbot.waitUntil(actions.buttons[WallDeed.BLACKOUT].isEnabled, timeout=LONG)
        assert not actions.buttons[WallDeed.IDENTIFY].isEnabled()
        window = actions.ask_hold(HoldKind.BLACKOUT)
        assert isinstance(window, HoldWindow)
        window.reason.setText("gambar keliru")
        window._go()
        qtbot.waitUntil(lambda: "menunggu" in answers(page)[0].words, timeout=LONG)
        (hold,) = (each for each in hub.client.walls.holds() if each.display_id == "taman")
        assert (hold.kind, hold.reason) == (HoldKind.BLACKOUT, "gambar keliru")
        hub.client.walls.release("taman")
        hub.client.unbind("taman")


def test_a_group_is_made_of_the_chosen_walls_and_heads_them(page: WallsPage, hub: RunningHub, qtbot: QtBot) -> None:
    page.list.choose(("tugu", "taman"))
    page.open_groups()
    window = page.findChild(GroupsWindow)
    assert window is not None
    QTest.keyClicks(window.new_name, "Pasar Luwuk")
    QTest.keyClick(window.new_name, Qt.Key.Key_Return)
    window.make()
    qtbot.waitUntil(lambda: "pasar-luwuk" in stored(hub, "taman").groups, timeout=LONG)
    assert stored(hub, "tugu").groups == ("utama", "pasar-luwuk")
    assert set(window.walls.ticked) == {"taman", "tugu"}
    window.walls.tick(("tugu",))
    window.save()
    qtbot.waitUntil(lambda: "pasar-luwuk" not in stored(hub, "taman").groups, timeout=LONG)
    qtbot.waitUntil(lambda: any(isinstance(each, Heading) for each in page.list.walls.rows), timeout=LONG)
    window.name.setText("—")
    QTest.keyClick(window.name, Qt.Key.Key_Return)
    assert window.error
    window.dissolve()
    qtbot.waitUntil(lambda: stored(hub, "tugu").groups == ("utama",), timeout=LONG)
    window.reject()


def test_a_wall_is_put_on_the_map_by_numbers_and_pulled_to_its_place(
    page: WallsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    page.pick("tugu")
    page.show_map()
    page.map.place.degrees.setText("-0.95, 122.79")
    page.map.put()
    qtbot.waitUntil(lambda: stored(hub, "tugu").position == Position(-0.95, 122.79), timeout=LONG)
    sketch = page.map.map
    start = sketch.point_of("tugu").toPoint()
    page.map.move_button.setChecked(True)
    QTest.mousePress(sketch, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(sketch, start + QPoint(20, 10))
    there = sketch.position_at(QPointF(start + QPoint(30, 15)))
    QTest.mouseMove(sketch, start + QPoint(30, 15))
    QTest.mouseRelease(sketch, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 15))
    qtbot.waitUntil(lambda: stored(hub, "tugu").position == there, timeout=LONG)
    page.map.move_button.setChecked(False)
    sketch.choose(())
    QTest.mouseClick(sketch, Qt.MouseButton.LeftButton, pos=sketch.point_of("tugu").toPoint())
    assert page.choice == ("tugu",)
    page.map.place.degrees.setText("di pasar")
    with qtbot.waitSignal(page.told):
        page.map.put()


def test_what_comes_next_and_the_picture_follow_what_the_wall_shows(
    page: WallsPage, hub: RunningHub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = iter(("Pakai Helm", "Luwuk Bersih", "Tanpa Narkoba"))
    monkeypatch.setattr(status_tab, "_next_title", lambda *_: next(titles))
    status = page.details.status
    with player_of(hub, page, "tugu", qtbot) as (link, _):
        qtbot.waitUntil(lambda: "Pakai Helm" in status.next.text(), timeout=LONG)
        shows(link, medium_id="helm", title="Pakai Helm")
        qtbot.waitUntil(lambda: "Luwuk Bersih" in status.next.text(), timeout=LONG)
        page.screens.take("tugu", QImage(8, 8, QImage.Format.Format_RGB32))
        page.screens.wake()
        assert page.screens.look("tugu", True) is not None
        assert "tugu" not in page.screens.under_way
        shows(link, kind="blackout")
        qtbot.waitUntil(status.next.isHidden, timeout=LONG)
        page.screens.look("tugu", True)
        assert "tugu" in page.screens.under_way
        asked = said(link, "screenshot")  # type: ignore[arg-type]
        say(link, type="screenshot", id=asked["id"], png=b64encode(png()).decode())  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: "tugu" not in page.screens.under_way, timeout=LONG)
        page.screens.rest()


def test_without_any_wall_the_page_says_what_to_do_first(page: WallsPage, desk: Desk, qtbot: QtBot) -> None:
    desk.catalogue.forget()
    assert page._places.currentIndex() == EMPTY
    desk.catalogue.read(*Topic)
    qtbot.waitUntil(lambda: len(page.tiles) == 2, timeout=LONG)


def test_hours_and_pixels_that_are_saved_are_said_not_to_be_on_the_wall_until_they_are_published(
    page: WallsPage, desk: Desk, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", "taman")
    publish(hub.client, hub.keyring, "utama")
    page.pick("tugu")
    details = page.details
    details.show_tab(HOURS)
    details.show_tab(SCREEN)
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    assert details.canvas.not_yet.isHidden()
    kept = details.walls[0]
    desk.edits.replace(PartKind.DISPLAY, kept, replace(kept.value, brightness=EVENING), "gelapkan")
    details.show_tab(HOURS)
    qtbot.waitUntil(details.hours.not_yet.isVisible, timeout=LONG)
    assert "terbitkan" in details.hours.not_yet.text()
    assert details.canvas.not_yet.text() == "", "of its pixels nothing else is saved"
    qtbot.waitUntil(lambda: stored(hub, "tugu").brightness == EVENING, timeout=LONG)
    publish(hub.client, hub.keyring, "utama")
    qtbot.waitUntil(details.hours.not_yet.isHidden, timeout=LONG)
