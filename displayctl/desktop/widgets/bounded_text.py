"""Several lines of text with a bound: what is pasted beyond it is left out, and that is said."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from displayctl.desktop.widgets.input_watch import say_cut
from displayctl.desktop.widgets.visible import visible

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

UNSEEN_SHARE = 4
"""How many times what fits is looked at, for letters that are left out because nobody sees them."""


class BoundedText(QPlainTextEdit):
    """At most `most` characters; Tab goes on to the next field."""

    def __init__(self, most: int, text: str = "") -> None:
        super().__init__(text[:most])
        self.most = most
        self.setTabChangesFocus(True)

    @property
    def room(self) -> int:
        """How many characters more fit, what is selected being replaced."""
        chosen = self.textCursor().selectedText()
        return max(0, self.most - len(self.toPlainText()) + len(chosen))

    def insertFromMimeData(self, source: QMimeData) -> None:
        text, room = source.text(), self.room
        kept = visible(text[: room * UNSEEN_SHARE], lines=True)[:room]
        self.insertPlainText(kept)
        self.ensureCursorVisible()
        if len(text) > len(kept) and len(kept) == room:
            say_cut(self, self.most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS and not self.room:
            say_cut(self, self.most)
            event.accept()
            return
        super().keyPressEvent(event)
