"""Hours of short items: whether memory, handles and threads stay as they are, and whether seams do."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.wall.cases import CLIPS, LIMIT_MS
from benchmarks.wall.clips import Material, make_clips
from benchmarks.wall.cost import Taken
from benchmarks.wall.players import Playing, Setting
from benchmarks.wall.seams import Expected, Seams, measure
from benchmarks.wall.table import Row

LOOK_SECONDS = 10.0
SETTLED_SHARE, SETTLED_SECONDS = 0.2, 600.0
GROWTH_GOAL = 0.02
WINDOW = 12
"""Looks that are taken together at the beginning and at the end: memory breathes with the items."""
SPARE_HANDLES, SPARE_THREADS = 4, 2


@dataclass(frozen=True, slots=True)
class Look:
    """What the player took at an instant."""

    at_seconds: float
    taken: Taken


def soak_row(folder: Path, seconds: float, material: Material) -> Row:
    """Play for so long; a line of progress every few minutes goes to the standard error output."""
    clips = make_clips(folder / "clips", material, CLIPS)
    with Playing("ours", clips, Setting(material.size, material.rate), folder) as playing:
        playing.until_it_plays(5.0)
        sampling = playing.sampling()
        looks = _look(playing, seconds)
        samples = sampling.end()
    return _row(looks, measure(samples, Expected(material.rate, material.frames)), seconds, material.seconds)


def _look(playing: Playing, seconds: float) -> list[Look]:
    began = time.monotonic()
    looks: list[Look] = []
    while (gone := time.monotonic() - began) < seconds:
        looks.append(Look(gone, playing.taken()))
        if len(looks) % 30 == 1:
            now = looks[-1].taken
            memory = f"{now.memory_mb:7.1f} MB, own {now.own_mb:.1f} MB"
            print(f"{gone:7.0f} s {memory}, {now.handles} handles, {now.threads} threads", file=sys.stderr)
        time.sleep(max(0.0, min(LOOK_SECONDS, seconds - gone)))
    return looks


def growth(looks: Sequence[Look], seconds: float) -> tuple[float, float, float]:
    """Its own memory after it has settled (ten minutes; a fifth of a short soak) and at the end, in MB, and the
    growth."""
    settled = min(SETTLED_SECONDS, seconds * SETTLED_SHARE)
    after = [look.taken.own_mb for look in looks if look.at_seconds >= settled]
    some = max(1, min(WINDOW, len(after) // 3))
    first, last = statistics.median(after[:some]), statistics.median(after[-some:])
    return first, last, last / first - 1


def _row(looks: Sequence[Look], seams: Seams, seconds: float, item_seconds: float) -> Row:
    first, last, grew = growth(looks, seconds)
    settled = [look.taken for look in looks if look.at_seconds >= min(SETTLED_SECONDS, seconds * SETTLED_SHARE)]
    handles, threads = [taken.handles for taken in settled], [taken.threads for taken in settled]
    over, excused = seams.over(LIMIT_MS, explained=False), seams.over(LIMIT_MS, explained=True)
    worst = f", the worst {seams.worst_ms:+.1f} ms" if over else ""
    flat = max(handles) - handles[0] <= SPARE_HANDLES and max(threads) - threads[0] <= SPARE_THREADS
    measured = (
        f"{len(seams.excess_ms)} transitions; {first:.1f} to {last:.1f} MB ({grew:+.1%}); seams over a refresh {over}"
        f"{worst}, {excused} more while the machine stood still (longest {max(seams.pauses, default=0):.0f} ms); black "
        f"{seams.black_ms:.0f} ms; handles {min(handles)} to {max(handles)}, threads {min(threads)} to {max(threads)}"
    )
    long = {
        f"seam {number}, ms": excess
        for number, (excess, paused) in enumerate(zip(seams.excess_ms, seams.explained, strict=True))
        if abs(excess) > LIMIT_MS and not paused
    }
    numbers = {"growth": grew, "over": over, "explained": excused, "transitions": len(seams.excess_ms)}
    good = grew < GROWTH_GOAL and over == 0 and seams.black_ms == 0 and flat
    goal = "its own memory < 2 % more; no seam over a refresh but by pauses of the machine; handles and threads flat"
    length = f"{seconds / 3600:.1f} h" if seconds >= 3600 else f"{seconds / 60:.0f} min"
    return Row(f"soak, {length} at {item_seconds:g} s an item", goal, measured, good, numbers | long)
