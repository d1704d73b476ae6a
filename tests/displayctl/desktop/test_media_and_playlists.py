"""Library, announcements and playlists in one window on a real hub, which each test leaves as it found it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from content.studio.announcement import Announcement
from displayctl.api.models import MediumChange, PartKind
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.widgets.ask_window import AskWindow
from schedules.codec import playlist_from_dict
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.desktop.furniture import Furniture, furniture_of
from tests.displayctl.hub.ground import picture_file
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window", "as_before")


@pytest.fixture(scope="module")
def furniture(shared_hub: RunningHub) -> Furniture:
    return furniture_of(shared_hub)


@pytest.fixture
def as_before(
    furniture: Furniture, window: MainWindow, desk: Desk, hub: RunningHub, application: QApplication
) -> Iterator[None]:
    yield
    wait_until(application, lambda: desk.tasks.under_way == 0 and not desk.uploads.uploads)
    page = library(window)
    page.show_everything()
    page.grid.selectionModel().clear()
    for cross in [made for made in page.jobs.findChildren(QPushButton) if made.isVisible()]:
        cross.click()
    desk.edits.stack.clear()
    furniture.put_back(hub)
    wait_until(application, lambda: furniture.is_seen(desk.catalogue) and desk.tasks.under_way == 0)


def library(window: MainWindow) -> LibraryPage:
    page = window.page_named("library")
    assert isinstance(page, LibraryPage)
    window.show_page("library")
    return page


def playlists(window: MainWindow) -> PlaylistsPage:
    page = window.page_named("playlists")
    assert isinstance(page, PlaylistsPage)
    window.show_page("playlists")
    return page


def test_a_file_dropped_in_becomes_a_card(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = library(window)
    page.uploads.add([picture_file(tmp_path, "posyandu.png", "green")])
    qtbot.waitUntil(lambda: any(m.title == "posyandu" for m in page.model.media), timeout=15_000)
    qtbot.waitUntil(lambda: page.uploads.uploads == (), timeout=5000)


def test_a_file_that_is_not_there_any_more_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = library(window)
    with qtbot.waitSignal(page.told, timeout=5000) as told:
        page.uploads.add([tmp_path / "hilang.png"])
    assert "hilang.png" in told.args[0]
    assert "sudah tidak ada" in told.args[0]


def test_a_file_that_is_no_picture_says_why_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = library(window)
    (tmp_path / "rusak.mp4").write_bytes(b"")
    page.uploads.add([tmp_path / "rusak.mp4"])
    qtbot.waitUntil(lambda: any("kosong (0 bita)" in made.text() for made in page.findChildren(QLabel)), timeout=15_000)
    assert any(medium.title == "poster" for medium in page.model.media)


def test_search_finds_by_title_and_says_when_nothing_is_found(window: MainWindow) -> None:
    page = library(window)
    QTest.keyClicks(page.search, "POST")
    assert [medium.title for medium in page.model.media] == ["poster"]
    page.search.setText("tidak ada yang begini")
    assert page.model.media == ()


def test_a_medium_in_use_is_not_deleted_and_the_place_is_named(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = library(window)
    page.grid.setCurrentIndex(page.model.index(0))
    window.activateWindow()
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus, timeout=5000)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    (asked,) = page.findChildren(AskWindow)
    assert hub.client.media().total == 1, "nothing goes before somebody said so"
    asked.go()
    qtbot.waitUntil(lambda: "masih dipakai: daftar putar “" in asked.error, timeout=5000)
    assert hub.client.media().total == 1
    asked.reject()


def test_a_file_that_failed_says_why_in_a_line_that_can_be_dismissed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = library(window)
    (tmp_path / "rapat.mp4").write_text("hanya tulisan")
    page.uploads.add([tmp_path / "rapat.mp4"])

    def lines() -> list[str]:
        return [made.text() for made in page.jobs.findChildren(QLabel) if made.isVisible()]

    qtbot.waitUntil(lambda: any("berkas teks" in line for line in lines()), timeout=15_000)
    assert not [bar for bar in page.jobs.findChildren(QProgressBar) if bar.isVisible()]
    (cross,) = (made for made in page.jobs.findChildren(QPushButton) if made.isVisible())
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not page.jobs.isVisible()


def test_a_new_title_is_stored(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = library(window)
    page.grid.setCurrentIndex(page.model.index(0))
    assert not page.details.can_save
    page.details.title.setText("Bayar PBB")
    assert page.details.can_save
    window.activateWindow()
    save = page.details._save
    save.setFocus()
    qtbot.waitUntil(save.hasFocus, timeout=5000)
    QTest.keyClick(save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hub.client.media().media[0].title == "Bayar PBB", timeout=5000)
    qtbot.waitUntil(lambda: not page.details.can_save, timeout=5000)
    assert page.details.title.hasFocus(), "and not the button beside, which deletes"


def test_a_change_from_another_desk_leaves_what_is_being_typed(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = library(window)
    page.grid.setCurrentIndex(page.model.index(0))
    page.details.title.setText("Belum disimpan")
    medium = hub.client.media().media[0]
    hub.client.change_medium(medium.id, MediumChange(version=medium.version, tags=("pajak",)))
    qtbot.waitUntil(lambda: page.details.tags.text() == "pajak", timeout=5000)
    assert page.details.title.text() == "Belum disimpan"
    page.details.title.setText(medium.title)


def test_an_announcement_is_previewed_and_stored(window: MainWindow, desk: Desk, hub: RunningHub, qtbot: QtBot) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.preview.drawn, timeout=15_000, check_params_cb=bool):
        editor.title.setPlainText("Posyandu")
    editor.save()
    qtbot.waitUntil(lambda: hub.client.media().total == 2, timeout=5000)


def test_an_announcement_wears_a_chosen_logo_background_and_colour(
    window: MainWindow, desk: Desk, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
    for colour, choice in (("#00ff00", editor.logo), ("#ff0000", editor.background)):
        file = tmp_path / f"{colour[1:]}.png"
        Image.new("RGB", (2000, 1000), colour).save(file)
        with qtbot.waitSignal(choice.changed, timeout=5000):
            choice.take(file)
    editor.accent.show_colour("#ffe066")
    with qtbot.waitSignal(editor.preview.drawn, timeout=15_000, check_params_cb=bool):
        editor.title.setPlainText("Posyandu")
    editor.save()
    qtbot.waitUntil(lambda: hub.client.media().total == 2, timeout=5000)
    stored = next(medium.announcement for medium in hub.client.media().media if medium.announcement)
    kept = Announcement.from_dict(stored)
    assert QImage.fromData(kept.logo).width() == 512
    assert QImage.fromData(kept.background).pixelColor(900, 400).red() > 200
    assert kept.accent_colour == "#ffe066"


def test_a_file_that_is_no_picture_is_refused_as_a_logo_and_the_old_one_stays(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=15_000)
    editor.logo.show_picture(b"before")
    (tmp_path / "logo.png").write_text("bukan gambar")
    with qtbot.waitSignal(editor.logo.refused, timeout=5000):
        editor.logo.take(tmp_path / "logo.png")
    assert editor.logo.data == b"before"
    editor.logo.take_away()
    assert editor.logo.data == b""


def test_an_announcement_that_is_too_long_cannot_be_saved(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
    editor.title.setPlainText("Posyandu")
    with qtbot.waitSignal(editor.preview.drawn, timeout=15_000, check_params_cb=lambda fits: not fits):
        editor.body.setPlainText("kata yang panjang sekali " * 70)
    assert not editor.can_save


def test_a_playlist_is_made_filled_ordered_and_taken_back(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = playlists(window)
    page.make_new()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.PLAYLIST)) == 2, timeout=5000)
    medium = desk.catalogue.media[0]
    page.shelf.chosen.emit(medium.id)
    qtbot.waitUntil(lambda: len(page.model.entries) == 1, timeout=5000)
    desk.edits.stack.undo()
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.PLAYLIST)) == 1, timeout=5000)


def test_entries_are_carried_and_deleted_by_keys(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = playlists(window)
    first = page.model.entries[0]
    page.model.insert_media([first.medium_id])
    page.model.replace_entry(1, first.__class__(first.medium_id, volume=50))
    page.entries.setCurrentIndex(page.model.index(1))
    QTest.keyClick(page.entries, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    stored = lambda: playlist_from_dict(hub.client.part(PartKind.PLAYLIST, "layanan").value).entries  # noqa: E731
    qtbot.waitUntil(lambda: [entry.volume for entry in stored()] == [50, 100], timeout=5000)
    QTest.keyClick(page.entries, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [entry.volume for entry in stored()] == [100], timeout=5000)


def test_a_playlist_that_two_desks_rename_keeps_what_is_typed_and_says_so(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = playlists(window)
    before = page.name.text()
    page.name.setText("Punya saya")
    with qtbot.waitSignal(page.told, timeout=5000) as told:
        rename(hub, "Punya mereka")
    assert "“Punya mereka”" in told.args[0]
    assert page.name.text() == "Punya saya"
    page.name.editingFinished.emit()
    qtbot.waitUntil(lambda: hub.client.part(PartKind.PLAYLIST, "layanan").value["name"] == "Punya saya", timeout=5000)
    rename(hub, before)
    qtbot.waitUntil(lambda: page.name.text() == before, timeout=5000)


def test_a_name_that_nobody_types_in_is_not_given_again_over_that_of_another_desk(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = playlists(window)
    before = page.name.text()
    window.activateWindow()
    page.name.setFocus()
    qtbot.waitUntil(page.name.hasFocus, timeout=5000)
    rename(hub, "Punya mereka")
    qtbot.waitUntil(lambda: page.name.text() == "Punya mereka", timeout=5000)
    rename(hub, before)
    qtbot.waitUntil(lambda: page.name.text() == before, timeout=5000)


def test_that_the_playlist_on_show_was_deleted_is_said_where_it_was_not_done_here(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = playlists(window)
    told: list[str] = []
    page.told.connect(lambda words, _: told.append(words))
    for name, elsewhere in (("Sementara", True), ("Lain", False)):
        part = hub.client.part(PartKind.PLAYLIST, "layanan")
        made = hub.client.create_part(PartKind.PLAYLIST, part.value | {"id": name.lower(), "name": name})
        qtbot.waitUntil(lambda made=made: desk.catalogue.find(Topic.PLAYLIST, made.id) is not None, timeout=5000)
        page.pick(made.id)
        qtbot.waitUntil(lambda name=name: page.name.text() == name, timeout=5000)
        if elsewhere:
            hub.client.delete_part(PartKind.PLAYLIST, made.id, made.version)
        else:
            page.remove()
        qtbot.waitUntil(lambda name=name: page.name.text() != name, timeout=5000)
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
    assert [words for words in told if "dihapus" in words] == ["Daftar putar “Sementara” dihapus di komputer lain."]


def rename(hub: RunningHub, name: str) -> None:
    """At another desk."""
    part = hub.client.part(PartKind.PLAYLIST, "layanan")
    hub.client.put_part(PartKind.PLAYLIST, "layanan", part.value | {"name": name}, part.version)


def test_the_preview_really_plays(window: MainWindow, qtbot: QtBot) -> None:
    page = playlists(window)
    qtbot.waitUntil(lambda: not page.player.picture.image.isNull(), timeout=10_000)
    page.player.play()
    qtbot.waitUntil(lambda: page.player.position.total_seconds() > 0.3, timeout=5000)
    page.player.pause()
    picture = page.player.picture.image
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).red() > 200
