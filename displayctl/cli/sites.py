"""`displayctl wall`: what is checked where a wall stands, and whether it is commissioned."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.api.site_items import LARGEST_PHOTO_BYTES, SiteAnswer, SiteItem
from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.site import SiteCheck, SiteChecklist

app = group("Where a wall stands: the site checklist, without which it is not commissioned.")
Wall = Annotated[str, typer.Argument(metavar="WALL", help="A wall's id or name.")]

QUESTIONS = {
    SiteItem.CONTROLLER_WIFI: "the LED controller's own Wi-Fi is off, or has a password of ours",
    SiteItem.CONTROLLER_PASSWORD: "the controller's default password was changed",
    SiteItem.CONTROLLER_INPUTS: "no other input of the controller can be chosen or plugged in",
    SiteItem.INFRARED: "the infra-red receiver is covered or switched off",
    SiteItem.MIRRORED_DESKTOP: "the output shows the player alone, no mirrored desktop",
    SiteItem.REMOTE_CONTROL: "no remote-control software runs on the player",
    SiteItem.USB_PORTS: "USB ports are blocked or behind the lock",
    SiteItem.PLAYER_LOGIN: "the player starts by itself, and its accounts have passwords of ours",
    SiteItem.NETWORK_CABLE: "nobody can reach or replace the network cable",
    SiteItem.CABINET_LOCK: "the cabinet is locked, and who has keys is known",
    SiteItem.POWER_SWITCH: "staff can switch the wall off at the site in an emergency",
}


@command(app, "checklist")
def checklist(desk: Desk, display: Wall) -> Answer:
    """Show what was checked at a wall's site, and what is missing until it is commissioned."""
    found = desk.client.sites.checklist(_id(desk, display))
    return Answer(found, _told(found))


@command(app, "check")
def check(
    desk: Desk,
    display: Wall,
    item: Annotated[SiteItem, typer.Argument(help="What was looked at.")],
    answer: Annotated[SiteAnswer, typer.Argument(help="Guarded, open still, or not there at all.")],
    note: Annotated[str, typer.Option(help="What was done; why there is none.")] = "",
    photo: Annotated[Path | None, typer.Option(metavar="FILE", help="A picture of it, at most 15 MiB.")] = None,
) -> Answer:
    """Keep an answer of the site checklist, with a photo."""
    from displayctl.api.site import SiteCheckChange
    from displayctl.cli.errors import CommandError

    data = b""
    if photo is not None:
        with photo.open("rb") as file:
            data = file.read(LARGEST_PHOTO_BYTES + 1)
        if len(data) > LARGEST_PHOTO_BYTES:
            raise CommandError(f"{photo} is larger than 15 MiB; choose a smaller one")
    change = SiteCheckChange(answer=answer, note=note, photo=base64.b64encode(data).decode())
    found = desk.client.sites.check(_id(desk, display), item, change)
    return Answer(found, _told(found))


@command(app, "photo")
def photo_of(
    desk: Desk,
    display: Wall,
    item: Annotated[SiteItem, typer.Argument(help="Of what.")],
    file: Annotated[Path, typer.Option("--output", "-o", help="Where to write the JPEG.")],
) -> Answer:
    """Fetch the photo of an item."""
    from displayctl.desk.saving import save_file

    save_file(file, desk.client.sites.photo(_id(desk, display), item))
    return Answer({"file": str(file)}, str(file))


def _id(desk: Desk, named: str) -> str:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    return find_part(desk.client, PartKind.DISPLAY, named).id


def _told(found: SiteChecklist) -> RenderableType:
    from rich.console import Group

    rows = [
        (check.item.value, QUESTIONS[check.item], _state(check), check.note, _when(check)) for check in found.checks
    ]
    if found.commissioned_at is not None:
        verdict = f"commissioned, {found.commissioned_at:%Y-%m-%d}"
    else:
        verdict = f"not commissioned: {len(found.checks) - found.done} of {len(found.checks)} items are missing"
    return Group(table(("item", "should be", "is", "note", "who"), rows, ""), verdict)


def _state(check: SiteCheck) -> str:
    if check.answer is None:
        return "not looked at"
    words = {SiteAnswer.YES: "guarded", SiteAnswer.NO: "OPEN", SiteAnswer.ABSENT: "not there"}[check.answer]
    lacks = {"photo": ", photo missing", "note": ", say why"}.get(check.missing, "")
    return words + lacks


def _when(check: SiteCheck) -> str:
    return "" if check.at is None else f"{check.by}, {check.at:%Y-%m-%d}"
