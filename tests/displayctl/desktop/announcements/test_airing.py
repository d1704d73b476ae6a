"""From the studio into the schedule: the walls, the days, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.announcements.air_window import AirWindow
from displayctl.desktop.announcements.target_walls import TargetWalls
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.wall_choice import WallChoice
from tests.displayctl.desktop.announcements.conftest import LONG, drawn, walls
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk")


def test_airing_begins_today_at_the_walls(studio: Callable[..., AnnouncementEditor], desk: Desk, qtbot: QtBot) -> None:
    window = AirWindow(desk, "Rapat", ("tugu",))
    qtbot.addWidget(window)
    wall = next(kept.value for kept in desk.catalogue.displays if kept.id == "tugu")
    assert window.airing.plan.first == desk.clock.now().astimezone(ZoneInfo(wall.time_zone)).date()


def test_airing_books_the_walls_in_one_step_that_can_be_taken_back(
    studio: Callable[..., AnnouncementEditor], hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    before = {kind: len(hub.client.parts(kind)) for kind in (PartKind.SLOT, PartKind.PLAYLIST, PartKind.TICKER)}
    editor = studio()
    editor.title.setPlainText("Tayang sekarang")
    assert drawn(editor, qtbot)
    window = AirWindow(desk, "Tayang sekarang", ("tugu",), editor)
    qtbot.addWidget(window)
    window.as_text.setChecked(True)
    window.chosen.connect(editor.air_as)
    window.air()

    def grown(by: int) -> Callable[[], bool]:
        return lambda: all(len(hub.client.parts(kind)) == count + by for kind, count in before.items())

    qtbot.waitUntil(grown(1), timeout=LONG)
    slot = next(part.value for part in hub.client.parts(PartKind.SLOT) if part.value["name"] == "Tayang sekarang")
    assert (slot["display_ids"], slot["kind"]) == (["tugu"], "interrupt")
    desk.edits.stack.undo()
    qtbot.waitUntil(grown(0), timeout=LONG)


def test_airing_says_what_is_missing(desk: Desk, qtbot: QtBot) -> None:
    window = AirWindow(desk, "Posyandu")
    qtbot.addWidget(window)
    assert window.air_button.isEnabled()
    window.walls.tick_none()
    assert not window.air_button.isEnabled()
    assert "Pilih" in window.error


def test_airing_on_no_day_at_all_is_told_before_it_is_booked(desk: Desk, qtbot: QtBot) -> None:
    window = AirWindow(desk, "Posyandu")
    qtbot.addWidget(window)
    today = window.first.date()
    window.last.setDate(today)
    window.weekdays.show_days([today.addDays(1).dayOfWeek() - 1])
    window.check()
    assert not window.air_button.isEnabled()
    assert "Tidak satu pun hari" in window.error
    window.last.setDate(today.addDays(1))
    assert window.air_button.isEnabled()
    window.first.setDate(today.addDays(-9))
    window.last.setDate(today.addDays(-2))
    assert "sudah lewat" in window.error


def test_wanted_walls_come_first_and_all_of_them_means_every_wall(
    studio: Callable[..., AnnouncementEditor], desk: Desk, qtbot: QtBot
) -> None:
    editor = studio()
    window = TargetWalls(editor._displays, (), editor)
    qtbot.addWidget(window)
    window.chosen.connect(editor.take_walls)
    window.walls.tick(("taman",))
    window.take()
    assert editor.preview.canvases.canvases[0].size.width() == 96
    assert not editor.preview.canvases.canvases[1].is_wanted


def test_a_wall_is_ticked_by_the_keyboard_among_hundreds(qtbot: QtBot) -> None:
    choice = WallChoice(walls(*((f"layar-{number}", 640, 384) for number in range(200))))
    qtbot.addWidget(choice)
    choice.show()
    QTest.keyClicks(choice.filter, "layar-19")
    assert choice.list.model().rowCount() == 11
    choice.list.setCurrentIndex(choice.list.model().index(0, 0))
    with qtbot.waitSignal(choice.changed, timeout=LONG):
        QTest.keyClick(choice.list, Qt.Key.Key_Space)
    assert choice.ticked == ("layar-19",)
