"""The pictures of emergencies: whole, readable and in the national colours on every canvas, in few bytes."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from content.errors import DoesNotFit, FontsMissing
from content.studio.emergency.drawing import draw_pages
from content.studio.emergency.layout import LaidPage, lay_out_pages
from content.studio.emergency.message import Message
from content.studio.emergency.templates_folder import load_templates
from content.studio.fonts import cap_share, require_application
from schedules.alert import MOST_PAGES, AlertLevel
from schedules.errors import InvalidValue

TEMPLATES = load_templates()
CANVASES = [
    (256, 128),
    (400, 300),
    (504, 336),
    (640, 320),
    (640, 384),
    (2000, 1000),
    (1080, 1920),
    (3200, 96),
    (1920, 96),
]
LONG = (
    "Air laut surut di Teluk Lalong, kapal tidak boleh bersandar sampai ada izin syahbandar. Warga di pesisir tetap di "
    "rumah masing-masing dan menunggu pengumuman berikutnya dari pemerintah kabupaten.\nDengarkan radio"
)


def message(kind: str) -> Message:
    template = TEMPLATES.find(kind)
    values = {field.name: field.example for field in template.fields if field.example}
    return template.message(values | ({"isi": LONG} if kind == "free" else {}))


def messages() -> list[Message]:
    found = [message(template.id) for template in TEMPLATES.all]
    backs = [TEMPLATES.behind(each.kind).corrected(each.level) for each in found]
    return [*found, *backs, TEMPLATES.find("tsunami").over(AlertLevel.AWAS), message("fire").at_level(AlertLevel.AWAS)]


def laid(each: Message, canvas: tuple[int, int]) -> tuple[LaidPage, ...]:
    require_application()
    pages = lay_out_pages(each, each.words, *canvas)
    assert pages is not None
    return pages


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: "{}x{}".format(*canvas))
def test_every_text_fits_every_canvas_whole_and_readable(canvas: tuple[int, int]) -> None:
    width, height = canvas
    for each in messages():
        pages = laid(each, canvas)
        assert len(pages) <= MOST_PAGES
        assert len({page.room.height_px for page in pages}) == 1
        least = height / 20 if width >= height else width / 20
        for page in pages:
            for text in (*page.room.texts, *page.texts):
                assert text.block.size_px * cap_share() >= max(7, least)
                assert text.x_px >= 0
                assert text.x_px + text.block.width_px <= width
                assert text.y_px >= 0
                assert text.y_px + text.block.height_px <= page.room.height_px


def test_awas_takes_the_wall_and_lesser_ones_are_banners_as_low_as_their_words_allow() -> None:
    canvas = (640, 384)
    assert {page.room.height_px for page in laid(message("tsunami"), canvas)} == {384}
    short = laid(TEMPLATES.find("road").message({"tempat": "Jl. Sutarjo"}), canvas)[0].room.height_px
    long = laid(message("free").at_level(AlertLevel.SIAGA), canvas)[0].room.height_px
    assert 48 <= short < long <= 384
    assert short <= 384 / 3
    assert {page.room.height_px for page in laid(message("road"), (3200, 96))} == {96}, "half a ribbon is unreadable"


def test_indonesian_comes_first_and_then_english() -> None:
    first, *_, last = laid(message("tsunami"), (640, 384))
    assert (first.room.texts[0].block.lines[0].layout.text(), last.room.texts[0].block.lines[0].layout.text()) == (
        "AWAS",
        "DANGER",
    )


def test_every_page_names_its_source_where_there_is_one() -> None:
    for canvas in CANVASES:
        for page in laid(message("quake"), canvas):
            texts = " ".join(text.block.lines[0].layout.text() for text in page.room.texts)
            assert "BMKG" in texts


def colours(png: bytes) -> set[tuple[int, ...]]:
    pixels = np.array(Image.open(BytesIO(png)).convert("RGB")).reshape(-1, 3)
    values, counts = np.unique(pixels, axis=0, return_counts=True)
    return {tuple(map(int, value)) for value, count in zip(values, counts, strict=True) if count > len(pixels) / 20}


def test_levels_have_the_national_colours_and_the_way_back_has_none_of_them() -> None:
    assert (192, 10, 28) in colours(draw_pages(message("tsunami"), 256, 128).usual[0])
    assert (255, 196, 0) in colours(draw_pages(message("flood"), 256, 128).usual[0])
    assert (10, 85, 181) in colours(draw_pages(message("road"), 256, 128).usual[0])
    assert (11, 90, 74) in colours(draw_pages(TEMPLATES.find("flood").corrected(AlertLevel.AWAS), 256, 128).usual[0])


def test_pictures_are_exact_in_size_small_in_bytes_and_the_same_again() -> None:
    each = message("tsunami")
    pages = draw_pages(each, 640, 384)
    assert {Image.open(BytesIO(png)).size for png in (*pages.usual, *pages.neutral)} == {(640, 384)}
    assert pages.usual[0] != pages.neutral[0]
    assert max(map(len, pages.usual)) < 12_000
    assert draw_pages(message("tsunami"), 640, 384) is pages, "from memory"
    assert draw_pages(message("flood"), 640, 384).neutral == ()


def test_a_correction_fits_walls_far_smaller_than_any() -> None:
    for template in TEMPLATES.all:
        assert draw_pages(template.corrected(AlertLevel.AWAS), 128, 64).usual


def test_a_word_that_no_wall_is_wide_enough_for_is_broken_rather_than_refused() -> None:
    word = TEMPLATES.find("free").message({"judul": "Pertanggungjawabannya" * 3})
    assert draw_pages(word, 256, 128).usual


def test_too_many_words_are_refused_with_how_many_and_strange_letters_with_which() -> None:
    novel = TEMPLATES.find("free").message({"judul": "Banjir", "isi": "kata demi kata " * 79})
    with pytest.raises(DoesNotFit, match="16 pages") as caught:
        draw_pages(novel, 96, 48)
    assert caught.value.excess_characters > 0
    with pytest.raises(FontsMissing):
        draw_pages(TEMPLATES.find("free").message({"judul": "\U000f1234"}), 640, 384)
    with pytest.raises(InvalidValue):
        draw_pages(novel, 8, 8)
