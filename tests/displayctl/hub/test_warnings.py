"""Warnings as events: whatever order messages come in, one entry that tells the truth, until a person decides."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from content.places.gazetteer import Gazetteer
from displayctl.api.models import Event, PartKind
from displayctl.api.warnings import Dismissal, ShownBy, WarningBrief, WarningEnd, WarningState
from displayctl.hub.bus import Bus
from displayctl.hub.database import open_database
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing
from displayctl.hub.feeds.warning import (
    Circle,
    MessageKind,
    Reference,
    Severity,
    Urgency,
    Warning,
    WarningKind,
)
from displayctl.hub.storage import Storage
from displayctl.hub.warnings.levels import proposed_level
from displayctl.hub.warnings.service import Warnings
from schedules.alert import Alert, AlertLevel
from schedules.codec import alert_to_dict, display_to_dict
from schedules.position import Position
from tests.builders import alert, wall
from tests.fakes.clock import PushedClock

START = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
PLACES = Gazetteer.load()
LUWUK = Position(-0.951, 122.787)
BATUI = ((-1.05, 122.40), (-1.05, 122.60), (-1.35, 122.60), (-1.35, 122.40), (-1.05, 122.40))


class Office:
    """The service on a real database, with a clock to be pushed and what it told."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.bus, self.told = PushedClock(START), Bus(), list[Event]()
        self.storage = Storage(open_database(folder / "hub.sqlite", folder, self.clock), self.bus, self.clock)
        self.carried: list[Alert] = []
        self.warnings = Warnings(self.storage, self.bus, PLACES, lambda: tuple(self.carried))
        self.bus.listen(self.told.append)

    def place_wall(self, id: str, position: Position | None) -> None:
        with self.storage.writing() as work:
            display = display_to_dict(wall(id, position=position))
            work.parts.put(PartKind.DISPLAY, id, id, display, now=work.now, by="")
            work.tell(Event(kind="display", id=id))
            work.commit()

    def raise_alert(self, id: str, **changes: Any) -> None:
        """Another one in the place of what was carried before, which the tables know too."""
        self.carried = [alert(id, issued_at=START, effective=START, expires=START + timedelta(hours=2), **changes)]
        with self.storage.writing() as work:
            work.alerts.raise_alert(id, alert_to_dict(self.carried[0]), work.now)
            work.commit()

    @property
    def only(self) -> WarningBrief:
        (found,) = self.warnings.listed()
        return found


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once to be copied: the migrations cost more than the tests."""
    folder = tmp_path_factory.mktemp("tables")
    open_database(folder / "hub.sqlite", folder, PushedClock(START)).dispose()
    return folder / "hub.sqlite"


@pytest.fixture
def office(tables: Path, tmp_path: Path) -> Iterator[Office]:
    shutil.copy(tables, tmp_path)
    made = Office(tmp_path)
    yield made
    made.storage.close()


def message(identifier: str = "a", source: str = "nowcast", minutes: int = 0, **changes: Any) -> Warning:
    sent = START + timedelta(minutes=minutes)
    fields: dict[str, Any] = {
        "sent": sent,
        "effective": sent,
        "expires": sent + timedelta(hours=3),
        "kind": WarningKind.RAIN,
        "event": "Hujan Lebat",
        "headline": "Hujan lebat di Batui",
        "severity": Severity.MODERATE,
        "attribution": "BMKG",
        "polygons": (BATUI,),
    }
    return Warning(source, identifier, **{**fields, **changes})


def later(kind: MessageKind, identifier: str, *named: str, minutes: int = 10, **changes: Any) -> Warning:
    """A message of `kind` about those named."""
    references = tuple(Reference(name) for name in named)
    return message(identifier, minutes=minutes, message=kind, references=references, **changes)


UPDATE, CANCEL = MessageKind.UPDATE, MessageKind.CANCEL


# Life


def test_the_same_message_again_is_no_news(office: Office) -> None:
    for _ in range(3):
        office.warnings.take("nowcast", (message(),))
    assert office.only.state is WarningState.NEW
    assert [event.kind for event in office.told] == ["warning"]


def test_an_update_goes_on_with_the_same_entry_and_a_cancel_ends_it(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    first = office.only
    office.warnings.take("nowcast", (later(UPDATE, "b", "a", headline="Hujan meluas"),))
    assert (office.only.id, office.only.headline, office.only.updates) == (first.id, "Hujan meluas", 1)
    office.warnings.take("nowcast", (later(CANCEL, "c", "a", "b", minutes=20),))
    assert (office.only.state, office.only.ended_why) == (WarningState.OVER, WarningEnd.CANCELLED)


def chain() -> tuple[Warning, ...]:
    return message(), later(UPDATE, "b", "a"), later(UPDATE, "c", "a", "b", minutes=20, headline="Terakhir")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_updates_in_any_order_of_arrival_come_to_the_newest(office: Office, order: tuple[int, ...]) -> None:
    for at in order:
        office.warnings.take("nowcast", (chain()[at],))
    assert (office.only.state, office.only.headline) == (WarningState.NEW, "Terakhir")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_cancel_in_any_order_of_arrival_leaves_nothing_to_show(office: Office, order: tuple[int, ...]) -> None:
    three = (message(), later(UPDATE, "b", "a"), later(CANCEL, "c", "a", "b", minutes=20))
    for at in order:
        office.warnings.take("nowcast", (three[at],))
    assert [each for each in office.warnings.listed() if each.state is not WarningState.OVER] == []


def test_an_update_that_was_cancelled_with_what_it_names_does_not_bring_it_back(office: Office) -> None:
    office.warnings.take("nowcast", (later(CANCEL, "c", "a", minutes=20),))
    office.warnings.take("nowcast", (later(UPDATE, "b", "a", minutes=10),))
    assert office.only.state is WarningState.OVER
    office.warnings.take("nowcast", (later(UPDATE, "d", "a", minutes=30),))
    assert office.only.state is WarningState.NEW, "what is newer than the cancellation holds"


def test_what_another_sender_takes_back_stays(office: Office) -> None:
    office.warnings.take("cap", (message(source="cap", sender="bmkg"),))
    stranger = Reference("a", sender="somebody-else")
    wrong = message("c", "cap", minutes=5, message=CANCEL, references=(stranger,))
    office.warnings.take("cap", (wrong,))
    assert office.only.state is WarningState.NEW


def test_what_leaves_its_sources_list_is_over_and_may_come_back(office: Office) -> None:
    both = (message("a"), message("b"))
    office.warnings.take("nowcast", both, frozenset({"a", "b"}))
    office.warnings.take("nowcast", (), frozenset({"b"}))
    ends = {each.identifier: each.ended_why for each in office.warnings.listed()}
    assert ends == {"a": WarningEnd.LEFT, "b": None}
    office.warnings.take("nowcast", (), frozenset({"a", "b"}))
    assert {each.state for each in office.warnings.listed()} == {WarningState.NEW}


def test_one_feeds_list_says_nothing_about_another_feed(office: Office) -> None:
    office.warnings.take("nowcast", (message("a"),), frozenset({"a"}))
    office.warnings.take("other", (), frozenset())
    assert office.only.state is WarningState.NEW


def test_its_time_ends_it_and_is_told(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.warnings.sweep()
    office.told.clear()
    office.clock.push(timedelta(hours=3))
    office.warnings.sweep()
    assert (office.only.state, office.only.ended_why) == (WarningState.OVER, WarningEnd.EXPIRED)
    assert [(event.kind, event.data["state"]) for event in office.told] == [("warning", "over")]
    office.told.clear()
    office.warnings.sweep()
    assert office.told == []


@pytest.mark.parametrize("end", ["cancelled", "left"])
def test_what_its_source_has_ended_is_not_told_again_when_its_time_is_up(office: Office, end: str) -> None:
    office.warnings.take("nowcast", (message(),), frozenset({"a"}))
    office.warnings.sweep()
    office.told.clear()
    if end == "left":
        office.warnings.take("nowcast", (), frozenset())
    else:
        office.warnings.take("nowcast", (later(CANCEL, "b", "a"),))
    assert len(office.told) == 1
    office.clock.push(timedelta(hours=3))
    office.warnings.sweep()
    assert len(office.told) == 1
    assert office.only.ended_why == end


def test_what_is_old_is_let_go(office: Office) -> None:
    office.warnings.take("nowcast", (message(),))
    office.clock.push(timedelta(days=401))
    office.warnings.sweep()
    assert office.warnings.listed() == ()


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


# Any order at all


@pytest.fixture(scope="module")
def archive(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("archive")
    shutil.copy(tables, folder)
    made = Office(folder)
    yield made
    made.storage.close()


@settings(max_examples=20, deadline=None, phases=(Phase.generate,), derandomize=True)
@given(data=st.data())
def test_any_history_in_any_order_with_repeats_ends_as_its_newest_message_says(
    archive: Office, data: st.DataObject
) -> None:
    length, cancelled = data.draw(st.integers(1, 4)), data.draw(st.booleans())
    source = f"feed-{data.draw(st.uuids())}"
    names = [f"{source}-{number}" for number in range(length)]
    told = [message(names[0], source)]
    told += [later(UPDATE, names[n], *names[:n], source=source, minutes=n) for n in range(1, length)]
    if cancelled:
        told.append(later(CANCEL, f"{source}-end", *names, source=source, minutes=length))
    for each in data.draw(st.permutations(told + data.draw(st.lists(st.sampled_from(told), max_size=3)))):
        archive.warnings.take(source, (each,))
    found = [each for each in archive.warnings.listed() if each.source == source]
    with archive.storage.writing() as work:  # or each history would make the next one slower
        work.warnings.forget_before(work.now + timedelta(days=30))
        work.commit()
    live = [each.identifier for each in found if each.state is not WarningState.OVER]
    assert live == ([] if cancelled else [names[-1]])
