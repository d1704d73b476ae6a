"""Room for the page on show: as large as the window gives, and where that is too little, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

LEAST_WINDOW, LEAST_PAGE, NARROW_PAGE = QSize(1180, 680), QSize(960, 560), QSize(720, 440)
FRAME_PX = QSize(16, 40)
"""What a desktop puts around a window."""


class PageStack(QStackedWidget):
    """All pages, of which one is seen. Where there is less room than `LEAST_PAGE` is wide, the page on show says how
    little it bears.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        room, page = self.parentWidget(), self.currentWidget()
        if room is None or page is None or room.width() >= LEAST_PAGE.width():
            return LEAST_PAGE
        needed = page.minimumSizeHint().expandedTo(NARROW_PAGE)
        return QSize(min(needed.width(), LEAST_PAGE.width()), needed.height())

    def heightForWidth(self, width: int) -> int:
        """What pages would like beyond that is not asked: they have lists that scroll by themselves."""
        return self.minimumSizeHint().height()


class PageRoom(QScrollArea):
    """Holds a `stack`, without any edge of its own."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(stack)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)


def fit_screen(window: QWidget) -> None:
    """Never demand more room than the screen has: at twice the size, an office PC has that of a small tablet."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    window.setMinimumSize((screen.availableSize() - FRAME_PX).boundedTo(LEAST_WINDOW))
