"""Why a wall did not show what it was to show: what it had told of the programme by then decides, not the newest."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from displayctl.api.absence import Verdict
from displayctl.api.models import Receipt, ReceiptStage
from displayctl.hub.absent_showings import NOT_TOLD
from displayctl.hub.clockwork import RECORDS_KEPT
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord, ShowingKind
from tests.displayctl.hub.test_absences import BEFORE, EVENING, MORNING, NOON, House, furnished, house, tell
from tests.fakes.simulated_player import SimulatedPlayer

__all__ = ["furnished", "house"]
HOUR = timedelta(hours=1)
Told = tuple[datetime, str, int]
"""When, which stage, and how many files are missing."""


def night(house: House, revision: int, *told: Told) -> None:
    """The wall tells this of a revision, and shows something else while the poster is booked."""
    with SimulatedPlayer(house.hub.url) as player:
        player.enrol(house.hub.client, "tugu")
        for at, stage, missing in told:
            house.clock.set(at)
            tell(player, {"type": "receipt", "revision": revision, "stage": stage, "missing_assets": missing})
        house.clock.set(NOON)
        at = EVENING + 3 * HOUR
        record = PlayRecord("r1", "tugu", ShowingKind.LOOP, at, at + HOUR / 60, revision, medium_id=house.other.id)
        assert player.send_records([play_record_to_dict(record)]).json()["accepted"] == 1


@pytest.mark.parametrize(
    ("told", "verdict", "detail"),
    [
        ([(EVENING + HOUR, "received", 3), (MORNING + HOUR, "on-air", 0)], Verdict.INCOMPLETE, "3"),
        ([(EVENING + 3 * HOUR, "on-air", 2), (MORNING + HOUR, "on-air", 0)], Verdict.INCOMPLETE, "2"),
        ([(EVENING, "refused", 0), (MORNING + HOUR, "on-air", 0)], Verdict.REFUSED, ""),
        ([(EVENING, "on-air", 0), (MORNING + HOUR, "on-air", 1)], Verdict.OTHERS_SHOWN, ""),
        ([(MORNING + HOUR, "on-air", 0)], Verdict.OTHERS_SHOWN, NOT_TOLD),
        ([(MORNING + HOUR, "received", 1), (MORNING + 2 * HOUR, "on-air", 0)], Verdict.INCOMPLETE, "1"),
    ],
)
def test_what_was_told_by_then_is_the_reason(house: House, told: list[Told], verdict: Verdict, detail: str) -> None:
    house.book("malam", "poster", "20:00-22:00")
    night(house, house.publish(), *told)
    found = house.why()
    assert (found.verdict, found.detail) == (verdict, detail)


def test_a_wall_that_showed_what_was_published_then_is_not_blamed_for_what_came_later(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00")
    revision = house.publish()
    house.clock.set(EVENING + 6 * HOUR)
    assert house.publish() > revision
    night(house, revision, (EVENING, "on-air", 0))
    assert house.why().verdict is Verdict.OTHERS_SHOWN


def test_of_a_night_that_is_not_kept_any_more_that_is_said(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00")
    house.publish()
    house.clock.set(MORNING + RECORDS_KEPT - HOUR)
    assert house.why().verdict is Verdict.AWAY
    house.clock.set(MORNING + RECORDS_KEPT)
    assert house.why().verdict is Verdict.NOT_KEPT


def test_only_what_changes_how_far_a_wall_is_makes_a_step_and_old_steps_go(house: House) -> None:
    storage = house.hub.services.storage
    told = (("received", 3), ("received", 2), ("received", 0), ("on-air", 0), ("on-air", 0))
    with storage.writing() as work:
        for number, (stage, missing) in enumerate(told):
            at = BEFORE + number * HOUR
            receipt = Receipt(display_id="tugu", revision=1, stage=ReceiptStage(stage), at=at, missing_assets=missing)
            work.publications.put_receipt(receipt)
        steps = work.publications.steps("tugu", 1)
        assert [step.at for step in steps] == [BEFORE, BEFORE + 2 * HOUR, BEFORE + 3 * HOUR]
        work.publications.forget_before(BEFORE + 3 * HOUR)
        assert [step.stage for step in work.publications.steps("tugu", 1)] == [ReceiptStage.ON_AIR]
