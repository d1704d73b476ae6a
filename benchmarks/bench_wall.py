"""The table of what a wall shows: seams, cadence, alerts, losses, cost and endurance, read from its pixels.

Run with: python -m benchmarks.bench_wall all --minutes 30, or with one row's name; --help tells them. Needs Xvfb and
gcc, and for comparison mpv and VLC. The exit code is 1 where a goal was missed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.wall import cases
from benchmarks.wall.cases import Case
from benchmarks.wall.clips import ENCODERS, Material
from benchmarks.wall.players import PEERS, ROOT
from benchmarks.wall.soak import soak_row
from benchmarks.wall.staged import alert_row, walls_row
from benchmarks.wall.table import Row, tell

SIZES = ((640, 320), (1280, 720), (1920, 1080))
ODD = (
    Material(codec="hevc"),
    Material(codec="vp9"),
    Material(codec="mpeg2"),
    Material(sound=True),
    Material(rate=25),
    Material(rate=50),
)
BESIDE_SECONDS = 4.0
"""Of the clips that others play too."""
LOSS_SECONDS = 5.0
LOSS_START_SECONDS = 8.0
START_SECONDS = 10.0

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)

SizeOption = Annotated[str, typer.Option("--size", metavar="WxH")]
SecondsOption = Annotated[float, typer.Option("--seconds", min=6, help="How long each run is looked at.")]
RunsOption = Annotated[int, typer.Option("--runs", min=1)]
JsonOption = Annotated[Path | None, typer.Option("--json", help="Write the figures there as well.")]
FolderOption = Annotated[Path | None, typer.Option("--folder", help="Keep clips there for the next time.")]


@app.command()
def seams(
    size: SizeOption = "640x320",
    codec: Annotated[str, typer.Option(help=f"One of {', '.join(ENCODERS)}.")] = "h264",
    fps: Annotated[int, typer.Option(min=10, max=120)] = 30,
    seconds: Annotated[float, typer.Option(min=0.5, max=15, help="Of each clip.")] = 2.0,
    transitions: Annotated[int, typer.Option(min=3, help="In all runs of ours together.")] = 200,
    runs: RunsOption = 3,
    sound: Annotated[bool, typer.Option("--sound")] = False,
    ticker: Annotated[bool, typer.Option("--ticker", help="With running text and a clock.")] = False,
    peers: Annotated[str, typer.Option(help="Others in the same run, as mpv,vlc.")] = "",
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """Clips one after another."""
    material = Material(_size(size), fps, seconds, codec, sound)
    others = tuple(name for name in peers.split(",") if name in PEERS)
    case = Case(material, transitions * seconds / runs + 2 * seconds, runs, others, dressed=ticker)
    with _folder(folder) as place:
        raise typer.Exit(tell(seam_rows(case, place), json_file))


@app.command()
def codecs(
    seconds: SecondsOption = 60.0, runs: RunsOption = 3, json_file: JsonOption = None, folder: FolderOption = None
) -> None:
    """Other codecs, sound, and rates that do not divide the refresh."""
    with _folder(folder) as place:
        rows = [row for material in ODD for row in seam_rows(Case(material, seconds, runs), place)]
        raise typer.Exit(tell(rows, json_file))


@app.command()
def pictures(
    size: SizeOption = "640x320",
    seconds: SecondsOption = 60.0,
    runs: RunsOption = 3,
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """Clip - picture - clip, picture - picture."""
    with _folder(folder) as place:
        case = Case(Material(_size(size)), seconds, runs, pictures=True)
        raise typer.Exit(tell(seam_rows(case, place), json_file))


@app.command()
def alert(
    size: SizeOption = "640x320",
    seconds: SecondsOption = 60.0,
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """An alert over a clip, and back."""
    with _folder(folder) as place:
        raise typer.Exit(tell([alert_row(place, seconds, Material(_size(size), seconds=BESIDE_SECONDS))], json_file))


@app.command()
def walls(
    size: SizeOption = "640x320",
    seconds: SecondsOption = 300.0,
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """Two walls with one timeline."""
    with _folder(folder) as place:
        raise typer.Exit(tell([walls_row(place, seconds, Material(_size(size)))], json_file))


@app.command()
def loss(
    rounds: Annotated[int, typer.Option(min=1, help="Of kill -9, and of SIGSTOP.")] = 100, json_file: JsonOption = None
) -> None:
    """Decoders killed and halted at random instants."""
    raise typer.Exit(tell([loss_row(rounds)], json_file))


@app.command()
def cost(
    seconds: SecondsOption = 60.0, runs: RunsOption = 3, json_file: JsonOption = None, folder: FolderOption = None
) -> None:
    """Seams, processor and memory beside mpv and VLC; and what a picture costs that stands still."""
    with _folder(folder) as place:
        rows = [cases.still_row(place, seconds)]
        for size in SIZES:
            rows += seam_rows(Case(Material(size, seconds=BESIDE_SECONDS), seconds, runs, PEERS), place)
        raise typer.Exit(tell(rows, json_file))


@app.command()
def soak(
    hours: Annotated[float, typer.Option(min=0.02, max=1000)] = 3.0,
    seconds: Annotated[float, typer.Option(min=0.5, max=30, help="Of each item.")] = 2.0,
    size: SizeOption = "640x320",
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """Hours of short items."""
    with _folder(folder) as place:
        raise typer.Exit(tell([soak_row(place, hours * 3600, Material(_size(size), seconds=seconds))], json_file))


@app.command()
def prepare(folder: Annotated[Path, typer.Argument(help="For --folder of the others.")]) -> None:
    """Make all clips beforehand, which keeps a machine busy for a minute."""
    with _folder(folder) as place:
        for material in (*(Material(size) for size in SIZES), *ODD):
            cases.files_of(Case(material, pictures=True), place)
        for size in SIZES:
            cases.files_of(Case(Material(size, seconds=BESIDE_SECONDS)), place)


@app.command(name="all")
def everything(
    minutes: Annotated[float, typer.Option(min=5, help="For the whole table; each row gets its share.")] = 60.0,
    runs: RunsOption = 3,
    json_file: JsonOption = None,
    folder: FolderOption = None,
) -> None:
    """Every row but the soak."""
    with _folder(folder) as place:
        rows: list[Row] = []
        for name, made in _table(minutes * 60, runs, place):
            print(f"{name} is measured", file=sys.stderr)
            rows += made
            for row in made:
                print(f"  {row.case}: {row.measured} {row.verdict}", file=sys.stderr)
        raise typer.Exit(tell(rows, json_file))


def _table(seconds: float, runs: int, folder: Path) -> Iterator[tuple[str, list[Row]]]:
    """The rows in turn; of the time a start of each run is taken off, the rest is given out in shares."""
    starts = START_SECONDS * ((runs + 1 + len(PEERS)) * len(SIZES) + len(ODD) + 6)
    share = max(seconds - starts, seconds / 3) / 100
    for size in SIZES:
        case = Case(Material(size), max(8.0, 11 * share / runs), runs)
        yield case.words, seam_rows(case, folder)
        case = Case(Material(size, seconds=BESIDE_SECONDS), max(30.0, 3 * share), 1, PEERS)
        yield f"{case.words} beside others", seam_rows(case, folder)
    for material in ODD:
        case = Case(material, max(8.0, 2.5 * share), 1)
        yield case.words, seam_rows(case, folder)
    usual = Material()
    for case in (Case(usual, 5 * share, 1, pictures=True), Case(usual, 6 * share, 1, dressed=True)):
        yield case.words, seam_rows(case, folder)
    yield "still", [cases.still_row(folder, max(8.0, 1.5 * share))]
    yield "alert", [alert_row(folder, 4 * share, replace(usual, seconds=BESIDE_SECONDS))]
    yield "walls", [walls_row(folder, 8 * share, usual)]
    yield "loss", [loss_row(max(3, int((12 * share / 2 - LOSS_START_SECONDS) / LOSS_SECONDS)))]


def seam_rows(case: Case, folder: Path) -> list[Row]:
    """All rows of a case: its own, the text's, the others', the cost."""
    results = cases.play(case, folder)
    ours = results[0]
    usual = case.material.codec == "h264" and not case.material.sound and not 60 % case.material.rate
    kind = cases.picture_row if case.pictures else cases.seam_row if usual else cases.cadence_row
    rows = [kind(case, ours)]
    if case.dressed:
        rows.append(cases.text_row(case, ours))
    if case.peers:
        rows += [*cases.peer_rows(case, results), cases.cost_row(case, results)]
    return rows


def loss_row(rounds: int) -> Row:
    """Decoders killed and halted, by the benchmark that does that."""
    command = [sys.executable, "-m", "benchmarks.bench_decoder_loss", str(rounds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    told = [line for line in done.stdout.splitlines() if line.startswith("SIG")]
    goal = "right picture again <= 1 s; 0 frames of anything else"
    good = done.returncode == 0 and bool(told)
    return Row(f"a decoder lost, {rounds} times each way", goal, "; ".join(told) or done.stderr[-300:], good)


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """A place for clips and screens, that a player without rights can read."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="bench-wall-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        return int(width), int(height)
    except ValueError:
        raise typer.BadParameter(f"{text!r:.30} is not a size; write 640x320") from None


if __name__ == "__main__":
    app()
