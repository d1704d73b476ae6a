"""Containers that let Qt dress what they hold once it stands in its window, and not before.

Pages are built from the inside outwards. What wears its style already when it is put into the next surface is undressed
and dressed anew with everything in it, at a tenth of a millisecond a widget and a surface.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Pages of which one is on show."""

    def addWidget(self, page: QWidget) -> int:  # noqa: N802 - Qt's name
        if not self.count():
            page.setParent(self)
            self._bring(page)
        return super().addWidget(page)

    def setCurrentIndex(self, index: int) -> None:  # noqa: N802 - Qt's name
        self._bring(self.widget(index))
        super().setCurrentIndex(index)

    def setCurrentWidget(self, page: QWidget) -> None:  # noqa: N802 - Qt's name
        self.setCurrentIndex(self.indexOf(page))

    def _bring(self, page: QWidget | None) -> None:
        """Until the stack itself is seen, its page is as good as shown: it comes with the stack."""
        if page is not None and not self.isVisible():
            show_in_place(page)


class Scroll(QScrollArea):
    """An area that takes its contents when it is dressed, or when somebody asks how large it would be."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._waiting: QWidget | None = content
        content.setParent(self.viewport())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish:
            self._take()
        return super().event(event)

    def sizeHint(self) -> QSize:
        self._take()
        return super().sizeHint()

    def _take(self) -> None:
        content, self._waiting = self._waiting, None
        if content is not None:
            self.setWidget(content)


def show_in_place(widget: QWidget) -> None:
    """Show `widget`: at once where its parent is on the screen, with its parent where that is not."""
    parent = widget.parentWidget()
    if parent is None or parent.isVisible():
        widget.show()
        return
    widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, False)
    widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    widget.updateGeometry()
