"""Says where this computer's clock is wrong: beside the hub's, or beside what was published already."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.client import HubClient
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.clock_fault_words import ahead_words, apart_words
from schedules.clock import Clock

BEARABLE = timedelta(minutes=2)
EVERY_MS = 30 * 60_000


class ClockWatch(QObject):
    """Looks whenever the hub comes, and now and then. Signal: `told` a sentence and its kind, once for each fault."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""
        self._every = QTimer(self)
        self._every.setInterval(EVERY_MS)
        self._every.timeout.connect(self.look)
        self._every.start()
        desk.link.came.connect(self.look)
        desk.catalogue.changed.connect(self._topic_changed)
        self.look()

    def look(self) -> None:
        """Ask the hub what time it has."""
        client, clock = self._desk.hub.client, self._desk.clock
        self._desk.tasks.run(lambda: hours_apart(client, clock), self._compared, _leave_to_the_link, owner=self)

    def _compared(self, apart: timedelta) -> None:
        """By how much this clock is ahead of the hub's."""
        if abs(apart) > BEARABLE:
            self._say("apart", apart_words(apart))
        elif self._said == "apart":
            self._said = ""

    def _topic_changed(self, topic: str) -> None:
        """What was published cannot be of the future: a clock that fell back is seen by that, on one computer, too."""
        if topic != Topic.PUBLICATION:
            return
        newest = max((each.published_at for each in self._desk.catalogue.publications), default=None)
        if newest is not None and newest - self._desk.clock.now() > BEARABLE:
            self._say("ahead", ahead_words(newest))

    def _say(self, fault: str, words: str) -> None:
        if fault != self._said:
            self._said = fault
            self.told.emit(words, "danger")


def hours_apart(client: HubClient, clock: Clock) -> timedelta:
    """By how much `clock` is ahead of the hub's, as exactly as the way there allows. Raises HubError."""
    sent = clock.now()
    hub_now: datetime = client.health().now
    return sent + (clock.now() - sent) / 2 - hub_now


def _leave_to_the_link(_: Exception) -> None:
    """It tells that the hub is away."""
