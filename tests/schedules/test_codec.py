"""Documents: exact round trips, complaints that name the field, and no other error whatever is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules import codec
from schedules.alert import Alert, AlertLevel, AlertPicture, AlertSound
from schedules.errors import InvalidValue, ScheduleError, UnknownName, UnreadableDocument
from schedules.playlist import PlaylistEntry
from schedules.position import Position
from schedules.programme import Programme
from schedules.recurrence import HolidaySet, Recurrence
from schedules.stream import LiveStream
from schedules.ticker import RunningText, Ticker
from tests import builders, strategies

GOLDEN = Path(__file__).parent.parent / "golden" / "schedules"
FROM_DICT: list[Callable[[Any], object]] = [getattr(codec, name) for name in dir(codec) if name.endswith("_from_dict")]


def whole_programme() -> Programme:
    entry = PlaylistEntry("a", valid_until=builders.at("2026-12-31 23:59:59.500"), share=3, volume=80)
    return builders.programme(
        builders.slot("pagi", "ab", "06:30-09:00"),
        builders.interrupt("jingle", "c", 4, recurrence=Recurrence(date(2026, 11, 22), rule="FREQ=WEEKLY;BYDAY=SU")),
        playlists=(builders.playlist("ab", entry, "b"), builders.playlist("c", "c"), builders.playlist("p", "p")),
        holidays=(HolidaySet("libur", "Libur nasional", (date(2026, 12, 25),)),),
        slate_id="p",
    )


def paged_alert() -> Alert:
    """An alert that says something in every field there is."""
    pages = [(page, neutral) for neutral in (False, True) for page in range(2 - neutral)]
    return builders.alert(
        "ralat",
        AlertLevel.SIAGA,
        supersedes=("gempa",),
        pictures=tuple(AlertPicture("640x384@30", "0" * 64, page, neutral) for page, neutral in pages),
        kind="correction",
        area="Kecamatan Luwuk",
        source="BMKG",
        page_seconds=12,
        sound=AlertSound.CHIME,
        evacuation=True,
        corrects="gempa",
    )


def broken(*path: str | int, to: object) -> dict[str, Any]:
    """The whole programme's plain form with one place changed."""
    plain: Any = codec.programme_to_dict(whole_programme())
    target = plain
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = to
    return dict(plain)


@settings(max_examples=25, deadline=None)
@given(strategies.programmes())
def test_a_programme_comes_back_as_it_was_written_even_through_json(programme: Programme) -> None:
    plain = codec.programme_to_dict(programme)
    assert codec.programme_from_dict(json.loads(json.dumps(plain))) == programme


@settings(max_examples=25, deadline=None)
@given(strategies.scenes())
def test_a_wall_in_parts_comes_back_as_it_was_written(programme: Programme) -> None:
    plain = codec.programme_to_dict(programme)
    assert codec.programme_from_dict(json.loads(json.dumps(plain))) == programme


def test_what_came_later_is_written_only_where_it_says_something_new() -> None:
    plain = codec.programme_to_dict(whole_programme())
    assert "tickers" not in plain
    assert "stream" not in plain["media"][0]
    assert not {"region", "volume"} & plain["slots"][0].keys()
    assert not {"logo", "quiet_hours", "volume", "sound_region", "position"} & plain["displays"][0].keys()
    assert not {"transition", "motion"} & plain["playlists"][0]["entries"][0].keys()
    assert "transition" not in plain["playlists"][0]


@settings(max_examples=30, deadline=None)
@given(strategies.alerts(), strategies.play_records())
def test_alerts_and_records_come_back_as_they_were_written(alert: Any, record: Any) -> None:
    assert codec.alert_from_dict(codec.alert_to_dict(alert)) == alert
    assert codec.play_record_from_dict(codec.play_record_to_dict(record)) == record


def test_where_a_wall_stands_comes_back_through_whole_numbers() -> None:
    wall = replace(whole_programme().displays[0], position=Position(-0.951627, 122.787251))
    plain = codec.display_to_dict(wall)
    assert plain["position"] == {"latitude_microdegrees": -951_627, "longitude_microdegrees": 122_787_251}
    assert codec.display_from_dict(json.loads(json.dumps(plain))) == wall
    plain["position"]["latitude_microdegrees"] = 90_000_001
    with pytest.raises(InvalidValue, match=r"display\.position\.latitude: 90\.000001 is out of bounds"):
        codec.display_from_dict(plain)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("slot", whole_programme().slots[1]),
        ("playlist", whole_programme().playlists[0]),
        ("display", whole_programme().displays[0]),
        ("holiday_set", whole_programme().holidays[0]),
        ("medium", whole_programme().media[0]),
        ("asset", builders.asset("a", 4)),
        ("ticker", Ticker("t", "Teks", (RunningText("Halo"), RunningText(announcement_id="a")))),
        ("stream", LiveStream("https://kamera.example/live.m3u8", timedelta(seconds=9))),
    ],
)
def test_parts_come_back_without_a_header(name: str, value: object) -> None:
    plain = getattr(codec, f"{name}_to_dict")(value)
    assert "version" not in plain
    assert getattr(codec, f"{name}_from_dict")(plain) == value


@given(strategies.dayparts)
def test_a_daypart_comes_back_as_it_was_written(daypart: Any) -> None:
    assert codec.daypart_from_dict(codec.daypart_to_dict(daypart)) == daypart


def test_documents_hold_only_what_canonical_json_can() -> None:
    def check(plain: object) -> None:
        assert plain is None or type(plain) in (str, int, bool, list, dict)
        for inner in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
            check(inner)

    check(codec.programme_to_dict(whole_programme()))


@pytest.mark.parametrize(
    ("name", "value", "write"),
    [
        ("programme", whole_programme(), codec.programme_to_dict),
        ("alert", builders.alert(supersedes=("gempa",)), codec.alert_to_dict),
        ("alert-in-pages", paged_alert(), codec.alert_to_dict),
    ],
)
def test_the_wire_form_is_the_one_that_signed_documents_have(name: str, value: Any, write: Callable[..., Any]) -> None:
    golden = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    assert write(value) == golden


@pytest.mark.parametrize(
    ("plain", "family", "complaint"),
    [
        (None, UnreadableDocument, "programme: is nothing, not a document"),
        ([], UnreadableDocument, "programme: is a value of type list"),
        (broken("kind", to="displayctl-alert"), UnreadableDocument, "programme.kind: is 'displayctl-alert'"),
        (broken("version", to=2), UnreadableDocument, "programme.version: is 2; this program reads up to 1"),
        (broken("version", to=True), UnreadableDocument, "programme.version: is True, not a version"),
        (broken("version", to=0), UnreadableDocument, "programme.version: is 0"),
        (broken("colour", to=1), UnreadableDocument, "programme.colour: is not a field"),
        (broken("slots", to=3), UnreadableDocument, "programme.slots: is a value of type int, not a list"),
        (broken("slots", 0, to="x"), UnreadableDocument, "programme.slots[0]: is a value of type str, not a set of"),
        (broken("slots", 1, "priority", to=101), InvalidValue, "programme.slots[1].priority: 101 is out of bounds"),
        (broken("slots", 1, "priority", to=1.5), UnreadableDocument, "slots[1].priority: is a value of type float"),
        (broken("slots", 1, "priority", to=True), UnreadableDocument, "slots[1].priority: is a value of type bool"),
        (broken("slots", 0, "name", to=7), UnreadableDocument, "slots[0].name: is a value of type int, not text"),
        (broken("slots", 0, "name", to="\ud800"), InvalidValue, "slots[0].name: is longer than 2000 characters or"),
        (broken("slots", 0, "kind", to="loops"), InvalidValue, "slots[0].kind: 'loops' is not one of loop, interrupt"),
        (
            broken("slots", 0, "created_at", to="2026-11-22"),
            InvalidValue,
            "slots[0].created_at: '2026-11-22' is not an",
        ),
        (broken("made_at", to="2026-02-30T00:00:00.000Z"), InvalidValue, "programme.made_at: '2026-02-30T"),
        (broken("slots", 0, "hours", "starts", to="25:00:00"), InvalidValue, "slots[0].hours.starts: '25:00:00' is"),
        (broken("slots", 0, "hours", "starts", to="0630"), InvalidValue, "slots[0].hours.starts: '0630' is"),
        (broken("slots", 0, "recurrence", "first", to="2026-13-01"), InvalidValue, "recurrence.first: '2026-13-01'"),
        (broken("slots", 0, "recurrence", "first", to="soon"), InvalidValue, "recurrence.first: 'soon'"),
        (broken("slots", 0, "recurrence", "rule", to="FREQ=HOURLY"), InvalidValue, "slots[0].recurrence.rule: 'FREQ"),
        (broken("media", 0, "renditions", 0, "asset", "has_sound", to=1), UnreadableDocument, "not true or false"),
        (
            broken("media", 0, "renditions", 0, "asset", "duration_ms", to=1 << 70),
            InvalidValue,
            "programme.media[0].renditions[0].asset.duration_ms:",
        ),
        (
            broken("media", 0, "renditions", 0, "asset", "duration_ms", to=1),
            InvalidValue,
            "programme.media[0].renditions[0].asset.duration:",
        ),
        (broken("displays", 0, "canvas", "mask", to=[[1]]), InvalidValue, "canvas.mask[0]: has 1 numbers"),
        (broken("displays", 0, "time_zone", to="Asia/Luwuk"), InvalidValue, "displays[0].time_zone: 'Asia/Luwuk'"),
        (broken("filler_id", to="gone"), UnknownName, "filler names the playlist 'gone'"),
    ],
)
def test_a_complaint_names_the_path_to_the_field(plain: Any, family: type[ScheduleError], complaint: str) -> None:
    with pytest.raises(family) as caught:
        codec.programme_from_dict(plain)
    assert complaint in str(caught.value)


def test_a_missing_field_is_named() -> None:
    plain = codec.programme_to_dict(whole_programme())
    del plain["slots"][0]["name"]
    with pytest.raises(UnreadableDocument, match=r"programme\.slots\[0\]\.name: is missing"):
        codec.programme_from_dict(plain)


@settings(max_examples=80, deadline=None)
@given(strategies.plain_values)
def test_nothing_but_a_schedule_error_comes_out_of_any_value(plain: Any) -> None:
    for read in FROM_DICT:
        try:
            read(plain)
        except ScheduleError:
            pass
        else:
            raise AssertionError("a value made at random is no document")


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """A valid document with a few places, chosen at random, replaced or removed."""
    plain = json.loads(json.dumps(codec.programme_to_dict(whole_programme())))
    for _ in range(draw(st.integers(1, 3))):
        _spoil(draw, plain)
    return plain


def _spoil(draw: st.DrawFn, target: Any) -> None:
    while True:
        keys: list[Any] = list(target) if isinstance(target, dict) else list(range(len(target)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        if isinstance(target[key], (dict, list)) and draw(st.booleans()):
            target = target[key]
            continue
        if draw(st.booleans()):
            target[key] = draw(strategies.plain_values | st.integers() | st.text())
        else:
            del target[key]
        return


@settings(max_examples=80, deadline=None)
@given(spoiled())
def test_a_spoiled_document_is_refused_or_still_valid(plain: Any) -> None:
    try:
        programme = codec.programme_from_dict(plain)
    except ScheduleError:
        return
    assert codec.programme_from_dict(codec.programme_to_dict(programme)) == programme


def test_instants_keep_their_microseconds() -> None:
    made = datetime(2026, 11, 22, 1, 2, 3, 456789, tzinfo=UTC)
    plain = codec.programme_to_dict(builders.programme(made_at=made))
    assert plain["made_at"] == "2026-11-22T01:02:03.456789Z"
    assert codec.programme_from_dict(plain).made_at == made
