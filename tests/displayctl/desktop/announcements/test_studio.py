"""The studio on a real hub: templates, facts, many walls at once, undo, autosave, brand, spelling."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from content.studio.announcement import Announcement
from content.studio.stencils.folder import load_stencils
from displayctl.desk.spelling.checker import Checker, SpellingProgram
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.announcements import spelling, steps
from displayctl.desktop.announcements.brand_window import BrandWindow
from displayctl.desktop.announcements.canvases import Canvas, canvases_of
from displayctl.desktop.announcements.template_pictures import TemplatePictures
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import change_choices
from tests.displayctl.desktop.announcements.conftest import LONG, drawn, walls
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk")

SPEAKER = Path(__file__).parents[3] / "fakes" / "ispell_speaker.py"


def test_walls_of_one_size_share_a_canvas_and_wanted_ones_come_first() -> None:
    known = walls(("satu", 640, 384), ("dua", 640, 384), ("tiga", 96, 96))
    made = canvases_of(known)
    assert [(canvas.size.width(), len(canvas.walls)) for canvas in made] == [(640, 2), (96, 1)]
    assert [canvas.size.width() for canvas in canvases_of(known, ("tiga",))] == [96, 640]
    assert [canvas.is_wanted for canvas in canvases_of(known, ("tiga",))] == [True, False]
    assert canvases_of(()) == (Canvas(canvases_of(())[0].size),)


def test_an_announcement_with_facts_is_written_by_keys_and_stored(
    studio: Callable[..., AnnouncementEditor], hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    editor = studio()
    QTest.keyClicks(editor.title, "Posyandu")
    QTest.keyClicks(editor.form.facts.box("tempat"), "Balai Desa")
    assert drawn(editor, qtbot)
    with qtbot.waitSignal(editor.made, timeout=LONG) as made:
        editor.save()
    kept = Announcement.from_dict(hub.client.medium(made.args[0]).announcement or {})
    assert (kept.title, kept.stencil, [detail.line for detail in kept.details]) == (
        "Posyandu",
        "pengumuman",
        ["Balai Desa"],
    )
    again, other = studio(made.args[0]), studio(made.args[0])
    assert again.form.facts.box("tempat").text() == "Balai Desa"
    change_choices(hub.client, made.args[0], {"tags": ("sehat",)})  # a new version, as each step of its preparation is
    for editor, title in ((again, "Posyandu Melati"), (other, "Posyandu Mawar")):
        editor.title.setPlainText(title)
        assert drawn(editor, qtbot)
    with qtbot.waitSignal(again.made, timeout=LONG):
        again.save()
    other.save()
    qtbot.waitUntil(lambda: not other._saving.under_way, timeout=LONG)
    assert "Posyandu Melati" in other.state, "somebody else wrote other words meanwhile"
    assert hub.client.medium(made.args[0]).title == "Posyandu Melati"
    with qtbot.waitSignal(other.made, timeout=LONG):
        other.save()
    assert hub.client.medium(made.args[0]).title == "Posyandu Mawar"


def test_saving_waits_until_it_is_known_that_it_fits(
    studio: Callable[..., AnnouncementEditor], qtbot: QtBot, hub: RunningHub
) -> None:
    editor = studio()
    editor.title.setPlainText("Judul yang baru ditulis")
    with qtbot.waitSignal(editor.made, timeout=LONG):
        editor.save()


def test_what_finds_no_room_is_told_below_the_wall(studio: Callable[..., AnnouncementEditor], qtbot: QtBot) -> None:
    editor = studio()
    editor.title.setPlainText("Posyandu")
    editor.body.setPlainText("kata yang panjang sekali " * 70)
    assert not drawn(editor, qtbot)
    model = editor.preview.canvases
    told = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("huruf terlalu banyak" in words and "sekali" in words for words in told), told
    assert not editor.can_save


def test_another_template_has_its_own_fields_and_undo_brings_the_former_back(
    studio: Callable[..., AnnouncementEditor], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(steps, "PAUSE_SECONDS", 1000)  # on a busy machine a key takes its time
    editor = studio()
    QTest.keyClicks(editor.title, "Abdul Karim")
    editor.templates.list.setCurrentRow(1)
    assert editor.templates.current.id == "duka-cita"
    qtbot.waitUntil(lambda: editor.form.facts.box("wafat").isVisible(), timeout=LONG)
    assert editor.portrait.isVisibleTo(editor)
    assert "berdukacita" in editor.body.text()
    QTest.keyClick(editor.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.templates.current.id, editor.body.text()) == ("pengumuman", "")
    QTest.keyClick(editor.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.title.text() == ""
    QTest.keyClick(editor.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.title.text() == "Abdul Karim"


def test_pasted_megabytes_are_cut_and_told(studio: Callable[..., AnnouncementEditor]) -> None:
    editor = studio()
    data = QMimeData()
    data.setText("Baris\nsatu\u202e " * 200_000)
    editor.title.insertFromMimeData(data)
    assert len(editor.title.text()) == 200
    assert "\n" not in editor.title.text()
    assert "tidak muat" in editor.state


def test_what_was_not_saved_is_offered_when_the_studio_opens_again(
    studio: Callable[..., AnnouncementEditor], qtbot: QtBot
) -> None:
    editor = studio()
    QTest.keyClicks(editor.title, "Belum selesai")
    QTest.keyClicks(editor.form.facts.box("waktu"), "08.00")
    editor.reject()
    again = studio()
    assert "Belum selesai" in again._banner.text
    again.take_kept()
    assert (again.title.text(), again.form.facts.box("waktu").text()) == ("Belum selesai", "08.00")


def test_what_is_typed_in_a_new_window_takes_nothing_from_what_was_kept(
    studio: Callable[..., AnnouncementEditor], desk: Desk
) -> None:
    for words in ("Rapat", "Pasar murah"):
        editor = studio()
        QTest.keyClicks(editor.title, words)
        editor.reject()
    assert {form.title for form in desk.drawer.forms} == {"Rapat", "Pasar murah"}
    last = studio()
    assert "Pasar murah" in last._banner.text
    last.take_kept()
    last.title.setPlainText("Pasar murah hari Sabtu")
    last.reject()
    assert {form.title for form in desk.drawer.forms} == {"Rapat", "Pasar murah hari Sabtu"}
    for form in desk.drawer.forms:
        desk.drawer.forget(*form.key)


def test_of_two_windows_that_stand_empty_neither_takes_the_place_of_the_other(
    studio: Callable[..., AnnouncementEditor], desk: Desk
) -> None:
    first, second = studio(), studio()
    QTest.keyClicks(first.title, "Rapat")
    QTest.keyClicks(second.title, "Senam pagi")
    assert {form.title for form in desk.drawer.forms} == {"Rapat", "Senam pagi"}
    second.title.setPlainText("")
    assert {form.title for form in desk.drawer.forms} == {"Rapat"}
    first.title.setPlainText("")
    assert not desk.drawer.forms


def test_the_office_chooses_its_brand_and_an_announcement_wears_it(
    studio: Callable[..., AnnouncementEditor], hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = studio()
    window = BrandWindow(desk, editor)
    qtbot.addWidget(window)
    window.ground.show_colour("#0b3d91")
    window.accent.show_colour("#12449a")
    window._changed()
    assert not window.save_button.isEnabled()
    window.accent.show_colour("#ffd166")
    window._changed()
    Image.new("RGBA", (900, 900), (255, 0, 0, 128)).save(tmp_path / "logo.png")
    with qtbot.waitSignal(window.logos[0][1].changed, timeout=LONG):
        window.logos[0][1].take(tmp_path / "logo.png")
    window.saved.connect(editor.wear)
    with qtbot.waitSignal(window.saved, timeout=LONG):
        window.save()
    brand = hub.client.settings().office.brand
    assert (brand.ground, brand.accent, len(brand.logos)) == ("#0b3d91", "#ffd166", 1)
    assert (editor.ground.colour, editor.accent.colour, editor.logo.data) == (brand.ground, brand.accent, brand.logo)
    entry = hub.client.accounts.audit(action="settings.put").entries[0]
    assert "iVBOR" not in entry.model_dump_json()
    editor.accent.show_colour("#0b3d91")
    editor._changed("")
    assert not editor.can_save


def test_a_template_of_the_office_is_added_worn_and_removed(
    studio: Callable[..., AnnouncementEditor], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    Image.new("RGB", (400, 240), "#204060").save(tmp_path / "halaman.jpg")
    (tmp_path / "sekolah.toml").write_text(
        'id = "sekolah"\ntemplate = "pengumuman"\nbrand = "none"\nbackground = "halaman.jpg"\n'
        'name = { id = "Info sekolah" }\n[outfit]\nground = "#0b3d2e"\naccent = "#ffd166"\n'
    )
    editor = studio()
    QTest.keyClicks(editor.title, "Libur")
    with qtbot.waitSignal(editor.templates.chosen, timeout=LONG):
        editor.templates.add(tmp_path / "sekolah.toml")
    qtbot.waitUntil(lambda: bool(editor.background.data), timeout=LONG)
    made = editor.announcement()
    assert (made.stencil, made.title, made.outfit is not None) == ("sekolah", "Libur", True)
    question = editor.templates.ask_to_remove()
    assert question is not None
    assert editor.templates.current.id == "sekolah", "nothing is removed unasked"
    question.go()
    qtbot.waitUntil(lambda: editor.templates.current.id == "pengumuman", timeout=LONG)
    qtbot.waitUntil(lambda: editor.background.data == b"", timeout=LONG)
    (tmp_path / "rusak.toml").write_text("id = ")
    editor.templates.add(tmp_path / "rusak.toml")
    qtbot.waitUntil(lambda: "rusak.toml" in editor.state, timeout=LONG)


def test_pictures_that_cannot_be_read_are_told_of_the_chosen_template_alone(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    pictures, refused = TemplatePictures(desk, desk.catalogue), list[object]()
    pictures.refused.connect(refused.append)
    plain = load_stencils().all[0]
    broken = replace(plain, id="rusak", logo=tmp_path / "tiada.png")
    pictures.bring(broken)
    pictures.bring(plain)
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    assert refused == []
    pictures.bring(broken)
    qtbot.waitUntil(lambda: len(refused) == 1, timeout=LONG)


def test_a_computer_without_a_dictionary_is_told_once(
    studio: Callable[..., AnnouncementEditor], desk: Desk, qtbot: QtBot
) -> None:
    desk.preferences.keep("announcement-spelling-told", "")
    editor = studio()
    editor.title.setPlainText("Pengumunan")
    qtbot.waitUntil(lambda: "hunspell-id" in editor._banner.text, timeout=LONG)
    again = studio()
    again.title.setPlainText("Pengumunan lagi")
    qtbot.waitUntil(lambda: again.spelling.is_absent, timeout=LONG)
    assert "hunspell-id" not in again._banner.text


def test_unknown_words_are_underlined_suggested_and_learned_by_the_office(
    desk: Desk, hub: RunningHub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = SpellingProgram("fake", (sys.executable, "-S", str(SPEAKER), "well", "pengumuman", "dari"))
    checker = Checker(program)
    monkeypatch.setattr(spelling, "the_checker", lambda: checker)
    editor = AnnouncementEditor(desk, None)
    qtbot.addWidget(editor)
    editor.show()
    editor.title.setPlainText("Pengumunan dari Simpong")
    qtbot.waitUntil(lambda: editor.spelling.is_unknown("Simpong"), timeout=LONG)
    assert editor.spelling.suggestions("Pengumunan") == ("pengumuman",)
    assert len(editor.title.document().firstBlock().layout().formats()) == 2
    place = editor.title.cursorRect().center()
    menu = editor.title.menu_at(place)
    assert menu.actions()[0].text() == "pengumuman"
    menu.actions()[0].trigger()
    assert editor.title.text() == "pengumuman dari Simpong"
    editor.spelling.add("Simpong")
    qtbot.waitUntil(lambda: "Simpong" in hub.client.settings().office.words, timeout=LONG)
    assert not editor.spelling.is_unknown("Simpong")
    checker.close()
    editor._memory.forget()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)


def test_what_fits_on_the_wanted_walls_is_saved_though_another_has_no_room(
    studio: Callable[..., AnnouncementEditor], qtbot: QtBot
) -> None:
    editor = studio()
    editor.title.setPlainText("Posyandu Balita")
    editor.footer.setPlainText("Dinas Kesehatan Kabupaten Banggai")  # too long a line for 96 pixels
    assert not drawn(editor, qtbot)
    editor.take_walls(("tugu",))
    editor.footer.setPlainText("Dinas Kesehatan Kabupaten")
    qtbot.waitUntil(lambda: editor.can_save, timeout=LONG)
    assert editor.preview.canvases.fits
