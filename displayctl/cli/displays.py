"""`displayctl display`: the walls."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from displayctl.cli import wall_orders, wall_policies
from displayctl.cli.frame import Answer, Desk, command, group, table

app = group("Walls: their pixels and place, their hours and brightness, and what they are told to do now.")
wall_policies.register(app)
wall_orders.register(app)

Size = Annotated[str, typer.Option(metavar="WxH", help="The picture's size in pixels, as 640x384.")]
Offset = Annotated[str, typer.Option(metavar="X+Y", help="Where it lies in the video output.")]
Zone = Annotated[str, typer.Option(metavar="ZONE", help="Its civil time, as Asia/Makassar.")]
Place = Annotated[str, typer.Option(metavar="LAT,LON", help="Where it stands, as -0.9516,122.7875.")]
Rotation = Annotated[int, typer.Option(metavar="DEGREES", help="Clockwise: 0, 90, 180 or 270.")]
Rate = Annotated[int, typer.Option(metavar="FPS", help="Frames a second: 25, 30, 50 or 60.")]


@command(app, "add")
def add(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    size: Size,
    offset: Offset = "0+0",
    time_zone: Zone = "Asia/Makassar",
    rotation: Rotation = 0,
    frame_rate: Rate = 30,
    group: Annotated[list[str], typer.Option(help="Group of walls; may be given several times.")] = [],  # noqa: B006
    id: Annotated[str, typer.Option(help="Its id; made from the name otherwise.")] = "",
) -> Answer:
    """Add a wall."""
    from displayctl.api.models import PartKind
    from displayctl.cli.naming import id_from
    from displayctl.cli.reading import read_offset, read_size
    from schedules.codec import display_to_dict
    from schedules.display import Canvas, Display

    width, height = read_size(size)
    x, y = read_offset(offset)
    display = Display(
        id=id or id_from(name),
        name=name,
        time_zone=time_zone,
        canvas=Canvas(width, height, x, y, rotation),
        frame_rate=frame_rate,
        groups=tuple(group) or ("utama",),
    )
    part = desk.client.create_part(PartKind.DISPLAY, display_to_dict(display))
    return Answer(part, f"wall {name} is {part.id}; start its player and approve the code it shows")


@command(app, "change")
def change(
    desk: Desk,
    display: Annotated[str, typer.Argument(help="Id or name.")],
    name: Annotated[str, typer.Option(help="What people call it.")] = "",
    size: Size = "",
    offset: Offset = "",
    time_zone: Zone = "",
    rotation: Rotation = -1,
    frame_rate: Rate = 0,
    place: Place = "",
    office: Annotated[str, typer.Option(metavar="NAME", help="Whose wall it is, as its safe card says.")] = "",
) -> Answer:
    """Change what is given of a wall; the rest stays."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.reading import read_offset, read_place, read_size
    from schedules.codec import display_from_dict, display_to_dict

    part = find_part(desk.client, PartKind.DISPLAY, display)
    before = display_from_dict(part.value)
    canvas = before.canvas
    if size:
        width, height = read_size(size)
        canvas = replace(canvas, width_px=width, height_px=height)
    if offset:
        x, y = read_offset(offset)
        canvas = replace(canvas, x_px=x, y_px=y)
    if rotation >= 0:
        canvas = replace(canvas, rotation_degrees=rotation)
    after = replace(
        before,
        name=name or before.name,
        time_zone=time_zone or before.time_zone,
        frame_rate=frame_rate or before.frame_rate,
        canvas=canvas,
        position=read_place(place) if place else before.position,
        office=office or before.office,
    )
    stored = desk.client.put_part(PartKind.DISPLAY, part.id, display_to_dict(after), part.version)
    return Answer(stored, f"wall {after.name} is changed; publish to tell its player")


@command(app, "scene")
def scene(
    desk: Desk,
    display: Annotated[str, typer.Argument(help="Id or name.")],
    regions: Annotated[
        list[str], typer.Option("--region", metavar="NAME=WxH+X+Y[:KIND[:WHAT]]", help="As jam=160x48+480+0:clock.")
    ] = [],  # noqa: B006 - typer copies it
    no_region: Annotated[list[str], typer.Option(metavar="NAME", help="Take this region away.")] = [],  # noqa: B006
    logo: Annotated[str, typer.Option(metavar="MEDIUM[:CORNER[:PERCENT]]", help="A picture in a corner.")] = "",
    no_logo: Annotated[bool, typer.Option("--no-logo", help="Take it away.")] = False,
    volume: Annotated[int, typer.Option(metavar="PERCENT", help="How loud the wall is: 0 to 100.")] = -1,
    quiet_hours: Annotated[
        list[str], typer.Option(metavar="HH:MM-HH:MM", help="Hours without sound; may be repeated.")
    ] = [],  # noqa: B006
    no_quiet_hours: Annotated[bool, typer.Option("--no-quiet-hours", help="Sound at all hours.")] = False,
    sound_region: Annotated[str, typer.Option(metavar="REGION", help="What is heard; utama is the main picture.")] = "",
) -> Answer:
    """Divide a wall into regions, give it a logo, say how loud it is and when it is quiet. What is not given stays.

    A region is a loop of its own (`poster=160x384+480+0`, or `…:loop:PLAYLIST` for hours nobody booked), running text
    (`…:ticker` or `…:ticker:TICKER,TICKER`), a clock (`…:clock:time`, `:date` or `:date-time`) or a logo
    (`…:logo:MEDIUM`). The main picture fills the region called utama, or else the whole wall.
    """
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.scenes import changed_regions, read_logo, read_quiet_hours, read_region
    from schedules.codec import display_from_dict, display_to_dict

    part = find_part(desk.client, PartKind.DISPLAY, display)
    before = display_from_dict(part.value)
    regions_now = changed_regions(before.canvas.regions, [read_region(desk, each) for each in regions], no_region)
    quiet = tuple(read_quiet_hours(each) for each in quiet_hours)
    after = replace(
        before,
        canvas=replace(before.canvas, regions=regions_now),
        logo=None if no_logo else read_logo(desk, logo) if logo else before.logo,
        volume=before.volume if volume < 0 else volume,
        quiet_hours=() if no_quiet_hours else quiet or before.quiet_hours,
        sound_region=sound_region or before.sound_region,
    )
    stored = desk.client.put_part(PartKind.DISPLAY, part.id, display_to_dict(after), part.version)
    names = ", ".join(region.name for region in after.canvas.regions) or "none"
    return Answer(stored, f"wall {after.name} is changed, its regions: {names}; publish to tell its player")


@command(app, "list")
def list_displays(desk: Desk) -> Answer:
    """List the walls."""
    from displayctl.api.models import PartKind

    parts = desk.client.parts(PartKind.DISPLAY)
    rows = [
        (
            part.id,
            part.value["name"],
            f"{part.value['canvas']['width_px']}x{part.value['canvas']['height_px']}"
            f"+{part.value['canvas']['x_px']}+{part.value['canvas']['y_px']}",
            part.value["frame_rate"],
            part.value["time_zone"],
            ", ".join(part.value["groups"]),
            ", ".join(region["name"] for region in part.value["canvas"]["regions"]),
            "paired" if part.value["fingerprint"] else "no player yet",
        )
        for part in parts
    ]
    none = 'there is no wall; add one with: displayctl display add "Tugu Adipura" --size 640x384'
    return Answer(parts, table(("id", "name", "canvas", "fps", "time zone", "groups", "regions", "player"), rows, none))


@command(app, "remove")
def remove(desk: Desk, display: Annotated[str, typer.Argument(help="Id or name.")]) -> Answer:
    """Take a wall away; what is booked on it stays and is named."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    part = find_part(desk.client, PartKind.DISPLAY, display)
    desk.client.delete_part(PartKind.DISPLAY, part.id, part.version)
    return Answer({"removed": [part.id]}, f"removed: {part.value['name']}")
