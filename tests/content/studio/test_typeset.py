"""Announcements on canvases of every shape: whole, readable, in every script, or refused with a number."""

from __future__ import annotations

import io
import math

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QColor, QImage, QPainter

from content.errors import DoesNotFit, FontsMissing, UnusableMedia
from content.studio.announcement import Announcement, Template
from content.studio.arrangement import Box, least_size_px, safe_area
from content.studio.contrast import READABLE_CONTRAST, contrast
from content.studio.fonts import cap_share, require_application
from content.studio.lettering import Face, lay_out
from content.studio.ornaments import draw_ground
from content.studio.sheet import plan
from content.studio.templates import design_for
from content.studio.typeset import typeset, typeset_png
from schedules.alert import AlertLevel
from schedules.errors import InvalidValue
from tests.content.studio import samples

WALLS = [(640, 384), (512, 256), (400, 300), (256, 128), (1920, 1080), (3200, 96), (384, 640), (505, 337)]
POWER_CUT = Announcement(
    "Pemadaman listrik hari Sabtu",
    "Luwuk Selatan dan Nambo, pukul 09.00–14.00 WITA.\nSiapkan penerangan cadangan.",
    footer="PLN ULP Luwuk",
)


def pixels(announcement: Announcement, width: int, height: int) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(typeset_png(announcement, width, height))).convert("RGB"), np.int16)


def ink(one: np.ndarray, other: np.ndarray) -> tuple[int, int, int, int]:
    """The rectangle (left, top, right, bottom) in which two pictures differ."""
    rows, columns = np.nonzero(np.abs(one - other).max(2) > 8)
    assert rows.size, "the pictures are the same"
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def logo() -> bytes:
    picture = Image.new("RGBA", (120, 160), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((0, 0, 119, 159), fill=(255, 0, 255, 255))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize(("width", "height"), WALLS)
def test_all_letters_stay_in_the_safe_area(template: Template, width: int, height: int) -> None:
    full = pixels(Announcement("Gg Ég Jj", "Jalan ditutup qyp.\nTerima kasih", template, "Diskominfo"), width, height)
    bare = pixels(Announcement(".", "", template), width, height)
    area = safe_area(width, height)
    left, top, right, bottom = ink(full, bare)
    # Some letters, as J and the accent of É, reach a little out of the box they are set in.
    slack = math.ceil(min(width, height) * 0.04)
    assert left >= area.x_px - slack
    assert top >= area.y_px - slack
    assert right <= area.right_px + slack
    assert bottom <= area.bottom_px + slack


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_the_picture_has_exactly_the_walls_size_and_no_transparency(width: int, height: int) -> None:
    image = typeset(POWER_CUT, width, height)
    assert (image.width(), image.height()) == (width, height)
    assert image.format() == QImage.Format.Format_RGB32


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_no_letter_is_smaller_than_readable_from_the_street(width: int, height: int) -> None:
    require_application()
    sheet = plan(POWER_CUT, design_for(POWER_CUT), width, height, 0)
    blocks = [placed.block for placed in sheet.words]
    blocks += [sheet.footer.block] if sheet.footer else []
    blocks += [sheet.label.block] if sheet.label else []
    for block in blocks:
        assert block.size_px >= least_size_px(width, height, cap_share())
        assert block.size_px * cap_share() >= 7
        assert block.size_px >= min(width, height) / 20


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_parts_do_not_overlap(width: int, height: int) -> None:
    require_application()
    announcement = Announcement("Perekaman KTP", "Kantor Camat Batui", footer="Disdukcapil", qr="https://a.id/k")
    sheet = plan(announcement, design_for(announcement), width, height, 0.75)
    boxes = [(p.x_px, p.y_px, p.x_px + p.block.width_px, p.y_px + p.block.height_px) for p in sheet.words]
    for box in (sheet.logo, sheet.code.box if sheet.code else None):
        assert box is not None
        boxes.append((box.x_px, box.y_px, box.right_px, box.bottom_px))
    assert sheet.footer is not None
    footer = sheet.footer
    boxes.append((footer.x_px, footer.y_px, footer.x_px + footer.block.width_px, footer.y_px + footer.block.height_px))
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_titles_are_larger_than_bodies() -> None:
    require_application()
    for width, height in WALLS:
        title, body = plan(POWER_CUT, design_for(POWER_CUT), width, height, 0).words
        assert title.is_title
        assert not body.is_title
        assert title.block.size_px > body.block.size_px


def test_fewer_words_are_set_larger() -> None:
    require_application()
    short = plan(Announcement("Awas!"), design_for(Announcement("Awas!")), 640, 384, 0).words[0]
    long = Announcement("Perbaikan jembatan layang Simpong menuju pelabuhan rakyat dialihkan sementara")
    assert plan(long, design_for(long), 640, 384, 0).words[0].block.size_px < short.block.size_px


def test_the_words_change_the_picture() -> None:
    one, other = (pixels(Announcement("Banjir", body), 256, 128) for body in ("Sungai naik", "Sungai surut"))
    assert ink(one, other)


def test_the_same_words_give_the_same_picture() -> None:
    assert typeset_png(POWER_CUT, 512, 256) == typeset_png(POWER_CUT, 512, 256)


@pytest.mark.parametrize("text", ["السلام عليكم", "ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ", "مرحبا Luwuk 🎉", "Selamat 🇮🇩 pagi", "ᨒᨚᨈᨑ"])
def test_every_script_is_drawn(text: str) -> None:
    assert ink(pixels(Announcement(text), 400, 300), pixels(Announcement("."), 400, 300))


def test_arabic_letters_join() -> None:
    require_application()
    face = Face(_normal())
    joined = lay_out("سلام", face, 60, 1000).width_px
    apart = sum(lay_out(letter, face, 60, 1000).width_px for letter in "سلام")
    assert joined < apart * 0.9


def test_arabic_starts_at_the_right() -> None:
    _, columns = np.nonzero(pixels(Announcement("سلام"), 640, 384).min(2) > 230)
    assert columns.max() > 560, "the first letter stands at the right margin"
    assert columns.min() > 200


def test_emoji_keep_their_colours() -> None:
    picture = pixels(Announcement("🍏🍏🍏", template=Template.DUKA_CITA), 400, 300)
    green = (picture[..., 1] > picture[..., 0] + 40) & (picture[..., 1] > picture[..., 2] + 40)
    assert green.sum() > 500


def test_a_letter_that_no_font_has_is_named() -> None:
    with pytest.raises(FontsMissing, match=r"U\+F8FF.*fonts-noto-core fonts-noto-color-emoji"):
        typeset(Announcement("Apel \uf8ff"), 400, 300)


def test_a_machine_without_the_fonts_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.studio.fonts.SANS", "Huruf Tiada")
    with pytest.raises(FontsMissing, match=r"Huruf Tiada is not installed.*install fonts-noto-core"):
        typeset(Announcement("Halo"), 400, 300)


@pytest.mark.parametrize(("width", "height"), [wall for wall in WALLS if wall != (3200, 96)])
def test_too_many_words_are_refused_with_how_many(width: int, height: int) -> None:
    flood = Announcement("Pengumuman penting", "Warga diminta tetap tenang dan waspada. " * 49, footer="Diskominfo")
    with pytest.raises(DoesNotFit, match="take away") as told:
        typeset(flood, width, height)
    excess = told.value.excess_characters
    assert 0 < excess < len(flood.body)
    typeset(_shortened(flood, excess), width, height)
    with pytest.raises(DoesNotFit):
        typeset(_shortened(flood, excess - 1), width, height)


def _shortened(announcement: Announcement, by: int) -> Announcement:
    kept = announcement.body[: len(announcement.body) - by]
    return Announcement(announcement.title, kept, announcement.template, announcement.footer)


def test_a_title_too_long_by_itself_is_refused() -> None:
    with pytest.raises(DoesNotFit) as told:
        typeset(Announcement("Pemberitahuan " * 14), 96, 48)
    assert told.value.excess_characters > 50


def test_a_footer_too_long_is_named() -> None:
    with pytest.raises(DoesNotFit, match="footer"):
        typeset(Announcement("Halo", footer="Dinas Komunikasi dan Informatika " * 3), 256, 128)


def test_a_canvas_too_small_for_anything_is_refused() -> None:
    with pytest.raises(DoesNotFit):
        typeset(POWER_CUT, 16, 16)


@pytest.mark.parametrize(("width", "height"), [(0, 100), (100, 99_999)])
def test_absurd_sizes_are_refused(width: int, height: int) -> None:
    with pytest.raises(InvalidValue):
        typeset(POWER_CUT, width, height)


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_the_code_can_be_read_back(width: int, height: int) -> None:
    """Every module is whole pixels of pure dark or light: the drawn matrix equals the encoded one."""
    announcement = Announcement("Pindai", qr="https://banggaikab.go.id")
    sheet = plan(announcement, design_for(announcement), width, height, 0)
    code = sheet.code
    assert code is not None
    picture = pixels(announcement, width, height)
    module = code.box.width_px // (len(code.rows) + 4)
    assert module >= 2
    for y, row in enumerate(code.rows):
        for x, dark in enumerate(row):
            top, left = code.box.y_px + (y + 2) * module, code.box.x_px + (x + 2) * module
            block = picture[top : top + module, left : left + module]
            assert block.max() < 64 if dark else block.min() > 192


def test_a_code_with_no_room_is_refused() -> None:
    with pytest.raises(DoesNotFit, match="QR code needs"):
        typeset(Announcement("Pindai", qr="https://banggaikab.go.id/" + "x" * 250), 256, 48)


def test_the_logo_is_drawn_whole() -> None:
    picture = pixels(Announcement("Halo", logo=logo()), 640, 384)
    pink = (picture[..., 0] > 200) & (picture[..., 1] < 60) & (picture[..., 2] > 200)
    rows, columns = np.nonzero(pink)
    assert (np.ptp(rows) + 1) / (np.ptp(columns) + 1) == pytest.approx(160 / 120, rel=0.1)


@pytest.mark.parametrize("ground", ["", "#101010", "#f4f1e8"])
@pytest.mark.parametrize("photo", ["#000000", "#ffffff", "#ff2020", "#20ff20"])
@pytest.mark.parametrize("template", Template)
def test_words_stand_out_from_any_background_picture(template: Template, photo: str, ground: str) -> None:
    for level in AlertLevel:
        design = design_for(Announcement("Halo", template=template, background_colour=ground, level=level))
        picture = QImage(64, 64, QImage.Format.Format_RGB32)
        picture.fill(QColor(photo))
        drawn = QImage(64, 64, QImage.Format.Format_RGB32)
        painter = QPainter(drawn)
        draw_ground(painter, Box(0, 0, 64, 64), design, picture)
        painter.end()
        for y in (0, 32, 63):
            assert contrast(drawn.pixelColor(32, y).name(), design.title) >= READABLE_CONTRAST


def test_a_background_picture_is_seen() -> None:
    buffer = io.BytesIO()
    Image.fromarray(samples.quadrants((300, 200))).save(buffer, "JPEG")
    assert ink(
        pixels(Announcement("Halo", background=buffer.getvalue()), 400, 300), pixels(Announcement("Halo"), 400, 300)
    )


@pytest.mark.parametrize("field", ["logo", "background"])
def test_a_logo_that_is_no_picture_is_named(field: str) -> None:
    with pytest.raises(UnusableMedia, match=f"the {field} is no picture"):
        typeset(Announcement("Halo", **{field: b"bukan gambar"}), 400, 300)


@pytest.mark.parametrize(
    ("level", "channel"), [(AlertLevel.AWAS, (200, 60)), (AlertLevel.SIAGA, (190, 90)), (AlertLevel.WASPADA, (40, 120))]
)
def test_alert_cards_show_their_level(level: AlertLevel, channel: tuple[int, int]) -> None:
    red, green, blue = pixels(Announcement("Banjir", template=Template.DARURAT, level=level), 640, 384)[120, 10]
    expected = {AlertLevel.AWAS: red > 140 > 60 > max(green, blue)}
    expected[AlertLevel.SIAGA] = red > 120 and 40 < green < 120 and blue < 40
    expected[AlertLevel.WASPADA] = blue > 120 > red
    assert expected[level]


def _normal() -> object:
    from PySide6.QtGui import QFont

    return QFont.Weight.Normal
