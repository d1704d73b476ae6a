"""The windows of the library page: cropping, cutting, pages of documents, former files, room on the disk, imports."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from displayctl.api.media_choices import EVERY_WALL, WHOLE, Crop
from displayctl.api.models import MediumKind, MediumState
from displayctl.desktop.desk import Desk
from displayctl.desktop.library import pages_window
from displayctl.desktop.library.crop_window import CropWindow
from displayctl.desktop.library.cropping import ALL_OF_IT
from displayctl.desktop.library.cut_window import CutWindow
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_window import FolderImportWindow
from displayctl.desktop.library.pages_window import PagesWindow
from displayctl.desktop.library.storage_window import StorageWindow
from displayctl.desktop.library.versions_window import VersionsWindow
from displayctl.desktop.library.work import library_work
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.widgets.pieces import Scaled
from tests.displayctl.desktop.library.conftest import PATIENCE, choose, named, stored
from tests.displayctl.hub.ground import picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.marked_media import write_clip

LEFT = Crop(x=0, y=0, width=5000, height=WHOLE)


pytestmark = pytest.mark.usefixtures("shared_window")


def test_a_replaced_file_can_be_had_back_from_the_window(
    page: LibraryPage, hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, "poster")
    assert page.details.file_actions.replace.isVisible()
    assert not page.details.file_actions.former.isVisible()
    assert not page.details.muted.isVisible(), "a picture has no sound to be without"
    (tmp_path / "rusak.png").write_bytes(b"")
    words: list[tuple[str, str]] = []
    page.told.connect(lambda *said: words.append(said))
    page.details.file_actions.replace_with(tmp_path / "rusak.png")
    qtbot.waitUntil(lambda: bool(words), timeout=PATIENCE)
    assert [kind for _, kind in words] == ["danger"], "nothing is promised before the hub has taken the file"
    page.details.file_actions.replace_with(picture_file(tmp_path, "baru.png", "gold"))
    qtbot.waitUntil(lambda: words[-1][1] == "good", timeout=PATIENCE)
    qtbot.waitUntil(lambda: stored(hub, "poster").source_name == "baru.png", timeout=PATIENCE)
    qtbot.waitUntil(page.details.file_actions.former.isVisible, timeout=PATIENCE)
    (form,) = page.details.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: form.widget().width() <= form.viewport().width(), timeout=PATIENCE)
    film = {"kind": MediumKind.VIDEO, "duration_ms": 24_000, "has_sound": True, "replaced": 1}
    page.details.show_medium(named(page, "poster").model_copy(update=film))
    qtbot.waitUntil(page.details.muted.isVisible, timeout=PATIENCE)
    QApplication.processEvents()
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
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
    assert "dipakai" in window.hints[0]
    window.idle.click()
    assert "setahun" in window.hints[0]
    window.largest.click()
    window.table.selectRow(next(n for n, room in enumerate(window.model.rooms) if room.title == "poster"))
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
