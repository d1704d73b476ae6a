"""The cases that speak to a stage directly: an alert over a clip, and two walls with one timeline."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.wall.cases import CLIPS, REFRESH_MS, WARM_SECONDS
from benchmarks.wall.clips import CELL_PX, Material, frame_of, make_clips, make_picture
from benchmarks.wall.sampling import Probe, Samples, Sampling
from benchmarks.wall.table import Row
from player.local_loop import LocalLoop, LoopItem
from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.player.stage.watched_stage import WatchedStage, now_ms

ALERT_ITEM = 200
ALERT_GOAL_MS = 50.0
SAME_GOAL = 0.99
TURN_SECONDS = 1.3


class Feed:
    """One loop of clips for several stages, and what is due when."""

    def __init__(self, stages: Sequence[WatchedStage], clips: Sequence[Path], material: Material) -> None:
        shown_ms = round(material.seconds * 1000)
        items = [LoopItem(str(path), port.CueKind.VIDEO, shown_ms, material.rate, shown_ms) for path in clips]
        self._stages, self._clips, self._material = stages, [str(path) for path in clips], material
        self.rate = material.rate
        self._loop = LocalLoop(items, now_ms() + 1500)
        self._cues: dict[str, port.StageCue] = {}
        self.wall_ms = now_ms() - time.monotonic() * 1000

    def send(self) -> None:
        """Hand out what comes next."""
        if timeline := self._loop.timeline(now_ms()):
            self._cues.update((cue.token, cue) for cue in timeline.cues)
            for stage in self._stages:
                stage.send(timeline)
        for stage in self._stages:
            stage.listen()

    def feed(self, seconds: float) -> None:
        """Go on for some time."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            self.send()
            time.sleep(min(left, 0.1))

    def due(self, at_ms: float) -> tuple[int, float] | None:
        """The item, and how many frames into it, at a monotonic instant."""
        for cue in self._cues.values():
            if cue.starts_ms <= at_ms + self.wall_ms < cue.ends_ms:
                frames = (at_ms + self.wall_ms - cue.starts_ms) * self._material.rate / 1000
                return self._clips.index(cue.path) + 1, frames
        return None


def alert_row(folder: Path, seconds: float, material: Material) -> Row:
    """An alert over clips at many instants: from the decision to its first pixel, and what is seen after it."""
    card = make_picture(folder / "alert.png", ALERT_ITEM, material.size)
    screen = Framebuffer(folder / "alerts", material.size)
    stage = WatchedStage(screen, port.Arrange(Canvas(*material.size), material.rate)).ready()
    decided: list[float] = []
    try:
        feed = Feed([stage], make_clips(folder / "clips", material, CLIPS), material)
        feed.feed(WARM_SECONDS)
        sampling = Sampling(folder, [Probe(folder / "alerts" / "Xvfb_screen0", "mark", 0, 0, CELL_PX)])
        for number in range(max(5, round(seconds / TURN_SECONDS))):
            decided.append(time.monotonic() * 1000)
            stage.send(port.Overlay(f"alert-{number}", str(card)))
            feed.feed(0.4 + number % 17 * 0.0031)
            stage.send(port.Overlay())
            feed.feed(TURN_SECONDS - 0.4)
        samples = sampling.end()
    finally:
        stage.close()
        screen.close()
    return _alert_row(decided, samples, feed)


def _alert_row(decided: Sequence[float], samples: Samples, feed: Feed) -> Row:
    seen = [(at_ms, frame_of(value)) for at_ms, value in samples.column(0)]
    seen = [(at_ms, frame) for at_ms, frame in seen if frame]
    comes = [at_ms for (_, old), (at_ms, new) in pairwise(seen) if _is_alert(new) and not _is_alert(old)]
    goes = [(at_ms, new) for (_, old), (at_ms, new) in pairwise(seen) if _is_alert(old) and not _is_alert(new)]
    took = sorted(at_ms - since for since, at_ms in zip(decided, comes, strict=False))
    right = sum(
        any(_is_due(feed.due(each), frame, feed.rate) for each in (at_ms, at_ms - REFRESH_MS)) for at_ms, frame in goes
    )
    measured = (
        f"median {statistics.median(took):.1f} ms, worst {took[-1]:.1f} of {len(took)}; "
        f"right frame after it {right} of {len(goes)}"
    )
    good = len(took) == len(decided) and took[-1] <= ALERT_GOAL_MS and right == len(goes) == len(decided)
    numbers = {"median_ms": statistics.median(took), "worst_ms": took[-1], "right_after": right / max(1, len(goes))}
    return Row("an alert over a clip", "on the wall <= 50 ms; the right frame after it", measured, good, numbers)


def _is_alert(frame: tuple[int, int] | None) -> bool:
    return frame is not None and frame[0] == ALERT_ITEM


def _is_due(due: tuple[int, float] | None, frame: tuple[int, int] | None, rate: float) -> bool:
    """Whether the frame is the one due, or was until a refresh ago. An item starts at the refresh that is nearest to
    its instant, so it may be half a refresh early."""
    early = rate * REFRESH_MS / 2000 + 0.05
    return due is not None and frame is not None and due[0] == frame[0] and -1.6 < frame[1] - due[1] < early


def walls_row(folder: Path, seconds: float, material: Material) -> Row:
    """Two stages on two screens with one timeline, the second one joining in the middle."""
    names = ("wall-1", "wall-2")
    screens = [Framebuffer(folder / name, material.size) for name in names]
    stages: list[WatchedStage] = []
    clips = make_clips(folder / "clips", material, CLIPS)
    try:
        for screen in screens:
            stages.append(WatchedStage(screen, port.Arrange(Canvas(*material.size), material.rate)).ready())
        feed = Feed(stages, clips, material)
        feed.feed(WARM_SECONDS)
        probes = [Probe(folder / name / "Xvfb_screen0", "mark", 0, 0, CELL_PX) for name in names]
        sampling = Sampling(folder, probes)
        feed.feed(seconds)
        samples = sampling.end()
    finally:
        for stage in stages:
            stage.close()
        for screen in screens:
            screen.close()
    return _walls_row(samples, seconds)


def _walls_row(samples: Samples, seconds: float) -> Row:
    same, near, longest = agreement([(at_ms, values[0], values[1]) for at_ms, values in samples.changes])
    measured = (
        f"{near:.3%} of {seconds:.0f} s the same frame, or another for under a refresh ({same:.3%} the very same); "
        f"longest apart {longest:.1f} ms"
    )
    numbers = {"same": same, "within_a_refresh": near, "longest_apart_ms": longest}
    return Row("two walls, one timeline", "same frame within a refresh >= 99 %", measured, near >= SAME_GOAL, numbers)


def agreement(changes: Sequence[tuple[float, int, int]]) -> tuple[float, float, float]:
    """The shares of time in which two marks were the same, and were so or had differed for less than a refresh; and the
    longest time for which they differed, in ms. A picture half painted counts as the one before it."""
    same = near = longest = apart = 0.0
    shown = [-1, -1]
    for (at_ms, *values), (until_ms, *_) in pairwise(changes):
        shown = [new if frame_of(new) else old for old, new in zip(shown, values, strict=True)]
        span = until_ms - at_ms
        if shown[0] == shown[1]:
            near += _forgiven(apart)
            same, apart = same + span, 0.0
        else:
            apart += span
            longest = max(longest, apart)
    whole = changes[-1][0] - changes[0][0]
    return same / whole, (same + near + _forgiven(apart)) / whole, longest


def _forgiven(apart_ms: float) -> float:
    return apart_ms if apart_ms <= REFRESH_MS + 1.0 else 0.0
