"""What a warning proposes: our own words and names, the walls' own clocks, and no longer than one person may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from content.places.gazetteer import Gazetteer
from content.studio.emergency.templates_folder import load_templates
from displayctl.api.warnings import Decision, WarningInfo, WarningState
from displayctl.desk.warnings.places import districts_words, hour_words, point_words
from displayctl.desk.warnings.plan import Plan, at_once, plan_for, values_of
from displayctl.errors import NothingToSign
from schedules.alert import BREAK_GLASS, AlertLevel
from schedules.display import zone
from schedules.position import Position
from tests.builders import ZONE, alert, wall

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PLACES, TEMPLATES = Gazetteer.load(), load_templates()
WALLS = (wall("tugu"), wall("taman"))
FEED_WORDS = "Kata-kata panjang milik sumber"


def warning(kind: str, **changes: Any) -> WarningInfo:
    fields: dict[str, Any] = {
        "id": "w1", "source": "bmkg", "identifier": "a", "kind": kind, "event": FEED_WORDS, "severity": "Moderate",
        "urgency": "Immediate", "certainty": "Likely", "level": 1, "headline": FEED_WORDS, "attribution": "BMKG",
        "description": FEED_WORDS, "sent": NOW, "effective": NOW, "expires": NOW + timedelta(hours=1, minutes=30),
        "received_at": NOW, "state": WarningState.NEW, "districts": ("Luwuk", "Kintom"), "walls": ("tugu",),
    }  # fmt: skip
    return WarningInfo(**{**fields, **changes})


def planned(kind: str, **changes: Any) -> Plan:
    return plan_for(warning(kind, **changes), WALLS, PLACES, NOW)


def said(plan: Plan) -> str:
    message = plan.message(TEMPLATES)
    return " | ".join((message.headline, *message.words[0].points))


@pytest.mark.parametrize("kind", ["rain", "thunderstorm", "flood", "quake", "tsunami"])
def test_what_a_template_knows_is_said_in_our_words_and_never_in_the_feeds(kind: str) -> None:
    plan = planned(kind, circles=((-1.1, 123.0, 80.0),) if kind == "quake" else (), level=3)
    assert plan.template == kind
    assert FEED_WORDS not in said(plan)
    assert plan.message(TEMPLATES).source == "BMKG"


def test_rain_names_our_districts_and_the_walls_own_clock() -> None:
    assert said(planned("rain")).startswith("WASPADA HUJAN LEBAT | Luwuk dan Kintom | Sampai pukul 17.30 WITA")


def test_a_quake_is_placed_by_our_names_and_keeps_only_its_number() -> None:
    plan = planned("quake", headline="Gempa M 5.4 <b>besar</b>", circles=((-1.2, 123.0, 80.0),), onset=NOW)
    assert (plan.values["magnitudo"], plan.values["waktu"]) == ("5,4", "16.00 WITA")
    assert "km" in plan.values["tempat"]
    assert "besar" not in said(plan)


def test_the_lowest_tsunami_level_orders_nobody_to_move() -> None:
    assert not planned("tsunami", level=1).message(TEMPLATES).evacuation
    assert planned("tsunami", level=3).message(TEMPLATES).evacuation


def test_what_no_template_knows_is_proposed_as_free_text_with_the_feeds_headline() -> None:
    plan = planned("other", headline="Kebakaran\nhutan " + "x" * 200)
    assert (plan.template, len(plan.values["judul"])) == ("free", 100)
    assert plan.values["judul"].startswith("Kebakaran hutan")
    assert plan.message(TEMPLATES).level is AlertLevel.WASPADA


def test_it_stands_as_long_as_the_warning_but_no_longer_than_one_person_may() -> None:
    assert planned("rain").length == timedelta(minutes=90)
    assert planned("rain", expires=NOW + timedelta(hours=9)).length == BREAK_GLASS


def test_what_begins_later_is_proposed_from_then_on_and_may_be_shown_at_once() -> None:
    begins = NOW + timedelta(minutes=40)
    plan = planned("rain", effective=begins)
    assert (plan.begins, plan.length, plan.wish(TEMPLATES).begins) == (begins, timedelta(minutes=50), begins)
    now = at_once(plan, warning("rain", effective=begins), NOW)
    assert (now.begins, now.length) == (None, timedelta(minutes=90))


@pytest.mark.parametrize("ahead", [timedelta(minutes=1), timedelta(hours=25)])
def test_what_begins_very_soon_or_in_days_is_proposed_at_once(ahead: timedelta) -> None:
    assert planned("rain", effective=NOW + ahead, expires=NOW + timedelta(hours=30)).begins is None


def test_walls_that_nobody_has_placed_are_a_guess_and_said_to_be_one() -> None:
    plan = planned("rain", walls=(), unknown=("taman",))
    assert (plan.display_ids, plan.guessed) == (("taman",), True)
    assert not planned("rain", unknown=("taman",)).guessed


def test_what_reaches_no_wall_or_is_over_is_not_proposed() -> None:
    with pytest.raises(NothingToSign, match="no wall"):
        planned("rain", walls=())
    with pytest.raises(NothingToSign, match="over"):
        planned("rain", expires=NOW)


def test_a_change_of_what_is_shown_takes_its_place() -> None:
    shown = Decision(state=WarningState.SHOWN, by="sekar", at=NOW, alert_id="alert-1", overtaken=True, standing=True)
    assert planned("rain", decision=shown).wish(TEMPLATES).supersedes == ("alert-1",)
    later = planned("rain", decision=shown, effective=NOW + timedelta(minutes=40))
    assert later.begins is None, "what it replaces leaves no gap"


def test_its_correction_names_what_was_proposed_and_not_what_a_person_wrote_instead() -> None:
    plan = planned("rain")
    times: dict[str, Any] = {"issued_at": NOW, "effective": NOW, "expires": NOW + timedelta(hours=2)}
    shown = alert("alert-1", kind=plan.template, area=plan.area, display_ids=("tugu",), **times)
    gone = warning("rain", ended_at=NOW + timedelta(hours=1))
    values = values_of(shown, gone, WALLS, PLACES)
    assert values == plan.values
    over = TEMPLATES.behind("rain").over(AlertLevel.WASPADA, values)
    assert over.words[0].points[0] == "Luwuk dan Kintom"
    for other in (replace(shown, area="Luwuk"), replace(shown, kind="free")):
        assert values_of(other, gone, WALLS, PLACES) == {}


def test_many_districts_are_counted_and_all_are_the_regency() -> None:
    names = [district.name for district in PLACES.districts]
    assert districts_words(names, PLACES) == f"Seluruh {PLACES.name}"
    assert districts_words(names[:6], PLACES).endswith("dan 3 kecamatan lain")
    assert districts_words((), PLACES) == ""


def test_a_point_is_named_by_the_nearest_district_and_its_direction() -> None:
    luwuk = PLACES.find("Luwuk")
    assert luwuk is not None
    assert point_words(luwuk.position, PLACES) == "Luwuk"
    south_east = Position(luwuk.latitude - 1.0, luwuk.longitude + 1.0)
    assert "tenggara" in point_words(south_east, PLACES)


def test_another_day_is_named_with_the_hour() -> None:
    assert hour_words(NOW + timedelta(hours=10), zone(ZONE), NOW) == "23 Nov 02.00 WITA"
