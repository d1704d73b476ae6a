"""The programmes that walls play now, read once from the hub and again when something was published."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from schedules.codec import programme_from_dict
from schedules.programme import Programme


class OnAir(QObject):
    """`programmes` by group; empty for groups that never published.

    Signals: `changed`, and `failed` with the error when they could not be read.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self.programmes: dict[str, Programme] = {}
        self.read_once = False
        desk.catalogue.changed.connect(self._topic_changed)

    def read(self) -> None:
        """Ask the hub for what is on air in each group."""
        client, groups = self._desk.hub.client, self._desk.catalogue.groups
        self._asked += 1
        asked = self._asked
        self._desk.tasks.run(
            lambda: dict(_published(client, groups)),
            lambda found: self._store(asked, found),
            self._not_read,
            owner=self,
        )

    def of_display(self, display_id: str) -> Programme | None:
        """What is on air at a wall."""
        return next((each for each in self.programmes.values() if any(d.id == display_id for d in each.displays)), None)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.PUBLICATION and self.read_once:
            self.read()

    def _store(self, asked: int, found: dict[str, Programme]) -> None:
        if asked == self._asked:
            self.programmes = found
            self.read_once = True
            self.changed.emit()

    def _not_read(self, error: Exception) -> None:
        self.failed.emit(error)
        self._desk.tasks.failed.emit(error)


def _published(client: HubClient, groups: tuple[str, ...]) -> list[tuple[str, Programme]]:
    found = []
    for group in groups:
        with suppress(NotFound):
            found.append((group, programme_from_dict(client.programme(group))))
    return found
