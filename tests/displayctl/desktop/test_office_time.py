"""Days and hours are those of the office, in whichever of the country's time zones it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.presenters.validity import end_of, last_day, office_today
from displayctl.desktop.reports.ground import ReportGround
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk")

TODAY = date(2026, 11, 23)
MIDNIGHT_IN_THE_EAST = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture
def eastern(hub: RunningHub, desk: Desk, qtbot: QtBot) -> Iterator[list[str]]:
    """The topics that were told to be new when the office moved to Jayapura."""
    before, told = office_zone().key, list[str]()
    desk.catalogue.changed.connect(told.append)
    move(hub, qtbot, "Asia/Jayapura")
    yield told
    desk.catalogue.changed.disconnect(told.append)
    move(hub, qtbot, before)


def move(hub: RunningHub, qtbot: QtBot, zone: str) -> None:
    settings = hub.client.settings()
    moved = settings.office.model_copy(update={"zone": zone})
    hub.client.put_settings(settings.model_copy(update={"office": moved}))
    qtbot.waitUntil(lambda: office_zone().key == zone, timeout=5000)


def test_days_and_hours_are_said_in_the_offices_own_time_zone(eastern: list[str], desk: Desk) -> None:
    assert end_of(TODAY) == MIDNIGHT_IN_THE_EAST
    assert last_day(MIDNIGHT_IN_THE_EAST) == TODAY
    assert office_today(desk.clock) == desk.clock.now().astimezone(office_zone()).date()
    assert "23:59" in moment_words(datetime(2026, 11, 23, 14, 59, tzinfo=UTC)).replace(".", ":")
    assert ReportGround(desk).looked.days.time_zone == "Asia/Jayapura"


def test_what_is_on_show_is_said_anew_once_the_office_has_another_time_zone(eastern: list[str]) -> None:
    assert set(eastern) >= set(Topic)


def test_a_report_that_was_looked_at_before_the_offices_time_zone_was_read_is_made_of_its_days(
    eastern: list[str], hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    move(hub, qtbot, "Asia/Jakarta")
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.ground.report is not None, timeout=5000)
    move(hub, qtbot, "Asia/Jayapura")
    assert page.ground.looked.days.time_zone == "Asia/Jayapura"
    qtbot.waitUntil(
        lambda: page.ground.report is not None and page.ground.report.days == page.ground.looked.days, timeout=5000
    )
    page.hide()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
