"""What needs a person, by what is known and by what that person may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from displayctl.api.accounts import Role
from displayctl.api.approvals import Submission, SubmissionState
from displayctl.api.emergencies import Missing
from displayctl.api.feeds import FeedHealth, FeedInfo, FeedKind, FeedSettings
from displayctl.api.incidents import DrillStatus
from displayctl.api.models import AlertInfo, Enrolment, MediumInfo, MediumKind, MediumState, PlayerState
from displayctl.api.wall_health import WallHealth
from displayctl.desk.ceremonies import Renewal
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.need import Need, Urgency, in_order
from displayctl.desktop.presenters.needs import Facts, needs_of
from displayctl.desktop.presenters.needs_of_plans import PlanFacts, Unpublished, difference
from displayctl.desktop.presenters.needs_of_the_office import OfficeFacts
from displayctl.desktop.presenters.needs_of_walls import WallFacts
from displayctl.desktop.presenters.outlook import Empty
from displayctl.desktop.presenters.validity import end_of
from displayctl.desktop.presenters.wall_tiles import Known, alerts_by_wall, tile_of, worst_first
from displayctl.desktop.presenters.words import date_short
from tests.builders import at, every_day, playlist, programme, slot, span, wall

NOW = at("2026-11-22 09:00")
EVERYTHING = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Holds:
    """One who holds these roles, for every group or for one."""

    roles: frozenset[Role] = EVERYTHING
    only: str = ""

    def may(self, *roles: Role, group: str = "") -> bool:
        return bool(self.roles & set(roles)) and (not group or self.only in ("", group))


def player(id: str = "tugu", **changes: Any) -> PlayerState:
    fields: dict[str, Any] = {"device_id": "d" * 64, "connected": True, "last_seen": NOW}
    return PlayerState(display_id=id, **{**fields, **changes})


def walls(*players: PlayerState, health: tuple[str, ...] = (), **more: Any) -> WallFacts:
    """Facts of the walls of these players; `health` are warnings about each of them."""
    displays = tuple(wall(each.display_id) for each in players)
    standing = alerts_by_wall(more.get("alerts", ()))
    tiles = worst_first(
        tile_of(
            display,
            Known(each, WallHealth(display_id=display.id, warnings=health), standing.get(display.id, ()), None),
            NOW,
            str,
        )
        for display, each in zip(displays, players, strict=True)
    )
    return WallFacts(displays, tiles, {each.display_id: each for each in players}, **more)


def submission(state: SubmissionState = SubmissionState.OPEN, **changes: Any) -> Submission:
    fields: dict[str, Any] = {
        "id": "s1",
        "group": "utama",
        "by": "Ayu",
        "reference": "Surat 12",
        "submitted_at": NOW - timedelta(hours=2),
        "revision": 5,
        "digest": "0" * 64,
        "state": state,
        "needed": 2,
    }
    return Submission(**{**fields, **changes})


def medium(id: str, state: MediumState = MediumState.READY, **changes: Any) -> MediumInfo:
    times = {"created_at": NOW, "updated_at": NOW}
    return MediumInfo(id=id, title=id.title(), kind=MediumKind.PICTURE, state=state, version=1, **times, **changes)


def feed(silent: bool = True, enabled: bool = True) -> FeedInfo:
    settings = FeedSettings(id="bmkg", kind=FeedKind.CAP, name="BMKG", address="https://x", enabled=enabled)
    return FeedInfo(settings=settings, health=FeedHealth(silent=silent, last_good_at=NOW - timedelta(hours=3)))


def alert(*missing: str, drill: bool = False) -> AlertInfo:
    value = {"headline": "Banjir", "drill": drill}
    silent = dict.fromkeys(missing, Missing.SILENT)
    return AlertInfo(id="a", value=value, live=True, walls=("tugu",), missing=silent)


def enrolment() -> Enrolment:
    return Enrolment(device_id="e", code="BCDF-GHJK", host_name="tugu-pc", version="1", asked_at=NOW)


def facts(rights: Holds | None = None, **parts: Any) -> Facts:
    return Facts(now=NOW, rights=rights or Holds(), **parts)


EMPTY = Empty("tugu", "Tugu", span("2026-11-24 13:00", "2026-11-24 15:00"), timedelta(hours=12))
LATE = Renewal("targets", NOW - timedelta(days=1), due=True, late=True)
DUE = Renewal("targets", NOW + timedelta(days=9), due=True, late=False)
FINE = Renewal("root", NOW + timedelta(days=900), due=False, late=False)

AWAY = player(connected=False, last_seen=NOW - timedelta(hours=1))
CASES: dict[str, tuple[Facts, list[tuple[str, Urgency, Place]]]] = {
    "all is well": (facts(walls=walls(player())), []),
    "a wall is away": (
        facts(walls=walls(AWAY)),
        [("away/tugu", Urgency.NOW, Place("walls", "tugu"))],
    ),
    "a wall that is away for a moment": (
        facts(walls=walls(player(connected=False, last_seen=NOW - timedelta(minutes=1)))),
        [],
    ),
    "a wall that nobody has paired": (
        facts(walls=walls(player(device_id="", connected=False))),
        [("unpaired", Urgency.LATER, Place("walls", "tugu"))],
    ),
    "a player that waits": (
        facts(walls=walls(player(), enrolments=(enrolment(),))),
        [("enrolment/e", Urgency.SOON, Place("walls", "BCDF-GHJK", Deed.PAIR))],
    ),
    "a wall with a fault": (
        facts(walls=walls(player(faults=("too hot",)))),
        [("trouble/tugu", Urgency.SOON, Place("walls", "tugu", Deed.HEALTH))],
    ),
    "a wall with a warning of its health": (
        facts(walls=walls(player(), health=("the disk wears out",))),
        [("trouble/tugu", Urgency.SOON, Place("walls", "tugu", Deed.HEALTH))],
    ),
    "an emergency that a wall misses": (
        facts(walls=walls(player(), alerts=(alert("tugu"),))),
        [("alert-missing/a", Urgency.NOW, Place("", deed=Deed.EMERGENCY))],
    ),
    "a drill that a wall misses": (facts(walls=walls(player(), alerts=(alert("tugu", drill=True),))), []),
    "hours without a booking": (
        facts(walls=walls(player(), empties=(EMPTY,))),
        [("empty/tugu", Urgency.LATER, Place("schedule", "tugu", Deed.WEEK, date(2026, 11, 24)))],
    ),
    "a draft to approve": (
        facts(plans=PlanFacts(submissions=(submission(),), signers=frozenset({"Sekar"}))),
        [("approve/s1", Urgency.SOON, Place("approvals", "s1"))],
    ),
    "a draft that everybody here has signed": (
        facts(plans=PlanFacts(submissions=(submission(signed_by=("Sekar",)),), signers=frozenset({"Sekar"}))),
        [],
    ),
    "a draft of another group": (
        facts(Holds(only="barat"), plans=PlanFacts(submissions=(submission(),), signers=frozenset({"Sekar"}))),
        [],
    ),
    "my draft came back": (
        facts(
            plans=PlanFacts(
                submissions=(submission(SubmissionState.REJECTED, decided_at=NOW, decided_by="Sekar", reason="Logo"),),
                mine=frozenset({"Ayu"}),
            )
        ),
        [("back/s1", Urgency.SOON, Place("approvals", "s1"))],
    ),
    "another one's draft came back": (
        facts(plans=PlanFacts(submissions=(submission(SubmissionState.REJECTED, decided_at=NOW),))),
        [],
    ),
    "my draft came back, and was handed in anew": (
        facts(
            plans=PlanFacts(
                submissions=(
                    submission(id="s2", submitted_at=NOW),
                    submission(SubmissionState.REJECTED, decided_at=NOW - timedelta(hours=1)),
                ),
                mine=frozenset({"Ayu"}),
            )
        ),
        [],
    ),
    "a medium that failed": (
        facts(plans=PlanFacts(media=(medium("rusak", MediumState.FAILED, message="it is damaged"),))),
        [("failed/rusak", Urgency.SOON, Place("library", "rusak"))],
    ),
    "a medium in a playlist that ends soon": (
        facts(
            plans=PlanFacts(
                media=(medium("p", expires_at=NOW + timedelta(days=3)), medium("q", expires_at=NOW)),
                playlists=(playlist("p", "p", "q"),),
            )
        ),
        [
            ("media-ended", Urgency.LATER, Place("library", "q")),
            ("media-ending/p", Urgency.LATER, Place("library", "p")),
        ],
    ),
    "a medium that ended long ago": (
        facts(
            plans=PlanFacts(media=(medium("p", expires_at=NOW - timedelta(days=30)),), playlists=(playlist("p", "p"),))
        ),
        [],
    ),
    "a medium that nobody plays ends soon": (
        facts(plans=PlanFacts(media=(medium("p", expires_at=NOW + timedelta(days=3)),))),
        [],
    ),
    "a booking of weeks that ends soon": (
        facts(plans=PlanFacts(slots=(slot("lama", "p", recurrence=every_day(date(2026, 10, 1), date(2026, 11, 25))),))),
        [("booking-ending/lama", Urgency.LATER, Place("schedule", "lama", day=date(2026, 11, 25)))],
    ),
    "a booking of a day": (
        facts(plans=PlanFacts(slots=(slot("sehari", "p", recurrence=every_day(last=date(2026, 11, 23))),))),
        [],
    ),
    "a draft that is not on air": (
        facts(plans=PlanFacts(unpublished=(Unpublished("utama", 2),))),
        [("unpublished/utama", Urgency.LATER, Place("publish", "utama"))],
    ),
    "a draft that is not on air and was handed in": (
        facts(plans=PlanFacts(unpublished=(Unpublished("utama", 2),), submissions=(submission(),))),
        [],
    ),
    "a feed that is silent": (
        facts(office=OfficeFacts(feeds=(feed(), feed(enabled=False)))),
        [("feed/bmkg", Urgency.NOW, Place("warnings", deed=Deed.FEEDS))],
    ),
    "the drill is overdue": (
        facts(office=OfficeFacts(drill=DrillStatus(month="2026-11", overdue=True))),
        [("drill", Urgency.SOON, Place("", deed=Deed.DRILL))],
    ),
    "signatures": (
        facts(office=OfficeFacts(renewals=(LATE, FINE), ceremonies=1)),
        [("signatures-late", Urgency.NOW, Place("keys")), ("ceremonies", Urgency.LATER, Place("keys"))],
    ),
    "signatures that end soon": (
        facts(office=OfficeFacts(renewals=(DUE, FINE))),
        [("signatures-due", Urgency.SOON, Place("keys"))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_matter_is_told_with_its_urgency_and_the_place_where_it_is_dealt_with(case: str) -> None:
    told, wanted = CASES[case]
    assert [(need.key, need.urgency, need.place) for need in needs_of(told)] == wanted
    assert all(need.sentence[0].isupper() or need.sentence[0] == "“" for need in needs_of(told))


@pytest.mark.parametrize("case", CASES)
def test_who_may_only_look_is_asked_for_nothing_but_to_ring_somebody(case: str) -> None:
    told, _ = CASES[case]
    needs = needs_of(replace(told, rights=Holds(frozenset({Role.VIEWER}))))
    assert all(need.key.startswith(("away", "trouble", "alert-missing", "back")) for need in needs)
    assert all(need.place.deed in (Deed.LOOK, Deed.HEALTH) for need in needs)


def test_what_is_urgent_comes_first_and_a_matter_is_told_once() -> None:
    def need(key: str, urgency: Urgency) -> Need:
        return Need(key, urgency, key, "", Place("walls"))

    mixed = [need("c", Urgency.LATER), need("a", Urgency.NOW), need("b", Urgency.SOON), need("a", Urgency.NOW)]
    assert [each.key for each in in_order(mixed)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (lambda ids: facts(walls=walls(*(replace_id(AWAY, each) for each in ids))), "away"),
        (lambda ids: facts(walls=walls(*(player(each, faults=("panas",)) for each in ids))), "trouble"),
        (
            lambda ids: facts(walls=walls(*map(player, ids), empties=tuple(replace(EMPTY, display_id=i) for i in ids))),
            "empty",
        ),
        (lambda ids: facts(plans=PlanFacts(media=tuple(medium(each, MediumState.FAILED) for each in ids))), "failed"),
    ],
    ids=["away", "in trouble", "empty", "failed"],
)
def test_many_of_a_kind_are_one_line(made: Callable[[list[str]], Facts], key: str) -> None:
    needs = needs_of(made([f"wall-{number}" for number in range(9)]))
    assert [need.key for need in needs] == [key]
    assert "9" in needs[0].sentence


def test_the_last_day_of_a_medium_is_the_one_that_was_picked() -> None:
    """It ends at the midnight after that day."""
    ends = end_of(date(2026, 11, 25))
    plans = PlanFacts(media=(medium("p", expires_at=ends),), playlists=(playlist("p", "p"),))
    (need,) = needs_of(facts(plans=plans))
    assert date_short(date(2026, 11, 25)) in need.sentence


def replace_id(state: PlayerState, id: str) -> PlayerState:
    return state.model_copy(update={"display_id": id})


def test_what_differs_between_a_draft_and_what_is_on_air_is_counted_by_bookings() -> None:
    published = programme(slot("a", "abc"), slot("b", "ab"))
    assert difference(replace(published, revision=9), published) is None
    assert difference(programme(slot("a", "abc"), slot("b", "c"), slot("d", "c")), published) == Unpublished("utama", 2)
    assert difference(replace(published, filler_id=None), published) == Unpublished("utama", 0)
    assert difference(published, None) == Unpublished("utama", 2)
    assert difference(programme(), None) is None
