"""Opens the drawer and the outbox of whoever works at a desk once that is known, and writes both when it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from displayctl.desktop.desk import Desk
from displayctl.desktop.unsaved.drawer import file_for
from displayctl.desktop.unsaved.sent_forms import SentForms

WAITING = ".waiting.json"


class Keeping(QObject):
    """Another person at the same desk has another drawer and another outbox."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sent = SentForms(desk.drawer, desk.edits, self)
        desk.myself.left.connect(desk.outbox.rest)
        desk.myself.changed.connect(self._look)
        desk.outbox.opened.connect(self._open_drawer)
        desk.outbox.delayed.connect(self._ask_who)

    def close(self) -> None:
        """Write down what is typed and what waits for the hub: the last thing that happens."""
        self._desk.drawer.close()
        self._desk.outbox.close()

    def _look(self) -> None:
        if self._desk.myself.who is not None:
            self._desk.outbox.turn_to(self._file.with_suffix(WAITING))
            self._desk.outbox.resume()

    def _open_drawer(self) -> None:
        """After the outbox: what is on its way to the hub is not offered as unsaved."""
        self._desk.drawer.turn_to(self._file)

    def _ask_who(self) -> None:
        """What waits because the session is over waits for somebody to sign in."""
        if self._desk.outbox.rests:
            self._desk.myself.ask()

    @property
    def _file(self) -> Path:
        return file_for(self._desk.installation.data, self._desk.hub.client.url, self._desk.myself.who or "")
