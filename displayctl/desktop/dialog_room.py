"""Dialogs on screens that are too small for them: what they hold scrolls, and their buttons stay in sight below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from displayctl.desktop.page_room import FRAME_PX, LEAST_WINDOW

BARS_PX = QSize(16, 16)
"""What the bars to scroll with take."""

HIGHEST_FOOT_PX = 160
"""What stays in sight at the bottom; a form below a line is more, and scrolls with the others."""

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
    least, focused = dialog.minimumSize(), dialog.focusWidget()
    inner = QWidget(dialog)  # never in another window, where what is moved would lose its turn for Tab
    inner.setProperty("role", "scrolled")
    outer = QVBoxLayout()
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(_area(dialog, inner), 1)
    if (foot := _foot(layout)) is not None:
        outer.addLayout(foot)
    inner.setLayout(layout)  # Qt moves it here, with the widgets in it
    inner.setMinimumWidth(max(least.width(), layout.totalMinimumSize().width()))
    dialog.setLayout(outer)
    dialog.setMinimumSize(least.boundedTo(room))
    dialog.resize((wanted.expandedTo(dialog.size()) + BARS_PX).boundedTo(room))
    if focused is not None:
        focused.setFocus()  # Qt forgets it when it moves the widgets


class FocusInSight(QScrollArea):
    """An area that begins where the keys go, and keeps that in sight when it becomes smaller."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)


def _area(dialog: QDialog, inner: QWidget) -> QScrollArea:
    area = FocusInSight(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inner)
    return area


def _foot(layout: QLayout) -> QVBoxLayout | None:
    """The line and the buttons that `layout` ends with, taken out of it."""
    if not isinstance(layout, QVBoxLayout) or not (last := _last_rows(_items(layout))):
        return None
    margins = layout.contentsMargins()
    foot = QVBoxLayout()
    foot.setSpacing(layout.spacing())
    foot.setContentsMargins(margins.left(), 0, margins.right(), margins.bottom())
    for item in last:
        layout.takeAt(layout.indexOf(item))
        _put(foot, item)
    layout.setContentsMargins(margins.left(), margins.top(), margins.right(), layout.spacing())
    return foot


def _last_rows(items: list[QLayoutItem]) -> list[QLayoutItem]:
    """From the last line that is drawn across, else the last row if that is buttons alone; not a whole form."""
    rules = [number for number, item in enumerate(items) if _is_rule(item)]
    if not rules and not (items and _is_row_of_buttons(items[-1])):
        return []
    last = items[rules[-1] :] if rules else items[-1:]
    high = sum(item.sizeHint().height() for item in last)
    return last if len(last) < len(items) and high <= HIGHEST_FOOT_PX else []


def _items(layout: QLayout) -> list[QLayoutItem]:
    return [item for number in range(layout.count()) if (item := layout.itemAt(number)) is not None]


def _is_rule(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.property("role") == "rule"


def _is_row_of_buttons(item: QLayoutItem) -> bool:
    row = item.layout()
    if not isinstance(row, QHBoxLayout):
        return False
    widgets = [widget for part in _items(row) if (widget := part.widget()) is not None]
    return bool(widgets) and all(isinstance(widget, QPushButton) for widget in widgets)


def _put(foot: QVBoxLayout, item: QLayoutItem) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        foot.addWidget(widget)
    elif inner is not None:
        foot.addLayout(inner)
    else:
        foot.addItem(item)


def _wanted(layout: QLayout, dialog: QDialog, room: QSize) -> QSize:
    """The least that the contents need, with words that wrap as wide as the room lets them be."""
    least = layout.totalMinimumSize().expandedTo(dialog.minimumSize())
    if layout.hasHeightForWidth():
        width = min(max(least.width(), dialog.width()), room.width())
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(width)))
    return least
