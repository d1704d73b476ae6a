"""Walls in parts: each loop region plays what is booked into it, and knows nothing of the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from schedules.compiler import compile_programme
from schedules.director import any_time_items, cue_at
from schedules.display import Display
from schedules.errors import InvalidValue, UnknownName
from schedules.explain import explain
from schedules.playlist import PlaylistEntry
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from schedules.region import MAIN, Corner, Logo, Region, RegionKind
from schedules.rotation import STREAM_SHOWS
from schedules.span import Span
from schedules.stream import LiveStream
from schedules.transition import CUT, Motion, Transition, TransitionKind
from tests import builders, strategies

SIDE = Region("sisi", 480, 0, 160, 384, playlist_id="side")
NOW = builders.at("2026-11-22 09:00")
WEEK = Span(NOW - timedelta(days=1), NOW + timedelta(days=3))
SMALL = "160x384@30"


def divided(*regions: Region, **changes: object) -> Display:
    wall = builders.wall()
    return replace(wall, canvas=replace(wall.canvas, regions=regions), **changes)  # type: ignore[arg-type]


def programme(*slots: object, display: Display | None = None, **changes: object) -> Programme:
    """Two loops; `a` and `p` are made for both of them, and the side's own playlist shows `p`."""
    base = builders.programme()
    fields: dict[str, object] = {
        "displays": (display or divided(SIDE),),
        "media": (builders.video("a", 10, builders.FORMAT, SMALL), builders.picture("p", builders.FORMAT, SMALL)),
        "playlists": (builders.playlist("a", "a"), builders.playlist("p", "p"), builders.playlist("side", "p")),
        "slots": slots,
    }
    return replace(base, **{**fields, **changes})  # type: ignore[arg-type]


def test_a_slot_plays_in_its_own_region_only() -> None:
    booked = programme(builders.slot("pagi", "a", region="sisi"))
    side = compile_programme(booked, "tugu", WEEK, "sisi")
    assert {(segment.kind, segment.slot_id) for segment in side.segments} == {
        (ShowingKind.FILLER, ""),
        (ShowingKind.LOOP, "pagi"),
    }
    assert cue_at(side, NOW).asset == booked.media[0].asset_for(SMALL)
    assert {segment.kind for segment in compile_programme(booked, "tugu", WEEK).segments} == {ShowingKind.FILLER}


@settings(max_examples=60, deadline=None)
@given(strategies.scenes())
def test_what_is_booked_elsewhere_changes_nothing_here(drawn: Programme) -> None:
    wall = drawn.displays[0]
    for region in wall.loops:
        alone = replace(drawn, slots=tuple(slot for slot in drawn.slots if slot.region == region))
        compiled = compile_programme(drawn, "wall", strategies_span(), region)
        assert compiled.segments == compile_programme(alone, "wall", strategies_span(), region).segments
        assert compiled.overlaps == compile_programme(alone, "wall", strategies_span(), region).overlaps
        assert compiled.segments[0].span.starts == strategies_span().starts
        for before, after in zip(compiled.segments, compiled.segments[1:], strict=False):
            assert before.span.ends == after.span.starts


def strategies_span() -> Span:
    return builders.span("2026-11-22 00:00", "2026-11-24 00:00")


@settings(max_examples=40, deadline=None)
@given(strategies.programmes())
def test_an_empty_region_beside_it_leaves_the_main_picture_as_it_was(drawn: Programme) -> None:
    wall = drawn.displays[0]
    plain = replace(drawn, displays=(replace(wall, canvas=replace(wall.canvas, regions=())),))
    beside = Region("sisi", 0, 0, 20, 20)
    parted = replace(drawn, displays=(replace(wall, canvas=replace(wall.canvas, regions=(beside,))),))
    span = strategies_span()
    assert compile_programme(parted, "wall", span).segments == compile_programme(plain, "wall", span).segments


def test_the_main_picture_fills_the_region_utama() -> None:
    wall = divided(Region(MAIN, 0, 0, 480, 384), SIDE)
    assert (wall.format, wall.format_of(""), wall.format_of(MAIN)) == ("640x384@30", "480x384@30", "480x384@30")
    assert wall.loops == ("", "sisi")
    assert wall.formats == ("480x384@30", "160x384@30")
    booked = programme(builders.slot("pagi", "a", region=MAIN), display=wall)
    compilation = compile_programme(booked, "tugu", WEEK, MAIN)
    assert compilation.region == ""
    assert compilation.segments == compile_programme(booked, "tugu", WEEK).segments


def test_logos_have_sizes_of_their_own() -> None:
    wall = divided(Region("lambang", 0, 0, 60, 10, RegionKind.LOGO, medium_id="p"), logo=Logo("p", Corner.TOP_LEFT, 25))
    assert wall.formats == ("640x384@30", "60x16@0", "320x96@0")
    assert wall.logo_format == "320x96@0"
    assert builders.wall().logo_format == ""


def test_a_region_without_anything_has_nothing_to_show_and_no_slate() -> None:
    wall = divided(replace(SIDE, playlist_id=None))
    compilation = compile_programme(programme(display=wall, slate_id="p"), "tugu", WEEK, "sisi")
    assert {segment.items for segment in compilation.segments} == {()}
    assert any_time_items(programme(display=wall), "tugu", "sisi") == ()
    assert [item.medium_id for item in any_time_items(programme(), "tugu", "sisi")] == ["p"]


def test_why_is_asked_of_one_region() -> None:
    booked = programme(
        builders.slot("pagi", "a", region="sisi", priority=60),
        builders.slot("siang", "p", region="sisi"),
        builders.interrupt("iklan", "p", 4, region="sisi", priority=90),
        builders.slot("utama", "a"),
    )
    told = explain(booked, "tugu", NOW + timedelta(seconds=70), region="sisi")
    assert told.region == "sisi"
    assert told.winner is not None
    assert told.winner.slot_id == "pagi"
    assert {loser.slot_id: loser.rule for loser in told.losers} == {
        "siang": LosingRule.LOWER_PRIORITY,
        "iklan": LosingRule.NOT_DUE,
    }
    during = explain(booked, "tugu", NOW, region="sisi")
    assert {loser.slot_id: loser.rule for loser in during.losers}["pagi"] is LosingRule.INTERRUPTED
    unmade = programme(builders.slot("pagi", "c", region="sisi"), playlists=_with_c(), media=_media_with_c())
    (loser,) = explain(unmade, "tugu", NOW, region="sisi").losers
    assert "has a rendition for 160x384@30" in loser.detail


def _with_c() -> tuple[object, ...]:
    return (*programme().playlists, builders.playlist("c", "c"))


def _media_with_c() -> tuple[object, ...]:
    return (*programme().media, builders.video("c", 10))


def test_a_region_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidValue, match="'atas' is no loop region of 'Tugu'"):
        compile_programme(programme(), "tugu", WEEK, "atas")
    with pytest.raises(UnknownName, match="slot 'Pagi' is booked into the region 'atas'"):
        programme(builders.slot("pagi", "a", region="atas"))
    with pytest.raises(InvalidValue, match="is no region"):
        divided(SIDE).region("atas")
    with pytest.raises(UnknownName, match="display 'Tugu' names the playlist 'side'"):
        programme(playlists=(builders.playlist("a", "a"), builders.playlist("p", "p")))


def test_a_cue_says_how_it_comes_how_it_moves_and_how_loud_it_is() -> None:
    fade = Transition(TransitionKind.CROSSFADE, timedelta(milliseconds=800))
    entries = (PlaylistEntry("p", volume=50, motion=Motion.ZOOM_IN), PlaylistEntry("a", transition=CUT))
    lists = (*programme().playlists, builders.playlist("soft", *entries, transition=fade))
    booked = programme(builders.slot("pagi", "soft", "09:00-10:00", volume=50), playlists=lists)
    compilation = compile_programme(booked, "tugu", WEEK)
    first = cue_at(compilation, NOW)
    assert (first.transition, first.motion, first.volume) == (fade, Motion.ZOOM_IN, 25)
    second = cue_at(compilation, first.span.ends)
    assert (second.transition, second.motion, second.volume) == (CUT, Motion.NONE, 50)


def test_a_live_stream_is_shown_for_a_minute_behind_its_poster() -> None:
    stream = LiveStream("rtsp://10.0.0.7/live")
    camera = replace(builders.picture("kamera"), stream=stream)
    lists = (*programme().playlists, builders.playlist("kamera", "kamera"))
    booked = programme(
        builders.slot("pagi", "kamera", "09:00-10:00"), media=(*programme().media, camera), playlists=lists
    )
    cue = cue_at(compile_programme(booked, "tugu", WEEK), NOW)
    assert (cue.stream, cue.span.length, cue.asset) == (stream, STREAM_SHOWS, camera.asset_for(builders.FORMAT))
