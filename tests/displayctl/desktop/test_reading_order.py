"""Tab goes through windows as they are read, also to what came into them later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QGridLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from displayctl.api.requests import RequestCreation, RequestDraft
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.window import EmergencyWindow
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.requests import RequestsPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.widgets.pieces import button, column, row
from displayctl.desktop.widgets.reading_order import DialogAsRead, WindowAsRead
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.desktop.keyboard_walk import name_of, tab_walk
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")


def walked(window: QWidget) -> list[str]:
    """What the controls are called to which Tab leads, in this order."""
    QTest.keyClick(window, Qt.Key.Key_Tab)
    return [name_of(each) for each in tab_walk(window)]


def all_seen(several: Iterable[QWidget]) -> bool:
    """Whether there are such widgets, and all of them can be seen."""
    seen = [each.isVisible() for each in several]
    return bool(seen) and all(seen)


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def test_what_is_added_or_turned_round_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    dialog, lines, grid, last = DialogAsRead(), column(), QGridLayout(), row()
    qtbot.addWidget(dialog)
    for each in (QPushButton("satu"), QPushButton("dua")):
        last.addWidget(each)
    dialog.setLayout(column(lines, grid, last))
    lines.addWidget(field("judul"))
    grid.addWidget(field("kanan"), 0, 1)
    grid.addWidget(field("kiri"), 0, 0)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert walked(dialog) == ["judul", "kiri", "kanan", "satu", "dua"]
    last.setDirection(QBoxLayout.Direction.RightToLeft)
    hidden = field("tidak tampak")
    lines.addWidget(hidden)
    hidden.hide()
    later = field("isi")
    lines.addWidget(later)
    qtbot.waitUntil(later.isVisible)
    assert walked(dialog) == ["judul", "isi", "kiri", "kanan", "dua", "satu"]


def test_where_the_keyboard_goes_away_it_comes_to_what_stood_behind(qtbot: QtBot) -> None:
    dialog, lines = DialogAsRead(), column()
    qtbot.addWidget(dialog)
    dialog.setLayout(column(lines, field("lalu"), field("terakhir")))
    first, going = field("judul"), field("hilang")
    for each in (first, going):
        lines.addWidget(each)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert going.hasFocus()
    going.hide()
    assert name_of(QApplication.focusWidget()) == "lalu"


def test_the_checklist_of_a_request_comes_before_the_buttons_below_it(
    window: MainWindow, hub: RunningHub, desk: Desk, application: QApplication
) -> None:
    draft = RequestDraft(agency="dinkes", title="Pekan imunisasi")
    asked = hub.client.requests.create(RequestCreation(draft=draft))
    window.show_page("requests")
    window.activateWindow()
    wait_until(application, lambda: asked.id in {each.id for each in desk.catalogue.requests})
    page = window.page
    assert isinstance(page, RequestsPage)
    page.pick(asked.id)
    wait_until(
        application,
        lambda: all_seen(row.note for row in page.details.checklist.rows.values()) and desk.tasks.under_way == 0,
    )
    names = walked(window)
    notes = [number for number, name in enumerate(names) if name.startswith("Catatan untuk")]
    assert notes
    assert notes[-1] < names.index("Sisanya sesuai") < names.index("Jawab…")


def test_in_the_red_window_the_cause_comes_before_the_place_and_the_words(
    desk: Desk, application: QApplication
) -> None:
    red = EmergencyWindow(desk)
    try:
        red.show()
        red.activateWindow()
        wait_until(application, lambda: all_seen(red.compose.templates.buttons) and desk.tasks.under_way == 0)
        names = walked(red)
        causes = [name_of(each) for each in red.compose.templates.buttons]
        assert names.index(causes[0]) < names.index("Semua layar")
    finally:
        red.leave()
        red.deleteLater()


def test_the_fields_of_a_template_are_reached_between_the_words_and_the_look(
    desk: Desk, application: QApplication
) -> None:
    studio = AnnouncementEditor(desk, None)
    try:
        studio.show()
        studio.activateWindow()
        wait_until(application, lambda: desk.tasks.under_way == 0 and studio.form.facts.box("tempat").isVisible())
        names = walked(studio)
        assert names.index("Isi") < names.index("Tempat") < names.index("Siapa yang berbicara")
    finally:
        studio._memory.forget()
        studio.close()
        studio.deleteLater()


def test_enter_presses_the_button_that_has_the_keyboard_on_a_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("schedule")
    window.activateWindow()
    page = window.page
    assert isinstance(page, SchedulePage)
    before = page.views.day
    (later,) = (each for each in page.bar.findChildren(QPushButton) if name_of(each) == "Sesudahnya")
    later.setFocus()
    qtbot.waitUntil(later.hasFocus)
    QTest.keyClick(later, Qt.Key.Key_Return)
    assert page.views.day == before + timedelta(weeks=1)
    QTest.keyClick(later, Qt.Key.Key_Space)
    assert page.views.day == before + timedelta(weeks=2)
    page.go_to(before)


def test_enter_on_a_page_in_the_sidebar_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("schedule")
    window.activateWindow()
    there = window.sidebar.navigation.buttons["library"]
    there.setFocus()
    qtbot.waitUntil(there.hasFocus)
    QTest.keyClick(there, Qt.Key.Key_Return)
    assert window.page_name == "library"


def test_a_button_that_turns_grey_keeps_the_keyboard_until_tab_leads_on(qtbot: QtBot) -> None:
    window, save, remove = WindowAsRead(), QPushButton("simpan"), QPushButton("hapus")
    removed: list[bool] = []
    save.clicked.connect(lambda: save.setEnabled(False))
    remove.clicked.connect(lambda: removed.append(True))
    inside = QWidget()
    inside.setLayout(row(save, remove))
    window.setCentralWidget(inside)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    for _ in range(2):
        save.setEnabled(True)
        save.setFocus()
        QTest.keyClick(handle, Qt.Key.Key_Return)
        assert not save.isEnabled()
        QTest.keyClick(handle, Qt.Key.Key_Return)
        assert (save.hasFocus(), removed) == (True, [])
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert remove.hasFocus()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    assert removed == [True]


def test_enter_on_cancel_never_presses_the_default_of_the_dialog(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog, line = QDialog(), field("nama")
    save, cancel = (button(name, partial(pressed.append, name)) for name in ("simpan", "batal"))
    save.setDefault(True)
    cancel.setAutoDefault(False)
    dialog.setLayout(column(line, row(save, cancel)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for widget in (line, cancel, save):
        widget.setFocus()
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    assert pressed == ["simpan", "batal", "simpan"]
