"""Warnings as the office has them: two feeds tell of one event, walls are in its way, and a person decides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from displayctl.api.warnings import Dismissal, ShownBy, WarningEnd, WarningState
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing
from displayctl.hub.feeds.warning import Circle, Severity, Urgency, Warning, WarningKind
from displayctl.hub.warnings.levels import proposed_level
from schedules.alert import AlertLevel
from schedules.position import Position
from tests.displayctl.hub.warnings.warning_office import (
    BATUI,
    CANCEL,
    LUWUK,
    START,
    UPDATE,
    Office,
    later,
    message,
)

# Two feeds, one event


def quake(identifier: str, source: str, seconds: int = 0, latitude: float = -1.2) -> Warning:
    return message(
        identifier,
        source,
        kind=WarningKind.QUAKE,
        onset=START - timedelta(seconds=seconds),
        polygons=(),
        circles=(Circle(latitude, 123.0, 80.0),),
    )


def test_one_quake_from_two_feeds_is_one_entry_that_lives_while_one_of_them_tells_it(office: Office) -> None:
    office.warnings.take("quakes", (quake("q1", "quakes"),), frozenset({"q1"}))
    office.warnings.take("cap", (quake("x9", "cap", seconds=40, latitude=-1.4),), frozenset({"x9"}))
    assert {office.only.source, *office.only.also_from} == {"quakes", "cap"}
    office.warnings.take("cap", (), frozenset())
    assert (office.only.state, office.only.source) == (WarningState.NEW, "quakes")
    office.warnings.take("quakes", (), frozenset())
    assert office.only.ended_why is WarningEnd.LEFT


def test_two_quakes_stay_two(office: Office) -> None:
    office.warnings.take("quakes", (quake("q1", "quakes"),))
    office.warnings.take("cap", (quake("x8", "cap", seconds=400), quake("x9", "cap", latitude=2.0)))
    assert len(office.warnings.listed()) == 3


def test_a_quake_that_its_feed_corrects_stays_one_entry_which_waits_for_a_person_again(office: Office) -> None:
    office.warnings.take("quakes", (quake("q1", "quakes"), quake("far", "quakes", seconds=500)))
    first = next(each for each in office.warnings.listed() if each.identifier == "q1")
    office.warnings.dismiss(first.id, Dismissal(reason="weak"))
    office.told.clear()
    revised = quake("q2", "quakes", seconds=20, latitude=-1.4)
    for _ in range(2):
        office.warnings.take("quakes", (revised, quake("far", "quakes", seconds=500)))
    (told,) = office.told
    assert (told.id, told.data["identifier"], told.data["updates"]) == (first.id, "q2", 1)
    assert told.data["state"] == "new"
    assert len(office.warnings.listed()) == 2


def test_a_correction_that_its_feed_takes_back_is_taken_back_here(office: Office) -> None:
    for identifier, seconds in (("q1", 0), ("q2", 20), ("q1", 0)):
        office.warnings.take("quakes", (quake(identifier, "quakes", seconds=seconds),))
        assert (office.only.identifier, office.only.state) == (identifier, WarningState.NEW)


def test_two_quakes_that_one_feed_tells_of_at_once_stay_two(office: Office) -> None:
    office.warnings.take("cap", (quake("x8", "cap"), quake("x9", "cap", seconds=20)))
    assert len(office.warnings.listed()) == 2


# Walls


def test_each_wall_is_matched_by_where_it_stands_and_one_without_a_place_is_said_to_be_unknown(office: Office) -> None:
    office.place_wall("batui", Position(-1.25, 122.5))
    office.place_wall("luwuk", LUWUK)
    office.place_wall("nowhere", None)
    office.warnings.take("nowcast", (message(),))
    assert (office.only.walls, office.only.unknown) == (("batui",), ("nowhere",))
    assert "Batui" in office.only.districts
    assert office.only.waits


def test_a_warning_for_another_province_concerns_nobody(office: Office) -> None:
    office.place_wall("nowhere", None)
    far = tuple((latitude - 7, longitude - 14) for latitude, longitude in BATUI)
    office.warnings.take("nowcast", (message(polygons=(far,)),))
    assert (office.only.walls, office.only.unknown, office.only.waits) == ((), (), False)


def test_a_wall_that_moves_is_matched_anew(office: Office) -> None:
    office.place_wall("tugu", LUWUK)
    office.warnings.take("nowcast", (message(),))
    assert office.only.walls == ()
    office.place_wall("tugu", Position(-1.25, 122.5))
    assert office.only.walls == ("tugu",)


# Decisions


def test_a_dismissed_warning_waits_again_once_its_source_changes_it(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.warnings.dismiss(office.only.id, Dismissal(reason="Hanya di laut", identifier="a"))
    assert office.only.state is WarningState.DISMISSED
    office.warnings.take("nowcast", (later(UPDATE, "b", "a", headline="Meluas ke darat"),))
    assert office.only.state is WarningState.NEW
    assert office.only.decision is not None
    assert (office.only.decision.reason, office.only.decision.overtaken) == ("Hanya di laut", True)


def test_nobody_dismisses_what_they_have_not_seen_or_what_is_shown(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.warnings.take("nowcast", (later(UPDATE, "b", "a"),))
    with pytest.raises(ChangedMeanwhile):
        office.warnings.dismiss(office.only.id, Dismissal(reason="tidak perlu", identifier="a"))
    office.raise_alert("alert-1")
    office.warnings.shown(office.only.id, ShownBy(alert_id="alert-1"))
    with pytest.raises(ChangedMeanwhile, match="shown already"):
        office.warnings.dismiss(office.only.id, Dismissal(reason="tidak perlu", identifier="b"))


def test_a_cancelled_warning_that_is_on_the_walls_asks_for_its_correction_until_it_is_off(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.raise_alert("alert-1")
    office.warnings.shown(office.only.id, ShownBy(alert_id="alert-1"))
    assert (office.only.state, office.only.correction_due) == (WarningState.SHOWN, False)
    office.warnings.take("nowcast", (later(CANCEL, "c", "a"),))
    assert office.only.correction_due
    office.raise_alert("alert-2", supersedes=("alert-1",))
    office.raise_alert("alert-3", supersedes=("alert-2",))
    assert office.only.correction_due, "what was updated twice is on the walls"
    assert office.only.decision is not None
    assert office.only.decision.alert_id == "alert-3"
    office.raise_alert("alert-4", supersedes=("alert-3",), kind="ended")
    assert not office.only.correction_due, "the word that it is over needs none"
    office.raise_alert("alert-4", supersedes=("alert-3",), corrects="alert-3")
    assert not office.only.correction_due, "the correction itself needs none"


def test_an_alert_that_ended_before_the_warning_is_said_to_stand_no_more(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.raise_alert("alert-1")
    office.warnings.shown(office.only.id, ShownBy(alert_id="alert-1"))
    assert office.only.decision is not None
    assert office.only.decision.standing
    office.clock.push(timedelta(hours=2))
    assert (office.only.state, office.only.decision.standing) == (WarningState.SHOWN, False)


def test_only_an_alert_that_the_hub_carries_shows_a_warning(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    with pytest.raises(NoSuchThing):
        office.warnings.shown(office.only.id, ShownBy(alert_id="no-such-alert"))
    with pytest.raises(NoSuchThing):
        office.warnings.one("no-such-warning")


def test_what_waits_stands_above_what_was_decided_and_what_is_over(office: Office) -> None:
    office.place_wall("batui", Position(-1.25, 122.5))
    severe = message("severe", severity=Severity.SEVERE)
    over = message("over", minutes=-200)
    office.warnings.take("nowcast", (message("a"), severe, over, message("gone")))
    gone = next(each for each in office.warnings.listed() if each.identifier == "gone")
    office.warnings.dismiss(gone.id, Dismissal(reason="tidak perlu"))
    assert [each.identifier for each in office.warnings.listed()] == ["severe", "a", "gone", "over"]


def test_awas_is_proposed_for_what_is_extreme_and_near_and_never_for_a_quake() -> None:
    extreme = message(severity=Severity.EXTREME, urgency=Urgency.IMMEDIATE)
    assert proposed_level(extreme) is AlertLevel.AWAS
    assert proposed_level(message(severity=Severity.EXTREME, urgency=Urgency.FUTURE)) is AlertLevel.SIAGA
    assert proposed_level(message()) is AlertLevel.WASPADA
    shaken = message(kind=WarningKind.QUAKE, severity=Severity.EXTREME, urgency=Urgency.IMMEDIATE)
    assert proposed_level(shaken) is AlertLevel.SIAGA
