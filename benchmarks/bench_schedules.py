"""How long compiling takes, how it grows with the slots, and what looking up a cue costs.

Each figure is the best of some runs in processor time. A neighbour on the same core slows that too, for a while, and
short runs slip through his pauses more easily than long ones. So growth compares runs of equal length that take turns:
8,000 slots are compiled as one programme, as two of 4,000, as four of 2,000.
Usage: ``python benchmarks/bench_schedules.py [--json]``; it ends with 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as civil
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from schedules.compiler import compile_programme
from schedules.daypart import Hours
from schedules.director import cue_at
from schedules.display import Canvas, Display
from schedules.explain import explain
from schedules.playlist import Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind
from schedules.span import Span

SIZES = (500, 1000, 2000, 4000, 8000)
START = datetime(2026, 11, 22, tzinfo=UTC)
FORTNIGHT = Span(START, START + timedelta(days=14))
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;BYDAY=SA,SU", "", "FREQ=WEEKLY")


@dataclass(frozen=True)
class Figure:
    """One measured figure; `goal` is the most it may be, 0 where none is set."""

    name: str
    value: float
    unit: str
    goal: float = 0.0

    @property
    def missed(self) -> bool:
        return bool(self.goal) and self.value > self.goal


def a_programme(count: int) -> Programme:
    """One wall with `count` slots of one to four hours, at random hours and dates; one in fifty is an interrupt."""
    chance = random.Random(count)
    media = tuple(Medium(f"m{n}", f"Media {n}", (Rendition("640x384@30", _clip(n)),)) for n in range(40))
    playlists = tuple(
        Playlist(f"p{n}", f"Daftar {n}", tuple(PlaylistEntry(f"m{chance.randrange(40)}") for _ in range(8)))
        for n in range(50)
    )
    return Programme(
        group="utama",
        revision=1,
        made_at=START,
        valid_until=START + timedelta(days=300),
        displays=(Display("tugu", "Tugu Adipura", "Asia/Makassar", Canvas(640, 384)),),
        media=media,
        playlists=playlists,
        slots=tuple(_slot(number, chance) for number in range(count)),
        filler_id="p0",
        slate_id="m0",
    )


def _clip(number: int) -> Asset:
    return Asset(f"{number:064x}", 1_000_000, AssetKind.VIDEO, timedelta(seconds=10 + number))


def _slot(number: int, chance: random.Random) -> Slot:
    starts = civil(chance.randrange(24), chance.randrange(0, 60, 15))
    interrupts = number % 50 == 49
    first = date(2016, 1, 1) + timedelta(days=chance.randrange(3900))
    return Slot(
        id=f"s{number}",
        name=f"Slot {number}",
        playlist_id=f"p{chance.randrange(50)}",
        display_ids=("tugu",),
        recurrence=Recurrence(first, date(2027, 12, 31), chance.choice(RULES)),
        created_at=START - timedelta(minutes=number + 1),
        hours=Hours(starts, civil((starts.hour + chance.randrange(1, 5)) % 24, starts.minute)),
        priority=chance.choice((30, 50, 50, 50, 70)),
        kind=SlotKind.INTERRUPT if interrupts else SlotKind.LOOP,
        plays_per_hour=chance.choice((1, 2, 4)) if interrupts else None,
    )


def best(work: Callable[[], object], runs: int) -> float:
    """The least processor time of some runs, in seconds."""
    least = float("inf")
    for _ in range(runs):
        gc.collect()
        began = time.process_time()
        work()
        least = min(least, time.process_time() - began)
    return least


def best_in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The least processor time of each of `works`, in seconds; every round runs each of them once."""
    least = [float("inf")] * len(works)
    for _ in range(rounds):
        least = [min(so_far, best(work, 1)) for so_far, work in zip(least, works, strict=True)]
    return least


def measure() -> list[Figure]:
    figures = _growth()
    programme = a_programme(SIZES[0])
    overlaps = best(lambda: compile_programme(programme, "tugu", FORTNIGHT).overlaps, 5)
    figures.append(Figure("compile 500 slots x 14 days, with overlaps", overlaps * 1e3, "ms"))
    day = Span(START, START + timedelta(days=1))
    figures.append(
        Figure("compile 500 slots x 1 day", best(lambda: compile_programme(programme, "tugu", day), 5) * 1e3, "ms")
    )
    figures.append(Figure("explain 500 slots", best(lambda: explain(programme, "tugu", START), 5) * 1e3, "ms"))
    figures.append(_look_up(programme))
    return figures


def _growth() -> list[Figure]:
    figures: list[Figure] = []
    times = [SIZES[-1] // size for size in SIZES]
    works = [partial(_compile_often, a_programme(size), count) for size, count in zip(SIZES, times, strict=True)]
    former = 0.0
    for size, count, total in zip(SIZES, times, best_in_turn(works, 7), strict=True):
        seconds = total / count
        goal = 100.0 if size == SIZES[0] else 0.0
        figures.append(Figure(f"compile {size} slots x 14 days", seconds * 1e3, "ms", goal))
        if former:
            figures.append(Figure(f"growth {size // 2} to {size} slots", seconds / former, "x", 2.3))
        former = seconds
    return figures


def _compile_often(programme: Programme, times: int) -> None:
    for _ in range(times):
        compile_programme(programme, "tugu", FORTNIGHT)


def _look_up(programme: Programme) -> Figure:
    compilation = compile_programme(programme, "tugu", FORTNIGHT)
    instants = [START + second * timedelta(seconds=97) for second in range(10_000)]

    def look_up() -> None:
        for instant in instants:
            cue_at(compilation, instant)

    return Figure("cue_at", best(look_up, 5) / len(instants) * 1e6, "us", 20.0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of a table")
    chosen = parser.parse_args()
    figures = measure()
    if chosen.json:
        print(json.dumps([{**asdict(figure), "missed": figure.missed} for figure in figures], indent=1))
    else:
        for figure in figures:
            goal = f"goal {figure.goal:g} {figure.unit}{', MISSED' if figure.missed else ''}" if figure.goal else ""
            print(f"{figure.name:46}{figure.value:10.2f} {figure.unit:3} {goal}")
    return 1 if any(figure.missed for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
