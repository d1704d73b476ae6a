"""The library page on a real hub: lists, folders, filters, many at once, files that are there already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from displayctl.api.models import MediumChange
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.chosen_media import ChosenMedia
from displayctl.desktop.library.crop_window import CropWindow
from displayctl.desktop.library.deleting import ask_to_delete
from displayctl.desktop.library.insight import Smart
from displayctl.desktop.library.query import Order
from displayctl.desktop.library.work import library_work
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.presenters.validity import end_of
from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.media_places import EVERYTHING, Place
from displayctl.desktop.widgets.media_table import COLUMNS, MediaTable
from tests.displayctl.desktop.library.conftest import FIRST, PATIENCE, choose, named, stored, titles
from tests.displayctl.hub.ground import add_picture, picture_file
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")


def of_first(page: LibraryPage) -> list[str]:
    """The order in which the first media are shown."""
    return [title for title in titles(page) if title in FIRST]


def test_a_list_shows_the_same_media_sorted_by_its_headings(page: LibraryPage) -> None:
    assert not page.findChildren(MediaTable), "who works with cards waits for no list"
    choose(page, "blue", "poster")
    page.shelf.show_as(as_list=True)
    assert page.shelf.view is page.shelf.table
    assert {medium.title for medium in page.shelf.media} == {"blue", "poster"}
    page.shelf.table.horizontalHeader().sectionClicked.emit(0)
    assert of_first(page) == ["blue", "green", "poster"]
    page.shelf.table.horizontalHeader().sectionClicked.emit(0)
    assert of_first(page) == ["poster", "green", "blue"]
    assert {medium.title for medium in page.shelf.media} == {"blue", "poster"}
    for order in (Order.SIZE, Order.NAME):
        page.shelf.order.setCurrentIndex(page.shelf.order.findData(order))
    assert of_first(page) == ["blue", "green", "poster"]
    page.shelf.show_as(as_list=False)


def test_a_card_has_a_menu_of_what_the_panel_offers(page: LibraryPage) -> None:
    for as_list in (False, True):
        page.shelf.choose([])
        page.shelf.show_as(as_list=as_list)
        page.shelf.view.customContextMenuRequested.emit(QPoint(5, 5))
        assert not _menus(page)
        choose(page, "blue")
        page.shelf.view.customContextMenuRequested.emit(QPoint(5, 5))
        (menu,) = _menus(page)
        assert [each.text() for each in menu.actions()] == ["Ganti berkas…", "Pangkas…", "Hapus…"]
        menu.actions()[1].trigger()
        (window,) = page.window().findChildren(CropWindow)
        window.reject()
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.shelf.show_as(as_list=False)
    choose(page, "blue", "green")
    page.shelf.menu_asked.emit(QPoint(5, 5))
    (menu,) = _menus(page)
    assert [each.text() for each in menu.actions()] == ["Hapus…"]
    menu.close()


def _menus(page: LibraryPage) -> list[QMenu]:
    return page.findChildren(ChosenMedia)[0].findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_the_list_tells_the_last_day_that_was_picked(page: LibraryPage, hub: RunningHub, qtbot: QtBot) -> None:
    last, medium = date(2099, 11, 25), stored(hub, "blue")
    hub.client.change_medium(medium.id, MediumChange(version=medium.version, expires_at=end_of(last)))
    qtbot.waitUntil(lambda: named(page, "blue").expires_at is not None, timeout=PATIENCE)
    at = page.shelf.table.model().index(titles(page).index("blue"), [order for order, _ in COLUMNS].index(Order.EXPIRY))
    assert at.data() == date_short(last)


def test_a_file_that_is_dropped_is_copied_and_an_address_of_the_web_is_explained(
    page: LibraryPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    """A file manager takes away what was moved somewhere; the library only copies."""
    dropped = drop(page, QUrl.fromLocalFile(str(picture_file(tmp_path, "taruh.png", "olive"))))
    assert dropped.dropAction() is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: any(each.title == "taruh" for each in hub.client.media().media), timeout=PATIENCE)
    with qtbot.waitSignal(page.told, timeout=PATIENCE) as told:
        drop(page, QUrl("https://example.org/gambar.png"))
    assert "https://example.org/gambar.png" in told.args[0]


def drop(page: LibraryPage, address: QUrl) -> QDropEvent:
    """Let go of something over the page, moving it, as with Shift held."""
    data = QMimeData()
    data.setUrls([address])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(9, 9), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    page.dropEvent(event)
    return event


def test_several_are_changed_at_once_and_one_undo_takes_it_back(
    page: LibraryPage, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, "green", "blue")
    assert page.bulk.isVisible()
    page.bulk.add_tags.setText("pajak, Bone")
    page.bulk.folder.setEditText("Dinas/2026")
    with qtbot.waitSignal(page.told, timeout=PATIENCE) as told:
        page.bulk.apply()
    assert page.window().focusWidget() is page.bulk.add_tags
    assert "2 media" in told.args[0]
    for name in ("green", "blue"):
        assert (stored(hub, name).tags, stored(hub, name).folder) == (("pajak", "Bone"), "Dinas/2026")
    assert stored(hub, "poster").tags == ()
    qtbot.waitUntil(lambda: named(page, "green").folder == "Dinas/2026", timeout=PATIENCE)
    (line,) = page.places.findItems("Bone (2)", Qt.MatchFlag.MatchExactly)
    page.places.setCurrentItem(line)
    assert sorted(titles(page)) == ["blue", "green"]
    page.places.go_to(EVERYTHING)
    page.bulk.add_tags.setText("Bone")
    page.bulk.apply()
    assert "tidak ada yang diubah" in page.bulk.said
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.undo()
    assert (stored(hub, "green").tags, stored(hub, "green").folder) == ((), "")
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.redo()
    assert stored(hub, "green").folder == "Dinas/2026"
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.undo()


def test_what_cannot_be_stored_is_said_and_not_cut_off(page: LibraryPage) -> None:
    choose(page, "blue")
    many = ", ".join(f"tag {number}" for number in range(33))
    for line, text, words in (
        (page.details.folder, "a/b/c/d/e/f/g/h/i", "paling banyak 8"),
        (page.details.tags, many, "33 tag"),
        (page.details.title, " ", "Beri judul"),
    ):
        before = line.text()
        line.setText(text)
        assert words in page.details.why_not
        assert not page.details.can_save
        line.setText(before)
    assert page.details.why_not == ""
    choose(page, "blue", "green")
    page.bulk.add_tags.setText(many)
    page.bulk.apply()
    assert "33 tag" in page.bulk.said
    page.bulk.add_tags.clear()


def test_what_somebody_else_changed_is_named_and_the_rest_is_done(
    page: LibraryPage, hub: RunningHub, qtbot: QtBot
) -> None:
    choose(page, "green", "blue")
    page.bulk.add_tags.setText("pajak")
    steps = page.bulk.steps()
    other = stored(hub, "green")
    hub.client.change_medium(other.id, MediumChange(version=other.version, tags=("lain",)))
    with qtbot.waitSignal(page.told, timeout=PATIENCE) as told:
        library_work(page._desk).edits.change(steps, "Tag")
    assert "“green”" in told.args[0]
    assert told.args[1] == "warning"
    assert (stored(hub, "blue").tags, stored(hub, "green").tags) == (("pajak",), ("lain",))


def test_several_are_deleted_after_a_question_and_what_is_used_stays(
    page: LibraryPage, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    add_picture(hub.client, tmp_path, "buang.png", "tan")
    media = (stored(hub, "buang"), stored(hub, "poster"))
    window = ask_to_delete(desk, library_work(desk).edits, media, page)
    assert window is not None
    with qtbot.waitSignal(page.told, timeout=PATIENCE) as told:
        window.go()
    assert "“poster”" in told.args[0]
    assert {"poster"} == {medium.title for medium in hub.client.media().media} & {"buang", "poster"}


def test_media_lie_in_folders_that_can_be_made_renamed_and_taken_apart(
    page: LibraryPage, hub: RunningHub, qtbot: QtBot
) -> None:
    folders = page._folders
    folders.make("Dinas/2026")
    page.places.go_to(Place(folder="Dinas/2026"))
    assert titles(page) == []
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        folders.move([stored(hub, "green").id], "Dinas/2026")
    qtbot.waitUntil(lambda: titles(page) == ["green"], timeout=PATIENCE)
    page.places.go_to(Place(folder="Dinas"))
    assert titles(page) == ["green"]
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        folders.rename("Dinas", "Kantor")
    qtbot.waitUntil(lambda: stored(hub, "green").folder == "Kantor/2026", timeout=PATIENCE)
    media = lambda: page._desk.catalogue.media  # noqa: E731
    qtbot.waitUntil(lambda: any(each.folder == "Kantor/2026" for each in media()), timeout=PATIENCE)
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        folders.dissolve("Kantor/2026")
    qtbot.waitUntil(lambda: stored(hub, "green").folder == "Kantor", timeout=PATIENCE)


def test_a_folder_that_cannot_be_is_refused_in_words_and_not_made(page: LibraryPage, qtbot: QtBot) -> None:
    folders, before = page._folders, page._folders.names
    folders.ask_new("a/b/c/d/e/f/g/h")
    window = page.findChild(AskWindow)
    assert window is not None
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setText("i")
    window.go()
    assert "8" in window.error
    assert "folder" in window.error.casefold()
    assert folders.names == before
    line.setText("")
    assert not window.go_button.isEnabled()
    window.reject()
    qtbot.waitUntil(lambda: page.findChild(AskWindow) is None, timeout=PATIENCE)  # else the next test finds it


def test_a_smart_filter_is_searched_in_and_kept_under_a_name(page: LibraryPage, qtbot: QtBot) -> None:
    page.places.go_to(Place(smart=Smart.UNUSED))
    qtbot.waitUntil(lambda: {"blue", "green"} <= set(titles(page)), timeout=PATIENCE)
    assert "poster" not in titles(page)
    QTest.keyClicks(page.search, "blu")
    assert titles(page) == ["blue"]
    page._ask_filter_name()
    window = next(each for each in page.findChildren(AskWindow) if each.isVisible())
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setText("Biru")
    window.go()
    qtbot.waitUntil(lambda: page.places.place == Place(saved="Biru"), timeout=PATIENCE)
    assert (page.search.text(), titles(page)) == ("", ["blue"])
    page._forget_filter("Biru")
    assert page.places.place == EVERYTHING


def test_a_file_that_is_there_already_is_asked_about(page: LibraryPage, tmp_path: Path, qtbot: QtBot) -> None:
    again = picture_file(tmp_path, "lagi.png", "blue")
    page.uploads.add([again])
    qtbot.waitUntil(lambda: bool(page.uploads.in_question), timeout=PATIENCE)
    line = page.jobs._twins
    qtbot.waitUntil(line.isVisible, timeout=PATIENCE)
    assert "“blue”" in line.words
    QTest.mouseClick(line.leave_out, Qt.MouseButton.LeftButton)
    assert page.uploads.uploads == ()
    page.uploads.add([again])
    qtbot.waitUntil(lambda: bool(page.uploads.in_question), timeout=PATIENCE)
    QTest.mouseClick(line.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "lagi" in titles(page), timeout=PATIENCE)


def test_failures_are_dismissed_at_once_or_go_with_their_media(
    page: LibraryPage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    names = ["rusak-1", "rusak-2", "rusak-3"]
    for name in names:
        (tmp_path / f"{name}.png").write_text(name)
    page.uploads.add([tmp_path / f"{name}.png" for name in names])
    qtbot.waitUntil(lambda: failures(page) == names, timeout=PATIENCE)
    gone = stored(hub, names[1])
    hub.client.delete_medium(gone.id, gone.version)
    qtbot.waitUntil(lambda: failures(page) == [names[0], names[2]], timeout=PATIENCE)
    QTest.mouseClick(page.jobs.dismiss, Qt.MouseButton.LeftButton)
    assert failures(page) == []
    assert not page.jobs.dismiss.isVisible()


def failures(page: LibraryPage) -> list[str]:
    """The media that the strip says could not be prepared."""
    lines = page.jobs.findChildren(QLabel)
    said = [line.text() for line in lines if line.isVisible()]
    return sorted(text for text in said if text.startswith("rusak-") and any(f"{text}.png" in each for each in said))
