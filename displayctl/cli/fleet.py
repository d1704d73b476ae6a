"""`displayctl fleet`: the players at the walls."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, plain, table
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from displayctl.api.models import PlayerState
    from displayctl.desk.introducing import Meeting

app = group("Players: who waits, what they show, what is wrong.")

Wall = Annotated[str, typer.Argument(metavar="WALL", help="A wall's id or name.")]


@command(app, "list")
def list_players(desk: Desk) -> Answer:
    """List each wall's player, and the players that wait for approval."""
    from rich.console import Group

    states, waiting = desk.client.fleet(), desk.client.enrolments()
    rows = [
        (state.display_id, _state(state), _showing(state), _ago(desk, state.last_seen), "; ".join(state.faults))
        for state in states
    ]
    walls = table(("wall", "player", "shows", "last seen", "faults"), rows, "there is no wall yet")
    codes = table(
        ("code on the wall", "machine", "asked"),
        [
            (enrolment.code or "(on the wall alone)", enrolment.host_name, _ago(desk, enrolment.asked_at))
            for enrolment in waiting
        ],
        "",
    )
    data = {"players": plain(states), "enrolments": plain(waiting)}
    return Answer(data, Group(walls, codes) if waiting else walls)


@command(app, "approve")
def approve(
    desk: Desk,
    code: Annotated[str, typer.Argument(help="The code that the wall shows, as BCDF-GHJK.")],
    display: Annotated[str, typer.Option(metavar="WALL", help="Which wall it is: id or name.")],
    phrase: Annotated[str, typer.Option(metavar="WORDS", help="The four words that the wall shows.")] = "",
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Give a waiting player its wall, once its four words were compared."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.reading import read_code
    from displayctl.desk.introducing import meet_player
    from displayctl.desk.pairing import approve_player

    wall = find_part(desk.client, PartKind.DISPLAY, display)
    typed = read_code(code)
    meeting = meet_player(desk.client, typed, desk.beliefs)
    _compare(meeting, phrase)
    key = desk.signatory(who, passphrase_file)
    pairing = approve_player(desk.client, key, typed, wall.id, meeting=meeting, beliefs=desk.beliefs)
    name = wall.value["name"]
    if pairing.publication is not None:
        return Answer(pairing.state, f"{name} has its player, which plays what is published now")
    complaints = (f"{name} waits for the next publication: {pairing.hindrance}",) if pairing.hindrance else ()
    return Answer(pairing.state, f"{name} has its player; publish so that it may play", complaints)


@command(app, "health")
def health(
    desk: Desk,
    display: Wall,
    hours: Annotated[int, typer.Option(min=1, max=168, help="How many hours back.")] = 24,
) -> Answer:
    """Tell how even a wall's picture was by the hour, and what its machine can play."""
    from displayctl.cli.wall_health import told

    wall_id, name = _wall(desk, display)
    state = next((state for state in desk.client.fleet() if state.display_id == wall_id), None)
    return told(name, desk.client.wall_health(wall_id), state.stats if state else {}, hours)


@command(app, "leave-safe-mode")
def leave_safe_mode(desk: Desk, display: Wall) -> Answer:
    """Let a wall that left out its videos try the whole programme again."""
    wall_id, name = _wall(desk, display)
    desk.client.leave_safe_mode(wall_id)
    return Answer({"display_id": wall_id}, f"{name} tries its whole programme again")


@command(app, "unbind")
def unbind(desk: Desk, display: Wall) -> Answer:
    """Forget a wall's player; it plays on what it has and gets nothing new."""
    wall_id, name = _wall(desk, display)
    desk.client.unbind(wall_id)
    return Answer({"unbound": wall_id}, f"{name} has no player any more; publish to make that hold")


@command(app, "refusals")
def refusals(desk: Desk, display: Wall) -> Answer:
    """Tell what a wall's player would not believe, and by which rule."""
    wall_id, _ = _wall(desk, display)
    told = desk.client.refusals(wall_id)
    rows = [(_ago(desk, each.last_at), each.times, each.rule, each.revision or "-", each.detail) for each in told]
    return Answer(told, table(("last", "times", "rule", "revision", "reason"), rows, "nothing was refused"))


@command(app, "screenshot")
def screenshot(
    desk: Desk,
    display: Wall,
    file: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write the PNG.")] = None,
    width: Annotated[int, typer.Option(min=16, max=4096, help="At most so many pixels wide.")] = 1920,
) -> Answer:
    """Fetch what a wall presents now."""
    from displayctl.desk.saving import save_file

    wall_id, name = _wall(desk, display)
    target = file or Path(f"{wall_id}.png")
    picture = desk.client.screenshot(wall_id, width)
    save_file(target, picture)
    return Answer({"display_id": wall_id, "file": str(target), "size_bytes": len(picture)}, f"{name}: {target}")


@command(app, "identify")
def identify(
    desk: Desk, display: Wall, seconds: Annotated[int, typer.Option(min=1, max=600, help="How long.")] = 15
) -> Answer:
    """Write a wall's name across it."""
    wall_id, name = _wall(desk, display)
    desk.client.identify(wall_id, seconds)
    return Answer({"display_id": wall_id, "seconds": seconds}, f"{name} shows its name for {seconds} s")


def _compare(meeting: Meeting, phrase: str) -> None:
    """Let the person compare the phrase: as typed along, or by eye. On one machine there is nobody in between."""
    from displayctl.cli.errors import CommandError

    if phrase and meeting.phrase.split() != phrase.lower().split():
        raise CommandError(
            f"the wall does not show what it should ({meeting.phrase or 'no player shows this code'}): somebody may "
            "sit on the network; do not pair it, and look at the cables and routers on the way"
        )
    if phrase or meeting.introduction is None:
        return
    if not sys.stdin.isatty():
        raise CommandError(f'compare the four words on the wall, then give them: --phrase "{meeting.phrase}"')
    typer.echo(f"The wall should show:  {meeting.phrase}", err=True)
    typer.confirm("Does it?", abort=True, err=True)


def _wall(desk: Desk, named: str) -> tuple[str, str]:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    part = find_part(desk.client, PartKind.DISPLAY, named)
    return part.id, str(part.value["name"])


def _state(state: PlayerState) -> str:
    if not state.device_id:
        return "none"
    return "connected" if state.connected else "away"


def _showing(state: PlayerState) -> str:
    if not state.showing:
        return "-"
    return str(state.showing.get("title") or state.showing.get("kind") or "-")


def _ago(desk: Desk, moment: datetime | None) -> str:
    if moment is None:
        return "never"
    seconds = max(0, round((desk.clock.now() - moment).total_seconds()))
    if seconds < 120:
        return f"{seconds} s ago"
    return f"{seconds // 60} min ago" if seconds < 7200 else f"{seconds // 3600} h ago"
