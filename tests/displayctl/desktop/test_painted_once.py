"""What frames of scrolling paint again and again is worked out once: words cut to their room, drawings, faces."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons, letters
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import Block, Occurrence
from displayctl.desktop.widgets.media_grid import MediaGrid, MediaModel
from displayctl.desktop.widgets.media_table import MediaTable
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


@pytest.mark.parametrize("kind", [MediaGrid, MediaTable])
def test_a_scrolled_library_paints_what_comes_into_sight_and_no_more(
    shared_desk: Desk, qtbot: QtBot, kind: type[MediaGrid | MediaTable]
) -> None:
    poster = shared_desk.catalogue.media[0]
    model = MediaModel()
    model.show_media(poster.model_copy(update={"id": f"medium-{number}"}) for number in range(200))
    view = kind(model, shared_desk.pictures)
    qtbot.addWidget(view)
    view.resize(600, 500)
    seen = PaintedHeights(view.viewport())
    view.show()
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 500 and shared_desk.tasks.under_way == 0)
    qtbot.waitUntil(lambda: bool(seen.heights))
    qtbot.waitUntil(seen.none_since_last)
    view.verticalScrollBar().setValue(60)
    qtbot.waitUntil(lambda: bool(seen.heights))
    assert seen.heights == [60]
    ground = view.viewport().grab().toImage()
    assert ground.pixelColor(1, 499 - 60) == ground.pixelColor(1, 1) == QColor(COLOURS.surface)


class PaintedHeights(QObject):
    """How much of a widget is painted at each time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights: list[int] = []
        widget.installEventFilter(self)

    def none_since_last(self) -> bool:
        """Whether nothing was painted since this was asked last."""
        painted, self.heights = self.heights, []
        return not painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return super().eventFilter(watched, event)
