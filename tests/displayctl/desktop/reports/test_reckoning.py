"""What a section shows of the report is worked out beside the window, when the section is seen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table
from displayctl.desktop.desk import Desk
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.reckoning import Reckoning, Wish
from tests.displayctl.desktop.conftest import opened_desk
from tests.displayctl.hub.ground import add_wall
from tests.fakes.hub_in_thread import hub_in_thread


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    thread: int
    tables: tuple[Table, ...] = ()


class Section:
    """A section that asks for `name`, and notes what it is given."""

    def __init__(self, ground: ReportGround) -> None:
        self.widget, self.name = QWidget(), "first"
        self.asked: list[str] = []
        self.may_end = threading.Event()
        self.may_end.set()
        self.shown: list[Found] = []
        self.reckoning = Reckoning(ground, self.widget, self._wish, self.shown.append)

    def _wish(self) -> Wish:
        name = self.name
        self.asked.append(name)

        def reckon(report: AirReport) -> Found:
            assert self.may_end.wait(30)
            return Found(name, threading.get_ident())

        return Wish(name, reckon)


@pytest.fixture
def desk(application: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with hub_in_thread(tmp_path / "office") as hub:
        add_wall(hub.client)
        with opened_desk(hub, application) as made:
            yield made


def test_a_section_out_of_sight_is_worked_out_once_it_is_seen_and_the_last_wish_alone_is_shown(
    desk: Desk, qtbot: QtBot
) -> None:
    ground = ReportGround(desk)
    section = Section(ground)
    qtbot.addWidget(section.widget)
    section.reckoning.come_forward()
    with qtbot.waitSignal(ground.changed, timeout=10_000):
        ground.refresh()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    assert (section.asked, section.shown) == ([], [])

    section.widget.show()
    section.reckoning.come_forward()
    qtbot.waitUntil(lambda: len(section.shown) == 1, timeout=10_000)
    assert section.shown[0].thread != threading.get_ident()
    section.reckoning.come_forward()
    assert section.asked == ["first"], "nothing is new"

    section.may_end.clear()
    for section.name in ("second", "third"):
        section.reckoning.renew()
    section.may_end.set()
    qtbot.waitUntil(lambda: len(section.shown) == 2 and desk.tasks.under_way == 0, timeout=10_000)
    assert section.asked == ["first", "second", "third"]
    assert [found.name for found in section.shown] == ["first", "third"]
