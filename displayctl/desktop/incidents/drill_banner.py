"""The line across the top that reminds of the monthly drill, until one was run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer

from displayctl.api.accounts import Role
from displayctl.api.incidents import Drills
from displayctl.api.models import Event
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.widgets.banner import Banner

ASKED_EVERY_MS = 30 * 60 * 1000
SETTLED_MS = 400


class DrillBanner(Banner):
    """Asks the hub by itself, and again when something may have changed. Who closes it is left alone for that day.

    Only those who may send drills are reminded.
    """

    def __init__(self, desk: Desk, open_drill: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._open_drill = desk, open_drill
        self._told_on: date | None = None
        self._every = QTimer(self)
        self._every.setInterval(ASKED_EVERY_MS)
        self._every.timeout.connect(self.ask)
        self._every.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self.ask)
        desk.link.came.connect(self._hub_came)
        desk.link.told.connect(self._hear)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.myself.changed.connect(self._rights_changed)
        if desk.link.connected:
            self._soon.start()

    def ask(self) -> None:
        """Ask the hub whether this month's drill was done."""
        if not self._desk.myself.may(Role.DUTY):
            self.hide()
            return
        client = self._desk.hub.client
        self._desk.tasks.run(client.incidents.drills, self._take, lambda _: None, owner=self)

    def _take(self, drills: Drills) -> None:
        if not drills.status.overdue:
            self._told_on = None
            self.hide()
            return
        today = self._desk.clock.now().astimezone(office_zone()).date()
        if self._told_on != today:
            self._told_on = today
            words = self.tr("This month has had no emergency drill yet.")
            self.tell(words, "warning", self.tr("Run a drill…"), self._open_drill)

    def _hub_came(self, _: object) -> None:
        self._soon.start()

    def _rights_changed(self) -> None:
        self._soon.start()

    def _hear(self, event: Event) -> None:
        if event.kind == "drill":
            self._told_on = None
            self._soon.start()

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.ALERT, Topic.SETTINGS):
            self._soon.start()
