"""What the report's sections share: the days, wall and agency that are looked at, and the report of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from displayctl.api.errors import HubError
from displayctl.desk.reporting.gathering import AirReport, gather
from displayctl.desk.reporting.times import Days, month_of
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem

T = TypeVar("T")
FRESH_S = 60.0
"""A report that was asked for longer ago is asked for anew when its page comes forward."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at; an empty wall is all of them, no agency everybody."""

    days: Days
    display_id: str = ""
    agency: str | None = None


class ReportGround(QObject):
    """Signals: `changed` when there is another report, or another agency is looked at; `told` a sentence and its kind;
    `asking` with a sentence while the hub is asked, empty when it has answered.
    """

    changed = Signal()
    told = Signal(str, str)
    asking = Signal(str)
    _on_the_way = Signal(int, int, int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.looked = Looked(month_of(self.today, self.time_zone))
        self.report: AirReport | None = None
        self._asked_for: tuple[Days, str] | None = None
        self._asked, self._asked_at = 0, float("-inf")
        self._on_the_way.connect(self._tell_progress)

    @property
    def time_zone(self) -> str:
        """That of the office."""
        return office_zone().key

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.looked.days.time_zone)

    @property
    def today(self) -> date:
        return self._desk.clock.now().astimezone(ZoneInfo(self.time_zone)).date()

    @property
    def agency(self) -> str | None:
        return self.looked.agency

    def look_at(self, looked: Looked) -> None:
        """Look at something else; the hub is asked where that needs it."""
        former, self.looked = self.looked, looked
        if (looked.days, looked.display_id) != self._asked_for:
            self.refresh()
        elif looked.agency != former.agency:
            self.changed.emit()

    def come_forward(self) -> None:
        """The page is seen: ask where there is nothing fresh."""
        is_other = (self.looked.days, self.looked.display_id) != self._asked_for
        if is_other or self._desk.clock.monotonic() - self._asked_at > FRESH_S:
            self.refresh()

    def refresh(self) -> None:
        """Ask the hub anew."""
        days, display_id, client = self.looked.days, self.looked.display_id, self._desk.hub.client
        self._asked += 1
        asked = self._asked
        self._asked_for, self._asked_at = (days, display_id), self._desk.clock.monotonic()
        self.asking.emit(self.tr("Adding up…"))
        walls = (display_id,) if display_id else ()
        self._desk.tasks.run(
            lambda: gather(client, days, walls, lambda done, whole: self._on_the_way.emit(asked, done, whole)),
            lambda report: self._take(asked, report),
            lambda error: self._fail(asked, error),
            owner=self,
        )

    def work_aside(self, work: Callable[[], T], on_done: Callable[[T], None], owner: QObject) -> None:
        """Work something out of the report, one after another; a failure is told."""
        self._desk.tasks.run(
            work, on_done, lambda error: self.told.emit(say_problem(error), "danger"), owner=owner, aside=True
        )

    def _tell_progress(self, asked: int, done: int, whole: int) -> None:
        if asked == self._asked and whole > 1:
            self.asking.emit(self.tr("Adding up: wall {number} of {count}…").format(number=done + 1, count=whole))

    def _take(self, asked: int, report: AirReport) -> None:
        if asked == self._asked:
            self.report = report
            self.asking.emit("")
            self.changed.emit()

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._asked_for = None
            self.asking.emit("")
            self.told.emit(say_problem(error), "warning" if isinstance(error, HubError) else "danger")
