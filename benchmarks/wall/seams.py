"""Figures of smoothness out of what was seen of marked clips: seams, lost frames, cadence."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.wall.clips import frame_of
from benchmarks.wall.sampling import Pause, Samples

FLICKER_MS = 3.0
"""A picture that cannot be read for less than this was being painted."""
NEAR_PAUSE_MS = 50.0
SLACK_MS = 4.0
BLACK = -2


@dataclass(frozen=True, slots=True)
class Showing:
    """A frame (`frame` -1: nothing readable; `item` -2 with it: black) and when it was on the wall."""

    from_ms: float
    to_ms: float
    item: int
    frame: int


@dataclass(frozen=True, slots=True)
class Play:
    """One item from its first to its last frame, and how long nothing of any item was seen before it."""

    item: int
    frames: tuple[Showing, ...]
    blank_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """So many frames were never seen from when the one before them came, or was due, until the next one came."""

    frames: int
    from_ms: float
    to_ms: float


@dataclass(frozen=True, slots=True)
class Expected:
    """What the clips are like that were played; items from `first_picture` on are pictures, `picture_ms` long."""

    rate: float
    frames: int
    refresh_hz: float = 60.0
    first_picture: int = 100
    picture_ms: float = 2000.0


@dataclass(frozen=True, slots=True)
class Seams:
    """Measured of a run, or of several together. What a pause of the machine explains is counted apart."""

    excess_ms: tuple[float, ...] = ()
    explained: tuple[bool, ...] = ()
    blank_ms: tuple[float, ...] = ()
    lost_ends: int = 0
    lost_inside: int = 0
    steps: int = 0
    on_time_steps: int = 0
    even_steps: int = 0
    black_ms: float = 0.0
    torn_ms: float = 0.0
    pauses: tuple[float, ...] = ()
    lost_inside_explained: int = 0
    lost_ends_explained: int = 0

    @property
    def median_ms(self) -> float:
        return statistics.median(self.excess_ms) if self.excess_ms else float("nan")

    @property
    def worst_ms(self) -> float:
        """The largest by size that no pause of the machine explains."""
        own = [each for each, excused in zip(self.excess_ms, self.explained, strict=True) if not excused]
        return max(own, key=abs, default=float("nan"))

    @property
    def on_time(self) -> float:
        """The share of frames that stayed for their time, give or take one refresh."""
        return self.on_time_steps / self.steps if self.steps else float("nan")

    @property
    def even(self) -> float:
        """The share of frames that came in the refresh they belong to."""
        return self.even_steps / self.steps if self.steps else float("nan")

    def over(self, limit_ms: float, *, explained: bool) -> int:
        """How many seams were longer than `limit_ms` and coincide, or do not, with a pause of the machine."""
        pairs = zip(self.excess_ms, self.explained, strict=True)
        return sum(abs(each) > limit_ms and excused is explained for each, excused in pairs)


def measure(samples: Samples, expected: Expected, *, skip: int = 1) -> Seams:
    """The figures of one run, whose probes 0 and 1 were the upper and the lower mark. The first `skip` items and the
    last one are left out, as they may have begun or ended unseen."""
    every = plays_of(showings(samples.column(0)), expected)
    plays = every[skip:]
    whole = [play for play, _ in pairwise(plays)]
    seams = [_seam(before, after, expected, samples.pauses) for before, after in pairwise(plays)]
    clips = [play for play in whole if play.item < expected.first_picture]
    steps = [_steps(play, expected) for play in clips]
    inside = _lost((gap for play in clips for gap in _gaps_inside(play, expected)), samples.pauses)
    ends = _lost(_gaps_at_ends(every, clips, expected), samples.pauses)
    return Seams(
        tuple(excess for excess, _ in seams),
        tuple(excused for _, excused in seams),
        tuple(after.blank_ms for after in plays[1:]),
        ends[0],
        inside[0],
        sum(count for count, _, _ in steps),
        sum(on_time for _, on_time, _ in steps),
        sum(even for _, _, even in steps),
        sum(after - since for (since, value), (after, _) in pairwise(samples.column(0)) if value == BLACK),
        _torn_ms(samples),
        tuple(pause.ms for pause in samples.pauses),
        inside[1],
        ends[1],
    )


def together(runs: Iterable[Seams]) -> Seams:
    """All figures of several runs as those of one."""
    total = Seams()
    for run in runs:
        total = Seams(*(getattr(total, name) + getattr(run, name) for name in Seams.__slots__))
    return total


def showings(column: Sequence[tuple[float, int]]) -> list[Showing]:
    """What one mark told, one entry for each frame that stayed; pictures half painted are left out."""
    found: list[Showing] = []
    for (from_ms, value), (to_ms, _) in pairwise(column):
        item, frame = frame_of(value) or (value if value == BLACK else -1, -1)
        if frame < 0 and to_ms - from_ms < FLICKER_MS:
            continue
        if found and (found[-1].item, found[-1].frame) == (item, frame):
            from_ms = found.pop().from_ms
        found.append(Showing(from_ms, to_ms, item, frame))
    return found


def plays_of(shown: Iterable[Showing], expected: Expected) -> list[Play]:
    """The items in their order."""
    plays: list[Play] = []
    blank_ms = 0.0
    for each in shown:
        if each.frame < 0:
            blank_ms += each.to_ms - each.from_ms
            continue
        last = plays[-1] if plays else None
        if last and last.item == each.item and each.frame >= last.frames[-1].frame:
            plays[-1] = Play(last.item, (*last.frames, each), last.blank_ms)
        else:
            plays.append(Play(each.item, (each,), blank_ms))
            blank_ms = 0.0
    return plays


def _seam(before: Play, after: Play, expected: Expected, pauses: Sequence[Pause]) -> tuple[float, bool]:
    """How much longer the last picture stayed than it should, and whether the machine stood still meanwhile."""
    last = before.frames[-1]
    own_ms = expected.picture_ms if before.item >= expected.first_picture else 1000 / expected.rate
    begins_ms = after.frames[0].from_ms
    near = [pause for pause in pauses if last.from_ms - NEAR_PAUSE_MS < pause.at_ms < begins_ms + NEAR_PAUSE_MS]
    return begins_ms - last.from_ms - own_ms, bool(near)


def _gaps_inside(play: Play, expected: Expected) -> Iterator[Gap]:
    middle = statistics.median(_drifts(play, expected))
    for before, after in pairwise(play.frames):
        due_ms = middle + before.frame * 1000 / expected.rate
        yield Gap(after.frame - before.frame - 1, min(before.from_ms, due_ms), after.from_ms)


def _gaps_at_ends(plays: Sequence[Play], clips: Sequence[Play], expected: Expected) -> Iterator[Gap]:
    """What is missing of `clips` before their first picture and after their last; they are among `plays`."""
    for before, after in pairwise(plays):
        last, first = before.frames[-1], after.frames[0]
        due_ms = statistics.median(_drifts(before, expected)) + last.frame * 1000 / expected.rate
        since_ms = min(last.from_ms, due_ms)
        if before in clips:
            yield Gap(expected.frames - 1 - last.frame, since_ms, first.from_ms)
        if after in clips:
            yield Gap(first.frame, since_ms, first.from_ms)


def _lost(gaps: Iterable[Gap], pauses: Sequence[Pause]) -> tuple[int, int]:
    """How many frames are missing, and how many more where the machine stood still just then."""
    own = explained = 0
    for gap in gaps:
        missing = max(0, gap.frames)
        if any(pause.at_ms >= gap.from_ms and pause.at_ms - pause.ms <= gap.to_ms for pause in pauses):
            explained += missing
        else:
            own += missing
    return own, explained


def _steps(play: Play, expected: Expected) -> tuple[int, int, int]:
    """Of the steps from one frame to the next: how many, how many on time, how many in the right refresh."""
    frame_ms, refresh_ms = 1000 / expected.rate, 1000 / expected.refresh_hz
    drift = _drifts(play, expected)
    middle = statistics.median(drift)
    on_time = even = 0
    for (before, after), off in zip(pairwise(play.frames), drift[1:], strict=True):
        step_ms = after.from_ms - before.from_ms
        follows = after.frame == before.frame + 1
        on_time += follows and abs(step_ms - frame_ms) <= refresh_ms
        even += follows and abs(off - middle) <= refresh_ms * _spread(frame_ms / refresh_ms) + SLACK_MS
    return len(play.frames) - 1, on_time, even


def _drifts(play: Play, expected: Expected) -> list[float]:
    """When each picture came, reckoned back to the beginning of its file."""
    return [each.from_ms - each.frame * 1000 / expected.rate for each in play.frames]


def _spread(refreshes: float) -> float:
    """How many refreshes from their middle frames may come: none where each takes a whole number of them."""
    return 0.0 if abs(refreshes - round(refreshes)) < 0.01 else 1.0


def _torn_ms(samples: Samples) -> float:
    """How long, altogether, the upper and the lower mark told of different frames."""
    total = 0.0
    for (since, values), (until, _) in pairwise(samples.changes):
        if values[0] >= 0 and values[1] >= 0 and values[0] != values[1]:
            total += until - since
    return total
