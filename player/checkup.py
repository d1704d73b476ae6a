"""Looks a machine over before it is mounted: does it refresh steadily, are seams clean, what can it decode?"""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from player.headroom import ENOUGH, PlayableFormat, Speed
from player.local_loop import READY_SECONDS, LoopItem, require_ready_by, run_loop
from player.stage import port
from player.trial_clips import make_clip
from player.vitals import measure_processes, memory_of
from schedules.clock import Clock

CLIP_SECONDS = 2
_GOOD_ON_TIME = 0.99
_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was measured. `headroom` is how many times faster than needed a clip of this canvas is decoded.

    `tick_late_ms_max` is how late a refresh was kept at worst; `memory_bytes` what stage and decoders took together.
    """

    refresh_hz: float
    refreshes_per_second: float
    frames: int
    late: int
    dropped: int
    seams: int
    seam_median_ms: float
    seam_max_ms: float
    headroom: float
    faults: tuple[str, ...]
    tick_late_ms_max: float = 0.0
    memory_bytes: int = 0
    speeds: tuple[Speed, ...] = ()

    @property
    def on_time(self) -> float:
        """The part of all frames that were shown, and shown when they were due."""
        due = self.frames + self.dropped
        return (self.frames - self.late) / due if due else 0.0

    @property
    def good(self) -> bool:
        steady = self.refreshes_per_second > 0.98 * self.refresh_hz
        return steady and self.on_time >= _GOOD_ON_TIME and self.headroom >= ENOUGH and not self.faults

    def words(self) -> tuple[str, ...]:
        """The figures in sentences, the verdict last."""
        lines = [
            f"refresh   {self.refreshes_per_second:.1f} of {self.refresh_hz:.1f} a second, at worst "
            f"{self.tick_late_ms_max:.1f} ms late",
            f"cadence   {self.on_time:.2%} of {self.frames} frames on time, {self.late} late, {self.dropped} dropped",
            f"seams     {self.seams}, {self.seam_median_ms:.1f} ms off in the middle, {self.seam_max_ms:.1f} at worst",
            f"memory    {self.memory_bytes / 1e6:.0f} MB in stage and decoders together",
            f"decoding  {self.headroom:.1f} times as fast as this canvas needs (at least {ENOUGH} wanted)",
            *(f"plays     {speed.words()}" for speed in self.speeds),
            *(f"fault     {fault}" for fault in self.faults),
        ]
        verdict = "This machine can drive this canvas." if self.good else "This machine is NOT fit for this canvas."
        return (*lines, verdict)

    def formats(self) -> tuple[PlayableFormat, ...]:
        """What this wall can play, codec by codec, size by size, at 30 and at 60 frames a second."""
        return tuple(speed.at(rate) for speed in self.speeds for rate in (30, 60))

    def document(self, arrange: port.Arrange, seconds: float, clock: Clock) -> dict[str, Any]:
        """The check-up as the hub is told of it, measured now on the canvas of `arrange` for `seconds`."""
        canvas = arrange.canvas
        figures = {name: getattr(self, name) for name in _TOLD}
        return {
            "measured_at": clock.now().isoformat(),
            "seconds": seconds,
            "good": self.good,
            "machine": machine_name(),
            "canvas": f"{canvas.width_px}x{canvas.height_px}+{canvas.x_px}+{canvas.y_px}",
            "frame_rate": arrange.frame_rate,
            **figures,
            "formats": [asdict(found) for found in self.formats()],
            "faults": [fault[:1000] for fault in self.faults[:32]],
            "words": [line[:1000] for line in self.words()[:96]],
        }


_TOLD = (
    "refresh_hz",
    "refreshes_per_second",
    "tick_late_ms_max",
    "frames",
    "late",
    "dropped",
    "seams",
    "seam_median_ms",
    "seam_max_ms",
    "memory_bytes",
    "headroom",
)


def check_up(
    stage: port.Stage, arrange: port.Arrange, seconds: float, clock: Clock, speeds: Iterable[Speed] = ()
) -> Checkup:
    """Play two generated clips in turn on `stage`, which has been arranged, for `seconds`, and measure.

    `speeds` was measured before that, with nothing else to do; the first is H.264 of this canvas.
    """
    measured = tuple(speeds)
    rate, canvas = arrange.frame_rate, arrange.canvas
    reports: list[port.Report] = []
    memory: list[int] = []

    def hear(report: port.Report) -> None:
        reports.append(report)
        if isinstance(report, port.Presented):
            memory.append(measure_processes().memory_bytes - memory_of(os.getpid()))  # without who measures

    with tempfile.TemporaryDirectory(prefix="displayctl-check-") as folder:
        clips = [Path(folder) / "a.mp4", Path(folder) / "b.mp4"]
        for clip in clips:
            make_clip(clip, canvas.width_px, canvas.height_px, rate, rate * CLIP_SECONDS)
        length_ms = CLIP_SECONDS * 1000
        items = [LoopItem(str(clip), port.CueKind.VIDEO, length_ms, float(rate), length_ms) for clip in clips]
        run_loop(stage, items, clock, seconds, hear)
    return sum_up(reports, measured, rate, max(memory, default=0))


def sum_up(reports: list[port.Report], speeds: tuple[Speed, ...], rate: int, memory_bytes: int = 0) -> Checkup:
    """The checkup that `reports` of a run amount to. Its first item is left out: the machine was still starting."""
    shown = [report for report in reports if isinstance(report, port.Showing) and report.token]
    played = [report for report in reports if isinstance(report, port.Presented)][1:]
    ready = next((report.refresh_hz for report in reports if isinstance(report, port.Ready)), 0.0)
    span_ms = shown[-1].at_ms - shown[0].at_ms if shown else 0
    excess = sorted(abs(item.slip_ms) for item in played)
    return Checkup(
        refresh_hz=ready,
        refreshes_per_second=round((shown[-1].refreshes - shown[0].refreshes) * 1000 / span_ms, 2) if span_ms else 0.0,
        frames=sum(item.presented for item in played),
        late=sum(item.late for item in played),
        dropped=sum(item.dropped for item in played),
        seams=len(played),
        seam_median_ms=excess[(len(excess) - 1) // 2] if excess else 0.0,
        seam_max_ms=excess[-1] if excess else 0.0,
        headroom=speeds[0].at(rate).headroom if speeds else 0.0,
        faults=tuple(report.detail for report in reports if isinstance(report, port.Fault)),
        tick_late_ms_max=max((r.tick_late_ms_max for r in reports if isinstance(r, port.Stats)), default=0.0),
        memory_bytes=memory_bytes,
        speeds=speeds,
    )


def machine_name() -> str:
    """The processor and the system, as far as they are told."""
    names = (line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name"))
    return " · ".join(part for part in (next(names, ""), platform.platform(terse=True)) if part)[:200]


def _cpu_lines() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return []


def show_identity(stage: port.Stage, text: str, seconds: int, clock: Clock) -> None:
    """Write `text` large on the wall for `seconds`, then show the test pattern as long. Raises StageClosed."""
    stage.send(port.ShowTestPattern(on=True, label=text))
    stage.send(port.Identify(text, seconds))
    _await_ready(stage, clock)
    ends = clock.monotonic() + 2 * seconds
    while clock.monotonic() < ends:
        stage.reports()
        time.sleep(_POLL_SECONDS)


def _await_ready(stage: port.Stage, clock: Clock) -> None:
    ends = clock.monotonic() + READY_SECONDS
    while not any(isinstance(report, port.Ready) for report in stage.reports()):
        require_ready_by(ends, clock)
        time.sleep(_POLL_SECONDS)
