"""The frame of the windows about one medium: pictures fetched beside the UI thread, one change stored, then closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QSizePolicy, QWidget

from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import change_choices
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, label, row, rule


class MediumWindow(QDialog):
    """Signal: `told` a sentence and its kind, when something was stored."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, medium: MediumInfo, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._medium = desk, medium
        self.setWindowTitle(f"{title}: {medium.title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._error = label("", "error", wrap=True)
        self._error.hide()

    def _lay_out(self, *items: QWidget | QLayout | int | None, actions: tuple[QPushButton, ...] = ()) -> None:
        """`items` above, then what went wrong, and the buttons with the one that closes."""
        close = button(self.tr("Cancel") if actions else self.tr("Close"), self.reject)
        layout = column(*items, self._error, rule(), row(None, close, *actions, spacing=SPACE_S), spacing=SPACE_M)
        for number, item in enumerate(items):
            if isinstance(item, QWidget) and item.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding:
                layout.setStretch(number, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """Why something did not go."""
        return self._error.text()

    def _fetch_picture(self, fetch: Callable[[], bytes], on_came: Callable[[QPixmap], None]) -> None:
        """Have `fetch` done elsewhere, and its picture here; what goes wrong is said."""
        self._desk.tasks.run(
            lambda: QImage.fromData(fetch()),
            lambda image: on_came(QPixmap.fromImage(image)),
            self._say,
            owner=self,
        )

    def _store(self, words: str, **choices: Any) -> None:
        """Change the medium, say `words` and close; a refusal is said here."""
        self._error.hide()
        client, medium_id = self._desk.hub.client, self._medium.id

        self._desk.tasks.run(
            lambda: change_choices(client, medium_id, choices), lambda _: self._stored(words), self._say, owner=self
        )

    def _stored(self, words: str) -> None:
        self._desk.catalogue.read(Topic.MEDIUM)
        self.told.emit(words, "good")
        self.accept()

    def _say(self, error: Exception) -> None:
        self._error.setText(say_problem(error))
        self._error.show()
