"""The desk without a mouse, without eyes, and in both languages: on every page and in every window controls have names,
Tab finds them, and no text is cut off.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.page_room import LEAST_WINDOW, PageRoom
from displayctl.desktop.tour import choose_something
from scripts.demonstration.dialogs import DIALOGS
from tests.displayctl.desktop.clipped import MOST_ROUNDS, ROUND_MS, left_clipped
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.desktop.keyboard_walk import (
    controls,
    name_of,
    out_of_order,
    pressed_by_return,
    tab_walk,
    told,
    trap,
    unreached,
)
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

SMALL_WINDOW = QSize(960, 540)
LEAVES = {"Batal", "Tutup", "Ya, aman"}

pytestmark = pytest.mark.usefixtures("shared_window")


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub) -> RunningHub:
    """One hub for all of these tests, with one slot; what one adds, the others bear."""
    add_slot(shared_hub.client, "base", "layanan", "tugu")
    return shared_hub


def check(root: QWidget, window: QWidget) -> None:
    """Every control of `root` has a name and a policy, and Tab goes through them in the order they are read."""
    found = controls(root)
    assert not [told(each) for each in found if not name_of(each).strip()], "without a name"
    assert not [told(each) for each in found if each.focusPolicy() == Qt.FocusPolicy.NoFocus], "never has the focus"
    walked = tab_walk(window)
    stuck = trap(walked)
    assert stuck is None, f"Tab does not leave {told(stuck)}" if stuck is not None else ""
    assert not [told(each) for each in unreached(root, walked)], "Tab does not come to it"
    inside = [each for each in walked if root.isAncestorOf(each)]
    assert not [f"{told(one)} → {told(other)}" for one, other in out_of_order(inside)], "goes back"


@pytest.mark.parametrize("name", [kind.name for kind in PAGES])
def test_a_page_is_used_without_a_mouse_and_without_eyes(
    name: str, window: MainWindow, desk: Desk, application: QApplication
) -> None:
    window.show_page(name)
    window.activateWindow()
    wait_until(application, lambda: desk.tasks.under_way == 0)
    check(window.page, window)


@pytest.mark.parametrize("name", [kind.name for kind in PAGES])
def test_no_text_of_a_page_is_cut_off(name: str, window: MainWindow, desk: Desk, application: QApplication) -> None:
    assert not _cut_on_page(name, window, desk, application)


def test_the_sidebar_is_used_without_a_mouse_and_without_eyes(window: MainWindow) -> None:
    window.activateWindow()
    check(window.sidebar, window)


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_a_window_is_used_without_a_mouse_and_without_eyes(
    name: str, window: MainWindow, desk: Desk, application: QApplication
) -> None:
    dialog = DIALOGS[name](desk, window)
    dialog.show()
    dialog.activateWindow()
    wait_until(application, lambda: desk.tasks.under_way == 0 and dialog.isActiveWindow())
    try:
        check(dialog, dialog)
        assert not left_clipped(dialog)
        assert not pressed_by_return(dialog) & LEAVES, "Return in a field gives up what was typed"
    finally:
        dialog.hide()
        dialog.deleteLater()


def test_no_text_is_cut_off_in_the_other_language(window: MainWindow, desk: Desk, application: QApplication) -> None:
    window.speak("en")
    wait_until(application, lambda: not window._rebuild_soon.isActive() and desk.tasks.under_way == 0)
    cut = [f"{kind.name}: {line}" for kind in PAGES for line in _cut_on_page(kind.name, window, desk, application)]
    for name in sorted(DIALOGS):
        dialog = DIALOGS[name](desk, window)
        dialog.show()
        wait_until(application, lambda: desk.tasks.under_way == 0)
        cut += [f"{name}: {line}" for line in left_clipped(dialog)]
        dialog.hide()
        dialog.deleteLater()
        application.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert not cut, "\n".join(cut)


def _cut_on_page(name: str, window: MainWindow, desk: Desk, application: QApplication) -> tuple[str, ...]:
    window.resize(LEAST_WINDOW)
    window.show_page(name)
    wait_until(application, lambda: desk.tasks.under_way == 0)
    choose_something(window)
    wait_until(application, lambda: desk.tasks.under_way == 0)
    cut = left_clipped(window)
    return cut + _cut_at_twice_the_size(window)


def _cut_at_twice_the_size(window: MainWindow) -> tuple[str, ...]:
    """What an office PC's screen of 1920x1080 leaves of the same page when everything is drawn twice as large."""
    least, room = window.minimumSize(), window.findChild(PageRoom)
    assert isinstance(room, PageRoom)
    window.setMinimumSize(SMALL_WINDOW)
    window.resize(SMALL_WINDOW)
    rounds = 0
    while room.horizontalScrollBar().maximum() and rounds < MOST_ROUNDS:
        QTest.qWait(ROUND_MS)
        rounds += 1
    cut, sideways = left_clipped(window), room.horizontalScrollBar().maximum()
    assert window.sidebar.folded
    window.setMinimumSize(least)
    return (*cut, f"{window.page_name} scrolls sideways by {sideways}") if sideways else cut
