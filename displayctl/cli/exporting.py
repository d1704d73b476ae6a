"""`displayctl export`: content onto a stick, for walls that the network does not reach."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command


def register(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "export")(export)


def export(
    desk: Desk,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the stick is, as /media/ani/STICK.")],
    group: Annotated[str, typer.Option(metavar="GROUP", help="For the walls of this group.")] = "",
    wall: Annotated[str, typer.Option(metavar="WALL", help="For this wall: id or name.")] = "",
) -> Answer:
    """Write what is published, signed and with its media, to a folder that players read at their mount points."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.desk.exporting import export as write_export
    from displayctl.desk.exporting import group_of_wall
    from schedules.errors import InvalidValue

    if bool(group) == bool(wall):
        raise InvalidValue("group", "name either the group with --group, or a wall with --wall")
    if not folder.is_dir():
        raise InvalidValue("DIR", f"{folder} is no folder; put the stick in, and name where it is mounted")
    if wall:
        group = group_of_wall(desk.client, find_part(desk.client, PartKind.DISPLAY, wall).id)
    done = write_export(desk.client, group, folder, desk.say)
    data = {
        "folder": str(done.folder),
        "group": group,
        "revision": done.revision,
        "media": done.media,
        "size_bytes": done.size_bytes,
        "good_until": done.good_until.isoformat(),
    }
    text = (
        f"{group} is on {done.folder}: {done.media} media, {done.size_bytes / 1e6:.1f} MB. Put it into the player "
        f"before {done.good_until:%Y-%m-%d %H:%M} UTC: until then it counts as new"
    )
    return Answer(data, text)
