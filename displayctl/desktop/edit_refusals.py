"""Tells that the hub would not have a change, until the same thing is saved after all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from displayctl.desktop.edits import Change, Edits
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.banner import Banner


class EditRefusals(QObject):
    """Tells refusals on the `banner` that there is at the time; its button calls `show_newest`."""

    def __init__(
        self, edits: Edits, banner: Callable[[], Banner], show_newest: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._banner, self._show_newest = banner, show_newest
        self._told = ""
        self._refused: set[tuple[str, str]] = set()
        edits.turned_down.connect(self._turned_down)
        edits.refused.connect(self._tell)
        edits.settled.connect(self._settled)

    def _turned_down(self, changes: tuple[Change, ...]) -> None:
        self._refused = _names(changes)

    def _tell(self, error: Exception, what: str) -> None:
        self._told = self.tr("“{what}” was not saved. {why}").format(what=what, why=say_problem(error))
        self._banner().tell(self._told, "danger", self.tr("Show the newest"), self._show_newest)

    def _settled(self, changes: tuple[Change, ...]) -> None:
        if self._refused & _names(changes):
            self._refused = set()
            self._banner().take_back(self._told)


def _names(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    return {(change.kind, change.id) for change in changes}
