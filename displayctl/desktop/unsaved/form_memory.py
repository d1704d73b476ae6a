"""Keeps what is typed in one form of a page: beside another choice, over a crash, and where the hub refuses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

from displayctl.desktop.desk import Desk
from displayctl.desktop.unsaved.sent_forms import BACK, SENT
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.inputs import Unsaved

LOOK_MS = 800


@dataclass(frozen=True, slots=True)
class Watched:
    """A form of things of one `kind` and how it is asked: which thing it shows (empty: none), how people call that,
    what is typed about it, and how that is put back. `count` is how many inputs it has.
    """

    kind: str
    id: Callable[[], str]
    title: Callable[[], str]
    unsaved: Callable[[], Unsaved | None]
    take: Callable[[Unsaved], object]
    count: Callable[[], int]


class FormMemory(QObject):
    """Looks at the form from time to time, and before the desk is closed. Whoever owns the form calls `note` before it
    shows another thing, `give_back` after it, and `sent` before it is saved.
    """

    def __init__(self, desk: Desk, form: Watched, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self.drawer = desk.drawer
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.note)
        self._look.start()
        self.drawer.closing.connect(self.note)

    def note(self) -> None:
        """Keep what the form says, if it is not what it showed."""
        name = self._form.id()
        if not name or not self.drawer.is_open:
            return
        unsaved = self._form.unsaved()
        if unsaved is not None:
            self.drawer.keep(KeptForm(self._form.kind, self._form.title(), self._desk.clock.now(), unsaved))
        else:
            self.drawer.forget(self._form.kind, name)

    def give_back(self) -> bool:
        """Put what was typed about the thing on show into its form, right after that was shown; whether it was any."""
        kind, name = self._form.kind, self._form.id()
        if not name or not self.drawer.is_open:
            return False
        kept = [form for each in (kind + BACK, kind) if (form := self.drawer.of(each, name)) is not None]
        fitting = [form for form in kept if self._fits(form)]
        for form in fitting:
            self._form.take(form.unsaved)
        self.drawer.forget(kind + BACK, name)
        if kept:
            self.note()
        return bool(fitting)

    def _fits(self, form: KeptForm) -> bool:
        """Whether it is of a form with the same inputs, as of this version."""
        return len(form.unsaved.typed) == len(form.unsaved.shown) == self._form.count()

    def sent(self, id: str) -> None:
        """The form of `id` is being saved: what was typed stays until the hub has it."""
        self.note()
        form = self.drawer.of(self._form.kind, id)
        if form is not None:
            self.drawer.keep(replace(form, kind=form.kind + SENT))
            self.drawer.forget(form.kind, id)

    def forget(self, id: str) -> None:
        """What was typed about `id` is not wanted any more."""
        for mark in ("", BACK, SENT):
            self.drawer.forget(self._form.kind + mark, id)
