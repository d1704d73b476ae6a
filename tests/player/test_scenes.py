"""What the agent tells the stage of a wall in parts: a timeline a region, text, clocks, logos, sound, live streams."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from player.cueing import CueFacts, Place, line_up, to_ms
from player.faults import FaultBook
from player.needs import every_asset
from player.scenery import Scenery
from player.stage import port
from player.stream_returns import StreamReturns
from schedules.clock_face import ClockStyle
from schedules.compiler import compile_programme
from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, Medium, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.region import Corner, Logo, Region, RegionKind
from schedules.span import Span
from schedules.stream import LiveStream
from schedules.ticker import RunningText, Ticker
from schedules.transition import Motion, Transition, TransitionKind
from tests import builders
from tests.player.rig import Rig
from tests.player.test_playback import Loop, Shelf

NOW = builders.at("2026-11-22 09:00")
SMALL = "160x336@30"
CAMERA = LiveStream("rtsp://petugas:sandi@10.0.0.7/live", timedelta(seconds=3))
REGIONS = (
    Region("utama", 0, 0, 480, 336),
    Region("sisi", 480, 0, 160, 336, playlist_id="p"),
    Region("teks", 0, 336, 480, 48, RegionKind.TICKER),
    Region("jam", 480, 336, 160, 48, RegionKind.CLOCK, clock_style=ClockStyle.DATE_TIME),
    Region("lambang", 400, 0, 80, 40, RegionKind.LOGO, medium_id="logo"),
)


def loud(name: str, seconds: float, *formats: str) -> Medium:
    film = builders.video(name, seconds, *formats)
    renditions = (replace(each, asset=replace(each.asset, has_sound=True)) for each in film.renditions)
    return replace(film, renditions=tuple(renditions))


def wall(*regions: Region, **changes: object) -> Display:
    display = builders.wall()
    canvas = replace(display.canvas, regions=regions or REGIONS)
    return replace(display, canvas=canvas, **changes)  # type: ignore[arg-type]


def scene(display: Display | None = None, **changes: object) -> Programme:
    """A wall in five parts: `a` and the camera play in the main picture, `b` beside it, `p` is every filler."""
    main = "480x336@30"
    fields: dict[str, object] = {
        "displays": (display or wall(),),
        "media": (
            loud("a", 10, main, SMALL),
            loud("b", 4, main, SMALL),
            builders.picture("p", main, SMALL),
            builders.picture("logo", "80x40@0", "320x57@0"),
            replace(builders.picture("kamera", main), stream=CAMERA),
        ),
        "playlists": (
            builders.playlist("ak", "a", "kamera", transition=Transition(TransitionKind.SLIDE, timedelta(seconds=1))),
            builders.playlist("b", "b"),
            builders.playlist("p", PlaylistEntry("p", motion=Motion.PAN_LEFT)),
        ),
        "slots": (builders.slot("pagi", "ak", volume=50), builders.slot("samping", "b", region="sisi")),
        "tickers": (Ticker("t", "Teks", (RunningText("Halo"), RunningText("Nanti", valid_from=NOW + HOUR))),),
    }
    return replace(builders.programme(), **{**fields, **changes})  # type: ignore[arg-type]


HOUR = timedelta(hours=1)


class Told(Loop):
    """A loop that keeps the newest timeline of each region."""

    def _want(self, request: port.Request) -> None:
        super()._want(request)
        self.lines = getattr(self, "lines", {})
        if isinstance(request, port.Timeline):
            self.lines[request.region] = request

    def now_in(self, region: str) -> port.StageCue:
        now = to_ms(self.time.read().now)
        return next(cue for cue in self.lines[region].cues if cue.starts_ms <= now < cue.ends_ms)

    def told(self, kind: type[port.Request]) -> object:
        return self.wanted[kind]


def test_every_loop_region_has_a_timeline_of_its_own_and_only_one_is_heard() -> None:
    loop = Told(scene())
    loop.tick()
    assert set(loop.lines) == {"", "sisi"}
    main, side = loop.now_in(""), loop.now_in("sisi")
    assert (main.volume, side.sound) == (50, False)
    heard = {cue.kind: cue.sound for cue in loop.lines[""].cues}
    assert heard == {port.CueKind.VIDEO: True, port.CueKind.STREAM: False}
    assert main.transition == port.CueTransition(port.TransitionKind.SLIDE, 1000)
    tokens = [cue.token for line in loop.lines.values() for cue in line.cues]
    assert len(tokens) == len(set(tokens))
    facts = loop.playback.facts(side.token)
    assert facts is not None
    assert (facts.region, facts.slot_id, facts.medium_id) == ("sisi", "samping", "b")
    assert loop.playback.has_sound
    assert not Told(scene(wall(volume=0))).playback.has_sound


def test_a_wall_may_listen_to_another_region() -> None:
    loop = Told(scene(wall(sound_region="sisi")))
    loop.tick()
    assert (loop.now_in("").sound, loop.now_in("sisi").sound) == (False, True)


def test_pictures_move_and_their_region_begins_where_the_clock_says() -> None:
    loop = Told(scene(slots=()))
    loop.tick()
    assert loop.now_in("sisi").motion is port.Motion.PAN_LEFT
    loop.playback.reconsider()
    before = loop.now_in("sisi")
    loop.tick(timedelta(seconds=1))
    assert loop.now_in("sisi") == before


def test_a_live_stream_is_told_with_its_poster_and_its_patience() -> None:
    loop = Told(scene())
    loop.tick()
    cue = next(cue for cue in loop.lines[""].cues if cue.kind is port.CueKind.STREAM)
    assert (cue.url, cue.patience_ms, cue.sound, cue.volume) == (CAMERA.url, 3000, False, 50)
    assert cue.path.startswith("/assets/")
    assert cue.motion is port.Motion.NONE


def test_a_lost_stream_gives_way_for_a_minute_and_its_poster_stays_good() -> None:
    loop = Told(scene())
    loop.tick(timedelta(seconds=25))
    cue = loop.now_in("")
    facts = loop.playback.facts(cue.token)
    assert facts is not None
    assert facts.source == CAMERA.url
    assert "sandi" not in repr(facts)
    loop.playback.set_broken(facts, loop.clock.monotonic())
    loop.tick()
    assert loop.now_in("").kind is port.CueKind.VIDEO
    assert loop.playback.substituted > 0
    loop.tick(timedelta(seconds=61))
    assert loop.playback.substituted == 0
    assert not loop.shelf.suspected


def test_the_wall_wears_text_a_clock_and_logos() -> None:
    loop = Told(scene(wall(logo=Logo("logo", Corner.TOP_LEFT, 15))))
    due = loop.tick()
    text = loop.told(port.Tickers)
    assert isinstance(text, port.Tickers)
    assert [(strip.region, strip.texts) for strip in text.strips] == [("teks", ("Halo",))]
    clocks = loop.told(port.Clocks)
    assert clocks == port.Clocks((port.ClockFace("jam", builders.ZONE, port.ClockStyle.DATE_TIME),))
    logos = loop.told(port.Logos)
    assert isinstance(logos, port.Logos)
    assert [(logo.region, logo.corner.value, logo.percent) for logo in logos.logos] == [
        ("lambang", "top-right", 15),
        ("", "top-left", 15),
    ]
    assert due <= NOW + HOUR
    loop.tick(HOUR)
    later = loop.told(port.Tickers)
    assert isinstance(later, port.Tickers)
    assert later.strips[0].texts == ("Halo", "Nanti")


def test_a_logo_that_is_not_here_yet_is_left_out_until_it_is() -> None:
    loop = Told(scene())
    loop.shelf.missing = {builders.asset("logo 80x40@0").sha256}
    loop.tick()
    assert loop.told(port.Logos) == port.Logos()
    loop.shelf.missing = set()
    loop.playback.reconsider()
    loop.tick()
    assert loop.told(port.Logos) != port.Logos()


def test_quiet_hours_begin_in_mid_item_and_leave_the_item_alone() -> None:
    display = wall(volume=80, quiet_hours=(builders.hours("09:00-10:00"),))
    loop = Told(scene(display), builders.at("2026-11-22 08:59:57"))
    due = loop.tick()
    assert loop.told(port.Loudness) == port.Loudness(80)
    assert due <= NOW
    playing, lines = loop.now_in(""), loop.timelines
    loop.tick(timedelta(seconds=3))
    assert loop.told(port.Loudness) == port.Loudness(0)
    assert (loop.now_in(""), loop.timelines) == (playing, lines)
    loop.tick(HOUR)
    assert loop.told(port.Loudness) == port.Loudness(80)


def test_without_a_trusted_clock_no_time_is_told_and_nobody_is_woken() -> None:
    display = wall(quiet_hours=(builders.hours("21:00-06:00"),))
    loop = Told(scene(display), datetime(1970, 1, 1, tzinfo=UTC))
    loop.tick()
    assert loop.told(port.Clocks) == port.Clocks()
    assert loop.told(port.Tickers) == port.Tickers()
    assert loop.told(port.Loudness) == port.Loudness(0)
    assert loop.now_in("sisi").kind is port.CueKind.PICTURE


def test_a_programme_that_goes_takes_everything_with_it() -> None:
    loop = Told(scene())
    loop.tick()
    loop.playback.put_on_air(None)
    loop.tick()
    assert loop.told(port.Tickers) == port.Tickers()
    assert loop.told(port.Clocks) == port.Clocks()
    assert loop.told(port.Loudness) == port.Loudness(100)


def test_a_wall_needs_what_is_booked_in_each_region_and_no_more() -> None:
    programme = scene()
    names = {each.asset.sha256: (m.id, each.format) for m in programme.media for each in m.renditions}
    everything = {names[asset.sha256] for asset in every_asset(programme, programme.displays[0])}
    assert ("b", SMALL) in everything
    assert ("p", SMALL) in everything
    assert ("a", SMALL) not in everything
    assert ("logo", "80x40@0") in everything
    assert ("logo", "320x57@0") not in everything
    assert ("kamera", "480x336@30") in everything
    loop = Told(programme)
    soon = {names[asset.sha256] for asset in loop.playback.needs(programme, NOW).soon}
    assert {("a", "480x336@30"), ("kamera", "480x336@30"), ("b", SMALL), ("logo", "80x40@0")} <= soon


def test_a_region_with_nothing_good_has_no_cue_and_no_slate() -> None:
    loop = Told(scene())
    loop.shelf.missing = {builders.asset(f"{name} {SMALL}").sha256 for name in "bp"}
    loop.tick()
    assert loop.lines["sisi"].cues == ()
    assert loop.lines[""].cues != ()


def test_a_name_as_long_as_allowed_makes_a_token_that_the_stage_takes() -> None:
    long = "s" * 64
    programme = scene(
        wall(Region(long, 480, 0, 160, 336, playlist_id="p")),
        slots=(builders.slot(long, "p", region=long),),
        media=(Medium(long, long, (Rendition(SMALL, Asset("0" * 64, 1, AssetKind.PICTURE)),)),),
        playlists=(builders.playlist("p", long),),
        tickers=(),
    )
    compilation = compile_programme(programme, "tugu", Span(NOW, NOW + HOUR), long)
    shelf = Shelf()
    made = line_up(
        compilation, NOW, NOW + timedelta(minutes=1), display=programme.displays[0], revision=1,
        find=lambda asset, stream: shelf.path_of(asset.sha256),
    )  # fmt: skip
    assert made.cues[0].token.endswith("/1")
    assert Place(programme.displays[0], long).token_end == "/1"


@pytest.mark.parametrize(
    ("canvas", "main"), [(None, (0, 0, 480, 336)), (Canvas(320, 192, 7, 9), (0, 0, 240, 168))]
)  # fmt: skip
def test_regions_lie_where_they_belong_on_whatever_canvas_the_stage_has(
    canvas: Canvas | None, main: tuple[int, int, int, int]
) -> None:
    loop = Told(scene())
    scenery = Scenery(canvas, "host", "")
    wanted: list[port.Request] = []
    scenery.set(wanted.append, loop.playback, loop.time.read(), "", "tugu")
    arrange = next(request for request in wanted if isinstance(request, port.Arrange))
    first = arrange.regions[0]
    assert (first.name, first.kind) == ("", port.RegionKind.LOOP)
    assert (first.x_px, first.y_px, first.width_px, first.height_px) == main
    assert [region.name for region in arrange.regions[1:]] == ["sisi", "teks", "jam", "lambang"]
    assert arrange.canvas.regions == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [(None, (600, 480, 4, 0)), (Canvas(640, 384, 700, 9), (600, 480, 704, 9)), (Canvas(64, 48), (64, 48, 0, 0))],
)
def test_a_canvas_that_is_tried_is_shown_in_the_place_that_was_given(
    given: Canvas | None, shown: tuple[int, int, int, int]
) -> None:
    scenery = Scenery(given, "host", "")
    scenery.tried = Canvas(600, 480, 4)
    loop, wanted = Told(scene()), list[port.Request]()
    scenery.set(wanted.append, loop.playback, loop.time.read(), "", "tugu")
    canvas = next(request.canvas for request in wanted if isinstance(request, port.Arrange))
    assert (canvas.width_px, canvas.height_px, canvas.x_px, canvas.y_px) == shown


def test_each_region_of_a_wall_plays_and_is_recorded_under_its_name(rig: Rig) -> None:
    side = builders.wall(canvas=Canvas(160, 384))
    rig.wall = replace(rig.wall, canvas=replace(rig.wall.canvas, regions=(Region("sisi", 480, 0, 160, 384),)))
    media = (rig.medium("a", seconds=0.6), rig.medium("b", seconds=0.7, display=side))
    slots = (rig.slot(playlist_id="a"), rig.slot("samping", "b", region="sisi"))
    rig.bind()
    rig.start()
    rig.until(lambda: rig.hub.connected, "the link")
    rig.hub.publish(rig.programme(*slots, media=media))
    rig.until(lambda: rig.shown == "a", "the clip on the wall")
    rig.until(lambda: rig.stage.showing_in("sisi"), "the clip beside it")
    rig.until(lambda: {"", "sisi"} <= {_region(record) for record in rig.hub.records.values()}, "records", seconds=30)
    assert {(_region(record), record["slot_id"]) for record in rig.hub.records.values()} == {
        ("", "pagi"),
        ("sisi", "samping"),
    }


def test_a_stream_that_is_lost_gives_way_at_once_and_is_said_without_its_password(rig: Rig) -> None:
    camera = replace(rig.medium("kamera"), stream=CAMERA)
    rig.bind()
    rig.start()
    rig.until(lambda: rig.hub.connected, "the link")
    rig.hub.publish(rig.programme(rig.slot(playlist_id="kamera"), media=(camera,)))
    rig.until(lambda: rig.shown == "kamera", "the camera on the wall")
    cue = rig.stage.showing
    assert cue is not None
    assert cue.kind is port.CueKind.STREAM
    rig.stage.report(port.Fault(port.FaultKind.STREAM_LOST, cue.token, f"{CAMERA.shown} gave no picture"))
    rig.until(lambda: rig.shown == "p", "the filler in its place")
    rig.until(lambda: any("stream-lost (kamera)" in fault for fault in rig.faults), "the fault")
    assert not any("sandi" in fault for fault in rig.faults)


def test_a_stream_is_complained_of_while_its_poster_stands_whatever_is_shown_meanwhile() -> None:
    facts = CueFacts(ShowingKind.LOOP, "pagi", "kamera", "ab" * 32, 1, 0, moves=True, url=CAMERA.url)
    faults = FaultBook()
    returns = StreamReturns(faults, {"a": facts, "b": facts}.get)
    faults.note("lost", "stream-lost (kamera)", 0.0)
    returns.heard(port.Fault(port.FaultKind.STREAM_LOST, "a"), "lost")
    for token, frame, region in (("a", 90, ""), ("a", 91, ""), ("p", 9, ""), ("b", 1, ""), ("b", 40, "sisi")):
        returns.saw(port.Showing(token, frame, 0, 0, region=region))
        assert faults.sentences(1.0)
    returns.saw(port.Showing("b", 30, 0, 0))
    assert not faults.sentences(1.0)


def test_a_stream_that_came_back_is_no_longer_complained_of(rig: Rig) -> None:
    camera = replace(rig.medium("kamera"), stream=CAMERA)
    rig.bind()
    rig.start()
    rig.until(lambda: rig.hub.connected, "the link")
    rig.hub.publish(rig.programme(rig.slot(playlist_id="kamera"), media=(camera,)))
    rig.until(lambda: rig.shown == "kamera", "the camera on the wall")
    cue = rig.stage.showing
    assert cue is not None
    rig.stage.report(port.Fault(port.FaultKind.STREAM_LOST, cue.token, f"{CAMERA.shown} gave no picture"))
    rig.until(lambda: any("stream-lost (kamera)" in fault for fault in rig.faults), "the fault")
    for frame in (1, 30):
        rig.stage.report(port.Showing(cue.token, frame, 0, 0))
    rig.until(lambda: not any("stream-lost" in fault for fault in rig.faults), "no fault any more")


def _region(record: dict[str, Any]) -> str:
    return str(record.get("region", ""))
