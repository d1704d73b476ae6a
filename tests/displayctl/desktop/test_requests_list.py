"""Long lists of requests, and what a wish becomes as a booking."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.request_states import RequestState
from displayctl.api.requests import RequestBrief, Wish
from displayctl.desktop.presenters.request_booking import planned
from displayctl.desktop.requests.request_list import RequestList
from schedules.daypart import Hours
from schedules.slot import SlotKind
from tests.displayctl.hub.ground import now

S = RequestState


def test_a_list_of_thousands_is_searched_and_keeps_its_place(qtbot: QtBot) -> None:
    instant = now()
    many = tuple(
        RequestBrief(
            id=f"REQ-2026-{number:04}",
            version=1,
            state=S.NEW,
            agency="dinkes",
            agency_name="Dinas Kesehatan",
            title=f"Permohonan {number}",
            created_at=instant,
            updated_at=instant,
        )
        for number in range(5000)
    )
    made = RequestList()
    qtbot.addWidget(made)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    made.show_requests(many)
    made.pick("REQ-2026-3000")
    made.show_requests(many[1000:])
    assert made.current_id == "REQ-2026-3000"
    made.show_requests(many[:10])
    assert made.current_id == "REQ-2026-0000"
    made.show_requests(())
    assert heard[-1] == ""
    made.show()
    made.show_requests(many)
    assert not made.grab().isNull()


@pytest.mark.parametrize(
    ("wish", "hours", "per_hour", "days"),
    [
        (Wish(), None, 0, 6),
        (Wish(starts="08:00", ends="16:00", times_a_day=20), Hours(time(8), time(16)), 3, 6),
        (Wish(starts="22:00", ends="02:00", times_a_day=4), Hours(time(22), time(2)), 1, 6),
        (Wish(times_a_day=1440), None, 60, 6),
        (Wish(first=date(2026, 11, 30), last=date(2026, 12, 1)), None, 0, 1),
        (Wish(first=date(2020, 1, 1), last=date(2020, 1, 2)), None, 0, 0),
        (Wish(starts="08:00"), Hours(time(8), time(0)), 0, 6),
    ],
)
def test_wishes_become_a_booking(wish: Wish, hours: Hours | None, per_hour: int, days: int) -> None:
    instant = datetime(2026, 11, 23, tzinfo=now().tzinfo)
    brief = RequestBrief(
        id="REQ-2026-0001",
        version=1,
        state=S.ACCEPTED,
        agency="dinkes",
        agency_name="Dinas Kesehatan",
        title="Posyandu",
        wish=wish,
        created_at=instant,
        updated_at=instant,
    )
    plan = planned(brief, ("tugu", "taman"), instant.date())
    assert (plan.hours, plan.per_hour, (plan.last - plan.first).days) == (hours, per_hour, days)
    assert plan.first >= instant.date()
    slot = plan.slot("slot-1", "list-1", instant)
    assert (slot.kind is SlotKind.INTERRUPT, slot.display_ids) == (per_hour > 0, ("tugu", "taman"))
