"""`displayctl explain-absence`: why something did not play on a wall, in a sentence, with the next step."""

from __future__ import annotations

from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command
from displayctl.cli.spans import FromOption, ToOption


def register(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "explain-absence")(explain_absence)


def explain_absence(
    desk: Desk,
    medium: Annotated[str, typer.Argument(metavar="MEDIUM", help="What did not play: id or title.")],
    wall: Annotated[str, typer.Option("--wall", metavar="WALL", help="Where: id or name.")],
    starts: FromOption = "",
    ends: ToOption = "",
    slot: Annotated[str, typer.Option("--slot", metavar="SLOT", help="Only this booking of it.")] = "",
) -> Answer:
    """Say why something was not on a wall in a time that is over, and what to do about it."""
    from displayctl.api.absence import AbsenceCalls
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_medium, find_part
    from displayctl.cli.reading import read_span
    from displayctl.desk.absence_words import say_absence

    display = find_part(desk.client, PartKind.DISPLAY, wall)
    begins, end = read_span(desk.clock.now(), starts, ends, str(display.value["time_zone"]))
    what = find_medium(desk.client, medium)
    booking = find_part(desk.client, PartKind.SLOT, slot).id if slot else ""
    found = AbsenceCalls(desk.client.transport).why(display.id, what.id, begins, end, booking)
    why, step = say_absence(found)
    planned = f"planned {found.planned_plays} times, played {found.played_plays} times"
    last = f"; last seen {found.last_played:%Y-%m-%d %H:%M} UTC" if found.last_played is not None else ""
    text = f"{what.title} on {display.value['name']}: {why}; {step} ({planned}{last})"
    return Answer({**found.model_dump(mode="json"), "why": why, "next_step": step}, text)
