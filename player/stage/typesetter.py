"""Sets running text in type, chunk by chunk, on a thread of its own: the painting thread never waits for a font."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout, QTextOption

from player.stage.belt import CHUNK_PX, Belt, Piece
from player.stage.lettering import FAMILIES

_LETTERS = 0.62
"""The size of letters in parts of the strip's height."""

_LONGEST_PX = 1 << 24


@dataclass(frozen=True, slots=True)
class Style:
    """How a strip looks: its height, its colours, and the picture that stands between two texts, else a bullet."""

    height_px: int
    ink: str
    ground: str
    separator: QImage | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk of the belt that has been painted."""

    number: int
    image: QImage


@dataclass(frozen=True, slots=True)
class Measured:
    """Texts have been set; once round all of them is `length_px`."""

    length_px: int


@dataclass(frozen=True, slots=True)
class _Texts:
    """Order: these texts from `right_px` of the belt on. The chunks `painted` are painted anew where they change."""

    texts: tuple[str, ...]
    right_px: int
    painted: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A text in type, and how wide it is without what follows it."""

    layout: QTextLayout
    width_px: int


class Typesetter:
    """Paints the chunks of one strip. Results come back by `take`, in the order of the orders."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._gap_px = max(4, round(style.height_px * 0.45))
        self._orders: queue.SimpleQueue[_Texts | int | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[Chunk | Measured] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._carry, daemon=True, name="typesetter")
        self._thread.start()

    def set_texts(self, texts: Sequence[str], right_px: int = 0, painted: Sequence[int] = ()) -> None:
        """Have `texts` run from now on, behind what has begun to show left of `right_px`."""
        self._orders.put(_Texts(tuple(texts), right_px, tuple(painted)))

    def paint(self, number: int) -> None:
        """Have a chunk painted."""
        self._orders.put(number)

    def take(self) -> list[Chunk | Measured]:
        """What was finished since the last call. Never waits."""
        taken: list[Chunk | Measured] = []
        while not self._results.empty():
            taken.append(self._results.get())
        return taken

    def close(self) -> None:
        self._orders.put(None)
        self._thread.join(5)

    def _carry(self) -> None:
        belt: Belt | None = None
        editions: dict[int, list[_Line]] = {}
        while (order := self._orders.get()) is not None:
            if isinstance(order, int):
                if belt is not None:
                    self._results.put(Chunk(order, self._chunk(order, belt, editions)))
                continue
            lines = [self._set(text) for text in order.texts]
            belt = self._change(belt, lines, order, editions)
            editions = {number: editions[number] for number in belt.editions}

    def _change(self, belt: Belt | None, lines: list[_Line], order: _Texts, editions: dict[int, list[_Line]]) -> Belt:
        """Put other lines on the belt, and paint anew what of it was painted and is to look different now."""
        widths = [line.width_px + self._between_px for line in lines]
        starts_px = 0
        if belt is None:
            belt = Belt(widths)
        else:
            starts_px = belt.change(widths, order.right_px)
        editions[belt.edition] = lines
        self._results.put(Measured(belt.length_px))
        for number in order.painted:
            if (number + 1) * CHUNK_PX > starts_px:
                self._results.put(Chunk(number, self._chunk(number, belt, editions)))
        return belt

    @property
    def _mark_px(self) -> int:
        """How wide what stands between two texts is, without the gaps beside it."""
        separator = self._style.separator
        return separator.width() if separator is not None else max(3, round(self._style.height_px * 0.16))

    @property
    def _between_px(self) -> int:
        return 2 * self._gap_px + self._mark_px

    def _set(self, text: str) -> _Line:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(max(5, round(self._style.height_px * _LETTERS)))
        # Coloured fringes are for the stripes of desktop screens; a wall's pixels are large and stand alone.
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(" ".join(text.split()), font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_LONGEST_PX)
        layout.endLayout()
        return _Line(layout, int(line.naturalTextWidth()) + 1)

    def _chunk(self, number: int, belt: Belt, editions: dict[int, list[_Line]]) -> QImage:
        image = QImage(QSize(CHUNK_PX, self._style.height_px), QImage.Format.Format_RGB32)
        image.fill(QColor(self._style.ground))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._style.ink))
        starts_px = number * CHUNK_PX
        for piece in belt.pieces(starts_px, starts_px + CHUNK_PX):
            self._draw(painter, editions[piece.edition][piece.text], piece, starts_px)
        painter.end()
        # The chunk before this one may still be on the wall, and be painted anew with other texts.
        belt.forget(starts_px - CHUNK_PX * 64)
        return image

    def _draw(self, painter: QPainter, line: _Line, piece: Piece, starts_px: int) -> None:
        left, high = piece.starts_px - starts_px, self._style.height_px
        top = (high - line.layout.boundingRect().height()) / 2
        if left + line.width_px > 0:
            line.layout.draw(painter, QPointF(left, top), [], QRectF(0, 0, CHUNK_PX, high))
        at = left + line.width_px + self._gap_px
        if self._style.separator is not None:
            painter.drawImage(at, (high - self._style.separator.height()) // 2, self._style.separator)
        else:
            painter.setBrush(QColor(self._style.ink))
            painter.drawEllipse(QRectF(at, (high - self._mark_px) / 2, self._mark_px, self._mark_px))
