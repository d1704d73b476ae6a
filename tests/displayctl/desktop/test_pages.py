"""Library, playlists, publishing, walls, reports and the emergency window, against a real hub."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from content.studio.announcement import Announcement
from displayctl.api.models import MediumChange, PartKind
from displayctl.desk.publishing import publish
from displayctl.desk.reporting.saving import Form
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.pairing import PairingWindow
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.codec import display_from_dict, playlist_from_dict
from tests.displayctl.hub.ground import add_slot, picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer


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
    with qtbot.waitSignal(page.told, timeout=5000) as told:
        QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert "masih dipakai" in told.args[0]
    assert hub.client.media().total == 1


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
    page.details.save()
    qtbot.waitUntil(lambda: hub.client.media().media[0].title == "Bayar PBB", timeout=5000)
    qtbot.waitUntil(lambda: not page.details.can_save, timeout=5000)


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


def test_an_announcement_is_previewed_and_stored(window: MainWindow, desk: Desk, hub: RunningHub, qtbot: QtBot) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.preview.drawn, timeout=15_000, check_params_cb=bool):
        editor.title.setText("Posyandu")
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
    editor.accent.show_colour("#123456")
    with qtbot.waitSignal(editor.preview.drawn, timeout=15_000, check_params_cb=bool):
        editor.title.setText("Posyandu")
    editor.save()
    qtbot.waitUntil(lambda: hub.client.media().total == 2, timeout=5000)
    stored = next(medium.announcement for medium in hub.client.media().media if medium.announcement)
    kept = Announcement.from_dict(stored)
    assert QImage.fromData(kept.logo).width() == 512
    assert QImage.fromData(kept.background).pixelColor(900, 400).red() > 200
    assert kept.accent_colour == "#123456"


def test_a_file_that_is_no_picture_is_refused_as_a_logo_and_the_old_one_stays(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = AnnouncementEditor(desk, None, window)
    qtbot.addWidget(editor)
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
    editor.title.setText("Posyandu")
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


def test_the_preview_really_plays(window: MainWindow, qtbot: QtBot) -> None:
    page = playlists(window)
    qtbot.waitUntil(lambda: not page.player.picture.image.isNull(), timeout=10_000)
    page.player.play()
    qtbot.waitUntil(lambda: page.player.position.total_seconds() > 0.3, timeout=5000)
    page.player.pause()
    picture = page.player.picture.image
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).red() > 200


def test_publishing_signs_sends_and_waits_for_receipts(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    page = window.page_named("publish")
    assert isinstance(page, PublishPage)
    window.show_page("publish")
    qtbot.waitUntil(lambda: page.changes > 0 and page.publish_button.isEnabled(), timeout=10_000)
    QTest.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hub.client.publications()) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page.changes == 0, timeout=10_000)
    assert {receipt.display_id for receipt in hub.client.receipts("utama")} == {"tugu", "taman"}


def test_a_wall_is_added_by_its_form(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    page.edit("")
    form = page.findChild(WallForm)
    assert form is not None
    form.name.setText("Pasar Simpong")
    form.width_px.setValue(320)
    form.height_px.setValue(160)
    form.save()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.DISPLAY)) == 3, timeout=5000)
    names = {display_from_dict(part.value).name for part in hub.client.parts(PartKind.DISPLAY)}
    assert "Pasar Simpong" in names
    qtbot.waitUntil(lambda: len(page.tiles) == 3, timeout=5000)


def test_a_player_that_waits_is_paired_and_named_by_what_is_published(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    publish(hub.client, hub.keyring, "utama")
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    window.show_page("walls")
    with SimulatedPlayer(hub.url, "BBBB-CCCC") as player:
        player.ask()
        page.pair("tugu")
        form = page.findChild(PairingWindow)
        assert form is not None
        qtbot.waitUntil(lambda: form.waiting.count() == 1, timeout=5000)
        form.waiting.setCurrentRow(0)
        with qtbot.waitSignal(page.told, timeout=5000) as told:
            QTest.keyClick(form.code, Qt.Key.Key_Return)
        assert "sekarang" in told.args[0]
        named = {display["id"]: display["fingerprint"] for display in hub.client.programme("utama")["displays"]}
        assert named["tugu"] == player.device_id


def test_a_wall_with_an_unknown_time_zone_is_refused_with_a_hint(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    page.edit("tugu")
    form = page.findChild(WallForm)
    assert form is not None
    form.zone.setCurrentText("Asia/Luwuk")
    form.save()
    assert form.isVisible()
    assert "Asia/Makassar" in form.error
    form.reject()


def test_the_report_is_shown_and_saved(window: MainWindow, tmp_path: Path, hub: RunningHub, qtbot: QtBot) -> None:
    page = window.page_named("reports")
    assert isinstance(page, ReportsPage)
    window.show_page("reports")
    qtbot.waitUntil(lambda: page.ground.report is not None, timeout=10_000)
    assert page.ground.report is not None
    assert page.ground.report.made_at <= window._desk.clock.now(), "what is still to come today was not missed yet"
    page.saving.save(tmp_path / "laporan.csv", Form.CSV)
    qtbot.waitUntil((tmp_path / "laporan.csv").exists, timeout=5000)
