"""The draft programme of each group as the hub would have it signed: previews ask it and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks
from schedules import codec
from schedules.programme import Programme

_SHAPING = {
    Topic.DISPLAY,
    Topic.PLAYLIST,
    Topic.DAYPART,
    Topic.HOLIDAYS,
    Topic.SLOT,
    Topic.TICKER,
    Topic.MEDIUM,
    Topic.SETTINGS,
}
SETTLE_MS = 150


class Drafts(QObject):
    """Reads the drafts anew, a moment after something that shapes them changed. Signal: `changed`."""

    changed = Signal()

    def __init__(self, tasks: Tasks, catalogue: Catalogue, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._hub = tasks, catalogue, hub
        self._programmes: dict[str, Programme] = {}
        self._asked = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read)
        catalogue.changed.connect(self._note)

    def of_display(self, display_id: str) -> Programme | None:
        """The draft that names this wall; None while none was read."""
        for programme in self._programmes.values():
            if any(display.id == display_id for display in programme.displays):
                return programme
        return None

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return tuple(self._programmes.values())

    def _note(self, topic: str) -> None:
        if topic in _SHAPING:
            self._settle.start()

    def _read(self) -> None:
        groups = self._catalogue.groups
        self._asked += 1
        asked = self._asked
        self._tasks.run(
            lambda: {group: self._programme(group) for group in groups},
            lambda programmes: self._store(asked, programmes),
            _leave_to_the_link,
            owner=self,
        )

    def _programme(self, group: str) -> Programme:
        return codec.programme_from_dict(self._hub.client.signing_state(group).draft)

    def _store(self, asked: int, programmes: dict[str, Programme]) -> None:
        if asked == self._asked:
            self._programmes = programmes
            self.changed.emit()


def _leave_to_the_link(_: Exception) -> None:
    """The link tells that the hub is away; when it is back everything is read anew."""
