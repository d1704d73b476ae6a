"""The stage in memory keeps the port's promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from player.stage import port
from player.stage.memory_stage import MemoryStage
from schedules.display import Canvas
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)


def cue(token: str, starts_s: float, ends_s: float, path: str = "/a.mp4") -> port.StageCue:
    starts, ends = NOON_MS + round(starts_s * 1000), NOON_MS + round(ends_s * 1000)
    return port.StageCue(token, port.CueKind.VIDEO, starts, ends, path, frame_rate=30.0)


@pytest.fixture
def clock() -> PushedClock:
    return PushedClock(NOON)


@pytest.fixture
def stage(clock: PushedClock) -> MemoryStage:
    stage = MemoryStage(clock, broken=frozenset({"/broken.mp4"}))
    stage.send(port.Arrange(Canvas(640, 384)))
    return stage


def test_the_first_request_has_to_arrange(clock: PushedClock) -> None:
    with pytest.raises(AssertionError, match="before Arrange"):
        MemoryStage(clock).send(port.Timeline())


def test_cues_are_presented_when_they_have_ended(stage: MemoryStage, clock: PushedClock) -> None:
    stage.send(port.Timeline((cue("a", 0, 4), cue("bad", 4, 6, "/broken.mp4"), cue("b", 6, 9))))
    assert stage.showing is not None
    assert stage.showing.token == "a"
    assert isinstance(stage.reports()[0], port.Ready)
    clock.push(timedelta(seconds=7))
    reports = stage.reports()
    assert reports[0] == port.Presented("a", NOON_MS, NOON_MS + 4000, presented=120)
    assert isinstance(reports[1], port.Fault)
    assert isinstance(reports[2], port.Showing)
    assert reports[2].token == "b"


def test_a_cue_that_a_new_timeline_drops_is_reported_as_far_as_it_came(stage: MemoryStage, clock: PushedClock) -> None:
    stage.send(port.Timeline((cue("a", 0, 4),)))
    clock.push(timedelta(seconds=1))
    stage.send(port.Timeline((cue("b", 1, 4),)))
    assert port.Presented("a", NOON_MS, NOON_MS + 1000, presented=30) in stage.reports()


def test_an_overlay_is_reported_when_it_goes(stage: MemoryStage, clock: PushedClock) -> None:
    stage.send(port.Overlay("alert", "/alert.png"))
    clock.push(timedelta(seconds=5))
    stage.send(port.Overlay())
    assert port.Presented("alert", NOON_MS, NOON_MS + 5000, presented=1) in stage.reports()


def test_a_stage_that_died_is_closed(stage: MemoryStage) -> None:
    stage.die()
    with pytest.raises(port.StageClosed):
        stage.send(port.Stop())
    with pytest.raises(port.StageClosed):
        stage.reports()


def test_every_region_has_a_timeline_of_its_own(stage: MemoryStage, clock: PushedClock) -> None:
    side = port.StageRegion("samping", 0, 0, 64, 64)
    stage.send(port.Arrange(Canvas(640, 384), regions=(side,)))
    stage.send(port.Timeline((cue("a", 0, 9),)))
    stage.send(port.Timeline((cue("s", 0, 4),), region="samping"))
    clock.push(timedelta(seconds=5))
    assert port.Presented("s", NOON_MS, NOON_MS + 4000, presented=120, region="samping") in stage.reports()
    assert stage.showing is not None
    assert stage.showing_in("samping") is None


def test_a_timeline_for_a_region_that_is_not_there_is_refused(stage: MemoryStage) -> None:
    stage.send(port.Timeline((cue("s", 0, 4),), region="samping"))
    faults = [report for report in stage.reports() if isinstance(report, port.Fault)]
    assert [fault.kind for fault in faults] == [port.FaultKind.REQUEST_REFUSED]
