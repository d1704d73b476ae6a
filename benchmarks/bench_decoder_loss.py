"""What a lost decoder costs: decoders are killed and halted at random instants while a wall plays.

Run with: python -m benchmarks.bench_decoder_loss [rounds of each] [seed]. Goals: the right picture again within a
second, always; nothing but pictures of the programme on the wall.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import write_clip
from tests.player.stage.watched_stage import RATE, Sight, WatchedStage, clip, now_ms

SIZE = (320, 192)
CLIP_MS = 2000
CLIPS = 3
GOAL_MS = 1000
WATCH_MS = 2600
NEAR_FRAMES = 3
NEAR_SEAM_MS = 60
HOURS_MS = 6 * 3_600_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """How long after the loss the last wrong picture was seen, and how many sights were of nothing of ours."""

    wrong_ms: int
    foreign: int
    sights: int


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    good = True
    with tempfile.TemporaryDirectory(prefix="bench-loss-") as folder:
        paths = [Path(folder) / f"{item}.mp4" for item in range(1, CLIPS + 1)]
        for item, path in enumerate(paths, start=1):
            write_clip(path, item, frames=CLIP_MS * RATE // 1000, rate=RATE, size=SIZE)
        screen = Framebuffer(Path(folder) / "screen")
        try:
            for number in (signal.SIGKILL, signal.SIGSTOP):
                good &= _try_signal(screen, paths, number, rounds, dice)
        finally:
            screen.close()
    return 0 if good else 1


def _try_signal(
    screen: Framebuffer, paths: list[Path], number: signal.Signals, rounds: int, dice: random.Random
) -> bool:
    stage = WatchedStage(screen, port.Arrange(Canvas(*SIZE), RATE)).ready()
    try:
        start_ms = now_ms() + 1500
        _feed(stage, paths, start_ms)
        stage.until(lambda: stage.shows(1), 10)
        outcomes = [_lose_one(stage, paths, start_ms, number, dice) for _ in range(rounds)]
        faults = [fault for fault in stage.of(port.Fault) if fault.kind is not port.FaultKind.DECODER_LOST]
    finally:
        stage.close()
    return _tell(number, outcomes, faults)


def _feed(stage: WatchedStage, paths: list[Path], start_ms: int) -> None:
    """Send the next minutes of the loop."""
    first = max(0, (now_ms() - start_ms) // CLIP_MS)
    cues = (
        clip(paths[place % CLIPS], f"cue-{place}", start_ms + place * CLIP_MS, start_ms + (place + 1) * CLIP_MS)
        for place in range(first, first + 60)
    )
    stage.send(port.Timeline(tuple(cues)))


def _lose_one(
    stage: WatchedStage, paths: list[Path], start_ms: int, number: signal.Signals, dice: random.Random
) -> Outcome:
    _feed(stage, paths, start_ms)
    stage.watch(now_ms() + dice.randrange(200, 200 + CLIP_MS))
    stage.until(lambda: len(_decoders(stage)) == 2)
    os.kill(dice.choice(_decoders(stage)), number)
    lost_ms = now_ms()
    sights = stage.watch(lost_ms + WATCH_MS)
    right = [_is_right(sight, start_ms) for sight in sights]
    # A single sight between right ones is a refresh that came late, and no wrong picture.
    wrong = [sight for sight, good, before in zip(sights, right, [True, *right], strict=False) if not (good or before)]
    foreign = sum(sight.mark is None for sight in sights)
    return Outcome(wrong[-1].at_ms - lost_ms if wrong else 0, foreign, len(sights))


def _is_right(sight: Sight, start_ms: int) -> bool:
    """Whether it is the picture due; near a seam, either item's."""
    if sight.mark is None:
        return False
    into_ms = (sight.at_ms - start_ms) % CLIP_MS
    item = (sight.at_ms - start_ms) // CLIP_MS % CLIPS + 1
    if min(into_ms, CLIP_MS - into_ms) < NEAR_SEAM_MS:
        return True
    return sight.mark.item == item and abs(sight.mark.frame - into_ms * RATE / 1000) <= NEAR_FRAMES


def _decoders(stage: WatchedStage) -> list[int]:
    children = Path(f"/proc/{stage.child.pid}/task").glob("*/children")
    return sorted(int(pid) for file in children for pid in file.read_text().split())


def _tell(number: signal.Signals, outcomes: list[Outcome], faults: list[port.Fault]) -> bool:
    times = sorted(outcome.wrong_ms for outcome in outcomes)
    foreign, sights = sum(outcome.foreign for outcome in outcomes), sum(outcome.sights for outcome in outcomes)
    untouched = sum(not each for each in times)
    print(
        f"{number.name}: right again after median {statistics.median(times):.0f} ms, "
        f"95 of 100 within {times[int(0.95 * (len(times) - 1))]} ms, worst {times[-1]} ms of {len(times)} losses "
        f"({untouched} did not show at all); {foreign} of {sights} sights were foreign"
    )
    print("  all:", " ".join(map(str, times)))
    for fault in faults[:10]:
        print(f"  {fault.kind}: {fault.detail}")
    return times[-1] <= GOAL_MS and foreign == 0


if __name__ == "__main__":
    sys.exit(main())
