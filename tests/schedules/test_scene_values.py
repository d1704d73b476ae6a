"""The bounds of what a scene is made of: transitions, streams, regions, tickers, clocks, loudness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.clock_face import ClockStyle, clock_words
from schedules.display import Display
from schedules.errors import InvalidValue
from schedules.loudness import loudness_at
from schedules.playlist import Medium, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.region import Logo, Region, RegionKind
from schedules.running_text import running_at, tickers_on
from schedules.stream import LiveStream
from schedules.ticker import RunningText, Ticker
from schedules.transition import Transition, TransitionKind
from tests import builders, strategies

MS = timedelta(milliseconds=1)
NOW = builders.at("2026-11-22 19:05")
FADE = Transition(TransitionKind.CROSSFADE, 800 * MS)


def ticker(id: str = "t", *texts: str | RunningText, **changes: object) -> Ticker:
    whole = tuple(text if isinstance(text, RunningText) else RunningText(text) for text in texts or ("Halo Luwuk",))
    return Ticker(id, id.title(), whole, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("transition.duration", lambda: Transition(TransitionKind.SLIDE)),
        ("transition.duration", lambda: Transition(TransitionKind.CUT, 5 * MS)),
        ("transition.duration", lambda: Transition(TransitionKind.SLIDE, timedelta(seconds=4))),
        ("transition.duration", lambda: Transition(TransitionKind.SLIDE, timedelta(microseconds=1500))),
        ("entry.transition", lambda: PlaylistEntry("a", 1600 * MS, transition=FADE)),
        ("entry.valid_until", lambda: PlaylistEntry("a", valid_from=NOW, valid_until=NOW)),
        ("slot.region", lambda: builders.slot("s", "p", region="A B")),
        ("slot.volume", lambda: builders.slot("s", "p", volume=101)),
        ("stream.patience", lambda: LiveStream("rtsp://h/a", timedelta(seconds=31))),
        ("stream.patience", lambda: LiveStream("rtsp://h/a", timedelta(seconds=1, microseconds=5))),
        ("medium.renditions", lambda: _stream_of_film()),
        ("region.kind", lambda: Region("utama", 0, 0, 9, 9, RegionKind.CLOCK)),
        ("region.playlist_id", lambda: Region("utama", 0, 0, 9, 9, playlist_id="p")),
        ("region.playlist_id", lambda: Region("jam", 0, 0, 9, 9, RegionKind.CLOCK, playlist_id="p")),
        ("region.playlist_id", lambda: Region("sisi", 0, 0, 9, 9, playlist_id="P")),
        ("region.ticker_ids", lambda: Region("sisi", 0, 0, 9, 9, ticker_ids=("t",))),
        ("region.ticker_ids", lambda: Region("teks", 0, 0, 9, 9, RegionKind.TICKER, ticker_ids=("t", "t"))),
        ("region.medium_id", lambda: Region("sisi", 0, 0, 9, 9, medium_id="m")),
        ("region.medium_id", lambda: Region("logo", 0, 0, 9, 9, RegionKind.LOGO)),
        ("region.ink", lambda: Region("jam", 0, 0, 9, 9, RegionKind.CLOCK, ink="white")),
        ("logo.percent", lambda: Logo("m", percent=0)),
        ("display.volume", lambda: builders.wall(volume=-1)),
        ("display.sound_region", lambda: builders.wall(sound_region="sisi")),
        ("text.text", lambda: RunningText()),
        ("text.text", lambda: RunningText("a", "b")),
        ("text.text", lambda: RunningText("dua\nbaris")),
        ("text.text", lambda: RunningText("x" * 501)),
        ("text.valid_until", lambda: RunningText("x", valid_from=NOW, valid_until=NOW)),
        ("text.valid_from", lambda: RunningText("x", valid_from=NOW.replace(tzinfo=None))),
        ("ticker.texts", lambda: Ticker("t", "T", ())),
        ("ticker.speed_px_s", lambda: ticker(speed_px_s=601)),
        ("ticker.band_percent", lambda: ticker(band_percent=2)),
        ("ticker.ground", lambda: ticker(ground="#FFFFFF")),
        ("programme.tickers", lambda: builders.programme(tickers=(ticker("t", RunningText(announcement_id="p")),))),
    ],
)
def test_a_value_out_of_bounds_is_named(field: str, make: Callable[[], object]) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()
    assert caught.value.field == field


def _stream_of_film() -> Medium:
    film = Rendition(builders.FORMAT, builders.asset("a", 4))
    return Medium("a", "A", (film,), LiveStream("rtsp://h/a"))


@pytest.mark.parametrize(
    "url",
    ["", "/etc/passwd", "file:///etc/passwd", "rtsp://", "rtsp://h:99999/a", "rtsp://h/a b", "rtsp://h/a#b", "rtp://h",
     'rtsp://h/"', "rtsp://h/" + "a" * 1000, "screen://", "rtsp://h/\n", "http://[::1"],
)  # fmt: skip
def test_an_address_of_something_else_than_a_stream_is_refused(url: str) -> None:
    with pytest.raises(InvalidValue, match=r"^stream\.url"):
        LiveStream(url)


def test_names_and_passwords_of_cameras_are_shown_to_nobody() -> None:
    stream = LiveStream("rtsp://petugas:ra@hasia@10.0.0.7:554/live?token=rahasia")
    assert stream.shown == "rtsp://10.0.0.7:554/live"
    assert "hasia" not in repr(stream)
    assert LiveStream("rtp://239.1.2.3:5004").shown == "rtp://239.1.2.3:5004"


# Clocks


def test_a_clock_speaks_indonesian() -> None:
    words = clock_words(NOW, ZoneInfo("Asia/Makassar"), ClockStyle.DATE_TIME)
    assert (words.time, words.date) == ("19.05 WITA", "Minggu, 22 November 2026")
    assert words.until == NOW + timedelta(minutes=1)
    jakarta = clock_words(NOW, ZoneInfo("Asia/Jakarta"), ClockStyle.TIME)
    assert (jakarta.time, jakarta.date) == ("18.05 WIB", "")
    berlin = clock_words(NOW, ZoneInfo("Europe/Berlin"), ClockStyle.DATE_TIME)
    assert (berlin.time, berlin.date) == ("12.05", "Minggu, 22 November 2026")
    assert clock_words(NOW, ZoneInfo("Asia/Jayapura"), ClockStyle.DATE).time == ""


@given(strategies.instants, st.sampled_from(strategies.ZONES))
def test_a_clock_says_the_same_until_it_says_it_changes(instant: datetime, zone: str) -> None:
    words = clock_words(instant, ZoneInfo(zone), ClockStyle.DATE_TIME)
    later = clock_words(words.until - timedelta(microseconds=1), ZoneInfo(zone), ClockStyle.DATE_TIME)
    assert instant < words.until
    assert (later.time, later.date) == (words.time, words.date)


# Loudness


def test_a_wall_is_quiet_in_its_quiet_hours_and_says_when_that_ends() -> None:
    wall = builders.wall(volume=80, quiet_hours=(builders.hours("21:00-06:00"),))
    assert loudness_at(wall, builders.at("2026-11-22 20:59")).percent == 80
    assert loudness_at(wall, builders.at("2026-11-22 20:59")).until == builders.at("2026-11-22 21:00")
    night = loudness_at(wall, builders.at("2026-11-23 00:30"))
    assert (night.percent, night.until) == (0, builders.at("2026-11-23 06:00"))
    weekend = builders.wall(quiet_hours=(builders.hours("12:00-13:00", (5, 6)),))
    assert loudness_at(weekend, builders.at("2026-11-22 12:30")).percent == 0
    assert loudness_at(weekend, builders.at("2026-11-23 12:30")).percent == 100


def test_hours_that_a_clock_change_leaves_out_are_not_quiet() -> None:
    leap = builders.wall(time_zone="Europe/Berlin", quiet_hours=(builders.hours("02:00-02:30"),))
    assert loudness_at(leap, datetime(2026, 3, 29, 0, 30, tzinfo=UTC)).percent == 100


@settings(max_examples=60)
@given(strategies.scenes(), strategies.near)
def test_loudness_stays_until_it_says_it_changes(programme: Programme, instant: datetime) -> None:
    wall = programme.displays[0]
    now = loudness_at(wall, instant)
    assert instant < now.until <= instant + timedelta(days=1)
    assert loudness_at(wall, now.until - timedelta(microseconds=1)).percent == now.percent
    assert loudness_at(wall, instant + (now.until - instant) / 2).percent == now.percent


# Running text


def wall_with(*regions: Region) -> Display:
    wall = builders.wall()
    return replace(wall, canvas=replace(wall.canvas, regions=regions))


TEXT = Region("teks", 0, 336, 640, 48, RegionKind.TICKER)


def test_text_runs_in_ticker_regions_or_else_in_a_band() -> None:
    both = (ticker("satu", "A", "B", ink="#ff0000"), ticker("dua", "C", band_percent=0))
    bare = builders.programme(tickers=both)
    (strip,) = running_at(bare, "tugu", NOW).strips
    assert (strip.region, strip.band_percent, strip.texts, strip.ink) == ("", 12, ("A", "B"), "#ff0000")
    parted = builders.programme(displays=(wall_with(TEXT),), tickers=both)
    (strip,) = running_at(parted, "tugu", NOW).strips
    assert (strip.region, strip.texts) == ("teks", ("A", "B", "C"))
    named = Region("teks", 0, 336, 640, 48, RegionKind.TICKER, ticker_ids=("dua",))
    chosen = builders.programme(displays=(wall_with(named),), tickers=both)
    assert [strip.texts for strip in running_at(chosen, "tugu", NOW).strips] == [("C",)]
    assert [each.id for each in tickers_on(chosen, chosen.displays[0])] == ["dua"]


def test_text_runs_on_the_walls_it_is_meant_for() -> None:
    walls = (builders.wall(), builders.wall("taman"))
    meant = builders.programme(displays=walls, tickers=(ticker(display_ids=("taman",)),))
    assert running_at(meant, "tugu", NOW).strips == ()
    assert len(running_at(meant, "taman", NOW).strips) == 1


def test_text_begins_and_ends_by_the_clock_and_with_the_programme() -> None:
    soon, late = NOW + timedelta(minutes=5), NOW + timedelta(minutes=9)
    texts = (RunningText("lama", valid_until=soon), RunningText("baru", valid_from=soon))
    programme = builders.programme(tickers=(ticker("t", *texts, valid_until=late),))
    assert running_at(programme, "tugu", NOW).until == soon
    assert running_at(programme, "tugu", NOW).strips[0].texts == ("lama",)
    assert running_at(programme, "tugu", soon).strips[0].texts == ("baru",)
    over = running_at(programme, "tugu", late)
    assert (over.strips, over.until) == ((), programme.valid_until)
    assert running_at(programme, "tugu", programme.valid_until).until is None
    early = builders.programme(tickers=(ticker("t", "x", valid_from=soon),))
    assert running_at(early, "tugu", NOW).strips == ()
