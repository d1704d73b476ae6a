"""The guide in its window: pages in their order, links among them, pictures that fit, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from displayctl.desktop.care.guide_pages import ORDER, anchor_of, guide_folder, guide_text, picture_file
from displayctl.desktop.care.guide_reader import GuideReader

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A guide of two pages with a wide picture."""
    (tmp_path / "gambar").mkdir()
    Image.new("RGB", (3000, 300), "teal").save(tmp_path / "gambar" / "lebar.png")
    (tmp_path / "index.md").write_text("# Panduan\n\n[Mulai](mulai.md#gambar-pertama)\n", encoding="utf-8")
    lines = "\n\n".join(f"Baris {number}" for number in range(80))
    page = f"# Mulai\n\n![Lebar](gambar/lebar.png)\n\n{lines}\n\n## Gambar pertama\n\n{lines}\n"
    (tmp_path / "mulai.md").write_text(page, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reader(folder: Path, qtbot: QtBot) -> GuideReader:
    made = GuideReader(folder)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_link_leads_to_a_page_and_its_heading(reader: GuideReader) -> None:
    assert [reader.list.item(at).text() for at in range(reader.list.count())] == ["Panduan", "Mulai"]
    reader.text.anchorClicked.emit(QUrl("mulai.md#gambar-pertama"))
    assert reader.text.page == "mulai"
    assert reader.text.verticalScrollBar().value() > 0
    for elsewhere in ("https://example.com/index.md", "file:///etc/passwd", "tidak-ada.md"):
        reader.text.anchorClicked.emit(QUrl(elsewhere))
        assert reader.text.page == "mulai"


def test_a_picture_is_no_wider_than_there_is_room(reader: GuideReader, folder: Path) -> None:
    shown = reader.text.loadResource(IMAGE, QUrl("gambar/lebar.png"))
    assert 0 < shown.width() <= reader.text.viewport().width()
    assert picture_file(folder, "gambar/lebar.png") is not None
    for elsewhere in ("gambar/../index.md", "/etc/passwd", "gambar/tidak-ada.png", "lebar.png"):
        assert picture_file(folder, elsewhere) is None
        assert reader.text.loadResource(IMAGE, QUrl(elsewhere)).isNull()


def test_a_window_that_grows_keeps_the_place_that_is_read(reader: GuideReader, qtbot: QtBot) -> None:
    reader.turn_to("mulai", "gambar-pertama")
    bar = reader.text.verticalScrollBar()
    share = bar.value() / bar.maximum()
    reader.resize(reader.width() - 300, reader.height())
    qtbot.waitUntil(lambda: not reader.text._fit_soon.isActive(), timeout=5000)
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.2)


def test_a_table_has_room_in_its_cells(folder: Path, qtbot: QtBot) -> None:
    (folder / "index.md").write_text("# Panduan\n\n| Saya ingin | Halaman |\n|---|---|\n| mulai | Mulai |\n")
    reader = GuideReader(folder)
    qtbot.addWidget(reader)
    table = reader.text.document().rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert table.format().border() == 0
    cell = table.cellAt(1, 1).format().toTableCellFormat()
    assert (cell.leftPadding() > 0, cell.bottomBorder()) == (True, 1)


def test_the_guide_came_along_with_all_of_its_pages() -> None:
    folder = guide_folder()
    assert folder is not None
    assert {page.stem for page in folder.glob("*.md")} == set(ORDER)
    assert all(guide_text(folder, page).startswith("# ") for page in ORDER)
    assert guide_text(folder, "../../README") == ""
    assert anchor_of("Kecuali pada hari libur?") == "kecuali-pada-hari-libur"
