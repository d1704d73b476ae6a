"""`displayctl display hours`, `brightness`, `quiet`, `policies`: when a wall is lit, how bright, how quiet, and why.

They are part of the signed programme, so they count once they are published.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from schedules.display import Display

Wall = Annotated[str, typer.Argument(metavar="WALL", help="A wall's id or name.")]
Basis = Annotated[str, typer.Option(metavar="NAME", help="The regulation it rests on, as 'Peraturan Bupati Banggai'.")]
Number = Annotated[str, typer.Option("--basis-number", metavar="NUMBER", help="The regulation's number.")]
Year = Annotated[int, typer.Option("--basis-year", metavar="YEAR", help="The regulation's year.")]
Article = Annotated[str, typer.Option("--basis-article", metavar="ARTICLE", help="As 'Pasal 7'.")]
NoBasis = Annotated[bool, typer.Option("--no-basis", help="Take the legal reference away.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to those about walls."""
    command(app, "hours")(hours)
    command(app, "brightness")(brightness)
    command(app, "quiet")(quiet)
    command(app, "policies")(policies)


def hours(
    desk: Desk,
    display: Wall,
    open_at: Annotated[
        list[str], typer.Option("--open", metavar="[DAYS@]HH:MM-HH:MM", help="Open hours; may be repeated.")
    ] = [],  # noqa: B006 - typer copies it
    on: Annotated[
        list[str], typer.Option("--on", metavar="DATE,…=HOURS|closed", help="Other hours on some dates.")
    ] = [],  # noqa: B006
    always: Annotated[bool, typer.Option("--always", help="Open at all hours.")] = False,
    basis: Basis = "",
    number: Number = "",
    year: Year = 0,
    article: Article = "",
    no_basis: NoBasis = False,
) -> Answer:
    """Say when a wall is open; outside these hours it is dark, but for emergencies. What is given replaces what was."""
    from displayctl.cli.errors import CommandError
    from displayctl.cli.reading_policies import changed_basis, read_date_hours, read_weekly_hours
    from schedules.daypart import ALL_DAY
    from schedules.opening import OpeningHours

    def changed(before: Display) -> Display:
        if always:
            return replace(before, opening=None)
        if not (open_at or on or before.opening):
            if _given(basis, number, year, article):
                raise CommandError(f"{before.name} is open at all hours; say when it is: --open 06:00-22:00")
            return before
        former = before.opening or OpeningHours((ALL_DAY,))
        after = OpeningHours(
            tuple(read_weekly_hours(each) for each in open_at) or former.hours,
            tuple(read_date_hours(each) for each in on) or former.exceptions,
            None if no_basis else changed_basis(former.basis, basis, number, year, article),
        )
        return replace(before, opening=after)

    return _change(desk, display, changed)


def brightness(
    desk: Desk,
    display: Wall,
    at: Annotated[list[str], typer.Option("--at", metavar="[DAYS@]HH:MM-HH:MM=PERCENT", help="May be repeated.")] = [],  # noqa: B006 - typer copies it
    full: Annotated[bool, typer.Option("--full", help="Full brightness at all hours.")] = False,
    awas_full: Annotated[
        bool | None, typer.Option("--awas-full/--awas-dimmed", help="Whether AWAS is shown in full brightness.")
    ] = None,
    basis: Basis = "",
    number: Number = "",
    year: Year = 0,
    article: Article = "",
    no_basis: NoBasis = False,
) -> Answer:
    """Say how bright a wall is by the hour, 100 percent elsewhere. What is given replaces what was."""
    from displayctl.cli.errors import CommandError
    from displayctl.cli.reading_policies import changed_basis, read_brightness
    from schedules.brightness import Brightness

    def changed(before: Display) -> Display:
        former = before.brightness
        spans = tuple(read_brightness(each) for each in at) or (former.spans if former else ())
        if full or (not spans and not _given(awas_full, basis, number, year, article, no_basis)):
            return replace(before, brightness=None)
        if not spans:
            raise CommandError(f"{before.name} is bright at all hours; say when it is not: --at 22:00-05:00=40")
        known = former.basis if former else None
        return replace(
            before,
            brightness=Brightness(
                spans,
                awas_full if awas_full is not None else former is None or former.awas_full,
                None if no_basis else changed_basis(known, basis, number, year, article),
            ),
        )

    return _change(desk, display, changed)


def quiet(
    desk: Desk,
    display: Wall,
    at: Annotated[
        list[str], typer.Option("--at", metavar="[DAYS@]HH:MM-HH:MM", help="Hours without sound; may be repeated.")
    ] = [],  # noqa: B006 - typer copies it
    never: Annotated[bool, typer.Option("--never", help="Sound at all hours.")] = False,
    basis: Basis = "",
    number: Number = "",
    year: Year = 0,
    article: Article = "",
    no_basis: NoBasis = False,
) -> Answer:
    """Say when a wall has no sound, and by what rule. What is given replaces what was."""
    from displayctl.cli.reading_policies import changed_basis, read_weekly_hours

    def changed(before: Display) -> Display:
        quiet_hours = () if never else tuple(read_weekly_hours(each) for each in at) or before.quiet_hours
        known = None if no_basis else changed_basis(before.quiet_basis, basis, number, year, article)
        return replace(before, quiet_hours=quiet_hours, quiet_basis=known)

    return _change(desk, display, changed)


def policies(desk: Desk, display: Wall) -> Answer:
    """Tell when a wall is open, how bright and how quiet it is by the hour, and by what rules."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from schedules.codec import display_from_dict

    part = find_part(desk.client, PartKind.DISPLAY, display)
    return _told(display_from_dict(part.value), part)


def _given(*options: object) -> bool:
    return any(option not in ("", 0, None, False) for option in options)


def _change(desk: Desk, named: str, changed: Callable[[Display], Display]) -> Answer:
    """Store what `changed` makes of a wall, where that is another, and tell its policies."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from schedules.codec import display_from_dict, display_to_dict

    part = find_part(desk.client, PartKind.DISPLAY, named)
    before = display_from_dict(part.value)
    after = changed(before)
    if after != before:
        part = desk.client.put_part(PartKind.DISPLAY, part.id, display_to_dict(after), part.version)
    return _told(after, part, publish=after != before)


def _told(display: Display, data: object, *, publish: bool = False) -> Answer:
    from rich.console import Group

    from displayctl.desk.policy_lines import policy_lines

    rows = [(line.name, line.says, line.basis or "-") for line in policy_lines(display, "en")]
    lines = table((display.name, "", "legal basis"), rows, "")
    return Answer(data, Group(lines, "publish to tell its player") if publish else lines)
