"""Tells about changes that wait for the hub, and when they were saved after all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from displayctl.desktop.edits import Edits


class EditNotices(QObject):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, edits: Edits, parent: QObject) -> None:
        super().__init__(parent)
        edits.delayed.connect(self._delayed)
        edits.caught_up.connect(self._caught_up)

    def _delayed(self, what: str) -> None:
        words = self.tr("“{what}” is kept at this desk and will be saved once the hub is back. Leave displayctl open.")
        self.told.emit(words.format(what=what), "warning")

    def _caught_up(self) -> None:
        self.told.emit(self.tr("The hub is back; what waited for it is saved."), "good")
