"""Room for parts that stand side by side: where there is too little, they scroll, and what is below does not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from displayctl.desktop.dialog_room import FocusInSight

LEAST = QSize(240, 96)


class AsHighAsItMust(QWidget):
    """Holds a `layout` and wants the least height for its width; Qt takes what words need in the narrowest place."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self._layout = layout
        self.setProperty("role", "scrolled")
        self.setLayout(layout)

    def heightForWidth(self, width: int) -> int:
        return self._layout.totalMinimumHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        least = self._layout.totalMinimumSize()
        return QSize(least.width(), 0) if self._layout.hasHeightForWidth() else least


class WideRoom(FocusInSight):
    """Holds a `layout`, without any edge of its own. It asks for little: what holds it stretches it."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(AsHighAsItMust(layout))

    def sizeHint(self) -> QSize:
        return LEAST

    def minimumSizeHint(self) -> QSize:
        return LEAST
