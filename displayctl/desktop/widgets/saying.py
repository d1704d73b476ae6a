"""A word beside a field about what it did not take, also for who does not see it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QToolTip, QWidget

SAID = "said"
STAYS_MS = 8000


def say_beside(widget: QWidget, words: str) -> None:
    """Say this below `widget` for a while."""
    widget.setProperty(SAID, words)
    QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), words, widget, widget.rect(), STAYS_MS)
    widget.setAccessibleDescription(words)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
