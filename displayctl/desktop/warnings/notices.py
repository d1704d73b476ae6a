"""Tells wherever the operator is: a new warning that reaches a wall, and one that was taken back and is still shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from displayctl.api.warnings import WarningBrief
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.presenters.warning_words import correction_words, notice_words


class WarningNotices(QObject):
    """Each is told once. Signal: `noticed` with the words, the kind of banner, and the warning's id."""

    noticed = Signal(str, str, str)

    def __init__(self, catalogue: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._told: set[tuple[str, str]] = set()
        catalogue.changed.connect(self._changed)

    def _changed(self, topic: str) -> None:
        if topic == Topic.WARNING:
            self.look()

    def look(self) -> None:
        """Tell of what is there and was not told yet."""
        due = [each for each in self._catalogue.warnings if each.correction_due]
        fresh = [each for each in self._catalogue.warnings if each.waits]
        for warning in (*reversed(fresh), *reversed(due)):  # the gravest last: it is the one that stays
            key = (warning.id, "correction" if warning.correction_due else warning.identifier)
            if key not in self._told:
                self._told.add(key)
                self._tell(warning)

    def _tell(self, warning: WarningBrief) -> None:
        words = correction_words(warning) if warning.correction_due else notice_words(warning)
        self.noticed.emit(words, "danger", warning.id)
