"""What the marks of the map mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_XS
from displayctl.desktop.presenters.wall_tiles import Gravity
from displayctl.desktop.walls.marks import MARK_PX, paint_mark
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import frame, label, row


class _Mark(QWidget):
    """One mark."""

    def __init__(self, gravity: Gravity) -> None:
        super().__init__()
        self._gravity = gravity
        self.setFixedSize(QSize(int(2 * MARK_PX) + 6, int(2 * MARK_PX) + 6))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(self.width() / 2, self.height() / 2), self._gravity)
        painter.end()


class MapLegend(QWidget):
    """Four marks with a word each."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = (
            (Gravity.WELL, self.tr("well")),
            (Gravity.TROUBLED, self.tr("to look at")),
            (Gravity.AWAY, self.tr("away")),
            (Gravity.UNPAIRED, self.tr("no player")),
        )
        pairs = (row(_Mark(gravity), label(word, "caption"), spacing=SPACE_XS) for gravity, word in words)
        self.setLayout(Flow(*(frame("plain", pair) for pair in pairs), spacing=SPACE_M))
