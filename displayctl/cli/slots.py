"""`displayctl schedule`: bookings of a playlist on walls, dates and hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli import calendars, week_paper
from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from displayctl.api.models import Document, Part
    from schedules.daypart import Hours
    from schedules.recurrence import Recurrence

app = group("The calendar: which playlist, on which walls, when.")
calendars.register(app)
week_paper.register(app)

Dates = Annotated[list[str], typer.Option(metavar="DATE", help="May be given several times.")]
Sets = Annotated[list[str], typer.Option(metavar="SET", help="A holiday set's id or name.")]


@dataclass(frozen=True, slots=True)
class Days:
    """What was typed about dates."""

    first: str
    last: str
    on: str
    days: str
    rule: str
    include: tuple[str, ...]
    leave_out: tuple[str, ...]
    except_holidays: tuple[str, ...]
    include_holidays: tuple[str, ...]


@command(app, "add")
def add(
    desk: Desk,
    playlist: Annotated[str, typer.Argument(help="Id or name.")],
    display: Annotated[list[str], typer.Option(metavar="WALL", help="A wall's id or name; may be repeated.")],
    starts: Annotated[str, typer.Option("--from", metavar="HH:MM", help="In the wall's civil time.")] = "",
    ends: Annotated[str, typer.Option("--to", metavar="HH:MM", help="May lie behind midnight; 24:00 is it.")] = "",
    days: Annotated[str, typer.Option(help="As mon,tue or sen,sel or weekdays; every day otherwise.")] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="On this one day.")] = "",
    first: Annotated[str, typer.Option(metavar="DATE", help="First day; today otherwise.")] = "",
    last: Annotated[str, typer.Option(metavar="DATE", help="Last day; without end otherwise.")] = "",
    rule: Annotated[str, typer.Option(metavar="RRULE", help="As FREQ=MONTHLY;BYDAY=1MO (RFC 5545).")] = "",
    include: Dates = [],  # noqa: B006 - typer copies it
    leave_out: Annotated[list[str], typer.Option("--except", metavar="DATE", help="Not on this day.")] = [],  # noqa: B006
    include_holidays: Sets = [],  # noqa: B006
    except_holidays: Sets = [],  # noqa: B006
    daypart: Annotated[str, typer.Option(help="Hours of this daypart, instead of --from and --to.")] = "",
    priority: Annotated[int, typer.Option(min=0, max=100, help="The higher one wins.")] = 50,
    interrupt: Annotated[
        int, typer.Option(metavar="N", min=0, max=60, help="Play one entry N times an hour on top of the loop.")
    ] = 0,
    region: Annotated[str, typer.Option(help="A loop region of the walls; the main picture otherwise.")] = "",
    volume: Annotated[int, typer.Option(min=0, max=100, help="Percent, of all it plays.")] = 100,
    name: Annotated[str, typer.Option(help="What the booking is called; the playlist's name otherwise.")] = "",
    id: Annotated[str, typer.Option(help="Its id; made from the name otherwise.")] = "",
) -> Answer:
    """Book a playlist."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.naming import unique_id
    from schedules.codec import slot_to_dict
    from schedules.slot import Slot, SlotKind

    found = find_part(desk.client, PartKind.PLAYLIST, playlist)
    walls = [find_part(desk.client, PartKind.DISPLAY, each) for each in display]
    dates = Days(
        first, last, on, days, rule, tuple(include), tuple(leave_out), tuple(except_holidays), tuple(include_holidays)
    )
    called = name or str(found.value["name"])
    slot = Slot(
        id=id or unique_id(called),
        name=called,
        playlist_id=found.id,
        display_ids=tuple(dict.fromkeys(wall.id for wall in walls)),
        recurrence=_recurrence(desk, dates, str(walls[0].value["time_zone"])),
        created_at=desk.clock.now().replace(microsecond=0),
        hours=_hours(starts, ends, daypart),
        daypart_id=find_part(desk.client, PartKind.DAYPART, daypart).id if daypart else None,
        priority=priority,
        kind=SlotKind.INTERRUPT if interrupt else SlotKind.LOOP,
        plays_per_hour=interrupt or None,
        region=region,
        volume=volume,
    )
    part = desk.client.create_part(PartKind.SLOT, slot_to_dict(slot))
    return Answer(part, f"booked {called} as {part.id}: {when(part.value)}; publish to bring it to the walls")


@command(app, "list")
def list_slots(
    desk: Desk, display: Annotated[str, typer.Option(metavar="WALL", help="Only bookings on this wall.")] = ""
) -> Answer:
    """List the bookings."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    wall = find_part(desk.client, PartKind.DISPLAY, display).id if display else None
    parts = [part for part in desk.client.parts(PartKind.SLOT) if wall is None or wall in part.value["display_ids"]]
    none = "nothing is booked; book with: displayctl schedule add PLAYLIST --display WALL --from 07:00 --to 17:00"
    return Answer(
        parts, table(("id", "name", "when", "walls", "region", "priority"), [_row(part) for part in parts], none)
    )


@command(app, "remove")
def remove(desk: Desk, slot: Annotated[list[str], typer.Argument(metavar="SLOT...", help="Ids or names.")]) -> Answer:
    """Take bookings away."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    found = [find_part(desk.client, PartKind.SLOT, each) for each in slot]
    for part in found:
        desk.client.delete_part(PartKind.SLOT, part.id, part.version)
    names = ", ".join(str(part.value["name"]) for part in found)
    return Answer({"removed": [part.id for part in found]}, f"removed: {names}; publish to tell the walls")


def _hours(starts: str, ends: str, daypart: str) -> Hours | None:
    from displayctl.cli.reading import read_hours
    from schedules.errors import InvalidValue

    if daypart and (starts or ends):
        raise InvalidValue("daypart", "a daypart has hours of its own; leave out --from and --to, or the daypart")
    if bool(starts) != bool(ends):
        raise InvalidValue("to" if starts else "from", "is missing; give both --from and --to, or neither for all day")
    return read_hours(starts, ends) if starts else None


def _recurrence(desk: Desk, dates: Days, time_zone: str) -> Recurrence:
    from displayctl.cli.reading import read_date, read_days, rule_for
    from schedules.daypart import EVERY_DAY
    from schedules.display import zone
    from schedules.errors import InvalidValue
    from schedules.recurrence import Recurrence

    if dates.on and (dates.first or dates.last or dates.days or dates.rule):
        raise InvalidValue("on", "is one day; leave out --first, --last, --days and --rule")
    if dates.days and dates.rule:
        raise InvalidValue("rule", "says the days already; leave out --days or --rule")
    today = desk.clock.now().astimezone(zone(time_zone)).date()
    first = read_date(dates.on or dates.first) if dates.on or dates.first else today
    rule = "" if dates.on else dates.rule or rule_for(read_days(dates.days) if dates.days else EVERY_DAY)
    return Recurrence(
        first=first,
        last=read_date(dates.last) if dates.last else None,
        rule=rule.removeprefix("RRULE:"),
        include_dates=tuple(read_date(each) for each in dates.include),
        except_dates=tuple(read_date(each) for each in dates.leave_out),
        include_holidays=_holiday_sets(desk, dates.include_holidays),
        except_holidays=_holiday_sets(desk, dates.except_holidays),
    )


def _holiday_sets(desk: Desk, named: tuple[str, ...]) -> tuple[str, ...]:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    return tuple(find_part(desk.client, PartKind.HOLIDAYS, each).id for each in named)


def when(slot: Document) -> str:
    """A booking's dates and hours in words, and how often an interrupt plays."""
    often = f"{slot['plays_per_hour']} times an hour, " if slot["kind"] == "interrupt" else ""
    return often + _dates_and_hours(slot)


def _dates_and_hours(slot: Document) -> str:
    dates = slot["recurrence"]
    hours = slot["hours"]
    days = f"{dates['first']} on" if dates["last"] is None else f"{dates['first']} to {dates['last']}"
    if not dates["rule"]:
        days = dates["first"] if dates["last"] is None else days
    elif dates["rule"] != "FREQ=DAILY":
        days += f", {dates['rule'].removeprefix('FREQ=')}"
    if slot["daypart_id"]:
        return f"{days}, daypart {slot['daypart_id']}"
    if hours is None:
        return f"{days}, all day"
    ends = "24:00" if hours["ends"] == "00:00:00" else hours["ends"][:5]
    night = " of the next day" if hours["ends"] <= hours["starts"] and ends != "24:00" else ""
    return f"{days}, {hours['starts'][:5]} to {ends}{night}"


def _row(part: Part) -> tuple[object, ...]:
    return (
        part.id,
        part.value["name"],
        when(part.value),
        ", ".join(part.value["display_ids"]),
        part.value.get("region", ""),
        part.value["priority"],
    )
