"""The settings, and what they do to the window at once: look, language, size, motion, and the page to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from displayctl.desktop import restart
from displayctl.desktop.application import show_window
from displayctl.desktop.desk import Desk
from displayctl.desktop.dialog_room import fit_dialog
from displayctl.desktop.look import motion
from displayctl.desktop.look.appearance import Look
from displayctl.desktop.look.palette import worn
from displayctl.desktop.look.themes import CONTRAST, DARK, LIGHT
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.options import Options
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.page_room import NARROW_PAGE
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.preferences import FOLDED, LAST_PAGE, UNFOLDED, Preferences
from displayctl.desktop.settings.kinds import SETTINGS, settings_titles
from displayctl.desktop.settings.look_page import LookPage
from displayctl.desktop.settings.start_page import StartPage
from displayctl.desktop.settings.window import SettingsWindow
from displayctl.desktop.widgets.pieces import button, column, label, row, rule
from displayctl.desktop.widgets.ticker_strip import TickerStrip
from tests.displayctl.desktop.conftest import wait_until

pytestmark = pytest.mark.usefixtures("shared_window")


@pytest.fixture
def window(shared_window: MainWindow, desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    yield shared_window
    if (settings := shared_window.settings_window) is not None:
        settings.close()
    desk.appearance.choose(Look.COMPUTER)
    shared_window.speak("id")
    wait_until(application, lambda: desk.tasks.under_way == 0 and worn() is LIGHT)
    shared_window.resize(1366, 768)


@pytest.fixture
def settings(window: MainWindow, qtbot: QtBot) -> SettingsWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened = window.settings_window
    assert opened is not None
    return opened


def look_page(settings: SettingsWindow) -> LookPage:
    page = settings.page_named("look")
    assert isinstance(page, LookPage)
    return page


def tile(settings: SettingsWindow, look: Look) -> QToolButton:
    found = look_page(settings).findChild(QToolButton, f"look-{look}")
    assert isinstance(found, QToolButton)
    return found


def test_the_look_changes_at_once_and_what_was_typed_stays(
    window: MainWindow, settings: SettingsWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_page("library")
    library = window.page
    assert isinstance(library, LibraryPage)
    library.search.setText("pos")
    before = library
    tile(settings, Look.DARK).click()
    assert worn() is DARK
    qtbot.waitUntil(lambda: isinstance(window.page, LibraryPage) and window.page is not before, timeout=5000)
    assert isinstance(window.page, LibraryPage)
    assert window.page.search.text() == "pos"
    assert window.palette().window().color().name() == DARK.colours.window
    assert desk.preferences.look == "dark"
    qtbot.waitUntil(lambda: tile(settings, Look.DARK).isChecked(), timeout=5000)
    tile(settings, Look.CONTRAST).click()
    assert worn() is CONTRAST
    window.page.search.setText("")


def test_a_window_in_which_something_is_typed_is_not_closed_by_the_computer_at_dusk(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    form = QDialog(window)
    form.setLayout(column(label("Nama")))
    form.show()
    page = window.page
    desk.appearance.choose(Look.DARK)
    assert worn() is LIGHT
    assert window.page is page
    assert "jendela yang lain" in window.banner.text
    form.close()
    form.deleteLater()
    window.activateWindow()
    window.look_switch.try_again()
    assert worn() is DARK
    window.banner.hide()


def test_the_red_window_stays_as_it_is_while_somebody_writes_in_it(window: MainWindow, desk: Desk) -> None:
    emergency = window.open_emergency()
    assert emergency is not None
    desk.appearance.choose(Look.DARK)
    assert worn() is LIGHT
    assert window.emergency_window is emergency
    emergency.leave()
    window.look_switch.try_again()
    assert worn() is DARK
    window.banner.hide()


def test_the_settings_speak_the_language_that_was_just_chosen(settings: SettingsWindow, qtbot: QtBot) -> None:
    settings.show_page("start")
    page = settings.page_named("start")
    assert isinstance(page, StartPage)
    english = page.findChild(QRadioButton, "language-en")
    assert isinstance(english, QRadioButton)
    english.click()
    qtbot.waitUntil(lambda: settings.windowTitle() == "Settings", timeout=5000)
    assert settings.page_name == "start"
    assert "Language" in {made.text() for made in settings.findChildren(QLabel)}


def test_another_size_counts_from_the_next_start_which_is_offered(
    settings: SettingsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = look_page(settings)
    assert page.restart_button.isHidden()
    page.scale.setCurrentIndex(page.scale.findData(150))
    page.scale.activated.emit(page.scale.currentIndex())
    assert desk.preferences.scale_percent == 150
    assert not page.restart_button.isHidden()
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    page.restart_button.click()
    assert ended == [restart.RESTART_CODE]
    page.scale.setCurrentIndex(0)
    page.scale.activated.emit(0)
    assert page.restart_button.isHidden()


def test_nothing_moves_by_itself_for_whoever_wishes_so(settings: SettingsWindow, desk: Desk, qtbot: QtBot) -> None:
    page = look_page(settings)
    page.motion.click()
    assert desk.preferences.reduce_motion
    assert motion.length_ms(200) == 0
    strip = TickerStrip()
    qtbot.addWidget(strip)
    strip.show()
    assert not strip.running
    page.motion.click()
    assert motion.length_ms(200) == 200


def test_the_page_to_begin_with_is_chosen(settings: SettingsWindow, desk: Desk, qtbot: QtBot) -> None:
    page = settings.page_named("start")
    assert isinstance(page, StartPage)
    combo = page.findChild(QComboBox, "pages")
    assert isinstance(combo, QComboBox)
    combo.activated.emit(combo.findData("walls"))
    desk.preferences.page = "library"
    began = show_window(desk, Options(size=(1366, 768)))
    qtbot.addWidget(began)
    assert began.page is began.page_named("walls")
    began.close()
    combo.activated.emit(combo.findData(LAST_PAGE))
    desk.preferences.page = "library"
    began = show_window(desk, Options(size=(1366, 768)))
    qtbot.addWidget(began)
    assert began.page is began.page_named("library")
    began.close()


def test_settings_are_kept_and_a_damaged_file_gives_the_usual_ones(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "desktop.ini")
    kept.look, kept.scale_percent, kept.reduce_motion, kept.start_page = Look.CONTRAST, 175, True, "walls"
    kept.store()
    again = Preferences(tmp_path / "desktop.ini")
    assert (again.look, again.scale_percent, again.reduce_motion, again.start_page) == ("contrast", 175, True, "walls")
    (tmp_path / "damaged.ini").write_text("[General]\nlook=\\x0\nscale=ten\nlanguage=xx\n")
    damaged = Preferences(tmp_path / "damaged.ini")
    assert (damaged.scale_percent, damaged.language, damaged.reduce_motion) == (100, "id", False)


def test_every_page_of_the_settings_has_a_name() -> None:
    assert {kind.name for kind in SETTINGS} == set(settings_titles())


def test_all_pages_stand_at_the_left_of_the_smallest_window(window: MainWindow) -> None:
    window.resize(1180, 680)
    QApplication.processEvents()
    navigation = window.sidebar.navigation
    assert navigation.verticalScrollBar().maximum() == 0
    assert {kind.name for kind in PAGES} == set(navigation.buttons)
    for made in navigation.buttons.values():
        assert made.height() >= made.minimumSizeHint().height()


def test_on_a_small_screen_pages_scroll_and_the_red_button_stays(window: MainWindow) -> None:
    window.setMinimumSize(320, 240)
    window.resize(900, 480)
    QApplication.processEvents()
    assert window.stack.width() >= NARROW_PAGE.width()
    assert window.stack.height() >= NARROW_PAGE.height()
    red = window.sidebar.emergency_button
    assert red.mapTo(window, red.rect().bottomRight()).y() <= window.height()
    window.show_page("audit")
    QApplication.processEvents()
    marked = window.sidebar.navigation.buttons["audit"]
    assert not marked.visibleRegion().isEmpty()


def test_the_strip_of_icons_is_folded_by_hand_and_stays_so(window: MainWindow, desk: Desk) -> None:
    window.setMinimumSize(320, 240)
    window.resize(1180, 680)
    window.sidebar.fold_button.click()
    assert (window.sidebar.folded, desk.preferences.sidebar) == (True, FOLDED)
    window._rebuild()
    QApplication.processEvents()
    assert window.sidebar.folded
    window.sidebar.fold_button.click()
    assert (window.sidebar.folded, desk.preferences.sidebar) == (False, "")
    window.resize(900, 480)
    assert window.sidebar.folded, "what was never chosen follows the window"
    window.sidebar.fold_button.click()
    assert (window.sidebar.folded, desk.preferences.sidebar) == (False, UNFOLDED)
    window.resize(880, 480)
    assert not window.sidebar.folded


def test_a_dialog_that_is_too_large_for_its_screen_scrolls(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = [label(f"Baris {number}") for number in range(100)]
    dialog.setLayout(column(*lines))
    screen = dialog.screen().availableSize()
    fit_dialog(dialog, screen)
    dialog.show()
    assert dialog.height() <= screen.height()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=5000)
    assert lines[-1].window() is dialog
    fit_dialog(dialog, screen)
    assert len(dialog.findChildren(QScrollArea)) == 1


def test_the_buttons_of_a_dialog_that_scrolls_stay_in_sight_and_last_for_tab(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    fields = [QLineEdit() for _ in range(60)]
    close, line = button("Tutup", dialog.accept), rule()
    dialog.setLayout(column(*fields, line, row(None, close)))
    fit_dialog(dialog, dialog.screen().availableSize())
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=5000)
    assert not area.isAncestorOf(close)
    assert dialog.rect().contains(close.geometry())
    assert fields[-1].nextInFocusChain() is line
    assert line.nextInFocusChain() is close


def test_a_dialog_that_scrolls_begins_at_the_field_that_it_chose(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    fields = [QLineEdit() for _ in range(60)]
    dialog.setLayout(column(*fields))
    fields[50].setFocus()
    fit_dialog(dialog, dialog.screen().availableSize())
    dialog.show()
    qtbot.waitUntil(lambda: not fields[50].visibleRegion().isEmpty(), timeout=5000)
    assert dialog.focusWidget() is fields[50]


def test_a_dialog_with_room_is_left_as_it_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setLayout(column(label("Baris")))
    fit_dialog(dialog, dialog.screen().availableSize())
    assert dialog.findChild(QScrollArea) is None
