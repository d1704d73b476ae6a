"""A layout that goes on in a new line where a row would not fit, so that nothing in it is ever squeezed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Line = list[QLayoutItem]


class Flow(QLayout):
    """Widgets side by side in as many lines as they need; `to_right` has lines end at the right edge."""

    def __init__(self, *widgets: QWidget, spacing: int, to_right: bool = False) -> None:
        super().__init__()
        self._items: Line = []
        self._to_right = to_right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

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
        for item in self._seen():
            least = least.expandedTo(item.minimumSize())
        return least

    def sizeHint(self) -> QSize:
        seen = self._seen()
        return QSize(
            sum(_wanted(item).width() for item in seen) + self.spacing() * max(0, len(seen) - 1), _height(seen)
        )

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            self._lay(line, QRect(place.left(), top, place.width(), _height(line)))
            top += _height(line) + self.spacing()

    def _lay(self, line: Line, place: QRect) -> None:
        left = place.left() + (place.width() - self._width(line) if self._to_right else 0)
        for item in line:
            size = QSize(min(_wanted(item).width(), place.width()), _wanted(item).height())
            item.setGeometry(QRect(QPoint(left, place.top() + (place.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        for item in self._seen():
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, line: Line) -> int:
        return sum(_wanted(item).width() for item in line) + self.spacing() * (len(line) - 1)

    def _seen(self) -> Line:
        return [item for item in self._items if not item.isEmpty()]


def _wanted(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())


def _height(line: Line) -> int:
    return max((_wanted(item).height() for item in line), default=0)
