"""What becomes of an alert on a wall is said once, in order, and again until the hub has noted it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from player.alert_reports import AlertReports
from player.standing import Gone
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
FRAME = "ab" * 32


class Told:
    """Reports on a clock that is pushed, and what they said."""

    def __init__(self) -> None:
        self.clock = PushedClock(NOON)
        self.said: list[dict[str, Any]] = []
        self.reports = AlertReports(self.said.append, self.clock)

    def stand(self, *standing: str, **gone: Gone) -> None:
        self.reports.stand(standing, gone, self.clock.now())

    def see(self, alert_id: str) -> None:
        self.reports.seen(alert_id, self.clock.now())

    def push(self, seconds: float) -> None:
        self.clock.push(timedelta(seconds=seconds))
        self.reports.tick()

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return [(message["type"].removeprefix("alert-"), message["alert_id"]) for message in self.said]

    def note_all(self) -> None:
        for message in self.said:
            self.reports.noted(message["id"])
        self.said.clear()


@pytest.fixture
def told() -> Told:
    return Told()


def test_received_shown_with_its_frame_and_ended(told: Told) -> None:
    told.stand("banjir")
    told.stand("banjir")
    told.see("banjir")
    told.see("banjir")
    told.reports.painted("banjir", FRAME)
    told.reports.painted("banjir", "cd" * 32)
    assert told.kinds == [("received", "banjir"), ("shown", "banjir"), ("shown", "banjir")]
    assert [message.get("frame") for message in told.said] == [None, "", FRAME]
    told.note_all()
    told.stand(banjir=Gone.SUPERSEDED)
    assert told.said == [], "it is on the wall until something else is"
    told.see("ralat")
    assert told.said[0] | {"id": ""} == {
        "type": "alert-ended",
        "id": "",
        "alert_id": "banjir",
        "at_ms": 1795320000000,
        "why": "superseded",
    }


def test_what_ended_while_the_player_was_off_is_said_to_have_and_what_stands_is_said_again(told: Told) -> None:
    told.reports.kept(("banjir", "gempa"))
    told.stand("gempa", banjir=Gone.EXPIRED, api=Gone.EXPIRED)
    told.stand("gempa", banjir=Gone.EXPIRED, api=Gone.EXPIRED)
    assert told.kinds == [("received", "gempa"), ("ended", "banjir")]
    assert told.said[1]["why"] == "expired"


def test_one_that_never_was_on_the_wall_ends_at_once(told: Told) -> None:
    told.stand("banjir", "gempa")
    told.note_all()
    told.stand("gempa", banjir=Gone.EXPIRED)
    assert [message["why"] for message in told.said] == ["expired"]
    told.stand("gempa", banjir=Gone.EXPIRED)
    assert len(told.said) == 1


def test_one_that_comes_back_is_told_of_anew(told: Told) -> None:
    told.stand("banjir")
    told.stand()
    told.stand("banjir")
    assert told.kinds == [("received", "banjir"), ("ended", "banjir"), ("received", "banjir")]


def test_what_was_not_noted_is_said_again_with_growing_pauses_and_on_a_new_link(told: Told) -> None:
    told.stand("banjir")
    told.push(2)
    assert len(told.said) == 1
    told.push(1)
    told.push(3)
    assert len(told.said) == 2
    told.push(3)
    assert len(told.said) == 3
    told.reports.connected()
    assert len(told.said) == 4
    told.push(3)
    assert len(told.said) == 5
    assert len({message["id"] for message in told.said}) == 1
    told.note_all()
    told.reports.connected()
    told.push(600)
    assert told.said == []


def test_a_digest_before_the_first_sight_is_told_with_it(told: Told) -> None:
    told.stand("banjir")
    told.reports.painted("banjir", FRAME)
    told.reports.painted("tiada", FRAME)
    told.see("banjir")
    assert [message.get("frame") for message in told.said] == [None, FRAME]


def test_memory_is_bounded(told: Told) -> None:
    for number in range(700):
        told.stand(f"alert-{number}")
    told.said.clear()
    told.reports.connected()
    assert len(told.said) == 256
