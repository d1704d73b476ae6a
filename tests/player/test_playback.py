"""The playback loop shows what the director says, at every instant, through every change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.errors import ContentMissing
from player.clock_trust import Certainty, ClockTrust, Reading
from player.cueing import CueFacts, to_ms
from player.events import LiveAlert
from player.playback import Playback, is_playable
from player.safe_mode import Features
from player.stage import port
from schedules.alert import AlertLevel
from schedules.compiler import compile_programme
from schedules.director import direct
from schedules.playlist import Asset, PlaylistEntry
from schedules.programme import Programme
from schedules.span import Span
from tests import builders
from tests.fakes.clock import PushedClock

NOW = builders.at("2026-11-22 09:00")


class Shelf:
    """A cache that holds everything but what is `missing`."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self.suspected: list[str] = []

    def has(self, asset: Asset) -> bool:
        return asset.sha256 not in self.missing

    def path_of(self, sha256: str) -> Path:
        if sha256 == "gone":
            raise ContentMissing("gone")
        return Path("/assets") / sha256

    def suspect(self, sha256: str) -> None:
        self.suspected.append(sha256)


class Loop:
    """A playback with a pushed clock and what it wanted of the stage."""

    def __init__(self, programme: Programme | None = None, now: datetime = NOW) -> None:
        self.clock = PushedClock(now)
        self.time = ClockTrust(self.clock)
        self.shelf = Shelf()
        self.wanted: dict[type[port.Request], port.Request] = {}
        self.timelines = 0
        self.playback = Playback("tugu", self.shelf, self._want)  # type: ignore[arg-type]
        self.playback.put_on_air(programme)

    def _want(self, request: port.Request) -> None:
        self.timelines += isinstance(request, port.Timeline)
        self.wanted[type(request)] = request

    def tick(self, by: timedelta = timedelta(0)) -> datetime:
        self.clock.push(by)
        return self.playback.tick(self.time.read())

    def cue(self) -> port.StageCue | None:
        timeline, now = self.wanted[port.Timeline], to_ms(self.clock.now())
        assert isinstance(timeline, port.Timeline)
        return next((cue for cue in timeline.cues if cue.starts_ms <= now < cue.ends_ms), None)

    def medium(self) -> str:
        cue = self.cue()
        facts = self.playback.facts(cue.token) if cue else None
        return facts.medium_id if facts else ""

    def facts(self) -> CueFacts:
        cue = self.cue()
        assert cue is not None
        facts = self.playback.facts(cue.token)
        assert facts is not None
        return facts

    @property
    def overlay(self) -> port.Overlay:
        found = self.wanted[port.Overlay]
        assert isinstance(found, port.Overlay)
        return found


BUSY = builders.programme(
    builders.slot("pagi", "abc", "06:00-12:00"),
    builders.slot("siang", "c", "11:30-15:00", priority=60),
    builders.interrupt("iklan", "p", 6, "08:00-14:00", priority=70),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 3_600_000), min_size=1, max_size=25))
def test_the_stage_is_told_what_the_director_says_at_every_instant(steps: list[int]) -> None:
    loop = Loop(BUSY)
    for step in steps:
        loop.tick(timedelta(milliseconds=step))
        now = loop.clock.now()
        said = direct(compile_programme(BUSY, "tugu", Span(now, now + timedelta(hours=1))), (), now)
        cue = loop.cue()
        assert cue is not None
        assert loop.medium() == said.cue.medium_id
        due_ms = said.cue.position_at(now) // timedelta(milliseconds=1)
        if cue.kind is port.CueKind.VIDEO:
            assert abs(cue.offset_ms + to_ms(now) - cue.starts_ms - due_ms) <= 1
        assert abs(cue.ends_ms - to_ms(said.cue.span.ends)) <= 1


def test_the_timeline_is_sent_only_when_there_is_something_new() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc")))
    for _ in range(60):
        loop.tick(timedelta(seconds=1))
    assert loop.timelines == 1
    for _ in range(60):
        loop.tick(timedelta(seconds=10))
    assert 2 <= loop.timelines <= 4


def test_a_schedule_that_was_not_looked_after_is_not_fresh() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc")))
    assert not loop.playback.is_fresh(loop.clock.now())
    loop.tick()
    assert loop.playback.is_fresh(loop.clock.now())
    loop.clock.push(timedelta(minutes=6))
    assert not loop.playback.is_fresh(loop.clock.now())
    loop.tick()
    assert loop.playback.is_fresh(loop.clock.now())


def test_videos_and_then_everything_is_left_out_where_the_stage_is_not_trusted_with_it() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc")))
    shown: dict[Features, set[port.CueKind]] = {}
    for features in reversed(Features):
        loop.playback.show_only(features)
        loop.tick()
        timeline = loop.wanted[port.Timeline]
        assert isinstance(timeline, port.Timeline)
        shown[features] = {cue.kind for cue in timeline.cues}
    assert port.CueKind.VIDEO in shown[Features.ALL]
    assert shown[Features.PICTURES] <= {port.CueKind.PICTURE, port.CueKind.SLATE}
    assert shown[Features.SLATE] <= {port.CueKind.SLATE}


def test_the_cue_on_screen_stays_the_same_in_the_next_timeline() -> None:
    loop = Loop(BUSY)
    loop.tick()
    before = loop.cue()
    loop.playback.reconsider()
    loop.tick(timedelta(seconds=3))
    assert loop.cue() == before


def test_a_missing_item_shows_the_next_good_one_for_its_time() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc")))
    loop.shelf.missing = {builders.asset(f"a {builders.FORMAT}").sha256}
    loop.tick()
    assert loop.medium() == "b"
    assert loop.playback.substituted > 0
    loop.tick(timedelta(seconds=10))
    assert loop.medium() == "b"
    loop.shelf.missing = set()
    loop.playback.reconsider()
    loop.tick()
    assert (loop.medium(), loop.playback.substituted) == ("b", 0)


def test_a_film_that_stands_in_for_a_longer_one_begins_again_instead_of_standing_still() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc"), builders.slot("sore", "p", "18:00-19:00")))
    loop.tick()
    at_home = loop.cue()
    loop.shelf.missing.add(builders.asset(f"b {builders.FORMAT}", 20).sha256)
    loop.shelf.missing.add(builders.asset(f"c {builders.FORMAT}", 30).sha256)
    loop.playback.reconsider()
    timeline = loop.wanted[port.Timeline] if loop.tick() else None
    assert isinstance(timeline, port.Timeline)
    instead = next(cue for cue in timeline.cues if cue.ends_ms - cue.starts_ms == 20_000)
    assert at_home is not None
    assert (at_home.loops, instead.path, instead.duration_ms, instead.loops) == (False, at_home.path, 10_000, True)
    late = datetime.fromtimestamp((instead.starts_ms + 15_000) / 1000, UTC)
    assert loop.playback.expected(late).moves


def test_with_nothing_of_the_loop_there_the_filler_is_shown_and_at_last_the_slate() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "abc")))
    loop.shelf.missing = {builders.asset(f"{name} {builders.FORMAT}").sha256 for name in "abc"}
    loop.tick()
    assert loop.medium() == "p"
    loop.shelf.missing.add(builders.asset(f"p {builders.FORMAT}").sha256)
    loop.playback.reconsider()
    loop.tick()
    cue = loop.cue()
    assert cue is not None
    assert cue.kind is port.CueKind.SLATE


def test_a_broken_medium_is_left_out_for_ten_minutes() -> None:
    loop = Loop(builders.programme(builders.slot("pagi", "ab")))
    loop.tick()
    assert loop.medium() == "a"
    loop.playback.set_broken(loop.facts(), loop.clock.monotonic())
    loop.tick(timedelta(seconds=1))
    assert loop.medium() == "b"
    loop.tick(timedelta(minutes=11) - timedelta(seconds=1))
    assert loop.medium() == "a"


def test_without_a_trusted_clock_entries_for_any_time_loop() -> None:
    entries = (PlaylistEntry("p", timedelta(seconds=5)), PlaylistEntry("a", valid_until=NOW), PlaylistEntry("b"))
    programme = builders.programme(
        builders.slot("pagi", "abc"),
        filler_id="isi",
        playlists=(*builders.programme().playlists, builders.playlist("isi", *entries)),
    )
    loop = Loop(programme, datetime(1970, 1, 1, tzinfo=UTC))
    seen = []
    for _ in range(6):
        reading = loop.time.read()
        assert reading.certainty is Certainty.NONE
        loop.playback.tick(reading)
        now_ms = to_ms(reading.now)
        timeline = loop.wanted[port.Timeline]
        assert isinstance(timeline, port.Timeline)
        cue = next(cue for cue in timeline.cues if cue.starts_ms <= now_ms < cue.ends_ms)
        seen.append(cue.token.split("/")[2])
        loop.clock.push(timedelta(seconds=5))
    assert seen == ["p", "b", "b", "b", "b", "p"]


def test_nothing_to_play_is_an_empty_timeline() -> None:
    loop = Loop(None)
    loop.tick()
    assert loop.wanted[port.Timeline] == port.Timeline()
    assert loop.playback.expected(NOW).token == ""


def test_an_alert_covers_the_wall_from_its_start_to_its_end() -> None:
    loop = Loop(BUSY, builders.at("2026-11-22 08:59"))
    loop.playback.set_alerts((LiveAlert(builders.alert(), ("/alerts/x.png",)),))
    assert loop.tick() <= builders.at("2026-11-22 09:00")
    assert loop.overlay == port.Overlay()
    loop.tick(timedelta(minutes=1))
    assert (loop.overlay.path, loop.overlay.mode) == ("/alerts/x.png", port.OverlayMode.TAKEOVER)
    loop.tick(timedelta(hours=1))
    assert loop.overlay == port.Overlay()


def test_a_drill_says_so_and_a_lesser_warning_is_a_banner() -> None:
    loop = Loop(BUSY)
    loop.playback.set_alerts((LiveAlert(builders.alert(level=AlertLevel.SIAGA, drill=True), ("/alerts/x.png",)),))
    loop.tick()
    assert (loop.overlay.mode, loop.overlay.drill) == (port.OverlayMode.BANNER, True)
    assert loop.playback.title_of("banjir") == "Banjir bandang"


def test_an_alert_is_shown_even_with_no_programme_at_all() -> None:
    loop = Loop(None)
    loop.playback.set_alerts((LiveAlert(builders.alert(), ("/alerts/x.png",)),))
    loop.tick()
    assert loop.overlay.path == "/alerts/x.png"


def test_without_a_trusted_clock_an_alert_ends_after_its_time() -> None:
    loop = Loop(None, datetime(1970, 1, 1, tzinfo=UTC))
    loop.time.raise_floor(builders.at("2026-11-22 09:30"))
    loop.playback.set_alerts((LiveAlert(builders.alert(), ("/alerts/x.png",)),))
    loop.tick()
    assert loop.overlay.path == "/alerts/x.png"
    loop.tick(timedelta(minutes=29))
    assert loop.overlay.path == "/alerts/x.png"
    loop.tick(timedelta(minutes=2))
    assert loop.overlay == port.Overlay()


def test_needs_are_in_the_order_of_use() -> None:
    loop = Loop(BUSY, builders.at("2026-11-22 12:10"))
    needs = loop.playback.needs(BUSY, loop.clock.now())
    names = {builders.asset(f"{name} {builders.FORMAT}").sha256: name for name in "abcp"}
    assert [names[asset.sha256] for asset in needs.soon] == ["c", "p", "a", "b"]
    assert len(needs.all) == 4


def test_a_programme_without_this_wall_cannot_be_played() -> None:
    assert is_playable(BUSY, "tugu", NOW)
    assert not is_playable(BUSY, "taman", NOW)


@pytest.fixture
def still() -> Reading:
    return ClockTrust(PushedClock(NOW)).read()


def test_a_file_that_vanished_is_suspected_and_replaced(still: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = (builders.playlist("a", "a"), builders.playlist("p", "p"))
    loop = Loop(builders.programme(builders.slot("pagi", "a"), playlists=lists))
    gone = builders.asset(f"a {builders.FORMAT}").sha256

    def path_of(sha256: str) -> Path:
        if sha256 == gone:
            raise ContentMissing("gone")
        return Path("/assets") / sha256

    monkeypatch.setattr(loop.shelf, "path_of", path_of)
    loop.playback.tick(still)
    assert loop.medium() == "p"
    assert gone in loop.shelf.suspected
