"""The library page on a real hub: lists, folders, filters, many at once, files replaced, folders imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from displayctl.api.media_choices import EVERY_WALL, WHOLE, Crop
from displayctl.api.models import MediumChange, MediumInfo, MediumState
from displayctl.desktop.desk import Desk
from displayctl.desktop.library import pages_window
from displayctl.desktop.library.chosen_media import ChosenMedia
from displayctl.desktop.library.crop_window import CropWindow
from displayctl.desktop.library.cropping import ALL_OF_IT
from displayctl.desktop.library.cut_window import CutWindow
from displayctl.desktop.library.deleting import ask_to_delete
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_window import FolderImportWindow
from displayctl.desktop.library.insight import Smart
from displayctl.desktop.library.pages_window import PagesWindow
from displayctl.desktop.library.query import Order
from displayctl.desktop.library.storage_window import StorageWindow
from displayctl.desktop.library.versions_window import VersionsWindow
from displayctl.desktop.library.work import library_work
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.presenters.validity import end_of
from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.media_places import EVERYTHING, Place
from displayctl.desktop.widgets.media_table import COLUMNS
from displayctl.desktop.widgets.pieces import Scaled
from tests.displayctl.hub.ground import add_picture, picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.marked_media import write_clip

PATIENCE = 15_000
FIRST = {"poster", "green", "blue"}
LEFT = Crop(x=0, y=0, width=5000, height=WHOLE)


pytestmark = pytest.mark.usefixtures("shared_window")


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub, tmp_path_factory: pytest.TempPathFactory) -> RunningHub:
    """One for all tests here, for a window of its own takes longer than what is done in it."""
    for name in ("green", "blue"):
        add_picture(shared_hub.client, tmp_path_factory.mktemp("library"), f"{name}.png", name)
    return shared_hub


@pytest.fixture(scope="module")
def opened(shared_window: MainWindow) -> LibraryPage:
    found = shared_window.page_named("library")
    assert isinstance(found, LibraryPage)
    shared_window.show_page("library")
    return found


@pytest.fixture
def page(opened: LibraryPage, qtbot: QtBot) -> LibraryPage:
    """The page with everything on show as cards, and nothing chosen."""
    opened.show_everything()
    opened.shelf.show_as(as_list=False)
    opened.shelf.choose([])
    qtbot.waitUntil(lambda: set(titles(opened)) >= FIRST, timeout=PATIENCE)
    return opened


def titles(page: LibraryPage) -> list[str]:
    return [medium.title for medium in page.model.media]


def of_first(page: LibraryPage) -> list[str]:
    """The order in which the first media are shown."""
    return [title for title in titles(page) if title in FIRST]


def named(page: LibraryPage, title: str) -> MediumInfo:
    return next(medium for medium in page.model.media if medium.title == title)


def choose(page: LibraryPage, *names: str) -> None:
    page.shelf.choose([named(page, name).id for name in names])


def stored(hub: RunningHub, name: str) -> MediumInfo:
    return next(medium for medium in hub.client.media().media if medium.title == name)


def test_a_list_shows_the_same_media_sorted_by_its_headings(page: LibraryPage) -> None:
    choose(page, "blue", "poster")
    page.shelf.show_as(as_list=True)
    assert page.shelf.view is page.table
    assert {medium.title for medium in page.shelf.media} == {"blue", "poster"}
    page.table.horizontalHeader().sectionClicked.emit(0)
    assert of_first(page) == ["blue", "green", "poster"]
    page.table.horizontalHeader().sectionClicked.emit(0)
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
        assert [each.text() for each in menu.actions()] == ["Ganti berkas…", "Pangkas…", "Hapus"]
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
    at = page.table.model().index(titles(page).index("blue"), [order for order, _ in COLUMNS].index(Order.EXPIRY))
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
    assert "2 media" in told.args[0]
    for name in ("green", "blue"):
        assert (stored(hub, name).tags, stored(hub, name).folder) == (("pajak", "Bone"), "Dinas/2026")
    assert stored(hub, "poster").tags == ()
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.undo()
    assert (stored(hub, "green").tags, stored(hub, "green").folder) == ((), "")
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.redo()
    assert stored(hub, "green").folder == "Dinas/2026"
    with qtbot.waitSignal(page.told, timeout=PATIENCE):
        desk.edits.stack.undo()


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


def test_a_replaced_file_can_be_had_back_from_the_window(
    page: LibraryPage, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, "poster")
    assert page.details.file_actions.replace.isVisible()
    assert not page.details.file_actions.former.isVisible()
    page.details.file_actions.replace_with(picture_file(tmp_path, "baru.png", "gold"))
    qtbot.waitUntil(lambda: stored(hub, "poster").source_name == "baru.png", timeout=PATIENCE)
    qtbot.waitUntil(page.details.file_actions.former.isVisible, timeout=PATIENCE)
    (form,) = page.details.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: form.widget().width() <= form.viewport().width(), timeout=PATIENCE)
    window = VersionsWindow(desk, stored(hub, "poster"), page)
    qtbot.addWidget(window)
    window.open()
    with qtbot.waitSignal(window.told, timeout=PATIENCE) as told:
        qtbot.waitUntil(lambda: len(window.findChildren(Scaled)) == 1, timeout=PATIENCE)
        version = hub.client.library.versions(stored(hub, "poster").id)[0]
        window._go_back(version)
    assert "poster.png" in told.args[0]
    qtbot.waitUntil(lambda: stored(hub, "poster").source_name == "poster.png", timeout=PATIENCE)


def test_the_room_on_the_disk_is_told_and_leads_to_a_medium(page: LibraryPage, desk: Desk, qtbot: QtBot) -> None:
    window = StorageWindow(desk, page)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.model.rowCount() >= 3, timeout=PATIENCE)
    assert window.meter.accessibleName() == window.words
    window.table.selectRow(next(n for n, room in enumerate(window.model.rooms) if room.title == "poster"))
    assert not window.delete_button.isEnabled()
    with qtbot.waitSignal(window.show_asked, timeout=1000) as shown:
        window._show_chosen()
    page.choose(shown.args)
    assert [medium.title for medium in page.shelf.media] == ["poster"]


def test_a_picture_is_cropped_in_the_shape_of_a_wall_by_keys(
    page: LibraryPage, desk: Desk, hub: RunningHub, qtbot: QtBot
) -> None:
    window = CropWindow(desk, named(page, "poster"), page)
    qtbot.addWidget(window)
    window.show()
    assert not window.save_button.isEnabled()
    number = next(n for n in range(window.walls.count()) if "96 × 96" in window.walls.itemText(n))
    window.walls.setCurrentIndex(number)
    assert window.canvas.crop == ALL_OF_IT, "that is what this wall shows"
    window.shape_button.click()
    assert window.save_button.isEnabled()
    crop = window.canvas.crop
    assert round(crop.width * 64 / WHOLE) == round(crop.height * 48 / WHOLE)
    QTest.keyClick(window.canvas, Qt.Key.Key_Left)
    assert window.canvas.crop.x == crop.x - 100
    with qtbot.waitSignal(window.told, timeout=PATIENCE):
        window.save()
    (stored_key,) = stored(hub, "poster").crops
    assert stored_key.startswith("96x96@")
    assert EVERY_WALL not in stored(hub, "poster").crops
    everywhere = CropWindow(desk, stored(hub, "poster").model_copy(update={"crops": {EVERY_WALL: LEFT}}), page)
    qtbot.addWidget(everywhere)
    everywhere.walls.setCurrentIndex(number)
    everywhere._take_whole()
    assert everywhere.crops.keys() == {EVERY_WALL, stored_key}, "a wall may show more than the others"
    assert everywhere.canvas.crop == everywhere.crops[stored_key] == ALL_OF_IT


def test_a_clip_is_cut_with_its_frames_on_show(
    page: LibraryPage, desk: Desk, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    page.uploads.add([write_clip(tmp_path / "klip.mp4", 2, frames=50, rate=25, size=(160, 96))])
    qtbot.waitUntil(
        lambda: any(m.title == "klip" and m.state is MediumState.READY for m in page.model.media), timeout=PATIENCE
    )
    window = CutWindow(desk, named(page, "klip"), page)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not window._picture.pixmap().isNull(), timeout=PATIENCE)
    window.position.setValue(400)
    window.begin_here()
    window.position.setValue(1400)
    window.end_here()
    kept = (window.begins, window.ends)
    window.position.setValue(window.position.maximum())
    window.end_here()
    assert window.ends == 2000, "after the last frame comes nothing that could be cut off"
    window.begin_here()
    assert (window.begins, window.ends) == (1500, 2000)
    assert window.save_button.isEnabled()
    window.begins, window.ends = kept
    with qtbot.waitSignal(window.told, timeout=PATIENCE):
        window.save()
    assert (stored(hub, "klip").begins_ms, stored(hub, "klip").ends_ms) == (400, 1400)


def test_a_page_of_a_document_is_chosen_by_its_picture(
    page: LibraryPage, desk: Desk, hub: RunningHub, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [Image.new("RGB", (200, 100), colour) for colour in ("red", "green")]
    pages[0].save(tmp_path / "surat.pdf", "PDF", save_all=True, append_images=pages[1:])
    page.uploads.add([tmp_path / "surat.pdf"])
    qtbot.waitUntil(
        lambda: any(m.title == "surat" and m.state is MediumState.READY for m in page.model.media), timeout=PATIENCE
    )
    window = PagesWindow(desk, named(page, "surat"), page)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() == 2, timeout=PATIENCE)
    assert not window.show_button.isEnabled()
    monkeypatch.setattr(pages_window, "MOST_AT_ONCE", 1)
    window.list.selectAll()
    assert not window.split_button.isEnabled()
    assert "paling banyak 1" in window.said
    window.list.setCurrentIndex(window.model.index(1))
    with qtbot.waitSignal(window.told, timeout=PATIENCE):
        window.show_page()
    assert stored(hub, "surat").page == 2


def test_an_import_that_cannot_be_read_says_so(page: LibraryPage, tmp_path: Path, qtbot: QtBot) -> None:
    running: FolderImport = library_work(page._desk).folder_import
    with qtbot.waitSignal(page.told, timeout=PATIENCE) as told:
        running.begin(tmp_path / "hilang", "", keep_folders=True)
    assert "hilang" in told.args[0]
    assert not running.there
    (tmp_path / "ada").mkdir()
    window = FolderImportWindow(running, "", page)
    qtbot.addWidget(window)
    window.source.take(tmp_path / "ada")
    assert window.go_button.isEnabled()
    running.begin(tmp_path / "ada", "", keep_folders=True)
    assert not window.go_button.isEnabled(), "the import under way would be let go of"
    qtbot.waitUntil(window.go_button.isEnabled, timeout=PATIENCE)
    running.cancel()
