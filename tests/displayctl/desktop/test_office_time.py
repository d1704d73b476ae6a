"""Days and hours are those of the office, in whichever of the country's time zones it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.api.site import SiteCheck
from displayctl.api.site_items import SiteAnswer, SiteItem
from displayctl.desk.ceremonies import Renewal
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.presenters.entry_words import entry_note
from displayctl.desktop.presenters.needs_of_the_office import OfficeFacts, needs_of_the_office
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.presenters.validity import beginning_of, end_of, last_day, office_today
from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.trust.site_window import SiteWindow
from schedules.playlist import PlaylistEntry
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


def test_what_an_entry_says_of_its_days_are_those_that_were_picked(eastern: list[str]) -> None:
    picked = PlaylistEntry("poster", valid_from=beginning_of(TODAY), valid_until=end_of(TODAY))
    begins = picked.valid_from or MIDNIGHT_IN_THE_EAST
    poster = MediumInfo(
        id="poster",
        title="Poster",
        kind=MediumKind.PICTURE,
        state=MediumState.READY,
        version=1,
        created_at=begins,
        updated_at=begins,
    )
    assert date_short(TODAY) in entry_note(picked, poster, begins - timedelta(days=1))[0]
    assert date_short(TODAY) in entry_note(picked, poster, begins)[0]


def test_the_day_of_an_answer_about_a_site_is_the_offices(eastern: list[str], desk: Desk, qtbot: QtBot) -> None:
    window = SiteWindow(desk, desk.catalogue.displays[0])
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.checklist is not None, timeout=5000)
    answered = SiteCheck(item=SiteItem.USB_PORTS, answer=SiteAnswer.YES, by="desk", at=MIDNIGHT_IN_THE_EAST)
    line = window.lines[SiteItem.USB_PORTS]
    line.tell(answered)
    told = [each.text() for each in line.findChildren(QLabel)]
    assert any(date_short(TODAY + timedelta(days=1)) in each for each in told), told


def test_signatures_end_on_a_day_of_the_offices(eastern: list[str], desk: Desk) -> None:
    facts = OfficeFacts(renewals=(Renewal("policy", MIDNIGHT_IN_THE_EAST, due=True, late=False),))
    (need,) = needs_of_the_office(facts, desk.myself, desk.clock.now())
    assert date_short(TODAY + timedelta(days=1)) in need.sentence


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
