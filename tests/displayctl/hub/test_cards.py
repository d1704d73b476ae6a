"""Data cards: words from BMKG's public data, typeset for each wall, signed by people, and never older than they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from content.places.gazetteer import Gazetteer
from displayctl.api.cards import CardTopic, CardWish
from displayctl.api.errors import HubError
from displayctl.api.models import AnnouncementChange, JobState, MediumInfo, MediumKind, MediumState
from displayctl.desk.publishing import publish
from displayctl.hub.cards.felt_quake import read_felt
from displayctl.hub.cards.fetching import Subject
from displayctl.hub.cards.neutral import neutral_id, with_neutral
from displayctl.hub.cards.weather import read_weather
from displayctl.hub.feeds.warning import NotAWarning
from schedules.clock import SystemClock
from schedules.compiler import compile_programme
from schedules.playlist import Playlist, PlaylistEntry
from schedules.programme import Programme
from schedules.span import Span
from tests.displayctl.hub.card_samples import PLACE, forecast, serve_cards, shake, step
from tests.displayctl.hub.feeds.bmkg_samples import listed, quake
from tests.displayctl.hub.ground import add_playlist, add_slot, add_wall, ended
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.warning_server import Page, WarningServer

NOW = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
"""Half past nine in the morning in Luwuk."""
PLACES = Gazetteer.load()
HOURS = timedelta(hours=1)


def today(**changes: Any) -> list[dict[str, Any]]:
    return [step(NOW.replace(hour=hour, minute=0), **changes) for hour in (0, 3, 6, 9, 12, 15, 18, 21)]


# What is read


def test_the_weather_of_the_rest_of_today_is_told_in_our_own_words() -> None:
    told = read_weather(forecast(today(weather_desc="Klik di sini")), NOW, PLACES, PLACE)
    assert told.words.title == "Cuaca Luwuk, 22 Nov"
    assert told.words.body.split(";\n") == [f"{hour}.00  Hujan sedang, 29°C" for hour in ("08", "11", "14", "17")]
    assert told.words.footer == "Sumber: BMKG · data 22 Nov 08.00 WITA"
    assert told.good_until == NOW + 6 * HOURS


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"weather": 999}, "rest of today"),
        ({"t": "panas"}, "rest of today"),
        ({"t": 80}, "rest of today"),
        ({"datetime": "2026-11-21T00:00:00Z"}, "rest of today"),
        ({"datetime": "kemarin"}, "rest of today"),
        ({"analysis_date": "2026-11-20T00:00:00"}, "long ago"),
        ({"analysis_date": "2026-12-20T00:00:00"}, "long ago"),
        ({"analysis_date": None}, "long ago"),
    ],
)
def test_a_forecast_without_anything_to_be_believed_is_none(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(NotAWarning, match=says):
        read_weather(forecast(today(**changes)), NOW, PLACES, PLACE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * 50_000,
        b"[]",
        b'{"lokasi": 1}',
        b'{"lokasi": {"adm4": "72.01.04.1001", "timezone": "Asia/Makassar"}, "data": [[]]}',
        forecast(today(), adm4="72.01.04.1002"),
        forecast(today(), timezone="Europe/Berlin"),
        forecast(today() * 40),
        b" " * (300 << 10),
    ],
)
def test_what_is_no_forecast_for_the_place_is_refused(body: bytes) -> None:
    with pytest.raises(NotAWarning):
        read_weather(body, NOW, PLACES, PLACE)


def test_a_felt_quake_is_told_with_its_time_and_for_a_day() -> None:
    at = NOW - 2 * HOURS
    record = quake(DateTime=at.isoformat(), Dirasakan="III Luwuk, II Toili", Magnitude="5.2")
    told = read_felt(listed(record), NOW)
    assert told.words.title == "Gempa bumi M 5,2"
    assert told.words.body.split(";\n") == [
        "Pusat gempa berada di laut 12 km selatan Luwuk",
        "Dirasakan (MMI): III Luwuk, II Toili",
    ]
    assert told.words.footer == "Sumber: BMKG · 22 Nov 06.30 WIB"
    assert told.good_until == at + 24 * HOURS


@pytest.mark.parametrize(
    "changes",
    [
        {"DateTime": (NOW - 25 * HOURS).isoformat()},
        {"DateTime": (NOW + HOURS).isoformat()},
        {"DateTime": NOW.isoformat(), "Potensi": "Berpotensi tsunami"},
    ],
)
def test_an_old_quake_one_to_come_and_a_tsunami_are_no_card(changes: dict[str, str]) -> None:
    with pytest.raises(NotAWarning):
        read_felt(listed(quake(**changes)), NOW)


# What follows when data are too old


def test_the_neutral_card_follows_within_the_limits_of_the_entry() -> None:
    good = NOW + 6 * HOURS
    entries = (
        PlaylistEntry("card"),
        PlaylistEntry("card", valid_until=good),
        PlaylistEntry("card", valid_from=good + HOURS, valid_until=good + 2 * HOURS),
        PlaylistEntry("poster"),
    )
    made = with_neutral(Playlist("p", "p", entries), {"card": good}).entries
    bare = neutral_id("card")
    assert [entry.medium_id for entry in made] == ["card", bare, "card", "card", bare, "poster"]
    assert [entry.valid_from for entry in made if entry.medium_id == bare] == [good, good + HOURS]
    unchanged = Playlist("p", "p", entries)
    assert with_neutral(unchanged, {"card": None}) is unchanged


# From the data to a signed programme


@pytest.fixture
def bmkg(fresh_hub: RunningHub) -> Iterator[WarningServer]:
    """A server in the place of BMKG for the cards of `fresh_hub`."""
    with WarningServer() as server:
        serve_cards(fresh_hub, server)
        yield server


def add_card(hub: RunningHub, **wish: str) -> MediumInfo:
    job = ended(hub.client, hub.client.add_card(CardWish(**{"topic": CardTopic.QUAKE, **wish})))
    assert job.state is JobState.DONE, job.message
    return hub.client.medium(job.medium_id)


def signed(hub: RunningHub) -> Programme:
    """What people signed just now, as players read it."""
    publish(hub.client, hub.keyring, "utama")
    return hub.services.publishing.published("utama")


def shown(programme: Programme, at: datetime) -> set[str]:
    """The media that the wall shows around `at`."""
    day = Span(programme.made_at, programme.made_at + 30 * HOURS)
    segments = compile_programme(programme, "tugu", day).segments
    return {item.medium_id for segment in segments if segment.span.contains(at) for item in segment.items}


def digest_in(programme: Programme, medium_id: str) -> str:
    (found,) = (medium.renditions[0].asset.sha256 for medium in programme.media if medium.id == medium_id)
    return found


def test_a_wall_shows_the_signed_card_until_its_data_are_too_old_and_then_the_neutral_one(
    fresh_hub: RunningHub, bmkg: WarningServer
) -> None:
    shake(bmkg, "5.2")
    add_wall(fresh_hub.client)
    card = add_card(fresh_hub)
    assert (card.kind, card.state, len(card.renditions)) == (MediumKind.CARD, MediumState.READY, 1)
    add_playlist(fresh_hub.client, "pagi", card.id)
    add_slot(fresh_hub.client, "pagi", "pagi", "tugu")
    for job in fresh_hub.client.jobs():
        ended(fresh_hub.client, job)
    programme, good = signed(fresh_hub), card.expires_at
    assert good is not None
    assert shown(programme, good - HOURS) == {card.id}
    assert shown(programme, good + HOURS) == {neutral_id(card.id)}


def test_new_data_make_a_new_picture_which_walls_show_once_people_have_signed_it(
    fresh_hub: RunningHub, bmkg: WarningServer
) -> None:
    cards, client = fresh_hub.services.cards, fresh_hub.client
    shake(bmkg, "5.2")
    add_wall(client)
    card = add_card(fresh_hub)
    add_playlist(client, "pagi", card.id)
    add_slot(client, "pagi", "pagi", "tugu")
    for job in client.jobs():
        ended(client, job)
    first = digest_in(signed(fresh_hub), card.id)

    bmkg.pages["/quake.json"] = Page(status=500)
    assert "did not come" in cards.refresh(card.id)
    assert client.medium(card.id).version == card.version

    shake(bmkg, "4.8")
    assert "something new" in cards.refresh(card.id)
    for job in client.jobs():
        ended(client, job)
    fresh = client.medium(card.id).renditions[0].sha256
    assert fresh != first
    assert digest_in(fresh_hub.services.publishing.published("utama"), card.id) == first
    assert digest_in(signed(fresh_hub), card.id) == fresh


def test_a_card_is_typeset_for_every_canvas(fresh_hub: RunningHub, bmkg: WarningServer) -> None:
    now = SystemClock().now()
    hours = [step(now + number * HOURS, analysis_date=f"{now:%Y-%m-%dT%H:%M:%S}") for number in range(-2, 25)]
    bmkg.put(f"/weather?adm4={PLACE}", forecast(hours), "application/json")
    for name, size in {"besar": (1920, 1080), "kecil": (256, 128), "pita": (960, 96), "tegak": (384, 768)}.items():
        add_wall(fresh_hub.client, name, width=size[0], height=size[1])
    card = add_card(fresh_hub, topic=CardTopic.WEATHER, place=PLACE)
    assert len(card.renditions) == 4
    assert card.expires_at is not None


def test_a_card_needs_data_that_come_and_takes_no_words_of_a_person(fresh_hub: RunningHub, bmkg: WarningServer) -> None:
    client = fresh_hub.client
    for wish in (CardWish(topic=CardTopic.WEATHER), CardWish(topic=CardTopic.QUAKE, place=PLACE)):
        with pytest.raises(HubError, match="village"):
            client.add_card(wish)
    with pytest.raises(HubError, match="404"):
        client.add_card(CardWish(topic=CardTopic.WEATHER, place=PLACE))
    bmkg.put("/quake.json", listed(), "application/json")
    before = client.media()
    wish = CardWish(topic=CardTopic.QUAKE)
    assert client.preview_card(wish).good_until is None
    shake(bmkg, "5.2")
    assert "5,2" in client.preview_card(wish).announcement["title"]
    assert client.media() == before, "looking keeps nothing"
    bmkg.put("/quake.json", listed(), "application/json")
    card = add_card(fresh_hub)
    assert card.expires_at is None
    own = AnnouncementChange(title="x", announcement=card.announcement or {}, version=card.version)
    with pytest.raises(HubError, match="card"):
        client.change_announcement(card.id, own)
    assert Subject.named(card.source_name) == Subject(CardTopic.QUAKE)
