"""A layout that goes on in a new line where a row would not fit, so that nothing in it is ever squeezed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is seen of a layout, and how large it wants to be."""

    item: QLayoutItem
    size: QSize


_Line = list[_Piece]


class Flow(QLayout):
    """Widgets side by side in as many lines as they need; `to_right` has lines end at the right edge, `last_to_right`
    only what stands last of all.
    """

    def __init__(self, *widgets: QWidget, spacing: int, to_right: bool = False, last_to_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._measured: _Line | None = None
        self._to_right, self._last_to_right = to_right, last_to_right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._measured = None

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._measured = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Something in it is another size, is hidden, or is seen again."""
        self._measured = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def minimumSize(self) -> QSize:
        """As wide as the widest of them; how high depends on the width."""
        least = QSize()
        for piece in self._seen():
            least = least.expandedTo(piece.item.minimumSize())
        return least

    def sizeHint(self) -> QSize:
        seen = self._seen()
        return QSize(self._width(seen), _height(seen))

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            height = _height(line)
            self._lay(line, QRect(place.left(), top, place.width(), height))
            top += height + self.spacing()

    def _lay(self, line: _Line, place: QRect) -> None:
        left = place.left() + (place.width() - self._width(line) if self._to_right else 0)
        for piece in line:
            size = QSize(min(piece.size.width(), place.width()), piece.size.height())
            if self._last_to_right and piece is self._seen()[-1]:
                left = place.left() + place.width() - size.width()
            piece.item.setGeometry(QRect(QPoint(left, place.top() + (place.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        taken = 0
        for piece in self._seen():
            taken += self.spacing() + piece.size.width()
            if lines and taken <= width:
                lines[-1].append(piece)
            else:
                lines.append([piece])
                taken = piece.size.width()
        return lines

    def _width(self, line: _Line) -> int:
        return sum(piece.size.width() for piece in line) + self.spacing() * max(0, len(line) - 1)

    def _seen(self) -> _Line:
        """Each is asked once for its size, until something changes: Qt lays out many times while a page is made."""
        if self._measured is None:
            self._measured = [
                _Piece(item, item.sizeHint().expandedTo(item.minimumSize()))
                for item in self._items
                if not item.isEmpty()
            ]
        return self._measured


def _height(line: _Line) -> int:
    return max((piece.size.height() for piece in line), default=0)
