"""`displayctl office`: the letterhead of reports, the office's time zone, and when it drills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, plain, table

if TYPE_CHECKING:
    from displayctl.api.office import OfficeSettings

app = group("The office itself: the letterhead of its reports, and its monthly drill.")


@command(app, "show")
def show(desk: Desk) -> Answer:
    """Show the office's own settings."""
    return _answer(desk.client.settings().office)


@command(app, "set")
def change(
    desk: Desk,
    name: Annotated[str | None, typer.Option(help="What heads reports, as the office is called.")] = None,
    address: Annotated[str | None, typer.Option(help="The line below it.")] = None,
    zone: Annotated[str | None, typer.Option(metavar="ZONE", help="Its time zone, as Asia/Makassar.")] = None,
    reminder: Annotated[bool | None, typer.Option(help="Whether to be reminded of the monthly drill.")] = None,
    drill_day: Annotated[
        int | None, typer.Option(min=0, max=28, help="The day of the month; 0: its first working day.")
    ] = None,
    drill_hour: Annotated[int | None, typer.Option(min=0, max=23, help="The hour of that day.")] = None,
) -> Answer:
    """Change the office's own settings; what is not named stays."""
    from pydantic import ValidationError

    from displayctl.api.models import SettingsInfo
    from schedules.errors import InvalidValue

    wanted = {
        "name": name,
        "address": address,
        "zone": zone,
        "drill_reminder": reminder,
        "drill_day": drill_day,
        "drill_hour": drill_hour,
    }
    settings = plain(desk.client.settings())
    settings["office"] |= {key: value for key, value in wanted.items() if value is not None}
    try:
        changed = SettingsInfo.model_validate(settings)
    except ValidationError as error:
        raise InvalidValue("office", f"{error.errors()[0]['msg']}; give another value") from error
    return _answer(desk.client.put_settings(changed).office)


def _answer(office: OfficeSettings) -> Answer:
    day = f"day {office.drill_day}" if office.drill_day else "the first working day"
    drill = f"{day} of the month, {office.drill_hour:02}:00" if office.drill_reminder else "no reminder"
    rows = [("name", office.name or "-"), ("address", office.address or "-"), ("zone", office.zone), ("drill", drill)]
    return Answer(office, table(("setting", "value"), rows, ""))
