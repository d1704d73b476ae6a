"""What is no person's fault: a disk that is full and a clock that is wrong are said, and what was there stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from content.errors import StorageFull
from displayctl.desk.saving import save_file
from displayctl.desktop.care.clock_watch import ClockWatch, hours_apart
from displayctl.desktop.desk import Desk
from displayctl.desktop.edit_notices import EditNotices
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.preferences import Preferences
from displayctl.desktop.presenters.clock_fault_words import ahead_words, apart_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.settings.start_page import StartPage
from displayctl.desktop.settings.window import SettingsWindow
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.drawer import Drawer
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.errors import PreferencesNotKept
from tests.fakes.clock import PushedClock
from tests.fakes.small_disk import full, small_disk

pytestmark = pytest.mark.usefixtures("shared_window")


# A disk that is full


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks()
    with small_disk(tmp_path / "disk", "1m") as disk:
        paper = disk / "jadwal.pdf"
        save_file(paper, b"the former one")
        drawer = Drawer(tasks)
        drawer.turn_to(disk / "drawer.json")
        qtbot.waitUntil(lambda: drawer.is_open, timeout=5000)
        settings = Preferences(disk / "desktop.ini")
        with full(disk):
            with pytest.raises(StorageFull) as refused:
                save_file(paper, b"x" * 100_000)
            assert paper.read_bytes() == b"the former one"
            assert "Tidak ada ruang" in say_problem(refused.value) or "No room" in say_problem(refused.value)
            with qtbot.waitSignal(drawer.refused, timeout=5000) as told:
                drawer.keep(KeptForm("slot", "Pagi", datetime(2026, 11, 22, tzinfo=UTC), Unsaved("a", ("x",), ("y",))))
            assert isinstance(told.args[0], StorageFull)
            settings.look = "dark"
            with pytest.raises(PreferencesNotKept):
                settings.store()
        settings.store()
        assert Preferences(disk / "desktop.ini").look == "dark"
        drawer.close()
        assert (disk / "drawer.json").exists()
    tasks.close()


def test_what_cannot_be_kept_is_said_at_once(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    notices = EditNotices(desk, window)
    with qtbot.waitSignal(notices.told) as told:
        desk.drawer.refused.emit(StorageFull("no room is left for a.json in /data; remove files from that disk, retry"))
    assert "sebelum menutup displayctl" in told.args[0]
    assert told.args[1] == "danger"
    notices.deleteLater()
    window.banner.hide()


def test_settings_that_cannot_be_written_are_said_in_their_window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    preferences = Preferences(tmp_path / "file" / "desktop.ini")
    settings = SettingsWindow(replace(desk, preferences=preferences))
    qtbot.addWidget(settings)
    page = settings.page_named("start")
    assert isinstance(page, StartPage)
    page.pages.activated.emit(page.pages.findData("walls"))
    assert preferences.start_page == "walls", "it counts all the same"
    assert "desktop.ini" in settings.error
    (tmp_path / "file").unlink()
    page.pages.activated.emit(page.pages.findData("home"))
    assert settings.error == ""


# A clock that is wrong


def test_a_clock_that_is_wrong_is_said_with_how_much(desk: Desk, qtbot: QtBot) -> None:
    behind = PushedClock(desk.clock.now() - timedelta(hours=3))
    assert abs(hours_apart(desk.hub.client, behind) + timedelta(hours=3)) < timedelta(minutes=1)
    watch = ClockWatch(replace(desk, clock=behind))
    with qtbot.waitSignal(watch.told, timeout=5000) as told:
        watch.look()
    assert "3 j" in told.args[0]
    assert "di belakang jam hub" in told.args[0]
    assert told.args[1] == "danger"
    watch.deleteLater()
    assert "5 hari" in apart_words(timedelta(days=5))
    assert "2026" in ahead_words(datetime(2026, 11, 22, tzinfo=UTC))
