"""What frames of scrolling paint again and again is worked out once: words cut to their room, drawings, faces."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from displayctl.desktop.look import icons, letters
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import Block, Occurrence
from displayctl.desktop.widgets.week_canvas import WeekCanvas
from displayctl.desktop.widgets.week_geometry import WeekGeometry
from displayctl.desktop.widgets.week_scene import WeekScene

MONDAY = date(2026, 11, 23)


def block(name: str, top: int, bottom: int, column: int = 0) -> Block:
    return Block(Occurrence(name, MONDAY, top, bottom - top), column, top, bottom)


def test_a_second_frame_of_the_week_cuts_no_words_and_asks_for_no_face(application: QApplication) -> None:
    asked: list[str] = []

    def face_of(each: Block) -> BlockFace:
        asked.append(each.slot_id)
        return BlockFace("Pengumuman pajak kendaraan bermotor", "08.00–10.00", QColor("#2255cc"), layer="▲80")

    canvas = WeekCanvas(face_of, lambda each: "")
    canvas.resize(900, canvas.height())
    canvas.show_week(MONDAY, (block("a", 480, 600), block("b", 600, 660, 3)))
    canvas.grab()
    known = letters.cut.cache_info().misses, letters.width.cache_info().misses
    canvas.grab()
    assert (letters.cut.cache_info().misses, letters.width.cache_info().misses) == known
    assert asked == ["a", "b"]
    canvas.deleteLater()


def test_a_drawing_is_read_and_tinted_once(application: QApplication) -> None:
    first = icons.pixmap("wall", "#123456", 17)
    assert icons.pixmap("wall", "#123456", 17).cacheKey() == first.cacheKey()
    assert icons.pixmap("wall", "#654321", 17).cacheKey() != first.cacheKey()
    assert isinstance(first, QPixmap)


def test_words_are_cut_to_their_room_and_no_further(application: QApplication) -> None:
    words = "Pengumuman pajak"
    room = letters.width(words, 12)
    assert letters.cut(words, room + 1, 12) == words
    assert letters.cut(words, room / 2, 12).endswith("…")
    assert letters.width(words, 12, letters.BOLD) > 0


def test_only_blocks_that_are_seen_are_painted_and_the_uppermost_is_met() -> None:
    geometry = WeekGeometry(758)
    under, over, below = block("under", 480, 600), block("over", 500, 560), block("below", 900, 960)
    scene = WeekScene((under, over, below), geometry.rect)
    middle = geometry.rect(over).center()
    assert [each.slot_id for _, each in scene.seen(QRectF(0, 0, 758, 500))] == ["under", "over"]
    assert scene.at(middle) is over
    assert scene.at(QPointF(QPoint(700, 5))) is None
