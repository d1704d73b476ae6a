"""Looks a machine over before it is mounted: does it refresh steadily, are seams clean, does it decode fast enough?"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from player.local_loop import LoopItem, run_loop
from player.stage import port
from schedules.clock import Clock

CLIP_SECONDS = 2
GOOD_HEADROOM = 1.5
_GOOD_ON_TIME = 0.99
_POLL_SECONDS = 0.05
_READY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was measured. `headroom` is how many times faster than needed one core decodes a clip of this canvas."""

    refresh_hz: float
    refreshes_per_second: float
    frames: int
    late: int
    dropped: int
    seams: int
    slip_ms_max: float
    headroom: float
    faults: tuple[str, ...]

    @property
    def on_time(self) -> float:
        """The part of all frames that were shown, and shown when they were due."""
        due = self.frames + self.dropped
        return (self.frames - self.late) / due if due else 0.0

    @property
    def good(self) -> bool:
        steady = self.refreshes_per_second > 0.98 * self.refresh_hz
        return steady and self.on_time >= _GOOD_ON_TIME and self.headroom >= GOOD_HEADROOM and not self.faults

    def words(self) -> tuple[str, ...]:
        """The figures in sentences, the verdict last."""
        lines = [
            f"refresh   {self.refreshes_per_second:.1f} of {self.refresh_hz:.1f} a second",
            f"cadence   {self.on_time:.2%} of {self.frames} frames on time, {self.late} late, {self.dropped} dropped",
            f"seams     {self.seams}, the worst {self.slip_ms_max:.1f} ms off its time",
            f"decoding  {self.headroom:.1f} times as fast as needed (at least {GOOD_HEADROOM} wanted)",
            *(f"fault     {fault}" for fault in self.faults),
        ]
        verdict = "This machine can drive this canvas." if self.good else "This machine is NOT fit for this canvas."
        return (*lines, verdict)


def check_up(stage: port.Stage, arrange: port.Arrange, seconds: float, clock: Clock) -> Checkup:
    """Play two generated clips in turn on `stage`, which has been arranged, for `seconds`, and measure."""
    with tempfile.TemporaryDirectory(prefix="displayctl-check-") as folder:
        rate, canvas = arrange.frame_rate, arrange.canvas
        clips = [Path(folder) / "a.mp4", Path(folder) / "b.mp4"]
        for clip in clips:
            make_clip(clip, canvas.width_px, canvas.height_px, rate)
        headroom = decode_rate(clips[0]) / rate
        length_ms = CLIP_SECONDS * 1000
        items = [LoopItem(str(clip), port.CueKind.VIDEO, length_ms, float(rate), length_ms) for clip in clips]
        reports: list[port.Report] = []
        run_loop(stage, items, clock, seconds, reports.append)
    return sum_up(reports, headroom)


def sum_up(reports: list[port.Report], headroom: float) -> Checkup:
    """The checkup that `reports` of a run amount to. Its first item is left out: the machine was still starting."""
    shown = [report for report in reports if isinstance(report, port.Showing) and report.token]
    played = [report for report in reports if isinstance(report, port.Presented)][1:]
    ready = next((report.refresh_hz for report in reports if isinstance(report, port.Ready)), 0.0)
    span_ms = shown[-1].at_ms - shown[0].at_ms if shown else 0
    return Checkup(
        refresh_hz=ready,
        refreshes_per_second=round((shown[-1].refreshes - shown[0].refreshes) * 1000 / span_ms, 2) if span_ms else 0.0,
        frames=sum(item.presented for item in played),
        late=sum(item.late for item in played),
        dropped=sum(item.dropped for item in played),
        seams=len(played),
        slip_ms_max=max((abs(item.slip_ms) for item in played), default=0.0),
        headroom=round(headroom, 1),
        faults=tuple(report.detail for report in reports if isinstance(report, port.Fault)),
    )


def show_identity(stage: port.Stage, text: str, seconds: int, clock: Clock) -> None:
    """Write `text` large on the wall for `seconds`, then show the test pattern as long."""
    stage.send(port.SlateText(name=text))
    stage.send(port.ShowTestPattern(on=True))
    stage.send(port.Identify(text, seconds))
    _await_ready(stage, clock)
    ends = clock.monotonic() + 2 * seconds
    while clock.monotonic() < ends:
        stage.reports()
        time.sleep(_POLL_SECONDS)


def make_clip(path: Path, width: int, height: int, rate: int) -> None:
    """Write `CLIP_SECONDS` of moving stripes as H.264, the way imported video comes: constant rate, short groups."""
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=Fraction(rate))
        stream.width, stream.height, stream.pix_fmt = width // 2 * 2, height // 2 * 2, "yuv420p"
        stream.options = {"preset": "veryfast", "g": str(rate), "bf": "2", "flags": "+cgop", "sc_threshold": "0"}
        y, x = np.mgrid[0 : stream.height, 0 : stream.width]
        for number in range(rate * CLIP_SECONDS):
            stripes = np.stack([(x + 2 * number) % 256, (y + number) % 256, (x + y) % 256], axis=-1).astype(np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(stripes, format="rgb24")))
        container.mux(stream.encode(None))


def decode_rate(path: Path) -> float:
    """How many frames a second of the video `path` one core decodes."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        began = time.perf_counter()
        frames = sum(1 for _ in container.decode(stream))
        return frames / (time.perf_counter() - began)


def _await_ready(stage: port.Stage, clock: Clock) -> None:
    ends = clock.monotonic() + _READY_SECONDS
    while clock.monotonic() < ends:
        if any(isinstance(report, port.Ready) for report in stage.reports()):
            return
        time.sleep(_POLL_SECONDS)
