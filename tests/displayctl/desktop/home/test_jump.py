"""The jump in the window: pages, things and commands by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desktop.desk import Desk
from displayctl.desktop.home.page import HomePage
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.pairing import PairingWindow
from tests.displayctl.hub.ground import add_picture
from tests.fakes.hub_in_thread import RunningHub


def open_jump(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.jump.box.field.hasFocus(), timeout=5000)


def test_pages_things_and_commands_are_reached_by_keyboard_alone(
    window: MainWindow, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    add_picture(hub.client, tmp_path, "imunisasi.png", "green")
    qtbot.waitUntil(lambda: len(desk.catalogue.media) == 2, timeout=15_000)
    window.activateWindow()
    open_jump(window, qtbot)
    jump = window.jump.box
    QTest.keyClicks(jump.field, "imunsasi")
    qtbot.waitUntil(lambda: bool(jump.found) and jump.found[0].title == "imunisasi", timeout=15_000)
    QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert not jump.isVisible()
    assert isinstance(window.page, LibraryPage)
    assert window.page.details.medium is not None
    assert window.page.details.medium.title == "imunisasi"
    open_jump(window, qtbot)
    QTest.keyClicks(jump.field, "layanan")
    QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert isinstance(window.page, PlaylistsPage)
    open_jump(window, qtbot)
    QTest.keyClicks(jump.field, "pasangkan layar")
    QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert isinstance(window.page, WallsPage)
    opened = window.page.findChild(PairingWindow)
    assert opened is not None
    opened.reject()


def test_in_a_low_window_the_last_line_of_the_jump_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    window.setMinimumSize(320, 240)
    window.show()
    for height in (540, 400):
        window.resize(960, height)
        window.jump.open()
        jump = window.jump.box
        assert 0 < jump.y() < jump.geometry().bottom() < window.height()
        assert jump.list.height() > 5 * jump.field.height()
        jump.put_away()


def test_escape_leaves_everything_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("home")
    page = window.page
    assert isinstance(page, HomePage)
    window.activateWindow()
    page.search.setFocus()
    open_jump(window, qtbot)
    jump = window.jump.box
    QTest.keyClicks(jump.field, "zzzqqq")
    assert jump.found == ()
    QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert jump.isVisible()
    QTest.keyClick(jump.field, Qt.Key.Key_Escape)
    assert not jump.isVisible()
    QApplication.processEvents()
    assert page.search.hasFocus()
    assert window.page is page
