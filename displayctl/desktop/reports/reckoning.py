"""Working out what a section shows of the report: beside the window, once the section is seen, and the last wish alone.

Sums over the rows of two hundred walls take longer than a window may be held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table
from displayctl.desktop.reports.ground import ReportGround


class Reckoned(Protocol):
    """What was worked out."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that a person looks at, the one that is saved as values first."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What a section would show: `key` is that of its first table, `reckon` works it out, in any thread."""

    key: str
    reckon: Callable[[AirReport], Reckoned]


class Reckoning(QObject):
    """For `section`, which tells when it is seen: `show` is given what `wish` came to."""

    def __init__(
        self, ground: ReportGround, section: QWidget, wish: Callable[[], Wish], show: Callable[[Any], None]
    ) -> None:
        super().__init__(section)
        self._ground, self._section, self._wish, self._show = ground, section, wish, show
        self._due, self._asked = True, 0
        ground.changed.connect(self.renew)

    def renew(self) -> None:
        """There is another report, or another wish."""
        self._due = True
        if self._section.isVisible():
            self.come_forward()

    def come_forward(self) -> None:
        """The section is seen."""
        report = self._ground.report
        if report is None or not self._due:
            return
        self._due = False
        self._asked += 1
        asked, reckon = self._asked, self._wish().reckon
        self._ground.work_aside(lambda: reckon(report), lambda found: self._take(asked, found), self)

    def _take(self, asked: int, found: Reckoned) -> None:
        if asked == self._asked:
            self._show(found)
