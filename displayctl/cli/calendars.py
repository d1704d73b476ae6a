"""`displayctl schedule export-ics` and `import-ics`: bookings for other calendars, and other calendars' events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, counted, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.desk.calendars.exchange import Bookings
    from displayctl.desk.calendars.plan import ImportPlan, Proposal, Target
    from displayctl.desk.calendars.reading import Refused


def register(app: typer.Typer) -> None:
    """Adds the commands to ``displayctl schedule``."""
    command(app, "export-ics")(export_ics)
    command(app, "import-ics")(import_ics)


def export_ics(
    desk: Desk,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, as jadwal.ics.")],
    wall: Annotated[str, typer.Option("--wall", metavar="WALL", help="Only bookings on this wall: id or name.")] = "",
) -> Answer:
    """Write the bookings as an iCalendar file, which other calendars open."""
    from displayctl.cli.finding import wall_id
    from displayctl.desk.calendars.exchange import export_calendar, fetch_bookings
    from displayctl.desk.saving import save_file

    bookings = fetch_bookings(desk.client)
    data, count = export_calendar(bookings, wall_id(desk.client, wall), desk.clock.now())
    save_file(file, data)
    words = f"{file}: {counted(count, 'booking', 'bookings')}"
    return Answer({"file": str(file), "slots": count, "size_bytes": len(data)}, words)


def import_ics(
    desk: Desk,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .ics file, as an agency sent it.")],
    playlist: Annotated[str, typer.Option(metavar="PLAYLIST", help="What new events play: id or name.")],
    wall: Annotated[list[str], typer.Option("--wall", metavar="WALL", help="Where new events play; may be repeated.")],
    by_name: Annotated[
        bool, typer.Option("--by-name/--one-playlist", help="An event named like a playlist plays that one.")
    ] = True,
    really: Annotated[bool, typer.Option("--apply", help="Do it; without this it is only shown.")] = False,
) -> Answer:
    """Show what taking in somebody's calendar would do, and with --apply do it.

    Taking in the same file again changes nothing; a newer one of the same events changes their bookings.
    """
    from displayctl.desk.calendars.exchange import fetch_bookings, plan_calendar, take_in

    bookings = fetch_bookings(desk.client)
    target = _target(desk, bookings, playlist, wall, by_name)
    plan = plan_calendar(_bytes(file), bookings, target, desk.clock.now())
    if really:
        take_in(desk.client, plan.changing(), bookings.versions)
    data = {
        "applied": really,
        "events": [_plain(each) for each in plan.proposals],
        "refused": [_plain_refused(each) for each in plan.refused],
    }
    complaints = tuple(_complaint(each) for each in plan.refused)
    return Answer(data, _shown(plan, really), complaints)


def _bytes(file: Path) -> bytes:
    from displayctl.desk.calendars.lines import LARGEST_BYTES

    with file.open("rb") as source:
        return source.read(LARGEST_BYTES + 1)


def _target(desk: Desk, bookings: Bookings, playlist: str, walls: list[str], by_name: bool) -> Target:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.desk.calendars.plan import Target

    named = {name.casefold(): key for key, name in bookings.playlist_names.items()} if by_name else {}
    return Target(
        find_part(desk.client, PartKind.PLAYLIST, playlist).id,
        tuple(dict.fromkeys(find_part(desk.client, PartKind.DISPLAY, each).id for each in walls)),
        named,
    )


def _plain(proposal: Proposal) -> dict[str, object]:
    from schedules.codec import slot_to_dict

    slot = proposal.slot
    return {
        "action": proposal.action.value,
        "name": proposal.name,
        "slot": None if slot is None else slot_to_dict(slot),
        "remarks": [remark.value for remark in proposal.remarks],
    }


def _plain_refused(refused: Refused) -> dict[str, object]:
    return {
        "name": refused.name,
        "begins": refused.begins,
        "trouble": refused.trouble.value,
        "detail": refused.detail,
    }


def _complaint(refused: Refused) -> str:
    from displayctl.desk.calendars.english import say_trouble

    return f"{refused.name or 'an event'} ({refused.begins}) was left out: {say_trouble(refused)}"


def _shown(plan: ImportPlan, done: bool) -> RenderableType:
    from displayctl.cli.slots import when
    from displayctl.desk.calendars.english import say_action, say_remark
    from schedules.codec import slot_to_dict

    rows = [
        (
            say_action(each.action, done),
            each.name,
            when(slot_to_dict(each.slot)) if each.slot is not None else "-",
            "; ".join(say_remark(remark) for remark in each.remarks),
        )
        for each in plan.proposals
    ]
    none = "the calendar has no events"
    return table(("what becomes of it", "event", "when", "made simpler"), rows, none)
