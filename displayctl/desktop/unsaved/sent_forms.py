"""What was typed in forms that were saved stays in the drawer until the hub has it: a hub may be away, or refuse it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from displayctl.desktop.edits import Change, Edits
from displayctl.desktop.unsaved.drawer import Drawer
from displayctl.desktop.unsaved.values import KeptForm

SENT, BACK = "/sent", "/back"
"""Behind the kind of a form: it is on its way, or it came back and is to be put into its form again."""


class SentForms(QObject):
    """Moves forms in `drawer` from sent to gone, or to back, as the hub answers `edits`."""

    def __init__(self, drawer: Drawer, edits: Edits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer, self._edits = drawer, edits
        drawer.opened.connect(self._look)
        edits.settled.connect(self._settled)
        edits.turned_down.connect(self._turned_down)

    def _settled(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            for mark in (SENT, BACK):
                self._drawer.forget(change.kind.value + mark, change.id)

    def _turned_down(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            form = self._drawer.of(change.kind.value + SENT, change.id)
            if form is not None:
                self._bring_back(form)

    def _look(self) -> None:
        """What a former run had sent, and what does not wait for the hub any more, was refused or never left."""
        for form in self._drawer.former:
            kind = plain_kind(form.kind)
            if form.kind.endswith(SENT) and not self._edits.is_on_its_way(kind, form.unsaved.id):
                self._bring_back(form)

    def _bring_back(self, form: KeptForm) -> None:
        self._drawer.forget(form.kind, form.unsaved.id)
        self._drawer.keep(replace(form, kind=plain_kind(form.kind) + BACK))


def plain_kind(kind: str) -> str:
    """The kind of a form, whether it was sent or came back."""
    return kind.removesuffix(SENT).removesuffix(BACK)
