"""A box for words that shows which of them no dictionary has: one line or several, bounded, undone with its form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy

from displayctl.desktop.announcements.spelling import Spelling
from displayctl.desktop.announcements.spelling_marks import SpellingMarks, word_at
from displayctl.desktop.widgets.visible import visible


class WordsEdit(QPlainTextEdit):
    """Signals: `undo_asked` and `redo_asked` by the keys for that, `left_out` with how many letters found no room.

    What is typed here is undone by whoever owns the whole form, so the box itself keeps no steps.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    left_out = Signal(int)

    def __init__(self, most: int, *, lines: bool = False, spelling: Spelling | None = None) -> None:
        super().__init__()
        self._most, self._lines = most, lines
        self._spelling = spelling
        self._clamping = False
        self._high = 0
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        if not lines:
            self._be_one_line()
        if spelling is not None:
            SpellingMarks(self.document(), spelling)
        self.textChanged.connect(self._clamp)

    def _be_one_line(self) -> None:
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._lines else QSize(super().sizeHint().width(), self._line_height())

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self._lines else QSize(80, self._line_height())

    def _line_height(self) -> int:
        """That of a line edit, in the same look and letters."""
        if not self._high:
            model = QLineEdit()  # nobody sees it
            model.ensurePolished()
            self._high = model.sizeHint().height()
        return self._high

    # Words

    def text(self) -> str:
        """What it says."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Say this, with the cursor where it was, as far as it can be."""
        if words == self.toPlainText():
            return
        at = self.textCursor().position()
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def _clamp(self) -> None:
        """What came by another way than typing or pasting, as from an input method or a form that was kept."""
        words = self.toPlainText()
        kept = visible(words[: self._most], lines=self._lines)
        if kept == words or self._clamping:
            return
        self._clamping = True
        self.setPlainText(kept)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._clamping = False
        if len(words) > self._most:  # once everybody has heard of the words that are left
            QTimer.singleShot(0, self, partial(self.left_out.emit, len(words) - self._most))

    # Keys, pasting, menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.redo_asked.emit()
        elif not self._lines and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the window's own button
        elif self._is_full and event.text().isprintable() and event.text() and not _is_command(event):
            self.left_out.emit(1)
        else:
            super().keyPressEvent(event)

    @property
    def _is_full(self) -> bool:
        return not self.textCursor().hasSelection() and len(self.toPlainText()) >= self._most

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = max(0, self._most - len(self.toPlainText()) + selected)
        kept = visible(words[: room * 4], lines=self._lines)[:room]
        cursor.insertText(kept)
        if len(words) > len(kept) and len(kept) == room:
            self.left_out.emit(len(words) - len(kept))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu_at(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """The menu for a place in the box: what else an unknown word could be, above cut, copy and paste."""
        menu = self.createStandardContextMenu()
        if self._spelling is not None:
            cursor = word_at(self, place)
            word = cursor.selectedText()
            if word and self._spelling.is_unknown(word):
                self._offer(menu, cursor, word, self._spelling)
        return menu

    def _offer(self, menu: QMenu, cursor: QTextCursor, word: str, spelling: Spelling) -> None:
        first = menu.actions()[0] if menu.actions() else None
        for each in spelling.suggestions(word):
            _put_before(menu, first, each, partial(cursor.insertText, each))
        words = self.tr("Add “{word}” to the office's words").format(word=word)
        _put_before(menu, first, words, partial(spelling.add, word))
        if first is not None:
            menu.insertSeparator(first)


def _put_before(menu: QMenu, place: QAction | None, words: str, act: Callable[[], object]) -> None:
    action = QAction(words, menu)
    action.triggered.connect(lambda: act())
    menu.insertAction(place, action)  # type: ignore[arg-type]  # None puts it last


def _is_redo(event: QKeyEvent) -> bool:
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Z and event.modifiers() == wanted


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
