"""Keeping a stage alive: told everything again, started without a storm, judged by what it presents."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from player.faults import FaultBook
from player.stage import port
from player.stage.memory_stage import MemoryStage
from player.stage_keeper import LONGEST_WAIT_S, StageKeeper
from player.watchdog import Expected, ServiceNotices, Watchdog
from schedules.display import Canvas
from tests.fakes.clock import PushedClock

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MOVING = Expected("x", 10**13, moves=True)
STILL = Expected("x", 10**13, moves=False)


class Kept:
    def __init__(self) -> None:
        self.clock = PushedClock(NOW)
        self.stages: list[MemoryStage] = []
        self.refuse_starts = 0
        self.faults = FaultBook()
        self.keeper = StageKeeper(self._start, Watchdog(10.0), self.faults, self.clock)

    def _start(self) -> MemoryStage:
        if self.refuse_starts:
            self.refuse_starts -= 1
            raise OSError("no such program")
        self.stages.append(MemoryStage(self.clock))
        return self.stages[-1]

    def push(self, seconds: float) -> None:
        self.clock.push(timedelta(seconds=seconds))


@pytest.fixture
def kept() -> Kept:
    kept = Kept()
    kept.keeper.want(port.SlateText("Tugu"))
    kept.keeper.open()
    kept.keeper.want(port.Arrange(Canvas(64, 64)))
    return kept


def test_the_canvas_is_told_first_and_everything_wanted_before_it_follows(kept: Kept) -> None:
    assert kept.stages[0].requests == [port.Arrange(Canvas(64, 64)), port.SlateText("Tugu")]


def test_the_same_wish_twice_is_told_once(kept: Kept) -> None:
    kept.keeper.want(port.ShowTestPattern(True))
    kept.keeper.want(port.ShowTestPattern(True))
    assert kept.stages[0].requests.count(port.ShowTestPattern(True)) == 1


def test_a_new_stage_is_told_what_holds_but_not_what_was_asked_once(kept: Kept) -> None:
    lost: list[bool] = []
    kept.keeper.on_lost = lost.append
    kept.keeper.ask(port.Identify("Tugu"))
    kept.keeper.want(port.Timeline())
    kept.stages[0].die()
    kept.keeper.reports()
    kept.keeper.reports()
    assert lost == [False], "it died before it had shown anything"
    assert kept.stages[1].requests == [port.Arrange(Canvas(64, 64)), port.SlateText("Tugu"), port.Timeline()]


def test_each_region_has_a_timeline_that_holds_as_long_as_there_is_such_a_region(kept: Kept) -> None:
    side = port.StageRegion("samping", 0, 0, 16, 16)
    with_side, main = port.Arrange(Canvas(64, 64), regions=(side,)), port.Timeline()
    kept.keeper.want(with_side)
    kept.keeper.want(main)
    kept.keeper.want(port.Timeline(region="samping"))
    kept.stages[0].die()
    kept.keeper.reports()
    kept.keeper.reports()
    assert kept.stages[1].requests == [with_side, port.SlateText("Tugu"), main, port.Timeline(region="samping")]
    kept.keeper.want(port.Arrange(Canvas(64, 64)))
    kept.stages[1].die()
    kept.push(1)
    kept.keeper.reports()
    kept.push(1)
    kept.keeper.reports()
    assert kept.stages[2].requests == [port.Arrange(Canvas(64, 64)), port.SlateText("Tugu"), main]


@pytest.mark.parametrize("crashed", [True, False], ids=["crashed", "its screen went away"])
def test_a_stage_that_dies_after_it_has_shown_something_has_crashed_unless_it_ended_in_order(
    kept: Kept, crashed: bool
) -> None:
    lost: list[bool] = []
    kept.keeper.on_lost = lost.append
    kept.keeper.saw(port.Showing("x", 7, 0, 0), MOVING)
    kept.stages[0].die(crashed=crashed)
    kept.keeper.reports()
    assert lost == [crashed]


def test_a_stage_is_replaced_by_one_that_takes_over_its_picture(kept: Kept) -> None:
    lost: list[bool] = []
    kept.keeper.on_lost = lost.append
    kept.keeper.saw(port.Showing("x", 7, 0, 0), MOVING)
    kept.keeper.renew("its memory kept growing")
    assert kept.stages[0].kept_picture
    kept.keeper.reports()
    assert kept.stages[1].requests == kept.stages[0].requests
    assert (lost, kept.keeper.restarts) == ([False], 1)
    kept.keeper.close()
    assert not kept.stages[1].kept_picture, "a player that stops leaves the wall black"


def test_a_stage_that_keeps_dying_is_not_started_in_a_storm(kept: Kept) -> None:
    for _ in range(600):
        kept.push(0.1)
        kept.stages[-1].die()
        kept.keeper.reports()
    assert 5 <= len(kept.stages) <= 12
    assert 0 < kept.keeper.wait_s <= LONGEST_WAIT_S
    assert "restart" in kept.faults.sentences(kept.clock.monotonic())[0]


def test_after_a_steady_minute_a_restart_is_at_once_again(kept: Kept) -> None:
    for _ in range(5):
        kept.push(40)
        kept.stages[-1].die()
        kept.keeper.reports()
        kept.keeper.reports()
    kept.push(100)
    kept.keeper.reports()
    kept.push(100)
    count = len(kept.stages)
    kept.stages[-1].die()
    kept.keeper.reports()
    kept.keeper.reports()
    assert len(kept.stages) == count + 1


def test_a_stage_that_cannot_be_started_is_tried_again() -> None:
    kept = Kept()
    kept.refuse_starts = 2
    kept.keeper.want(port.Arrange(Canvas(64, 64)))
    for _ in range(20):
        kept.keeper.reports()
        kept.push(0.5)
    assert len(kept.stages) == 1
    kept.keeper.close()
    kept.keeper.close()
    assert kept.keeper.reports() == ()


def test_a_stage_that_presents_nothing_new_is_ended(kept: Kept) -> None:
    kept.push(40)
    for _ in range(30):
        kept.keeper.saw(port.Showing("x", 7, 0, 0), MOVING)
        kept.keeper.check()
        kept.push(1)
    kept.keeper.reports()
    assert len(kept.stages) == 2
    assert "no new picture was presented" in kept.faults.sentences(kept.clock.monotonic())[0]


@pytest.mark.parametrize(
    ("frames", "token", "expected", "complaint"),
    [
        ([1, 2, 3, 4], "x", MOVING, ""),
        ([1, 1, 1, 1], "x", STILL, ""),
        ([1, 1, 1, 1], "x", MOVING, "no new picture"),
        ([1, 2, 3, 4], "y", MOVING, "another item"),
        ([1, 2, 3, 4], "y", Expected("", 0, moves=False), ""),
    ],
)
def test_liveness_is_what_was_presented(frames: list[int], token: str, expected: Expected, complaint: str) -> None:
    watchdog = Watchdog(10.0)
    watchdog.begin(0.0)
    for number, frame in enumerate(frames):
        watchdog.saw(port.Showing(token, frame, 0, number, painted=number), expected, 40.0 + number * 5)
    said = watchdog.complaint(56.0)
    assert complaint in said
    assert bool(said) == bool(complaint)


def test_a_silent_stage_is_given_time_to_start_but_no_longer() -> None:
    watchdog = Watchdog(10.0)
    watchdog.begin(0.0)
    assert watchdog.complaint(29.0) == ""
    assert "said nothing" in watchdog.complaint(31.0)


def test_the_service_is_ready_and_alive_only_by_presented_pictures(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(2)
        notices = ServiceNotices(address)
        for title, told in (("Lagu", b"READY=1\nWATCHDOG=1\nSTATUS=Lagu"), ("Lagu", b"WATCHDOG=1")):
            notices.presented(title)
            assert systemd.recv(100) == told
        notices = ServiceNotices(address)
        for said in (b"READY=1\nWATCHDOG=1", b"WATCHDOG=1"):
            notices.presented()
            assert systemd.recv(100) == said
        notices.stopping()
        assert systemd.recv(100) == b"STOPPING=1"
    notices.presented()
    ServiceNotices("").presented()
