"""What a player shows of official warnings that only its hub has signed: little, and only where and when it holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.auto_card import AutoCard, CardEvent, CardSource, Round, pack_card
from content.delivery.roles import AUTO
from content.delivery.trust import SignedDocument
from content.places.gazetteer import Gazetteer
from player.alert_loop import AlertLoop
from player.auto_cards import AutoCards
from player.errors import StateUnusable
from player.events import Event, LiveAlert, Refusal
from schedules.alert import AlertLevel
from schedules.display import Display
from schedules.position import Position
from tests import builders
from tests.builders import at

NINE = at("2026-11-22 09:00")
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
LUWUK = next(each for each in Gazetteer.load().districts if each.name == "Luwuk")
FAR = max(Gazetteer.load().districts, key=lambda each: abs(each.longitude - LUWUK.longitude) + abs(each.latitude))
HERE = Round(round(LUWUK.latitude * 1e6), round(LUWUK.longitude * 1e6), 5_000)
CARD = AutoCard(
    CardEvent.RAIN, AlertLevel.WASPADA, CardSource.BMKG, NINE, NINE, NINE + HOUR, (LUWUK.code,), rounds=(HERE,)
)
STORM = replace(CARD, event=CardEvent.THUNDERSTORM, level=AlertLevel.AWAS)


class Wall:
    """A wall in the middle of Luwuk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[Event] = []
        self.display: Display | None = builders.wall(position=LUWUK.position)
        self.now = NINE
        self.cards = self.opened()

    def opened(self) -> AutoCards:
        return AutoCards(self.folder, self.told.append, lambda: False)

    def shown(self, *cards: AutoCard | bytes) -> tuple[LiveAlert, ...]:
        documents = [card if isinstance(card, bytes) else pack_card(card) for card in cards]
        signed = [SignedDocument(f"auto/{n}.json", AUTO, 1, NINE + HOUR, data) for n, data in enumerate(documents)]
        return tuple(self.cards.alerts(signed, self.display, self.now))

    def refusal(self, *cards: AutoCard | bytes) -> str:
        self.told.clear()
        assert self.shown(*cards) == ()
        (refusal,) = self.told
        assert isinstance(refusal, Refusal)
        return refusal.rule


@pytest.fixture
def wall(tmp_path: Path) -> Wall:
    return Wall(tmp_path)


def words(live: LiveAlert) -> list[tuple[str, str, str]]:
    pages = [json.loads(Path(path).read_bytes()) for path in live.pages]
    return [(page["title"], page["body"], page["foot"]) for page in pages]


def test_the_words_are_the_players_own(wall: Wall) -> None:
    (live,) = wall.shown(CARD)
    foot = "Sampai pukul 10.00 WITA · Sumber: BMKG"
    title = "PERINGATAN DINI · WASPADA"
    assert words(live) == [(title, "Hujan lebat", foot), (title, "Kecamatan Luwuk", foot)]
    assert live.alert.auto
    assert (live.alert.source, live.alert.kind, live.alert.expires) == ("BMKG", "auto-rain", NINE + HOUR)
    assert wall.shown(CARD) == (live,)


def test_a_quake_says_when_it_was(wall: Wall) -> None:
    (live,) = wall.shown(replace(CARD, event=CardEvent.QUAKE))
    assert words(live)[0] == ("INFORMASI GEMPA", "Gempa bumi dirasakan", "Pukul 09.00 WITA · Sumber: BMKG")


def test_many_districts_are_paged_and_the_rest_is_counted(wall: Wall) -> None:
    codes = tuple(each.code for each in Gazetteer.load().districts)
    (live,) = wall.shown(replace(CARD, districts=codes))
    bodies = [body for _, body, _ in words(live)]
    assert len(bodies) == 5
    assert bodies[-1].endswith(f"{len(codes) - 15} kecamatan lain")


def test_free_text_and_media_are_no_part_of_a_card(wall: Wall) -> None:
    plain = json.loads(pack_card(CARD))
    assert wall.refusal(json.dumps({**plain, "headline": "Pemerintah jatuh"}).encode()) == "card"
    assert wall.refusal(json.dumps({**plain, "event": "Pemerintah jatuh"}).encode()) == "card"
    assert wall.refusal(json.dumps({**plain, "pictures": [hashlib.sha256(b"x").hexdigest()]}).encode()) == "card"
    assert wall.refusal(b"\x89PNG\r\n\x1a\n") == "card"


def test_a_card_for_other_places_is_not_shown(wall: Wall) -> None:
    elsewhere = Round(round(FAR.latitude * 1e6), round(FAR.longitude * 1e6), 1_000)
    assert wall.refusal(replace(CARD, districts=(FAR.code,), rounds=(elsewhere,))) == "card-place"
    assert wall.refusal(replace(CARD, districts=(FAR.code,))) == "card-place", "it names another kecamatan"
    assert wall.refusal(replace(CARD, rounds=(elsewhere,))) == "card-place", "it holds elsewhere"
    assert wall.refusal(replace(CARD, districts=("99.99.99",))) == "card-place", "it names none of ours"


def test_an_outline_counts_as_a_circle_does(wall: Wall) -> None:
    def box(size: int) -> tuple[tuple[int, int], ...]:
        lat, lon = HERE.latitude, HERE.longitude
        corners = [
            (lat - size, lon - size),
            (lat - size, lon + size),
            (lat + size, lon + size),
            (lat + size, lon - size),
        ]
        return (*corners, corners[0])

    assert wall.shown(replace(CARD, rounds=(), rings=(box(10_000),)))
    wall.display = builders.wall(position=Position(LUWUK.latitude + 0.02, LUWUK.longitude))
    assert wall.refusal(replace(CARD, rounds=(), rings=(box(10_001),))) == "card-place"


@pytest.mark.parametrize("display", [None, builders.wall()])
def test_a_wall_whose_place_nobody_has_signed_shows_none(wall: Wall, display: Display | None) -> None:
    wall.display = display
    assert wall.refusal(CARD) == "card-place"


@pytest.mark.parametrize(
    ("later", "shown"), [(-6 * MINUTE, False), (-5 * MINUTE, True), (6 * HOUR, True), (361 * MINUTE, False)]
)
def test_it_was_sent_lately_and_not_in_the_future(wall: Wall, later: timedelta, shown: bool) -> None:
    wall.now = NINE + later
    assert bool(wall.shown(replace(CARD, expires=NINE + 6 * HOUR))) is shown


def test_the_wall_is_taken_over_once_in_ten_minutes_at_the_most(wall: Wall) -> None:
    second, third = replace(STORM, event=CardEvent.RAIN), replace(STORM, event=CardEvent.FLOOD)
    begins = [live.alert.effective for live in wall.shown(STORM, second, third)]
    assert begins == [NINE, NINE + 10 * MINUTE, NINE + 20 * MINUTE]
    wall.cards, wall.now = wall.opened(), NINE + MINUTE
    assert [live.alert.effective for live in wall.shown(third, STORM)] == [begins[2], begins[0]], "after a restart too"
    late = replace(STORM, sent=NINE - MINUTE, expires=NINE + 25 * MINUTE)
    assert wall.refusal(late) == "card-often"


def test_one_that_was_sent_a_little_ahead_is_no_way_around_that(wall: Wall) -> None:
    wall.shown(STORM)
    wall.now = NINE + 6 * MINUTE
    (card,) = wall.shown(replace(STORM, sent=NINE + 11 * MINUTE, effective=NINE + 6 * MINUTE))
    assert raised(wall, card) == ""
    assert raised(wall, card, after=4 * MINUTE) == card.alert.id


def test_one_that_is_taken_away_and_brought_back_does_not_make_the_wall_blink(wall: Wall) -> None:
    (first,) = wall.shown(STORM)
    wall.now = NINE + MINUTE
    assert wall.shown() == ()
    (again,) = wall.shown(STORM)
    assert (first.alert.effective, again.alert.effective) == (NINE, NINE + 10 * MINUTE)
    assert wall.shown(STORM) == (again,)


def test_banners_wait_for_nobody(wall: Wall) -> None:
    assert [live.alert.effective for live in wall.shown(CARD, replace(CARD, event=CardEvent.FLOOD))] == [NINE, NINE]


def test_where_its_beginning_cannot_be_kept_nothing_is_taken_over(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise StateUnusable(f"{path} cannot be written")

    monkeypatch.setattr("player.auto_rules.write_atomically", full)
    assert wall.refusal(STORM) == "card"


def test_a_damaged_note_of_takeovers_is_begun_anew(wall: Wall) -> None:
    (wall.folder / "takeovers.json").write_bytes(b"[1]")
    assert wall.shown(STORM)


def test_no_more_than_sixteen_are_looked_at_and_a_refusal_is_told_once(wall: Wall) -> None:
    many = [replace(CARD, expires=NINE + HOUR + n * MINUTE) for n in range(17)]
    assert len(wall.shown(*many)) == 16
    assert wall.refusal(b"{}") == "card"
    wall.told.clear()
    wall.shown(b"{}")
    assert wall.told == []


def raised(wall: Wall, *alerts: LiveAlert, after: timedelta = timedelta(0)) -> str:
    loop = AlertLoop("tugu")
    loop.alerts = alerts
    found = loop.raised_at(wall.now + after, is_quiet=lambda: False, volume=50, revision=1)
    return found.facts.medium_id if found.facts else ""


@pytest.fixture
def signed() -> LiveAlert:
    given = builders.alert("banjir", AlertLevel.WASPADA, issued_at=NINE - HOUR, effective=NINE, expires=NINE + HOUR)
    return LiveAlert(given, ("/pictures/banjir.png",))


def test_whatever_people_have_signed_comes_first(wall: Wall, signed: LiveAlert) -> None:
    (card,) = wall.shown(STORM)
    assert raised(wall, card) == card.alert.id
    for first in (signed, replace(signed, alert=replace(signed.alert, drill=True))):
        assert raised(wall, card, first) == "banjir"
        assert raised(wall, first, card, after=15 * MINUTE) == "banjir"


def test_people_can_take_a_card_back(wall: Wall, signed: LiveAlert) -> None:
    (card,) = wall.shown(STORM)
    ralat = replace(
        signed, alert=replace(signed.alert, supersedes=(card.alert.id,), issued_at=NINE + SECOND, expires=NINE + MINUTE)
    )
    assert raised(wall, card, ralat, after=2 * MINUTE) == ""


def test_what_is_shown_when_does_not_depend_on_when_it_is_asked(wall: Wall) -> None:
    (first,) = wall.shown(STORM)
    wall.now = NINE + 5 * MINUTE
    assert wall.shown(STORM) == (first,)
