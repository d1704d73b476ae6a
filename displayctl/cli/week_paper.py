"""`displayctl schedule print`: a week on paper, for people to sign."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, counted

if TYPE_CHECKING:
    from displayctl.desk.papers.columns import Signers


def register(app: typer.Typer) -> None:
    """Adds the command to ``displayctl schedule``."""
    command(app, "print")(print_week)


def print_week(
    desk: Desk,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The PDF to write, as minggu.pdf.")],
    wall: Annotated[list[str], typer.Option("--wall", metavar="WALL", help="A wall; may be repeated.")] = [],  # noqa: B006
    group: Annotated[str, typer.Option("--group", metavar="GROUP", help="All walls of this group.")] = "",
    week: Annotated[str, typer.Option(metavar="WEEK", help="As 2026-W48, or a day of it; this week otherwise.")] = "",
    on_air: Annotated[bool, typer.Option("--on-air", help="What is on air, instead of the draft.")] = False,
    landscape: Annotated[bool, typer.Option("--landscape", help="A4 across.")] = False,
    prepared_by: Annotated[str, typer.Option(metavar="NAME", help="Below the paper; you, otherwise.")] = "",
    checked_by: Annotated[str, typer.Option(metavar="NAME", help="Below the paper.")] = "",
    approved_by: Annotated[str, typer.Option(metavar="NAME", help="Those of the policy, otherwise.")] = "",
) -> Answer:
    """Write the schedule of a week as PDF, with room for signatures and the digest of what it shows."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import all_media, find_part
    from displayctl.desk.exporting import group_of_wall
    from displayctl.desk.papers.columns import Signers
    from displayctl.desk.papers.sheets import Sheets
    from displayctl.desk.printing import Source, WeekWish, fetch_week_paper
    from displayctl.desk.saving import save_file
    from schedules.errors import InvalidValue

    if bool(wall) == bool(group):
        raise InvalidValue("wall", "name either walls with --wall, or a group with --group")
    walls = tuple(dict.fromkeys(find_part(desk.client, PartKind.DISPLAY, each).id for each in wall))
    of = group or group_of_wall(desk.client, walls[0])
    monday = read_week(week, desk.clock.now(), desk.client.settings().office.zone)
    signers = _signers(desk, of, Signers(prepared_by, checked_by, approved_by))
    source = Source.ON_AIR if on_air else Source.DRAFT
    wish = WeekWish(of, monday, walls, source, signers, landscape)
    sheets = Sheets(fetch_week_paper(desk.client, wish, all_media(desk.client), desk.clock.now()))
    save_file(out, sheets.as_pdf())
    data = {"file": str(out), "pages": sheets.pages, "monday": monday.isoformat(), "group": of}
    return Answer(data, f"{out}: {counted(sheets.pages, 'page', 'pages')}, the week of {monday}")


def read_week(text: str, now: datetime, time_zone: str) -> date:
    """The Monday of ``2026-W48`` or of the week of ``2026-11-25``; of this week where nothing is given.

    Raises InvalidValue.
    """
    from displayctl.cli.reading import read_date
    from schedules.display import zone
    from schedules.errors import InvalidValue

    if not text:
        day = now.astimezone(zone(time_zone)).date()
    elif "W" in text.upper():
        try:
            day = date.fromisoformat(f"{text.strip().upper()}-1")
        except ValueError as error:
            raise InvalidValue("week", f"{text!r:.40} is no week; write like 2026-W48, or a day of it") from error
    else:
        day = read_date(text)
    if not 1970 <= day.year <= 2198:
        raise InvalidValue("week", f"{text!r:.40} is not within the years 1970 to 2198")
    return day - timedelta(days=day.weekday())


def _signers(desk: Desk, group: str, given: Signers) -> Signers:
    """What was not given is who asks, and who may sign by the policy."""
    from dataclasses import replace

    from displayctl.desk.printing import fetch_approvers

    me = desk.client.accounts.who_am_i()
    prepared = given.prepared or me.title or me.name
    approved = given.approved or fetch_approvers(desk.client, desk.beliefs, group)
    return replace(given, prepared=prepared, approved=approved)
