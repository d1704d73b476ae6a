"""The versions of this desk, its hub and the players, as far as they are known now."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import QObject, Signal

from displayctl.api.models import Health
from displayctl.desktop.care.crash_watch import DISTRIBUTION
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.version_words import Running, version_notice


class Versions(QObject):
    """Signal: `changed` when something new is known. The hub is asked whenever it comes."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.desk = version(DISTRIBUTION)
        self.hub = ""
        desk.link.came.connect(self.ask)
        desk.catalogue.changed.connect(self._topic_changed)
        self.ask()

    def ask(self) -> None:
        """Ask the hub which version it is."""
        client = self._desk.hub.client
        self._desk.tasks.run(client.health, self._told, _nothing, owner=self)

    def players(self) -> tuple[Running, ...]:
        """The player of each wall."""
        catalogue = self._desk.catalogue
        names = {kept.id: kept.value.name for kept in catalogue.displays}
        return tuple(
            Running(names.get(player.display_id, player.display_id), player.version)
            for player in catalogue.players.values()
            if player.device_id
        )

    def notice(self) -> tuple[str, ...]:
        """What should be updated, a sentence each."""
        return version_notice(self.desk, self.hub, self.players())

    def _told(self, health: Health) -> None:
        self.hub = health.version
        self.changed.emit()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.PLAYER:
            self.changed.emit()


def _nothing(error: Exception) -> None:
    """Whether the hub is there at all is told elsewhere."""
