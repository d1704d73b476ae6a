"""Warnings that the hub shows by itself: only where people let it, only what nobody has decided, and as codes alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from content.delivery.auto_card import CardEvent, unpack_card
from content.delivery.roles import AUTO
from content.delivery.trust import Trust
from content.places.gazetteer import Gazetteer
from displayctl.api.models import PartKind
from displayctl.api.warnings import Dismissal
from displayctl.hub.bus import Bus
from displayctl.hub.carriage import Carriage
from displayctl.hub.database import open_database
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.feeds.warning import Circle, Geocode, Severity, Urgency, Warning, WarningKind
from displayctl.hub.roll import Roll
from displayctl.hub.storage import Storage
from displayctl.hub.warnings.auto import AutoWarnings
from displayctl.hub.warnings.service import Warnings
from player.auto_cards import AutoCards
from player.events import Event
from schedules.alert import AlertLevel
from schedules.codec import display_to_dict
from schedules.display import Display
from tests.builders import wall
from tests.content.delivery.ground import GOOD, NOON, Ground
from tests.content.delivery.test_hub_cards import switch

PLACES = Gazetteer.load()
LUWUK = next(each for each in PLACES.districts if each.name == "Luwuk")
BOX = tuple(
    (LUWUK.latitude + north, LUWUK.longitude + east)
    for north, east in ((-0.02, -0.02), (-0.02, 0.02), (0.02, 0.02), (0.02, -0.02), (-0.02, -0.02))
)
TUGU = wall("tugu", position=LUWUK.position)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


class House:
    """A hub with warnings and one wall in Luwuk; `player` is what stands behind that wall."""

    def __init__(self, folder: Path, database: Path) -> None:
        self.ground = Ground(folder)
        self.ground.publish(GOOD)
        shutil.copy(database, folder / "hub.sqlite")
        bus, dispatch, clock = Bus(), Dispatch(), self.ground.clock
        self.storage = Storage(open_database(folder / "hub.sqlite", folder, clock), bus, clock)
        roll = Roll(self.storage, dispatch, bus, clock)
        carriage = Carriage(self.ground.repository, dispatch, self.storage, roll)
        self.warnings = Warnings(self.storage, bus, PLACES, tuple)
        self.auto = AutoWarnings(self.storage, self.ground.repository, carriage, PLACES)
        self.player: Trust = self.ground.player()
        self.told: list[Event] = []
        self.cards = AutoCards(folder, self.told.append, lambda: False)
        with self.storage.writing() as work:
            work.parts.put(PartKind.DISPLAY, "tugu", "tugu", display_to_dict(TUGU), now=work.now, by="")
            work.commit()

    def shown(self, display: Display = TUGU) -> list[tuple[str, AlertLevel]]:
        """The alerts that the wall makes of what the hub publishes now."""
        self.ground.clock.push(timedelta(seconds=1))
        self.auto.tick()
        self.player.admit(self.ground.bundle(), "tugu")
        documents = [each for each in self.player.last_known_good().documents if each.role == AUTO]
        found = self.cards.alerts(documents, display, self.player.now())
        return sorted((live.alert.kind, live.alert.level) for live in found)

    def document(self) -> bytes:
        (document,) = (each for each in self.player.last_known_good().documents if each.role == AUTO)
        return document.content


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    from tests.fakes.clock import PushedClock

    open_database(folder / "hub.sqlite", folder, PushedClock(NOON)).dispose()
    return folder / "hub.sqlite"


@pytest.fixture
def house(tmp_path: Path, database: Path) -> Iterator[House]:
    made = House(tmp_path, database)
    yield made
    made.storage.close()


def message(identifier: str = "a", **changes: Any) -> Warning:
    fields: dict[str, Any] = {
        "sent": NOON,
        "effective": NOON,
        "expires": NOON + 2 * HOUR,
        "kind": WarningKind.RAIN,
        "event": "Hujan Lebat",
        "headline": "Kata-kata siapa pun",
        "severity": Severity.SEVERE,
        "attribution": "BMKG",
        "polygons": (BOX,),
    }
    return Warning("nowcast", identifier, **{**fields, **changes})


def test_nothing_leaves_the_hub_before_people_have_let_it(house: House) -> None:
    house.warnings.take("nowcast", [message()])
    assert house.shown() == []
    assert house.ground.repository.current(AUTO) is None
    switch(house.ground, on=True)
    assert house.shown() == [("auto-rain", AlertLevel.SIAGA)]
    assert b"Kata-kata" not in house.document()
    switch(house.ground, on=False)
    assert house.shown() == []


def test_each_kind_comes_by_the_way_it_tells_where_it_holds(house: House) -> None:
    switch(house.ground, on=True)
    quake = message(
        "q",
        kind=WarningKind.QUAKE,
        onset=NOON - 5 * MINUTE,
        severity=Severity.EXTREME,
        urgency=Urgency.IMMEDIATE,
        polygons=(),
        circles=(Circle(LUWUK.latitude, LUWUK.longitude, 40.0),),
    )
    coded = message("c", kind=WarningKind.FLOOD, polygons=(), geocodes=(Geocode("adm3", LUWUK.code),))
    storm = message("s", kind=WarningKind.THUNDERSTORM, severity=Severity.EXTREME, urgency=Urgency.EXPECTED)
    house.warnings.take("nowcast", [quake, coded, storm])
    assert house.shown() == [
        ("auto-flood", AlertLevel.SIAGA),
        ("auto-quake", AlertLevel.SIAGA),
        ("auto-thunderstorm", AlertLevel.AWAS),
    ]
    assert house.told == []


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": WarningKind.TSUNAMI},
        {"kind": WarningKind.OTHER},
        {"operator_only": True},
        {"attribution": "Dinas"},
        {"sent": NOON - 7 * HOUR},
        {"sent": NOON + 6 * MINUTE},
        {"polygons": ()},
        {"polygons": (), "circles": (Circle(50.0, 4.0, 5.0),)},
    ],
)
def test_what_is_for_people_stays_with_people(house: House, changes: dict[str, Any]) -> None:
    switch(house.ground, on=True)
    house.warnings.take("nowcast", [message(**changes)])
    assert house.shown() == []
    assert house.told == []


def test_what_people_have_dismissed_or_what_is_over_goes(house: House) -> None:
    switch(house.ground, on=True)
    house.warnings.take("nowcast", [message()])
    assert len(house.shown()) == 1
    assert unpack_card(house.document()).event is CardEvent.RAIN
    (brief,) = house.warnings.listed()
    house.warnings.dismiss(brief.id, Dismissal(reason="sudah reda", identifier="a"))
    assert house.shown() == []
    house.warnings.take("nowcast", [message("b")])
    assert len(house.shown()) == 1
    house.ground.clock.push(3 * HOUR)
    assert house.shown() == []


def test_a_warning_that_is_too_large_for_a_card_and_the_seventeenth_are_left_to_people(house: House) -> None:
    switch(house.ground, on=True)
    fine = tuple((BOX[n // 900][0] + n / 1e6, BOX[n // 900][1] + n / 1e6) for n in range(3_600))
    house.warnings.take("nowcast", [message("large", polygons=((*fine, fine[0]),))])
    house.warnings.take("nowcast", [message(str(n), expires=NOON + HOUR + n * MINUTE) for n in range(17)])
    assert len(house.shown()) in (15, 16)  # the large one may be among the sixteen that were looked at


def test_the_same_told_under_two_names_is_one_on_the_wall(house: House) -> None:
    switch(house.ground, on=True)
    house.warnings.take("nowcast", [message("satu"), message("dua")])
    assert len(house.shown()) == 1
