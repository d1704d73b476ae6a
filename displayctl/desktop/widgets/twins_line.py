"""The question about files that the library has already: leave them out, or have them twice."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.uploads import Uploads
from displayctl.desktop.widgets.pieces import button, label, row

MOST_NAMED = 3


class TwinsLine(QWidget):
    """Hidden while there is nothing to ask. One answer is for all files that wait."""

    def __init__(self, uploads: Uploads) -> None:
        super().__init__()
        self._uploads = uploads
        self._words = label("", "", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.leave_out = button(self.tr("Leave out"), lambda: self._decide(add=False), "primary")
        self.add = button(self.tr("Add all the same"), lambda: self._decide(add=True))
        self.setLayout(row(self._words, self.leave_out, self.add, spacing=SPACE_M))
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether there is something to ask."""
        return bool(self._uploads.in_question)

    @property
    def words(self) -> str:
        return self._words.text()

    def draw(self) -> None:
        """Ask about what waits now."""
        waiting = self._uploads.in_question
        self.setVisible(bool(waiting))
        if len(waiting) == 1:
            words = self.tr("{file} is in the library already, as “{title}”.")
            self._words.setText(words.format(file=waiting[0].path.name, title=waiting[0].twin))
        elif waiting:
            names = ", ".join(upload.path.name for upload in waiting[:MOST_NAMED])
            words = self.tr("{count} files are in the library already: {names}…")
            self._words.setText(words.format(count=len(waiting), names=names))

    def _decide(self, *, add: bool) -> None:
        self._uploads.decide([upload.number for upload in self._uploads.in_question], add=add)
