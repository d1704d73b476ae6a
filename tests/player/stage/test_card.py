"""Cards of official warnings: the stage makes the picture of words, on canvases of all shapes."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from player.stage.card import draw_card
from player.stage.pictures import UnusablePicture
from player.stage.port import Overlay, OverlayMode
from player.stage.prepared import PreparedOverlays

SIZES = [(640, 384), (256, 128), (1920, 1080), (1920, 64), (96, 640)]
GROUNDS = {1: QColor("#0a55b5"), 2: QColor("#ffc400"), 3: QColor("#c00a1c")}


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / f"{'ab' * 32}.card"
    plain = {
        "title": "PERINGATAN DINI · SIAGA",
        "body": "Kecamatan Luwuk Selatan, Luwuk Utara, Luwuk Timur, Nambo",
        "foot": "Sampai pukul 10.00 WITA · Sumber: BMKG",
        "level": 2,
    }
    path.write_text(json.dumps(plain))
    return path


def other_rows(image: QImage, ground: QColor) -> list[bool]:
    """Of each third of the picture, whether there is something else than the ground."""
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, 2::-1].astype(int)
    written = np.abs(pixels - [ground.red(), ground.green(), ground.blue()]).sum(axis=2) > 150
    edges = [0, round(image.height() * 0.27), round(image.height() * 0.76), image.height()]
    return [bool(written[top:bottom].any()) for top, bottom in pairwise(edges)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("banner", [True, False])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_title_body_and_source_are_there_on_every_canvas(
    words: Path, size: tuple[int, int], banner: bool, level: int
) -> None:
    words.write_text(words.read_text().replace('"level": 2', f'"level": {level}'))
    image = draw_card(str(words), QSize(*size), banner=banner)
    assert image.width() == size[0]
    assert image.height() == size[1] if not banner else image.height() <= size[1]
    assert other_rows(image, GROUNDS[level]) == [True, True, True]


def test_a_banner_leaves_the_programme_room(words: Path) -> None:
    ready = PreparedOverlays().get(Overlay("auto/1", str(words), OverlayMode.BANNER), QSize(1920, 1080))
    assert ready.place.height() == ready.image.height() == 432
    assert ready.place.bottom() == 1079
    assert draw_card(str(words), QSize(256, 128), banner=True).height() == 64
    whole = PreparedOverlays().get(Overlay("auto/1", str(words), OverlayMode.TAKEOVER), QSize(1920, 1080))
    assert whole.place.height() == 1080


@pytest.mark.parametrize("content", [b"", b"[]", b'{"title": "a"}', b'{"title":"","body":"","foot":"","level":[]}'])
def test_a_file_of_words_that_is_none_is_told_as_a_broken_picture(words: Path, content: bytes) -> None:
    words.write_bytes(content)
    with pytest.raises(UnusablePicture, match="no card"):
        draw_card(str(words), QSize(64, 32), banner=False)
    words.unlink()
    with pytest.raises(UnusablePicture):
        draw_card(str(words), QSize(64, 32), banner=False)
