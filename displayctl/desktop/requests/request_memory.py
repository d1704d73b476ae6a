"""What is typed into the form of a request and not sent: it is there again when the form is opened the next time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from displayctl.desktop.desk import Desk
from displayctl.desktop.unsaved.form_memory import LOOK_MS
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.inputs import Inputs, Unsaved

KIND, NEW = "request", "new"


class RequestMemory(QObject):
    """Watches `inputs` while their window is open. `former` is what was put back into them, None for nothing."""

    def __init__(self, desk: Desk, inputs: Inputs, id: str, title: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._inputs, self._id, self._title = desk, inputs, id or NEW, title
        self._shown = inputs.read()
        self._over = False
        self.former = self._put_back()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.note)
        self._look.start()
        desk.drawer.closing.connect(self.note)

    def _put_back(self) -> KeptForm | None:
        kept = self._desk.drawer.of(KIND, self._id)
        if kept is None or not len(kept.unsaved.typed) == len(kept.unsaved.shown) == len(self._inputs.fields):
            return None
        self._inputs.merge(kept.unsaved.shown, kept.unsaved.typed)
        return kept

    def note(self) -> None:
        """Keep what the form says, if it is not what it showed."""
        if self._over:
            return
        typed = self._inputs.read()
        if typed != self._shown:
            unsaved = Unsaved(self._id, self._shown, typed)
            self._desk.drawer.keep(KeptForm(KIND, self._title(), self._desk.clock.now(), unsaved))
        else:
            self._desk.drawer.forget(KIND, self._id)

    def stand_on(self, show_newer: Callable[[], object]) -> None:
        """`show_newer` fills the form with what the hub has by now; what was typed stays upon it."""
        shown, typed = self._shown, self._inputs.read()
        show_newer()
        self._shown = self._inputs.read()
        self._inputs.merge(shown, typed)

    def start_over(self) -> None:
        """Show what the form showed before anything was put back."""
        self._inputs.fill(self._shown)
        self.former = None
        self._desk.drawer.forget(KIND, self._id)

    def sent(self) -> None:
        """The hub has it."""
        self._over = True
        self._desk.drawer.forget(KIND, self._id)

    def rest(self) -> None:
        """The window is closed; what was typed in it is kept."""
        self.note()
        self._over = True
        self._look.stop()
