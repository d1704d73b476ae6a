"""The cases that play marked clips in a loop, and the rows of the table that come of them."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.wall.clips import Material, make_clips, make_picture
from benchmarks.wall.players import DoesNotPlay, Playing, Setting, Watched, missing
from benchmarks.wall.seams import Expected, Seams, measure, together
from benchmarks.wall.table import Row

REFRESH_MS = 1000 / 60
LIMIT_MS = REFRESH_MS + 1.0
"""One refresh, and one look of the sampler."""
MEDIAN_GOAL_MS, ON_TIME_GOAL = 3.0, 0.995
PEER_TIMES, MPV_TIMES = 10.0, 1.5
HEAVY_CORES, HEAVY_MB, STILL_CORE = 2.0, 400.0, 0.02
CLIPS, PICTURE = 4, 100
WARM_SECONDS = 5.0
SEAM_GOAL = "median <= 3 ms, max <= 16.7; blank 0; lost inside 0; on time >= 0.995"
CADENCE_GOAL = "blank 0; no lost frame; each frame in its refresh"
PICTURE_GOAL = "within one refresh; blank 0"


@dataclass(frozen=True, slots=True)
class Case:
    """What is played, for how long, how often; `pictures` between the clips; `dressed` with running text and clock."""

    material: Material
    seconds: float = 60.0
    runs: int = 3
    peers: tuple[str, ...] = ()
    pictures: bool = False
    dressed: bool = False

    @property
    def words(self) -> str:
        """Its name in the table."""
        also = ", pictures between" * self.pictures + ", running text and clock" * self.dressed
        length = "" if self.material.seconds == 2 else f", {self.material.seconds:g} s each"
        return f"{self.material.words}{also}{length}"


@dataclass(frozen=True, slots=True)
class Result:
    """All runs of one player in a case."""

    player: str
    runs: tuple[Watched, ...]
    seams: tuple[Seams, ...]

    @property
    def whole(self) -> Seams:
        return together(self.seams)

    @property
    def median_ms(self) -> float:
        """The median of the runs' medians."""
        return statistics.median(run.median_ms for run in self.seams)

    @property
    def core(self) -> float:
        return statistics.median(run.core for run in self.runs)

    @property
    def memory_mb(self) -> float:
        return statistics.median(run.memory_mb for run in self.runs)


def play(case: Case, folder: Path) -> list[Result]:
    """Run the case, the players taking turns. A player that is not installed, or shows nothing, is told of and left
    out."""
    files = files_of(case, folder)
    setting = Setting(case.material.size, case.material.rate, case.material.sound, case.dressed)
    expected = Expected(case.material.rate, case.material.frames, first_picture=PICTURE)
    runs: dict[str, list[Watched]] = {}
    for _ in range(case.runs):
        for player in ("ours", *case.peers):
            seconds = case.seconds if player == "ours" else max(case.seconds / 2, 4 * case.material.seconds)
            watched = _watch(player, files, setting, folder, seconds)
            if watched:
                runs.setdefault(player, []).append(watched)
    return [
        Result(player, tuple(found), tuple(measure(each.samples, expected) for each in found))
        for player, found in runs.items()
    ]


def files_of(case: Case, folder: Path) -> list[Path]:
    """The files that the case plays; they are made where they are not there."""
    clips = make_clips(folder / "clips", case.material, CLIPS)
    if not case.pictures:
        return clips
    first, second = (
        make_picture(folder / "clips" / f"{case.material.size[0]}-{item}.png", item, case.material.size)
        for item in (PICTURE, PICTURE + 1)
    )
    return [clips[0], first, clips[1], first, second]


def _watch(player: str, files: Sequence[Path], setting: Setting, folder: Path, seconds: float) -> Watched | None:
    if reason := missing(player):
        print(f"{player} is left out: {reason}", file=sys.stderr)
        return None
    try:
        with Playing(player, files, setting, folder) as playing:
            playing.until_it_plays(WARM_SECONDS)
            return playing.watch(seconds)
    except DoesNotPlay as error:
        if player == "ours":
            raise
        print(f"left out: {error}", file=sys.stderr)
        return None


def seam_row(case: Case, ours: Result) -> Row:
    """Seams at rates that divide the refresh."""
    whole = ours.whole
    good = (
        abs(ours.median_ms) <= MEDIAN_GOAL_MS
        and whole.over(LIMIT_MS, explained=False) == 0
        and max(whole.blank_ms, default=0) == 0
        and whole.lost_inside == 0
        and whole.on_time >= ON_TIME_GOAL
    )
    return Row(case.words, SEAM_GOAL, f"{seam_words(ours)}; on time {whole.on_time:.4f}", good, figures(ours))


def cadence_row(case: Case, ours: Result) -> Row:
    """Codecs and rates of any kind."""
    whole = ours.whole
    lost = whole.lost_inside + whole.lost_ends
    good = max(whole.blank_ms, default=0) == 0 and lost == 0 and whole.even >= ON_TIME_GOAL
    return Row(case.words, CADENCE_GOAL, f"{seam_words(ours)}; in its refresh {whole.even:.4f}", good, figures(ours))


def picture_row(case: Case, ours: Result) -> Row:
    """Pictures between clips."""
    whole = ours.whole
    good = whole.over(LIMIT_MS, explained=False) == 0 and max(whole.blank_ms, default=0) == 0
    return Row(case.words, PICTURE_GOAL, seam_words(ours), good, figures(ours))


def text_row(case: Case, ours: Result) -> Row:
    """Whether the running text moved at every refresh."""
    gaps = [
        after - before
        for run in ours.runs
        for (before, _), (after, _) in pairwise(run.samples.column(2)[1:])
        if after > before
    ]
    steady = sum(gap < REFRESH_MS * 1.5 for gap in gaps) / len(gaps)
    rate = 1000 / statistics.mean(gaps)
    measured = f"{rate:.2f} steps a second, {steady:.2%} one refresh after the last, longest wait {max(gaps):.0f} ms"
    good = steady >= ON_TIME_GOAL
    return Row("its running text", "moves every refresh", measured, good, {"rate": rate, "steady": steady})


def peer_rows(case: Case, results: Sequence[Result]) -> list[Row]:
    """The others' seams in the same runs, and ours against the better of them."""
    ours, *others = results
    rows = [
        Row(
            f"{case.words}: {each.player}",
            "",
            f"{seam_words(each)}; on time {each.whole.on_time:.4f}",
            None,
            figures(each),
        )
        for each in others
    ]
    if others:
        best = min(abs(each.median_ms) for each in others)
        good = abs(ours.median_ms) * PEER_TIMES <= best
        measured = f"{abs(ours.median_ms):.2f} ms against {best:.1f} ms"
        rows.append(Row(f"{case.words}: beside the better of them", "a tenth of its excess at most", measured, good))
    return rows


def cost_row(case: Case, results: Sequence[Result]) -> Row:
    """Processor and memory beside the others."""
    ours, *others = results
    heavy = case.material.size[1] >= 1080
    mpv = next((each.core for each in others if each.player == "mpv"), None)
    goal = "under 2 cores and 400 MB" if heavy else "at most 1.5 x mpv's processor time"
    good: bool | None = ours.core <= HEAVY_CORES and ours.memory_mb <= HEAVY_MB
    if not heavy:
        good = None if mpv is None else ours.core <= MPV_TIMES * mpv
    measured = "; ".join(f"{each.player} {each.core:.1%} of a core, {each.memory_mb:.0f} MB" for each in results)
    return Row(f"{case.words}: cost", goal, measured, good, {f"{each.player}_core": each.core for each in results})


def still_row(folder: Path, seconds: float, size: tuple[int, int] = (640, 320)) -> Row:
    """What a picture costs that stands for an hour."""
    path = make_picture(folder / "still.png", PICTURE, size)
    with Playing("ours", [path], Setting(size, picture_seconds=3600.0), folder) as playing:
        playing.until_it_plays(WARM_SECONDS)
        watched = playing.watch(seconds)
    measured = f"{watched.core:.2%} of a core, {watched.switches_a_second:.0f} wake-ups a second of all threads"
    return Row("a picture that stands still", "under 2 % of a core", measured, watched.core < STILL_CORE)


def seam_words(result: Result) -> str:
    """The seams of a player in words."""
    whole = result.whole
    excused = whole.over(LIMIT_MS, explained=True)
    return (
        f"median {result.median_ms:.2f} ms, worst {whole.worst_ms:.1f}, {whole.over(LIMIT_MS, explained=False)} over a "
        f"refresh of {len(whole.excess_ms)}{f' (and {excused} while the machine stood still)' if excused else ''}; "
        f"blank {max(whole.blank_ms, default=0):.0f} ms; lost inside "
        f"{_lost_words(whole.lost_inside, whole.lost_inside_explained)}, at the ends "
        f"{_lost_words(whole.lost_ends, whole.lost_ends_explained)}"
    )


def _lost_words(own: int, explained: int) -> str:
    return f"{own} (and {explained} while the machine stood still)" if explained else str(own)


def figures(result: Result) -> dict[str, float]:
    """The same as numbers, and how quiet the machine was."""
    whole = result.whole
    return {
        "transitions": len(whole.excess_ms),
        "median_ms": result.median_ms,
        "worst_ms": whole.worst_ms,
        "over": whole.over(LIMIT_MS, explained=False),
        "over_explained": whole.over(LIMIT_MS, explained=True),
        "blank_ms": max(whole.blank_ms, default=0.0),
        "black_ms": whole.black_ms,
        "lost_inside": whole.lost_inside,
        "lost_inside_explained": whole.lost_inside_explained,
        "lost_ends": whole.lost_ends,
        "lost_ends_explained": whole.lost_ends_explained,
        "frames": whole.steps,
        "on_time": whole.on_time,
        "even": whole.even,
        "torn_ms": whole.torn_ms,
        "core": result.core,
        "memory_mb": result.memory_mb,
        "others_cores": statistics.median(run.others for run in result.runs),
        "stolen_cores": statistics.median(run.stolen for run in result.runs),
        "longest_pause_ms": max(run.samples.longest_pause_ms for run in result.runs),
        "late_looks": sum(run.samples.late for run in result.runs) / sum(run.samples.looks for run in result.runs),
    }
