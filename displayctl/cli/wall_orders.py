"""`displayctl display blackout`, `safe-card`, `release`, `holds`, `restart`, `pattern`: what walls do by order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, plain, table

if TYPE_CHECKING:
    from displayctl.api.walls import HoldKind, WallHold

Wall = Annotated[str, typer.Argument(metavar="WALL", help="A wall's id or name.")]
Minutes = Annotated[int, typer.Option(min=1, max=10_080, help="How long at most; release ends it sooner.")]
Reason = Annotated[str, typer.Option(help="For those who ask later.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to those about walls."""
    command(app, "blackout")(blackout)
    command(app, "safe-card")(safe_card)
    command(app, "release")(release)
    command(app, "holds")(holds)
    command(app, "restart")(restart)
    command(app, "pattern")(pattern)


def blackout(desk: Desk, display: Wall, minutes: Minutes = 60, reason: Reason = "") -> Answer:
    """Make a wall black at once; only an emergency of level AWAS comes above it. A wall that is away follows."""
    from displayctl.api.walls import HoldKind

    return _hold(desk, display, HoldKind.BLACKOUT, minutes, reason)


def safe_card(desk: Desk, display: Wall, minutes: Minutes = 60, reason: Reason = "") -> Answer:
    """Have a wall show at once a card that says whose it is; only an emergency of level AWAS comes above it."""
    from displayctl.api.walls import HoldKind

    return _hold(desk, display, HoldKind.SAFE_CARD, minutes, reason)


def release(desk: Desk, display: Wall) -> Answer:
    """Let a wall that was taken off the air go on with what is published."""
    wall_id, name = _wall(desk, display)
    hold = desk.client.walls.release(wall_id)
    return Answer(hold, f"{name} goes on with what is published", _not_stored(hold))


def holds(desk: Desk) -> Answer:
    """List the walls that are off the air, by whom and until when."""
    found = desk.client.walls.holds()
    rows = [
        (
            each.display_id,
            each.kind.value if each.kind is not None else "released",
            _on_wall(each),
            f"{each.until:%Y-%m-%d %H:%M} UTC" if each.until is not None else "-",
            each.ordered_by or "-",
            each.reason,
        )
        for each in found
    ]
    headings = ("wall", "ordered", "on the wall", "until", "by", "reason")
    return Answer(found, table(headings, rows, "no wall is off the air"))


def restart(desk: Desk, display: Wall) -> Answer:
    """Start a wall's player anew; its picture stays until the new one has one. At most three times an hour."""
    wall_id, name = _wall(desk, display)
    answer = desk.client.walls.restart(wall_id)
    return Answer(answer, f"{name}: its player starts anew")


def pattern(
    desk: Desk,
    display: Wall,
    kind: Annotated[str, typer.Argument(help="all, grid, bars, gradient, border, modules, greys; or off.")] = "all",
    seconds: Annotated[int, typer.Option(min=10, max=3600, help="How long; then the wall goes on by itself.")] = 300,
    module: Annotated[str, typer.Option(metavar="WxH", help="The size of a module, for modules.")] = "64x64",
    canvas: Annotated[str, typer.Option(metavar="WxH+X+Y", help="A canvas to try out meanwhile.")] = "",
    rotation: Annotated[int, typer.Option(metavar="DEGREES", help="Of that canvas: 0, 90, 180 or 270.")] = 0,
) -> Answer:
    """Show a test pattern for a while, on the wall's own canvas or one to try out; or end it."""
    from displayctl.api.walls import PatternKind, PatternWish
    from displayctl.cli.errors import CommandError
    from displayctl.cli.reading import read_size

    wall_id, name = _wall(desk, display)
    if kind == "off":
        desk.client.walls.end_pattern(wall_id)
        return Answer({"display_id": wall_id, "on": False}, f"{name}: test pattern off")
    if kind not in tuple(PatternKind):
        raise CommandError(f"{kind!r} is no test pattern; there are {', '.join(PatternKind)}, and off")
    tried = _canvas(canvas, rotation) if canvas else None
    wish = PatternWish(kind=PatternKind(kind), seconds=seconds, module_px=read_size(module), canvas=tried)
    desk.client.walls.show_pattern(wall_id, wish)
    return Answer({"display_id": wall_id, **plain(wish)}, f"{name}: test pattern {kind} for {seconds} s")


def _canvas(text: str, rotation: int) -> dict[str, int]:
    """``640x384+16+8`` as a canvas; without an offset it lies in the corner. Raises InvalidValue."""
    from displayctl.cli.reading import read_offset, read_size

    size, plus, offset = text.partition("+")
    width, height = read_size(size)
    x, y = read_offset(offset) if plus else (0, 0)
    return {"width_px": width, "height_px": height, "x_px": x, "y_px": y, "rotation_degrees": rotation}


def _hold(desk: Desk, named: str, kind: HoldKind, minutes: int, reason: str) -> Answer:
    from displayctl.api.walls import HoldWish

    wall_id, name = _wall(desk, named)
    hold = desk.client.walls.hold(wall_id, HoldWish(kind=kind, minutes=minutes, reason=reason))
    sooner = f"it ends sooner with: displayctl display release {wall_id}"
    return Answer(hold, f"{name}: {kind.value} for {minutes} min; {sooner}", _not_stored(hold))


def _not_stored(hold: WallHold) -> tuple[str, ...]:
    full = (
        "the wall was told, but the hub's disk is full: it forgets this order at a restart; make room, and order again"
    )
    return () if hold.stored else (full,)


def _on_wall(hold: WallHold) -> str:
    if hold.on_wall is None and hold.kind is not None and not hold.understood:
        return "not supported: update its player"
    if hold.on_wall is None:
        return "not yet" if hold.kind is not None else "-"
    shown = f" since {hold.shown_at:%H:%M:%S} UTC" if hold.shown_at is not None else ""
    return f"{hold.on_wall.value}{shown}"


def _wall(desk: Desk, named: str) -> tuple[str, str]:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    part = find_part(desk.client, PartKind.DISPLAY, named)
    return part.id, str(part.value["name"])
