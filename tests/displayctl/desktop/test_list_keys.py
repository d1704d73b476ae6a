"""Lists by the keyboard: from the search into what was found, and what is chosen there is what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.widgets.list_keys import ListKeys
from tests.displayctl.desktop.conftest import wait_until
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")


def listed(qtbot: QtBot, *names: str) -> tuple[QListView, QLineEdit]:
    """A list of these, of which one in capital letters is a heading, and a line to search it."""
    view, search, model = QListView(), QLineEdit(), QStandardItemModel()
    model.setParent(view)
    view.setModel(model)
    for name in names:
        item = QStandardItem(name)
        item.setSelectable(not name.isupper())
        model.appendRow(item)
    ListKeys(view, search)
    for each in (view, search):
        qtbot.addWidget(each)
        each.show()
    return view, search


def chosen(view: QListView) -> list[str]:
    return [index.data() for index in view.selectedIndexes()]


def test_the_first_arrow_chooses_what_stands_first_and_the_next_goes_on(qtbot: QtBot) -> None:
    view, _ = listed(qtbot, "UTAMA", "tugu", "taman")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen(view) == ["tugu"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen(view) == ["taman"]


def test_enter_does_nothing_to_what_nobody_sees_chosen(qtbot: QtBot) -> None:
    view, _ = listed(qtbot, "tugu", "taman")
    view.selectionModel().setCurrentIndex(view.model().index(1, 0), view.selectionModel().SelectionFlag.NoUpdate)
    opened: list[str] = []
    view.activated.connect(lambda index: opened.append(index.data()))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert (opened, chosen(view)) == ([], ["taman"])
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["taman"]


@pytest.mark.parametrize("names", [(), ("UTAMA",)])
def test_where_there_is_nothing_to_choose_the_search_keeps_the_keyboard(qtbot: QtBot, names: tuple[str, ...]) -> None:
    view, search = listed(qtbot, *names)
    search.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert search.hasFocus()
    assert not chosen(view)


def test_a_medium_is_searched_for_and_added_to_a_playlist_by_keys_alone(
    window: MainWindow, desk: Desk, hub: RunningHub, application: QApplication
) -> None:
    window.show_page("playlists")
    page = window.page
    assert isinstance(page, PlaylistsPage)
    wait_until(application, lambda: desk.catalogue.loaded and desk.tasks.under_way == 0)
    before = {part.id: part.value for part in hub.client.parts(PartKind.PLAYLIST)}
    count = len(page.entries.model().entries)  # type: ignore[attr-defined]
    page.shelf.search.setText("poster")
    QTest.keyClick(page.shelf.search, Qt.Key.Key_Down)
    QTest.keyClick(page.shelf.list, Qt.Key.Key_Return)
    wait_until(application, lambda: len(page.entries.model().entries) == count + 1)  # type: ignore[attr-defined]
    wait_until(application, lambda: desk.tasks.under_way == 0)
    after = {part.id: part.value for part in hub.client.parts(PartKind.PLAYLIST)}
    (changed,) = (name for name in after if after[name] != before.get(name))
    added = after[changed]["entries"][-1]["medium_id"]  # type: ignore[index,call-overload]
    assert desk.hub.client.medium(str(added)).title == "poster"
    page.shelf.search.setText("tidak ada yang begini")
    assert any("begitu" in each.text() for each in page.shelf.findChildren(QLabel) if each.isVisible())
    page.shelf.search.clear()


def test_the_only_medium_found_in_the_library_is_chosen_by_one_key(
    window: MainWindow, desk: Desk, application: QApplication
) -> None:
    window.show_page("library")
    page = window.page
    assert isinstance(page, LibraryPage)
    wait_until(application, lambda: bool(page.model.media) and desk.tasks.under_way == 0)
    page.search.setText("poster")
    wait_until(application, lambda: len(page.model.media) == 1)
    for as_list in (True, False):
        page.shelf.show_as(as_list=as_list)
        page.shelf.view.clearSelection()
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        assert [medium.title for medium in page.shelf.media] == ["poster"]
    page.search.clear()
