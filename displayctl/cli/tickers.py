"""`displayctl ticker`: text that runs along walls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from schedules.ticker import RunningText, Ticker

app = group("Tickers: text that runs along walls, in a region or over the lower edge.")

Walls = Annotated[list[str], typer.Option("--display", metavar="WALL", help="Id or name; every wall otherwise.")]
Announcements = Annotated[
    list[str], typer.Option("--announcement", metavar="MEDIUM", help="Its words run; may be repeated.")
]
Speed = Annotated[int, typer.Option(metavar="PX", help="Pixels a second: 20 to 600.")]
Colour = Annotated[str, typer.Option(metavar="#RRGGBB")]
Band = Annotated[
    int, typer.Option(metavar="PERCENT", help="Height on walls without a ticker region: 3 to 50, 0 for not there.")
]
Limit = Annotated[str, typer.Option(metavar="INSTANT", help="Like 2026-11-23T09:00 (in --zone).")]
Zone = Annotated[str, typer.Option(help="Time zone of the dates.")]


@command(app, "add")
def add(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="What it is called.")],
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What runs, one after the other.")] = [],  # noqa: B006
    announcements: Announcements = [],  # noqa: B006
    displays: Walls = [],  # noqa: B006
    speed: Speed = 120,
    ink: Colour = "#ffffff",
    ground: Colour = "#0b2545",
    band: Band = 12,
    valid_from: Limit = "",
    valid_until: Limit = "",
    zone: Zone = "Asia/Makassar",
    id: Annotated[str, typer.Option(help="Its id; made from the name otherwise.")] = "",
) -> Answer:
    """Let texts run along walls."""
    from displayctl.api.models import PartKind
    from displayctl.cli.naming import id_from
    from displayctl.cli.reading import read_instant
    from schedules.codec import ticker_to_dict
    from schedules.ticker import Ticker

    ticker = Ticker(
        id=id or id_from(name),
        name=name,
        texts=_texts(desk, texts, announcements),
        display_ids=_walls(desk, displays),
        speed_px_s=speed,
        ink=ink.lower(),
        ground=ground.lower(),
        band_percent=band,
        valid_from=read_instant(valid_from, zone) if valid_from else None,
        valid_until=read_instant(valid_until, zone) if valid_until else None,
    )
    part = desk.client.create_part(PartKind.TICKER, ticker_to_dict(ticker))
    return Answer(part, f"ticker {name} is {part.id}; publish to bring it to the walls")


@command(app, "change")
def change(
    desk: Desk,
    ticker: Annotated[str, typer.Argument(metavar="TICKER", help="Id or name.")],
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="In place of all it says now.")] = [],  # noqa: B006
    announcements: Announcements = [],  # noqa: B006
    displays: Walls = [],  # noqa: B006
    speed: Speed = 0,
    ink: Colour = "",
    ground: Colour = "",
    band: Band = -1,
) -> Answer:
    """Change what is given of a ticker; the rest stays."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from schedules.codec import ticker_from_dict, ticker_to_dict

    part = find_part(desk.client, PartKind.TICKER, ticker)
    before: Ticker = ticker_from_dict(part.value)
    after = replace(
        before,
        texts=_texts(desk, texts, announcements) or before.texts,
        display_ids=_walls(desk, displays) or before.display_ids,
        speed_px_s=speed or before.speed_px_s,
        ink=ink.lower() or before.ink,
        ground=ground.lower() or before.ground,
        band_percent=before.band_percent if band < 0 else band,
    )
    stored = desk.client.put_part(PartKind.TICKER, part.id, ticker_to_dict(after), part.version)
    return Answer(stored, f"ticker {after.name} is changed; publish to tell the walls")


@command(app, "list")
def list_tickers(desk: Desk) -> Answer:
    """List the tickers."""
    from displayctl.api.models import PartKind

    parts = desk.client.parts(PartKind.TICKER)
    rows = [
        (
            part.id,
            part.value["name"],
            " • ".join(text.get("text") or f"[{text['announcement_id']}]" for text in part.value["texts"])[:80],
            ", ".join(part.value["display_ids"]) or "every wall",
            part.value["speed_px_s"],
        )
        for part in parts
    ]
    none = 'there is no ticker; add one with: displayctl ticker add "Pengumuman" "Jalan ditutup besok"'
    return Answer(parts, table(("id", "name", "texts", "walls", "px/s"), rows, none))


@command(app, "remove")
def remove(
    desk: Desk, ticker: Annotated[list[str], typer.Argument(metavar="TICKER...", help="Ids or names.")]
) -> Answer:
    """Take tickers away."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    found = [find_part(desk.client, PartKind.TICKER, each) for each in ticker]
    for part in found:
        desk.client.delete_part(PartKind.TICKER, part.id, part.version)
    names = ", ".join(str(part.value["name"]) for part in found)
    return Answer({"removed": [part.id for part in found]}, f"removed: {names}; publish to tell the walls")


def _texts(desk: Desk, texts: list[str], announcements: list[str]) -> tuple[RunningText, ...]:
    """What was typed, then the announcements."""
    from displayctl.cli.finding import find_medium
    from schedules.ticker import RunningText

    spoken = (find_medium(desk.client, each).id for each in announcements)
    return (*(RunningText(text) for text in texts), *(RunningText("", medium_id) for medium_id in spoken))


def _walls(desk: Desk, displays: list[str]) -> tuple[str, ...]:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part

    found = (find_part(desk.client, PartKind.DISPLAY, each).id for each in displays)
    return tuple(dict.fromkeys(found))
