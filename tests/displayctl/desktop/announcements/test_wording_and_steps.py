"""The form as a value: made into an announcement, turned to another template, taken back, kept; colours in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from content.studio.announcement import Announcement
from content.studio.detail import Detail
from content.studio.outfit import Outfit
from content.studio.stencils.folder import load_stencils
from content.studio.stencils.reading import read_plain
from displayctl.api.brand import Brand, BrandLogo
from displayctl.api.models import PartKind
from displayctl.desktop.announcements.steps import MOST_STEPS, PAUSE_SECONDS, Steps
from displayctl.desktop.announcements.wording import (
    Wording,
    announcement_of,
    begun,
    stencil_within,
    turned,
    wording_of,
)
from displayctl.desktop.presenters.airing import Airing, changes_for
from displayctl.desktop.presenters.brand_words import contrast_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.request_booking import BookingPlan
from displayctl.desktop.widgets.visible import visible
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from tests.displayctl.hub.ground import now

STENCILS = load_stencils()
NOTICE, CONDOLENCE, APPEAL = (STENCILS.find(name) for name in ("pengumuman", "duka-cita", "imbauan"))
BRAND = Brand(ground="#0b3d91", accent="#ffd166", logos=(BrandLogo(name="Kabupaten", picture="iVBORw0KGgoA"),))


def test_a_form_becomes_an_announcement_and_a_form_again() -> None:
    said = Wording(
        "pengumuman", "Posyandu", "Bawa buku KIA", "Dinkes", facts={"tempat": "Balai Desa"}, qr="https://a.id"
    )
    made = announcement_of(said, NOTICE)
    assert made.details == (Detail("tempat", "Balai Desa", "place"),)
    assert wording_of(made, NOTICE) == said


def test_an_empty_title_is_no_announcement() -> None:
    with pytest.raises(InvalidValue, match="title"):
        announcement_of(Wording("pengumuman", " "), NOTICE)


def test_facts_and_photo_of_another_template_wait_unseen() -> None:
    said = Wording("pengumuman", "Judul", facts={"wafat": "Jumat", "tempat": "Luwuk"}, portrait=b"photo")
    assert [detail.name for detail in announcement_of(said, NOTICE).details] == ["tempat"]
    assert announcement_of(said, NOTICE).portrait == b""
    assert announcement_of(said, CONDOLENCE).portrait == b"photo"
    assert [detail.name for detail in announcement_of(said, CONDOLENCE).details] == ["wafat"]


def test_a_new_form_wears_what_its_template_takes_of_the_office() -> None:
    notice, condolence = begun(NOTICE, BRAND), begun(CONDOLENCE, BRAND)
    assert (notice.ground, notice.accent, notice.logo) == (BRAND.ground, BRAND.accent, BRAND.logo)
    assert (condolence.ground, condolence.accent, condolence.logo) == ("", "", BRAND.logo)


def test_another_template_changes_what_the_former_gave_and_nothing_that_was_typed() -> None:
    typed = Wording("pengumuman", "Judul", "", ground=BRAND.ground, accent="#ffffff", logo=BRAND.logo)
    becomes = turned(typed, NOTICE, CONDOLENCE, BRAND)
    assert becomes.stencil == "duka-cita"
    assert becomes.body == begun(CONDOLENCE, BRAND).body
    assert (becomes.title, becomes.ground, becomes.accent) == ("Judul", "", "#ffffff")
    back = turned(becomes, CONDOLENCE, NOTICE, BRAND)
    assert (back.body, back.ground) == ("", BRAND.ground)
    own = turned(Wording("pengumuman", "Judul", "Kata sendiri"), NOTICE, CONDOLENCE, BRAND)
    assert own.body == "Kata sendiri"


def test_an_announcement_of_a_template_that_is_not_here_keeps_its_look_and_its_facts() -> None:
    outfit = Outfit("#0b3d2e", "#0b3d2e", "#ffd166", "SEKOLAH")
    before = Announcement("Libur", details=(Detail("kelas", "7A", "people"),), outfit=outfit, stencil="sekolah")
    stencil = stencil_within(before, STENCILS)
    assert announcement_of(wording_of(before, stencil), stencil) == before


def test_typing_in_one_go_is_one_step_and_another_field_begins_another() -> None:
    steps = Steps(Wording())
    for number, title in enumerate(("P", "Po", "Pos")):
        steps.note(Wording(title=title), "title", number * 0.2)
    steps.note(Wording(title="Pos", body="B"), "body", 0.7)
    assert steps.undo() == Wording(title="Pos")
    assert steps.undo() == Wording()
    assert not steps.can_undo
    assert steps.redo() == Wording(title="Pos")
    assert steps.redo() == Wording(title="Pos", body="B")
    assert not steps.can_redo


def test_a_pause_begins_a_step_and_typing_after_undo_forgets_what_was_taken_back() -> None:
    steps = Steps(Wording())
    steps.note(Wording(title="a"), "title", 0)
    steps.note(Wording(title="ab"), "title", PAUSE_SECONDS)
    assert steps.undo() == Wording(title="a")
    steps.note(Wording(title="ac"), "title", 20)
    assert not steps.can_redo
    assert steps.undo() == Wording(title="a")


def test_steps_are_bounded() -> None:
    steps = Steps(Wording())
    for number in range(MOST_STEPS * 2):
        steps.note(Wording(title=str(number)), "", number)
    count = 0
    while steps.can_undo:
        steps.undo()
        count += 1
    assert count == MOST_STEPS - 1


@pytest.mark.parametrize(
    ("words", "line", "lines"),
    [
        ("a\r\nb\tc", "a b c", "a\nb c"),
        ("nama\u202egnp.exe", "namagnp.exe", "namagnp.exe"),
        ("\u200fمرحبا", "مرحبا", "مرحبا"),
        ("👩\u200d🏫 hi\x00\ud800", "👩\u200d🏫 hi", "👩\u200d🏫 hi"),
        ("2\u202f500\u3000lembar", "2 500 lembar", "2 500 lembar"),
        ("\u200d \u200c", " ", " "),
    ],
)
def test_of_pasted_words_only_what_can_be_seen_stays(words: str, line: str, lines: str) -> None:
    assert visible(words, lines=False) == line
    assert visible(words, lines=True) == lines


def test_contrast_is_told_in_words_and_too_little_is_refused() -> None:
    assert contrast_words("", "#ffffff").is_enough
    assert contrast_words("#000000", "#ffffff").words.startswith(("Contrast 21", "Kontras 21"))
    weak = contrast_words("#12376f", "#1b4a8f")
    assert not weak.is_enough
    assert "3 : 1" in weak.words
    assert contrast_words("#ffffff", "#8a8a8a").is_enough  # 3.4 : 1


def test_a_brand_that_nobody_could_tell_apart_is_refused() -> None:
    with pytest.raises(ValueError, match="3 : 1"):
        Brand(ground="#12376f", accent="#1b4a8f")
    with pytest.raises(ValueError, match="neither a PNG nor a JPEG"):
        BrandLogo(name="Logo", picture="YnVrYW4gZ2FtYmFy")


def test_airing_makes_a_playlist_a_slot_and_a_running_text() -> None:
    plan = BookingPlan("Posyandu", ("tugu",), date(2026, 11, 25), date(2026, 11, 27), (2,), Hours(time(8), time(11)), 6)
    made = changes_for(Airing(plan, 80, as_running_text=True), "m1", now())
    assert [change.kind for change in made] == [PartKind.PLAYLIST, PartKind.SLOT, PartKind.TICKER]
    playlist, slot, ticker = (change.after or {} for change in made)
    assert slot["playlist_id"] == playlist["id"]
    assert (slot["priority"], slot["plays_per_hour"], slot["display_ids"]) == (80, 6, ["tugu"])
    assert ticker["texts"][0]["announcement_id"] == "m1"
    assert [
        change.kind for change in changes_for(Airing(plan, as_picture=False, as_running_text=True), "m1", now())
    ] == [PartKind.TICKER]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("rusak.toml", b'id = "x\n[', ("1", "8")),
        ("putus.toml", b"id = ", ()),
        ("biner.toml", bytes(range(256)), ()),
        ("rusak.json", b'{"id"\n: 1 "name"}', ("2", "5")),
    ],
)
def test_where_a_template_file_is_broken_is_said_and_not_what_its_reader_calls_it(
    name: str, content: bytes, place: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_plain(content, name)
    said = say_problem(refused.value)
    assert said.startswith(name)
    assert all(each in said for each in place)
    for theirs in ("Illegal", "Invalid", "Expecting", "codec", "document", "char "):
        assert theirs not in said
