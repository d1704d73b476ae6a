"""What somebody who sits before the desk sees: windows, and the things in them by the words that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
MOST_READ = 2000


def windows() -> list[QWidget]:
    """The windows that answer now, the foremost first: a menu alone, else a dialog that has to be answered alone, else
    dialogs and then the others.
    """
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if front is not None and front.isVisible():
        return [front]
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible() and not isinstance(each, QMenu)]
    return sorted(seen, key=lambda each: not isinstance(each, QDialog))


def plain(words: str) -> str:
    """Words as they are read: without the mark of a key, and without room around them."""
    return words.replace("&", "").strip()


Beside = Sequence[tuple[QWidget, str]]
"""Things with the label that belongs to each."""


def words_of(widget: QWidget, beside: Beside = ()) -> set[str]:
    """What may be read on a thing or beside it, and what is said of it to those who do not see it."""
    found = [widget.accessibleName(), *(text for other, text in beside if other is widget)]
    if isinstance(widget, QAbstractButton | QLabel):
        found.append(widget.text())
    if isinstance(widget, QLineEdit):
        found.append(widget.placeholderText())
    return {plain(each) for each in found if each}


def things(kind: type[W], words: str) -> list[W]:
    """What is seen of `kind` and called `words`, in the foremost window that has any."""
    wanted = plain(words)
    for window in windows():
        beside = [(buddy, each.text()) for each in window.findChildren(QLabel) if (buddy := each.buddy()) is not None]
        every = [window] if isinstance(window, kind) else []
        every += window.findChildren(kind)
        found = [each for each in every if each.isVisible() and wanted in words_of(each, beside)]
        if found:
            return found
    return []


def said(words: str) -> QLabel | None:
    """A label that says `words`, among others perhaps."""
    return next((each for each in _labels() if words in plain(each.text())), None)


def read_aloud() -> str:
    """What all labels say, in short: for whoever was told that something is not there."""
    return "; ".join(plain(each.text()) for each in _labels() if each.text())[:MOST_READ]


def _labels() -> Iterator[QLabel]:
    every = (each for window in windows() for each in window.findChildren(QLabel))
    return (each for each in every if each.isVisible())


def item(view: QAbstractItemView, words: str) -> QModelIndex | None:
    """The first line or card of a list that has these words in it."""
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        texts = (index.data(Qt.ItemDataRole.AccessibleTextRole), index.data(Qt.ItemDataRole.DisplayRole))
        if any(isinstance(text, str) and words in text for text in texts):
            return index
    return None


def scroll_to(widget: QWidget) -> None:
    """Scroll until the thing is seen, as with the wheel. Raises LookupError where something always covers it."""
    parent = widget.parentWidget()
    while parent is not None:
        inside = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    if widget.visibleRegion().isEmpty():
        raise LookupError(f"{words_of(widget)} is in its window, and nobody can see it there")


def place_in(window: QWidget, widget: QWidget) -> QRect:
    """Where a thing lies in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
