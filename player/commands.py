"""The command line of a player: run, loop, check, identify."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from player.errors import AlreadyRunning, PlayerError
from player.folder import data_folder, data_lock
from player.stage import port
from player.stage.child import StageChild
from player.stage.screen import NoScreen, require_screen
from schedules.clock import SystemClock
from schedules.display import Canvas
from schedules.errors import ScheduleError

EXIT_REFUSED = 2

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Plays one wall, unattended.")

CanvasOption = Annotated[str, typer.Option("--canvas", metavar="WxH+X+Y", help="Size and place of the picture.")]
RotationOption = Annotated[int, typer.Option("--rotation", help="0, 90, 180 or 270 degrees, clockwise.")]
RateOption = Annotated[int, typer.Option("--frame-rate", help="The wall's frame rate: 25, 30, 50 or 60.")]


@app.command()
def loop(
    files: Annotated[list[str], typer.Argument(help="Videos, pictures and live streams, played in this order.")],
    canvas: CanvasOption = "640x384+0+0",
    picture_seconds: Annotated[float, typer.Option(min=0.5, max=86_400, help="How long a picture stays.")] = 10.0,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="Stop after this long.")] = None,
    rotation: RotationOption = 0,
    frame_rate: RateOption = 30,
    stream_seconds: Annotated[float, typer.Option(min=1, max=86_400, help="How long a live stream stays.")] = 30.0,
    patience: Annotated[float, typer.Option(min=1, max=30, help="Seconds a stream has for its first picture.")] = 5.0,
    sound: Annotated[bool, typer.Option("--sound", help="Let clips be heard.")] = False,
    transition: Annotated[str, typer.Option(metavar="KIND[:MS]", help="cut, crossfade:500 or slide:800.")] = "cut",
    motion: Annotated[str, typer.Option(help="Of pictures: none, zoom-in, zoom-out, pan-left or pan-right.")] = "none",
    ticker: Annotated[list[str] | None, typer.Option(help="Running text under the picture; may be repeated.")] = None,
    ticker_speed: Annotated[int, typer.Option(min=10, max=1200, help="Of running text, in pixels a second.")] = 120,
    clock: Annotated[str, typer.Option(metavar="ZONE", help="A clock under the picture, as Asia/Makassar.")] = "",
    logo: Annotated[str, typer.Option(metavar="FILE", help="A picture in the upper right corner.")] = "",
    band: Annotated[int, typer.Option(min=0, help="Height in pixels of the strip under the picture.")] = 0,
) -> None:
    """Play local files and live streams (rtsp://, rtp://, http://) again and again, without a hub."""
    from player.live_item import is_address, stream_item  # these open media; other commands need not load them
    from player.local_dressing import dress, read_motion, read_transition
    from player.local_loop import LoopItem, UnusableFile, probe_item, run_loop, tell

    arrange = replace(_arrange(canvas, rotation, frame_rate), sound=sound)
    try:
        look = dress(arrange.canvas, ticker or (), clock, logo, speed_px_s=ticker_speed, band_px=band)
        arrange = replace(arrange, regions=look.regions)
        change, moves = read_transition(transition), read_motion(motion)
    except ScheduleError as error:
        raise _refuse(str(error)) from error
    size = (arrange.canvas.width_px, arrange.canvas.height_px)
    items: list[LoopItem] = []
    with _stage(arrange) as stage, TemporaryDirectory(prefix="displayctl-") as posters:
        for file in files:
            try:
                if is_address(file):
                    stays_ms, limit = round(stream_seconds * 1000), timedelta(milliseconds=round(patience * 1000))
                    items.append(stream_item(file, stays_ms, limit, size, Path(posters)))
                else:
                    items.append(probe_item(Path(file), round(picture_seconds * 1000)))
            except UnusableFile as error:
                typer.echo(f"displayctl-player: {error}", err=True)
        if not items:
            raise _refuse("none of the files can be played; give videos, pictures or streams")
        for request in look.requests:
            stage.send(request)
        items = [replace(item, transition=change, motion=moves if item.is_picture else item.motion) for item in items]
        run_loop(stage, items, SystemClock(), seconds, tell)


@app.command()
def identify(
    canvas: CanvasOption = "640x384+0+0",
    text: Annotated[str, typer.Option(help="What to write; the canvas by default.")] = "",
    seconds: Annotated[int, typer.Option(min=1, max=600)] = 10,
    rotation: RotationOption = 0,
) -> None:
    """Show which wall this is, and then the test pattern, for some seconds each."""
    from player.checkup import show_identity

    arrange = _arrange(canvas, rotation, 30)
    with _stage(arrange) as stage:
        show_identity(stage, text or canvas, seconds, SystemClock())


@app.command()
def check(
    canvas: CanvasOption = "640x384+0+0",
    seconds: Annotated[float, typer.Option(min=2, max=3600, help="How long to play and measure.")] = 30.0,
    rotation: RotationOption = 0,
    frame_rate: RateOption = 30,
    data: Annotated[Path | None, typer.Option(help="The player's folder, which keeps the result.")] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Leave out other codecs and sizes than the wall's.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also over the picture of a player that runs.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Figures only, as JSON.")] = False,
) -> None:
    """Measure what this machine can do: refresh, cadence of frames, seams, and what it can decode."""
    from player.checkup import check_up
    from player.checkup_file import keep_checkup
    from player.headroom import measure_speeds

    arrange, clock, folder = _arrange(canvas, rotation, frame_rate), SystemClock(), data_folder(data)
    with _alone(folder, anyway):
        speeds = tuple(measure_speeds((arrange.canvas.width_px, arrange.canvas.height_px), brief=brief))
        with _stage(arrange) as stage:
            checkup = check_up(stage, arrange, seconds, clock, speeds)
        document = checkup.document(arrange, seconds, clock)
        keep_checkup(folder, document)
    typer.echo(json.dumps(document) if as_json else "\n".join(checkup.words()))
    if not checkup.good:
        raise typer.Exit(1)


@app.command()
def run(
    data: Annotated[Path | None, typer.Option(help="The player's folder; DISPLAYCTL_PLAYER_DATA by default.")] = None,
    hub: Annotated[str | None, typer.Option(help="The hub's address; DISPLAYCTL_HUB by default.")] = None,
    canvas: Annotated[str | None, typer.Option(metavar="WxH+X+Y", help="Overrides the programme's canvas.")] = None,
) -> None:
    """Play what the hub publishes, unattended."""
    from player.launch import FirstStage, launch

    raise typer.Exit(launch(FirstStage(), data, hub, canvas))


@contextmanager
def _alone(folder: Path, anyway: bool) -> Iterator[None]:
    """A screen is there, and nobody else plays from `folder` meanwhile, or `anyway`; else the command is refused."""
    try:
        require_screen()
        with nullcontext() if anyway else data_lock(folder):
            yield
    except AlreadyRunning as error:
        raise _refuse(f"{error}, or add --anyway, which covers the wall and gives worse figures") from error
    except (PlayerError, NoScreen) as error:
        raise _refuse(str(error)) from error


@app.command()
def unpair(
    data: Annotated[Path | None, typer.Option(help="The player's folder; DISPLAYCTL_PLAYER_DATA by default.")] = None,
) -> None:
    """Forget the hub: at its next start the player shows a code, to be paired anew."""
    from player.errors import PlayerError
    from player.folder import data_folder, data_lock
    from player.identity import forget_hub

    folder = data_folder(data)
    try:
        with data_lock(folder):
            forget_hub(folder)
    except PlayerError as error:
        raise _refuse(str(error)) from error
    typer.echo(f"{folder} is paired with no hub any more")


@contextmanager
def _stage(arrange: port.Arrange) -> Iterator[StageChild]:
    """A stage on this machine's screen; ends the command with the stage's own exit code where it cannot open one.

    A stage that ends says why by itself; for one that hangs that is done here.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    stage = StageChild()
    try:
        stage.send(arrange)
        yield stage
    except port.StageClosed as error:
        if stage.exit_code is None:
            typer.echo(f"displayctl-player: {error}", err=True)
        code = stage.exit_code or 1
        raise typer.Exit(code if code > 0 else 1) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    finally:
        stage.close()


def _arrange(canvas: str, rotation: int, frame_rate: int) -> port.Arrange:
    from player.config import parse_canvas

    try:
        parsed: Canvas = replace(parse_canvas(canvas), rotation_degrees=rotation)
        return port.Arrange(parsed, frame_rate)
    except ScheduleError as error:
        raise _refuse(str(error)) from error


def _refuse(message: str) -> typer.Exit:
    typer.echo(f"displayctl-player: {message}", err=True)
    return typer.Exit(EXIT_REFUSED)
