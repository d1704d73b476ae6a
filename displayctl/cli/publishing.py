"""`displayctl publish` and `displayctl plays`: bring the draft to the walls, and ask what plays when and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from displayctl.cli.frame import Answer, Desk, command, plain, table
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.models import PlaysInfo


def register(app: typer.Typer) -> None:
    """Adds the commands to the top level."""
    command(app, "publish")(publish)
    command(app, "plays")(plays)


def publish(
    desk: Desk,
    group: Annotated[list[str], typer.Option(help="Only this group of walls; may be repeated.")] = [],  # noqa: B006
    wait: Annotated[
        int, typer.Option("--wait", metavar="SECONDS", min=0, max=3600, help="Wait for connected walls so long.")
    ] = 5,
    no_wait: Annotated[bool, typer.Option("--no-wait", help="Do not wait for walls.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would change, and its digest.")] = False,
    expect: Annotated[str, typer.Option(metavar="DIGEST", help="Only if it still is what --preview showed.")] = "",
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Sign the draft and publish it to the walls."""
    from displayctl.cli.errors import NotNamed
    from displayctl.desk.publishing import await_walls
    from displayctl.desk.publishing import publish as sign_and_send

    seconds = 0 if no_wait else wait
    names = group or _groups(desk)
    if preview:
        return _preview(desk, names)
    if expect and len(names) != 1:
        raise NotNamed("--expect is the digest of one group's draft; name the group with --group")
    key = desk.signatory(who, passphrase_file)
    published = [sign_and_send(desk.client, key, name, desk.say, beliefs=desk.beliefs, seen=expect) for name in names]
    receipts = {each.group: await_walls(desk.client, each.group, seconds, desk.say) for each in published}
    data = [{**plain(each), "receipts": plain(receipts[each.group])} for each in published]
    rows = [
        (each.group, receipt.display_id, receipt.stage.value, receipt.detail)
        for each in published
        for receipt in receipts[each.group]
    ]
    return Answer(data, table(("group", "wall", "how far", ""), rows, "published; no wall has a player yet"))


def _preview(desk: Desk, groups: Iterable[str]) -> Answer:
    from rich.console import Group
    from rich.markup import escape

    from displayctl.cli.changes import COLUMNS, NO_CHANGE, change_rows, plain_changes
    from displayctl.desk.publishing import preview_publication

    previews = [preview_publication(desk.client, name, desk.clock) for name in groups]
    rows = [(each.group, *row) for each in previews for row in change_rows(each.walls)]
    digests = "\n".join(f"{each.group}: digest {each.digest}" for each in previews)
    problems = [escape(f"! {problem}") for each in previews for problem in each.problems]
    data = [
        {
            "group": each.group,
            "digest": each.digest,
            "walls": plain_changes(each.walls),
            "problems": list(each.problems),
        }
        for each in previews
    ]
    return Answer(data, Group(table(("group", *COLUMNS), rows, NO_CHANGE), *problems, digests))


def _groups(desk: Desk) -> tuple[str, ...]:
    from displayctl.cli.errors import NotNamed
    from displayctl.desk.publishing import publishable_groups

    groups = publishable_groups(desk.client)
    if not groups:
        raise NotNamed('there is no wall to publish to; add one with: displayctl display add "Tugu Adipura" --size WxH')
    return groups


def plays(
    desk: Desk,
    display: Annotated[str, typer.Argument(metavar="WALL", help="Id or name.")],
    at: Annotated[str, typer.Option(metavar="INSTANT", help="As 2026-11-23T09:00 in the wall's civil time.")] = "",
    why: Annotated[
        bool, typer.Option("--why", help="Name the bookings that lost, and the rule that hid each.")
    ] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Ask the draft, not what is published.")] = False,
    region: Annotated[str, typer.Option(help="A loop region of the wall; the main picture otherwise.")] = "",
) -> Answer:
    """Say what plays on a wall at an instant, until when, and why."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.reading import read_instant

    wall = find_part(desk.client, PartKind.DISPLAY, display)
    zone = str(wall.value["time_zone"])
    instant = read_instant(at, zone) if at else desk.clock.now()
    found = desk.client.plays(wall.id, instant, "draft" if draft else "published", region)
    return Answer(found, _told(found, str(wall.value["name"]), zone, why))


def _told(found: PlaysInfo, wall: str, zone: str, why: bool) -> RenderableType:
    from rich.console import Group
    from rich.markup import escape

    lines = [escape(line) for line in _lines(found, wall, zone)]
    if not why:
        return "\n".join(lines)
    losers = [(loser.slot_id, loser.slot_name, loser.detail) for loser in found.losers]
    columns = ("id", "not this booking", "because")
    return Group("\n".join(lines), table(columns, losers, "No other booking is on this wall."))


def _lines(found: PlaysInfo, wall: str, zone: str) -> list[str]:
    def civil(moment: datetime) -> str:
        return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"

    item = found.medium_title or "the player's own slate"
    source = f"booking {found.slot_name!r}" if found.slot_name else found.kind
    lines = [
        f"{wall} at {civil(found.at)} ({zone}): {item}, {found.position_ms / 1000:.1f} s into it (frame {found.frame})",
        f"from {civil(found.starts)} to {civil(found.ends)}, of {source}; unchanged until {civil(found.until)}",
    ]
    if found.alert is not None:
        extent = "takes the whole wall" if found.takeover else "is a banner over it"
        lines.insert(0, f"the alert {found.alert['headline']!r} {extent}")
    return lines
