"""The keys by which one comes into a list: down from the search above it, and the first arrow to what stands first.

Qt goes on from a row that nobody sees while nothing is chosen, and leaves out the first.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

FROM_SEARCH = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
IN_LIST = (*FROM_SEARCH, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
MOST_HEADINGS = 3
"""So many rows at the top of a list may be headings."""


class ListKeys(QObject):
    """Watches the keys of a list; `search` is the line above it, where there is one."""

    def __init__(self, view: QAbstractItemView, search: QLineEdit | None = None) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        if search is not None:
            SearchKeys(search, lambda: view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return _pressed(event) in IN_LIST and _choose_first(self._view)


class SearchKeys(QObject):
    """Watches the keys of a search, from which one goes into the list that `view_on_show` gives."""

    def __init__(self, search: QLineEdit, view_on_show: Callable[[], QAbstractItemView]) -> None:
        super().__init__(search)
        self._view_on_show = view_on_show
        search.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return _pressed(event) in FROM_SEARCH and self._enter()

    def _enter(self) -> bool:
        view = self._view_on_show()
        if not view.isVisible() or _first_row(view) is None:
            return False
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        _choose_first(view)
        return True


def _pressed(event: QEvent) -> int | None:
    """The key, if one was pressed alone."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers() not in PLAIN:
        return None
    return event.key()


def _choose_first(view: QAbstractItemView) -> bool:
    """Choose where one was, or else what stands first. Where something is chosen already, nothing."""
    row = _first_row(view)
    if row is None or view.selectionModel().hasSelection():
        return False
    index = view.model().index(row, 0)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    view.scrollTo(index)
    return True


def _first_row(view: QAbstractItemView) -> int | None:
    model, current = view.model(), view.currentIndex()
    rows = ((current.row(),) if current.isValid() else ()) + tuple(range(min(model.rowCount(), MOST_HEADINGS)))
    can = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
    return next((row for row in rows if model.flags(model.index(row, 0)) & can == can), None)
