"""Dialogs on screens that are too small for them: what they hold scrolls, and their last row is reached, too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from displayctl.desktop.page_room import FRAME_PX, LEAST_WINDOW

BARS_PX = QSize(16, 16)
"""What the bars to scroll with take."""

_OF_QT = (QFileDialog, QColorDialog)
"""Qt lays these out itself."""


class DialogRoom(QObject):
    """Looks at every dialog when it comes up. It is put in only where a screen is small: it sees every event."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and not isinstance(watched, _OF_QT):
            fit_dialog(watched, watched.screen().availableSize())
        return False


def make_dialogs_fit(application: QApplication) -> None:
    """Have dialogs scroll where the smallest screen has less room than our windows want."""
    rooms = [screen.availableSize() - FRAME_PX for screen in QGuiApplication.screens()]
    if any(room.width() < LEAST_WINDOW.width() or room.height() < LEAST_WINDOW.height() for room in rooms):
        DialogRoom(application)


def fit_dialog(dialog: QDialog, screen: QSize) -> None:
    """Put what `dialog` holds into an area that scrolls, if a screen of this size is too small for it."""
    room = screen - FRAME_PX
    layout = dialog.layout()
    if layout is None or dialog.property("scrolls"):
        return
    wanted = _wanted(layout, dialog, room)
    if wanted.width() <= room.width() and wanted.height() <= room.height():
        dialog.resize(dialog.size().boundedTo(room))
        return
    dialog.setProperty("scrolls", True)
    least = dialog.minimumSize()
    inner = QWidget()
    inner.setProperty("role", "scrolled")
    inner.setLayout(layout)  # Qt moves it here, with the widgets in it
    inner.setMinimumWidth(max(least.width(), layout.totalMinimumSize().width()))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inner)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    dialog.setMinimumSize(least.boundedTo(room))
    dialog.resize((wanted.expandedTo(dialog.size()) + BARS_PX).boundedTo(room))


def _wanted(layout: QLayout, dialog: QDialog, room: QSize) -> QSize:
    """The least that the contents need, with words that wrap as wide as the room lets them be."""
    least = layout.totalMinimumSize().expandedTo(dialog.minimumSize())
    if layout.hasHeightForWidth():
        width = min(max(least.width(), dialog.width()), room.width())
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(width)))
    return least
