"""A line for tags with commas between them, which completes the one that is being typed from those in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

LONGEST_LINE = 2000


class TagField(QLineEdit):
    """Tags in the order they were typed, each once."""

    def __init__(self, example: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(example)
        self.setMaxLength(LONGEST_LINE)
        self._known = QStringListModel(self)
        # The completer is not the line's own, which would replace all of it.
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._suggest)

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(" ".join(tag.split())[:200] for tag in self.text().split(",") if tag.strip()))

    def show_tags(self, tags: Iterable[str]) -> None:
        """Say these."""
        self.setText(", ".join(tags))
        self.setCursorPosition(0)  # many are read from their beginning

    def offer(self, tags: Iterable[str]) -> None:
        """Complete from these."""
        names = sorted(set(tags), key=str.casefold)
        if names != self._known.stringList():
            self._known.setStringList(names)

    def _suggest(self) -> None:
        begun = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        popup = self._completer.popup()
        if begun and self._completer.completionCount():
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def _complete(self, tag: str) -> None:
        text, cursor = self.text(), self.cursorPosition()
        before, after = text[:cursor].rpartition(",")[0], text[cursor:].partition(",")[2].strip()
        parts = [part for part in (before.strip(), tag, after) if part]
        self.setText(", ".join(parts) + ("" if after else ", "))
