"""`displayctl announce`: words that the hub typesets for every wall."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command
from displayctl.cli.library import await_job

LARGEST_PICTURE_BYTES = 16 << 20


def register(app: typer.Typer) -> None:
    """Adds the command to the top level."""
    command(app, "announce")(announce)


def announce(
    desk: Desk,
    title: Annotated[str, typer.Argument(help="The line in large letters.")],
    body: Annotated[str, typer.Option(help="The text below; \\n begins a new line.")] = "",
    template: Annotated[
        str, typer.Option(help="pengumuman, duka-cita, hari-besar, layanan-publik, imbauan or darurat.")
    ] = "pengumuman",
    footer: Annotated[str, typer.Option(help="Who speaks, as an office's name.")] = "",
    qr: Annotated[str, typer.Option(metavar="TEXT", help="What a QR code says, as an address.")] = "",
    colour: Annotated[str, typer.Option(metavar="#RRGGBB", help="The background's colour.")] = "",
    accent: Annotated[str, typer.Option(metavar="#RRGGBB", help="The ornaments' colour.")] = "",
    logo: Annotated[Path | None, typer.Option(help="A picture file.")] = None,
    background: Annotated[Path | None, typer.Option(help="A picture file behind the words.")] = None,
    name: Annotated[str, typer.Option(help="What it is called in the library; the title otherwise.")] = "",
    wait: Annotated[bool, typer.Option(help="Return once every wall's version is made.")] = True,
) -> Answer:
    """Write an announcement; it is typeset for every wall."""
    from content.studio.announcement import Announcement, Template
    from displayctl.api.models import AnnouncementChange
    from schedules.errors import InvalidValue

    if template not in tuple(Template):
        raise InvalidValue("template", f"{template!r} is not one of {', '.join(Template)}")
    announcement = Announcement(
        title=title,
        body=body.replace("\\n", "\n"),
        template=Template(template),
        footer=footer,
        qr=qr,
        background_colour=colour,
        accent_colour=accent,
        logo=_picture(logo),
        background=_picture(background),
    )
    job = desk.client.create_announcement(AnnouncementChange(title=name or title, announcement=announcement.to_dict()))
    if wait:
        await_job(desk, job, title)
    medium = desk.client.medium(job.medium_id)
    return Answer(medium, f"{medium.title} is in the library as {medium.id}")


def _picture(path: Path | None) -> bytes:
    if path is None:
        return b""
    with path.open("rb") as file:
        return file.read(LARGEST_PICTURE_BYTES + 1)
