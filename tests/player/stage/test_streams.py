"""When streams are opened and closed, and what is told of them, told by decoders that do as the story says."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.live_words import INDEX_NS, Trouble
from player.decoder.supervisor import DecoderLost
from player.faults import FaultBook
from player.stage.port import CueKind, Fault, FaultKind, StageCue, Timeline
from player.stage.reel import Reel
from player.stage.streams import MOST_RECEPTIONS, Streams
from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
STEP = timedelta(milliseconds=20)
URL = "rtsp://admin:rahasia@10.0.0.7/cam"


class ScriptedCamera:
    """A live decoder that gives a picture at every step from half a second after its order on, while it `sends`."""

    def __init__(self, now_ns: int) -> None:
        self.ring = Ring.make(FrameFormat(16, 16, 8))
        self.up, self.life, self.sends, self.hangs = True, 1, True, False
        self.pid = 1
        self.watched: list[str] = []
        self.halted = self.closed = self.deaf = False
        self.opened_ns = now_ns
        self._since_ns = 0
        self._slot = 0

    def order(self, order: orders.Order) -> None:
        if self.deaf:
            raise DecoderLost("deaf")
        if isinstance(order, orders.Watch):
            self.watched.append(order.url)
        self.halted |= isinstance(order, orders.Halt)

    def silent(self, _now_ns: int) -> bool:
        return self.hangs

    def kill(self) -> None:
        self.hangs, self.watched, self._since_ns = False, [], 0
        self.life += 1

    def close(self) -> None:
        self.closed = True

    def live(self, now_ns: int) -> None:
        if not self.watched or not self.sends or self.hangs:
            return
        self._since_ns = self._since_ns or now_ns
        if now_ns - self._since_ns > 500_000_000:
            self._slot = (self._slot + 1) % 8
            self.ring.publish(self._slot, 1, now_ns // INDEX_NS, now_ns)


class Story:
    """Lets time pass over streams whose cameras are scripted."""

    def __init__(self, *cues: StageCue, sends: bool = True) -> None:
        self.clock = PushedClock(NOON)
        self.cameras: list[ScriptedCamera] = []
        self.faults: list[Fault] = []
        self.sends = sends
        self.streams = Streams(WallClock(self.clock), self._start, self.faults.append)  # type: ignore[arg-type]
        self.reel = Reel(Timeline(cues))

    def until(self, seconds: float) -> None:
        while self.clock.monotonic() < seconds - 1e-6:
            self.clock.push(STEP)
            for camera in self.cameras:
                camera.live(self._now_ns)
            self.streams.tick(self._now_ns, self.reel)

    def number(self) -> int | None:
        """The number of the picture due now; None where it is the poster."""
        lap = self.reel.at(NOON_MS * 1_000_000 + self._now_ns)
        found = self.streams.find(lap, self._now_ns) if lap else None
        return found.number if found else None

    def open_cameras(self) -> int:
        return sum(not camera.halted and not camera.closed for camera in self.cameras)

    @property
    def _now_ns(self) -> int:
        return round(self.clock.monotonic() * 1e9)

    def _start(self) -> ScriptedCamera:
        self.cameras.append(ScriptedCamera(self._now_ns))
        self.cameras[-1].sends = self.sends
        return self.cameras[-1]


def stream(starts_s: float, ends_s: float, url: str = URL, patience_ms: int = 4000) -> StageCue:
    starts, ends = NOON_MS + round(starts_s * 1000), NOON_MS + round(ends_s * 1000)
    token = f"stream@{starts_s}"
    return StageCue(token, CueKind.STREAM, starts, ends, "/poster.png", url=url, patience_ms=patience_ms)


def test_a_stream_is_open_five_seconds_before_its_cue_and_closed_some_after_it() -> None:
    story = Story(stream(10, 20))
    story.until(4.9)
    assert story.cameras == []
    story.until(5.2)
    assert [camera.watched for camera in story.cameras] == [[URL]]
    story.until(10.1)
    assert story.number() is not None
    story.until(24)
    assert story.open_cameras() == 1
    story.until(26)
    deadline = time.monotonic() + 5
    while story.open_cameras() and time.monotonic() < deadline:
        time.sleep(0.005)  # it takes leave on a thread of its own
    assert story.open_cameras() == 0
    assert story.faults == []


def test_pictures_are_counted_as_they_are_shown() -> None:
    story = Story(stream(1, 20))
    story.until(2)
    first = story.number()
    story.until(2.02)
    assert story.number() == (first or 0) + 1


def test_a_camera_that_never_sends_is_told_of_once_its_patience_is_over_without_its_password() -> None:
    story = Story(stream(10, 20), sends=False)
    story.until(8.9)
    assert story.faults == []
    story.cameras[0].ring[Word.FAILED] = Trouble.LOCKED
    story.until(20)
    assert [(fault.kind, fault.token) for fault in story.faults] == [(FaultKind.STREAM_LOST, "stream@10")]
    assert "rtsp://10.0.0.7/cam wants a name" in story.faults[0].detail
    assert "rahasia" not in story.faults[0].detail
    assert story.number() is None


def test_the_reason_is_told_however_long_the_address_is() -> None:
    story = Story(stream(10, 20, url=f"rtsp://10.0.0.7/{'kanal/' * 150}"), sends=False)
    story.until(9)
    story.cameras[0].ring[Word.FAILED] = Trouble.ABSENT
    story.until(20)
    faults = FaultBook()
    faults.note("stream", f"stream-lost ({'m' * 64}): {story.faults[0].detail}", 0)
    assert faults.sentences(0)[0].endswith(Trouble.ABSENT.sentence)


def test_a_stream_that_stalls_keeps_its_picture_then_its_poster_then_is_told_of_and_comes_back() -> None:
    story = Story(stream(1, 60))
    story.until(5)
    story.cameras[0].sends = False
    story.until(7.9)
    assert story.number() is not None
    story.until(8.2)
    assert story.number() is None
    assert story.faults == []
    story.until(9.3)
    assert [fault.kind for fault in story.faults] == [FaultKind.STREAM_LOST]
    story.cameras[0].sends = True
    story.until(9.5)
    assert story.number() is not None


def test_each_appearance_of_a_lost_stream_is_told_of() -> None:
    story = Story(*(stream(n * 10, n * 10 + 10) for n in range(1, 4)), sends=False)
    story.until(35)
    assert [fault.token for fault in story.faults] == ["stream@10", "stream@20", "stream@30"]
    assert len(story.cameras) == 1


def test_a_stream_that_is_lost_again_is_told_of_again() -> None:
    story = Story(stream(1, 60))
    story.until(5)
    for number, second in enumerate((20, 40), start=1):
        story.cameras[0].sends = False
        story.until(second)
        assert len(story.faults) == number
        story.cameras[0].sends = True
        story.until(second + 2)
    assert story.number() is not None


def test_a_decoder_that_hangs_is_another_one_and_told_again_what_to_receive() -> None:
    story = Story(stream(1, 60))
    story.until(5)
    story.cameras[0].hangs = True
    story.until(6)
    assert story.cameras[0].watched == [URL]
    assert story.number() is not None
    assert story.streams.restarts == 1
    assert story.faults == []


def test_a_decoder_that_takes_no_order_is_asked_again() -> None:
    story = Story(stream(10, 60))
    story.until(4.9)
    story.until(5.2)
    camera = story.cameras[0]
    camera.kill()
    camera.deaf = True
    story.until(6)
    camera.deaf = False
    story.until(6.2)
    assert camera.watched == [URL]


def test_no_more_streams_are_open_at_once_than_a_wall_can_bear() -> None:
    cues = [stream(10 + n, 11 + n, f"rtsp://10.0.0.{n + 1}/cam", 60_000) for n in range(6)]
    story = Story(*cues)
    for second in range(5, 22):
        story.until(second)
        assert story.open_cameras() <= MOST_RECEPTIONS
    assert len(story.cameras) > MOST_RECEPTIONS


def test_an_address_that_is_none_is_refused() -> None:
    story = Story(stream(3, 20, "file:///etc/passwd"))
    story.until(4)
    assert [fault.kind for fault in story.faults] == [FaultKind.STREAM_LOST]
    assert story.cameras == []
