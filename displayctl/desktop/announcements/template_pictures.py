"""The pictures that an office's template has of its own: brought into the form, and taken out with the template."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from content.studio.given_pictures import shrunk_picture
from content.studio.stencils.folder import PICTURE_SIDES_PX
from content.studio.stencils.stencil import Stencil
from displayctl.desktop.announcements.wording import Wording
from displayctl.desktop.desk import Desk


class TemplatePictures(QObject):
    """Signals: `came` with the template's id once its pictures are read, `refused` with the error."""

    came = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._brought: dict[str, Any] = {}
        self._wanted = ""

    def taken_out(self, said: Wording) -> Wording:
        """Without those that a template brought; what a person chose stays."""
        gone: dict[str, Any] = {what: b"" for what, data in self._brought.items() if getattr(said, what) == data}
        self._brought = {}
        return replace(said, **gone)

    def put_in(self, said: Wording) -> Wording:
        """With those that were read last."""
        return replace(said, **self._brought)

    def bring(self, stencil: Stencil) -> None:
        """Read those of a template, beside the work; nothing is read for one that has none."""
        self._wanted = stencil.id
        named = {what: path for what in PICTURE_SIDES_PX if (path := getattr(stencil, what)) is not None}
        if named:
            self._desk.tasks.run(
                lambda: {what: shrunk_picture(path, PICTURE_SIDES_PX[what]) for what, path in named.items()},
                partial(self._read, stencil.id),
                partial(self._not_read, stencil.id),
                owner=self,
            )

    def _read(self, stencil_id: str, pictures: dict[str, Any]) -> None:
        if stencil_id == self._wanted:  # another template may have been chosen meanwhile
            self._brought = pictures
            self.came.emit(stencil_id)

    def _not_read(self, stencil_id: str, error: Exception) -> None:
        if stencil_id == self._wanted:
            self.refused.emit(error)
