"""Facts with their signs, portraits, and the looks of an office's own templates, on canvases of every shape."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage, QPainter

from content.errors import DoesNotFit
from content.studio.announcement import Announcement, Template
from content.studio.contrast import GRAPHIC_CONTRAST, READABLE_CONTRAST, contrast
from content.studio.detail import Detail
from content.studio.fonts import require_application
from content.studio.outfit import Bearing, Heading, Ornament, Outfit
from content.studio.pictogram_names import PICTOGRAMS
from content.studio.pictograms import draw_pictogram
from content.studio.sheet import Sheet, plan
from content.studio.templates import design_for
from content.studio.typeset import set_out, typeset
from schedules.errors import InvalidValue, UnreadableDocument

WALLS = [(640, 384), (320, 160), (384, 768), (1920, 1080), (3200, 96)]
WHEN = Detail("tanggal", "Rabu, 25 November 2026", "calendar")
WHERE = Detail("tempat", "Balai Kelurahan Simpong", "place")
POSYANDU = Announcement(
    "Posyandu Balita", "Bawa buku KIA.", footer="Dinas Kesehatan", details=(WHEN, WHERE), stencil="pengumuman"
)


def sheet_of(announcement: Announcement, width: int, height: int) -> Sheet:
    require_application()
    return plan(announcement, design_for(announcement), width, height, 0)


def photo(colour: str = "#ff00ff") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(made, "PNG")
    return made.getvalue()


def pixels(image: QImage) -> np.ndarray:
    made = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    return rows[:, : made.width() * 3].reshape(made.height(), made.width(), 3).astype(np.int16)


@pytest.mark.parametrize(("width", "height"), WALLS)
@pytest.mark.parametrize("template", [each for each in Template if each is not Template.DARURAT])
def test_facts_stand_whole_on_every_wall(template: Template, width: int, height: int) -> None:
    sheet = sheet_of(replace(POSYANDU, template=template), width, height)
    for placed in sheet.words:
        assert placed.x_px >= 0
        assert placed.x_px + placed.block.width_px <= width + 1
        assert placed.y_px + placed.block.height_px <= height + 1


def test_each_fact_has_its_sign_beside_its_first_line() -> None:
    block = sheet_of(POSYANDU, 640, 384).words[-1].block
    assert [mark.pictogram for mark in block.marks] == ["calendar", "place"]
    assert all(line.left_px > mark.x_px + mark.side_px for line in block.lines for mark in block.marks)


def test_on_a_ribbon_facts_run_on_behind_the_words() -> None:
    sheet = sheet_of(POSYANDU, 3200, 96)
    assert not any(placed.block.marks for placed in sheet.words)
    assert "Balai Kelurahan Simpong" in sheet.words[-1].block.lines[-1].layout.text()


def test_what_finds_no_room_is_told_word_by_word() -> None:
    long = replace(POSYANDU, body="Warga diminta datang lebih awal. " * 40)
    with pytest.raises(DoesNotFit) as told:
        typeset(long, 320, 160)
    assert told.value.part == DoesNotFit.WORDS
    assert long.body.endswith(told.value.overflow)
    assert len(told.value.overflow) == told.value.excess_characters
    typeset(replace(long, body=long.body[: -told.value.excess_characters]), 320, 160)


def test_facts_that_find_no_room_are_told_by_their_words() -> None:
    facts = tuple(Detail(f"fakta_{n}", "Balai Kelurahan Simpong dan sekitarnya", "place") for n in range(8))
    with pytest.raises(DoesNotFit) as told:
        typeset(Announcement("Posyandu", details=facts), 160, 96)
    assert "Balai Kelurahan Simpong" in told.value.overflow


def test_a_footer_that_is_too_long_says_so() -> None:
    with pytest.raises(DoesNotFit) as told:
        typeset(Announcement("Halo", footer="Dinas Komunikasi dan Informatika " * 3), 256, 128)
    assert told.value.part == DoesNotFit.FOOTER


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_a_portrait_is_seen_and_stands_clear_of_the_words(width: int, height: int) -> None:
    sheet = sheet_of(replace(POSYANDU, template=Template.DUKA_CITA, portrait=photo()), width, height)
    box = sheet.portrait
    assert box is not None
    for placed in sheet.words:
        beside = placed.x_px >= box.right_px or placed.y_px >= box.bottom_px
        assert beside, (box, placed.x_px, placed.y_px)
    picture = pixels(typeset(replace(POSYANDU, template=Template.DUKA_CITA, portrait=photo()), width, height))
    middle = picture[(box.y_px + box.bottom_px) // 2, (box.x_px + box.right_px) // 2]
    assert middle[0] > 240
    assert middle[1] < 20


def test_a_code_gets_three_pixels_a_module_where_the_wall_has_them() -> None:
    assert set_out(Announcement("Pindai", qr="https://banggaikab.go.id"), 256, 128).module_px == 3
    assert set_out(Announcement("Pindai", qr="https://banggaikab.go.id"), 3200, 96).module_px == 2
    assert set_out(Announcement("Pindai"), 256, 128).module_px == 0


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_every_sign_is_drawn(name: str) -> None:
    require_application()
    picture = QImage(48, 48, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    draw_pictogram(painter, name, 0, 0, 48, "#ffffff")
    painter.end()
    assert 40 < (pixels(picture).max(2) > 128).sum() < 1200


def test_a_document_without_facts_is_written_as_it_always_was() -> None:
    assert set(Announcement("Halo").to_dict()) == {
        *("version", "title", "body", "template", "footer", "qr", "logo", "background"),
        *("background_colour", "accent_colour", "level"),
    }


def test_facts_portrait_and_outfit_survive_being_written_down() -> None:
    outfit = Outfit("#12376f", "#081a38", "#ffc233", "INFO", "info", Bearing.CENTRED, Heading.BAND, Ornament.KAWUNG)
    whole = replace(POSYANDU, portrait=photo(), outfit=outfit)
    assert Announcement.from_dict(whole.to_dict()) == whole


@pytest.mark.parametrize(
    "change",
    [
        {"details": [{"name": "Tempat", "words": "x"}]},
        {"details": [{"name": "tempat", "words": ""}]},
        {"details": [{"name": "tempat", "words": "x", "pictogram": "naga"}]},
        {"details": [{"name": "tempat", "words": "x"}] * 2},
        {"details": [{"name": f"f{n}", "words": "x"} for n in range(9)]},
        {"details": "tempat"},
        {"outfit": {"ground_top": "#000000"}},
        {"outfit": {"ground_top": "#000000", "ground_bottom": "#ffffff", "accent": "#888888"}},
        {"stencil": "../../etc"},
        {"portrait": "?"},
    ],
)
def test_foreign_facts_and_outfits_are_refused(change: dict[str, object]) -> None:
    with pytest.raises((InvalidValue, UnreadableDocument)):
        Announcement.from_dict({**Announcement("Halo").to_dict(), **change})


@pytest.mark.parametrize(
    ("colours", "field"),
    [
        (("#000000", "#ffffff", "#ff0000"), "ground_bottom"),
        (("#12376f", "#12376f", "#1b2f55"), "accent"),
    ],
)
def test_an_outfit_that_nobody_could_read_is_refused(colours: tuple[str, str, str], field: str) -> None:
    with pytest.raises(InvalidValue, match=field):
        Outfit(*colours)


def test_an_outfit_is_worn_in_place_of_the_design() -> None:
    outfit = Outfit("#f4f1e8", "#e8e2d0", "#7a1f1f", "SEKOLAH", serif=True)
    design = design_for(replace(POSYANDU, outfit=outfit))
    assert (design.label, design.serif) == ("SEKOLAH", True)
    assert contrast(design.ground_bottom, design.body) >= READABLE_CONTRAST
    assert contrast(design.ground_bottom, design.accent) >= GRAPHIC_CONTRAST
