"""`displayctl display`: the walls."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table

app = group("Walls: their pixels, place in the output, time zone.")

Size = Annotated[str, typer.Option(metavar="WxH", help="The picture's size in pixels, as 640x384.")]
Offset = Annotated[str, typer.Option(metavar="X+Y", help="Where it lies in the video output.")]
Zone = Annotated[str, typer.Option(metavar="ZONE", help="Its civil time, as Asia/Makassar.")]
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
) -> Answer:
    """Change what is given of a wall; the rest stays."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.cli.reading import read_offset, read_size
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
    )
    stored = desk.client.put_part(PartKind.DISPLAY, part.id, display_to_dict(after), part.version)
    return Answer(stored, f"wall {after.name} is changed; publish to tell its player")


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
            "paired" if part.value["fingerprint"] else "no player yet",
        )
        for part in parts
    ]
    none = 'there is no wall; add one with: displayctl display add "Tugu Adipura" --size 640x384'
    return Answer(parts, table(("id", "name", "canvas", "fps", "time zone", "groups", "player"), rows, none))


@command(app, "remove")
def remove(desk: Desk, display: Annotated[str, typer.Argument(help="Id or name.")]) -> Answer:
    """Take a wall away; what is booked on it stays and is named."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    part = find_part(desk.client, PartKind.DISPLAY, display)
    desk.client.delete_part(PartKind.DISPLAY, part.id, part.version)
    return Answer({"removed": [part.id]}, f"removed: {part.value['name']}")
