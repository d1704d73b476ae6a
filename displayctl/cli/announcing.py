"""`displayctl announce`: words that the hub typesets for every wall, by the templates that the studio has, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, table
from displayctl.cli.library import await_job

if TYPE_CHECKING:
    from content.studio.announcement import Announcement
    from content.studio.stencils.folder import Stencils
    from content.studio.stencils.stencil import Stencil
    from displayctl.api.brand import Brand

LARGEST_PICTURE_BYTES = 16 << 20
_EMERGENCY = "darurat"


def register(app: typer.Typer) -> None:
    """Adds the command to the top level."""
    command(app, "announce")(announce)


def announce(
    desk: Desk,
    title: Annotated[str, typer.Argument(help="The line in large letters.")] = "",
    body: Annotated[str, typer.Option(help="The text below; \\n begins a new line.")] = "",
    template: Annotated[
        str, typer.Option(help="Its template, as pengumuman or duka-cita; --list-templates shows all.")
    ] = "pengumuman",
    field: Annotated[
        list[str] | None, typer.Option(metavar="NAME=TEXT", help='A fact of the template, as tempat="Balai Desa".')
    ] = None,
    footer: Annotated[str, typer.Option(help="Who speaks, as an office's name.")] = "",
    qr: Annotated[str, typer.Option(metavar="TEXT", help="What a QR code says, as an address.")] = "",
    colour: Annotated[str, typer.Option(metavar="#RRGGBB", help="The background's colour.")] = "",
    accent: Annotated[str, typer.Option(metavar="#RRGGBB", help="The ornaments' colour.")] = "",
    logo: Annotated[Path | None, typer.Option(help="A picture file.")] = None,
    background: Annotated[Path | None, typer.Option(help="A picture file behind the words.")] = None,
    portrait: Annotated[Path | None, typer.Option(help="A photo of the person it is about.")] = None,
    brand: Annotated[bool, typer.Option(help="Wear the office's colours and logo.")] = True,
    name: Annotated[str, typer.Option(help="What it is called in the library; the title otherwise.")] = "",
    wait: Annotated[bool, typer.Option(help="Return once every wall's version is made.")] = True,
    list_templates: Annotated[
        bool, typer.Option("--list-templates", help="Show the templates and their fields.")
    ] = False,
) -> Answer:
    """Write an announcement; it is typeset for every wall."""
    from content.studio.announcement import Announcement, Template
    from content.studio.stencils.folder import OWN_FOLDER, load_stencils
    from displayctl.api.brand import Brand
    from displayctl.api.models import AnnouncementChange
    from displayctl.cli.emergency_wishes import fields_of
    from schedules.errors import InvalidValue

    stencils = load_stencils(desk.installation.data / OWN_FOLDER)
    if list_templates:
        return _listed(stencils)
    if not title.strip():
        raise InvalidValue("TITLE", "is missing; write the line in large letters behind the command")
    plain = {"title": title, "body": body.replace("\\n", "\n"), "footer": footer, "qr": qr}
    pictures = {"logo": _picture(logo), "background": _picture(background), "portrait": _picture(portrait)}
    if template == _EMERGENCY:
        announcement = Announcement(**plain, **pictures, template=Template.DARURAT)  # type: ignore[arg-type]
    else:
        announcement = _made(_stencil(stencils, template), plain, pictures, fields_of(field or ()))
        announcement = _dressed(
            announcement, _stencil(stencils, template), desk.client.settings().office.brand if brand else Brand()
        )
    announcement = _coloured(announcement, colour, accent)
    job = desk.client.create_announcement(AnnouncementChange(title=name or title, announcement=announcement.to_dict()))
    if wait:
        await_job(desk, job, title)
    medium = desk.client.medium(job.medium_id)
    return Answer(medium, f"{medium.title} is in the library as {medium.id}")


def _listed(stencils: Stencils) -> Answer:
    data = [
        {
            "id": stencil.id,
            "name": stencil.title("en"),
            "own": stencil.own,
            "portrait": stencil.portrait,
            "fields": {each.name: each.label.get("en", each.label["id"]) for each in stencil.fields},
        }
        for stencil in stencils.all
    ]
    rows = [
        (stencil.id, stencil.title("en"), ", ".join(each.name for each in stencil.fields) or "-")
        for stencil in stencils.all
    ]
    return Answer(data, table(("template", "name", "fields"), rows, "no templates"), stencils.complaints)


def _stencil(stencils: Stencils, template: str) -> Stencil:
    from content.errors import ContentMissing
    from schedules.errors import InvalidValue

    try:
        return stencils.find(template)
    except ContentMissing as error:
        raise InvalidValue("template", str(error)) from error


def _made(stencil: Stencil, plain: dict[str, str], pictures: dict[str, bytes], facts: dict[str, str]) -> Announcement:
    """The announcement by its template, with the pictures that the template brings along."""
    from content.studio.announcement import Announcement
    from content.studio.given_pictures import shrunk_picture
    from content.studio.stencils.folder import PICTURE_SIDES_PX
    from content.studio.stencils.stencil import BODY

    brought = {
        what: shrunk_picture(path, side)
        for what, side in PICTURE_SIDES_PX.items()
        if not pictures[what] and (path := getattr(stencil, what)) is not None
    }
    return Announcement(
        title=plain["title"],
        body=plain["body"] or stencil.words_of(BODY).default,
        template=stencil.template,
        footer=plain["footer"],
        qr=plain["qr"],
        details=stencil.details(facts),
        outfit=stencil.outfit,
        stencil=stencil.id,
        **{**pictures, **brought},  # type: ignore[arg-type]
    )


def _dressed(announcement: Announcement, stencil: Stencil, brand: Brand) -> Announcement:
    """In what the office wears, where the template takes it."""
    from dataclasses import replace

    from content.studio.stencils.stencil import BrandUse

    if stencil.brand is BrandUse.COLOURS:
        announcement = replace(announcement, background_colour=brand.ground, accent_colour=brand.accent)
    if stencil.brand is not BrandUse.NONE and not announcement.logo:
        announcement = replace(announcement, logo=brand.logo)
    return announcement


def _coloured(announcement: Announcement, colour: str, accent: str) -> Announcement:
    from dataclasses import replace

    return replace(
        announcement,
        background_colour=colour or announcement.background_colour,
        accent_colour=accent or announcement.accent_colour,
    )


def _picture(path: Path | None) -> bytes:
    if path is None:
        return b""
    with path.open("rb") as file:
        return file.read(LARGEST_PICTURE_BYTES + 1)
