"""`displayctl feed`: where warnings come from, how each feed does, and trying one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from displayctl.api.feeds import FeedInfo

app = group("The feeds that warnings come from.")
Named = Annotated[str, typer.Argument(metavar="FEED", help="Its id or name.")]


@command(app, "list")
def list_feeds(desk: Desk) -> Answer:
    """List the feeds, and how each does."""
    feeds = desk.client.feeds.listed()
    rows = [
        (
            feed.settings.id,
            feed.settings.name,
            feed.settings.kind.value,
            _state(feed),
            "never" if feed.health.last_good_at is None else f"{feed.health.last_good_at:%Y-%m-%d %H:%M:%S}",
            feed.settings.address,
        )
        for feed in feeds
    ]
    return Answer(feeds, table(("id", "name", "kind", "state", "last good (UTC)", "address"), rows, "there is no feed"))


@command(app, "add")
def add(
    desk: Desk,
    id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and hyphens.")],
    address: Annotated[str, typer.Argument(help="An address of CAP 1.2, or a folder on the hub's machine.")],
    name: Annotated[str, typer.Option(help="What people call it; else the id.")] = "",
    every: Annotated[int, typer.Option(min=30, max=86_400, help="Seconds between two visits.")] = 120,
    attribution: Annotated[str, typer.Option(help="Whom to name on the walls.")] = "",
    allow_network: Annotated[
        list[str] | None, typer.Option(metavar="NETWORK", help="A network of the office, as 10.1.0.0/16.")
    ] = None,
) -> Answer:
    """Add a CAP address or a drop folder, or change one of the office's own; it is switched on."""
    from pydantic import ValidationError

    from displayctl.api.feeds import FeedKind, FeedSettings
    from displayctl.cli.errors import CommandError

    try:
        settings = FeedSettings(
            id=id,
            kind=FeedKind.FOLDER if address.startswith("/") else FeedKind.CAP,
            name=name or id,
            address=address,
            every_seconds=every,
            attribution=attribution,
            allowed_networks=tuple(allow_network or ()),
        )
    except ValidationError as error:
        found = error.errors()[0]
        raise CommandError(f"{'.'.join(map(str, found['loc']))}: {found['msg']}") from error
    made = desk.client.feeds.put(settings)
    return Answer(made, f"{made.settings.name!r} is read every {every} seconds; try it with: displayctl feed test {id}")


@command(app, "test")
def test(desk: Desk, feed: Named) -> Answer:
    """Fetch and read a feed once, now, without anything else coming of it."""
    found = _found(desk, feed)
    result = desk.client.feeds.test(found.settings.id)
    lines = [f"{found.settings.name!r} works; warnings in it now: {result.warnings}"]
    if not result.good:
        lines = [f"nothing good came from {found.settings.name!r}: {result.failure}"]
    return Answer(result, "\n".join([*lines, *(f"passed over: {each}" for each in result.complaints)]))


@command(app, "on")
def switch_on(desk: Desk, feed: Named) -> Answer:
    """Switch a feed on."""
    return _switched(desk, feed, on=True)


@command(app, "off")
def switch_off(desk: Desk, feed: Named) -> Answer:
    """Switch a feed off; what it told stays until its time is up."""
    return _switched(desk, feed, on=False)


@command(app, "remove")
def remove(desk: Desk, feed: Named) -> Answer:
    """Remove a feed of the office's own."""
    found = _found(desk, feed)
    desk.client.feeds.remove(found.settings.id, found.version)
    return Answer({"removed": found.settings.id}, f"{found.settings.name!r} is removed")


def _switched(desk: Desk, named: str, *, on: bool) -> Answer:
    found = _found(desk, named)
    settings = found.settings.model_copy(update={"enabled": on})
    words = f"{settings.name!r} is switched {'on' if on else 'off'}"
    return Answer(desk.client.feeds.put(settings, found.version), words)


def _found(desk: Desk, named: str) -> FeedInfo:
    from displayctl.cli.finding import pick

    feeds = desk.client.feeds.listed()
    return pick(named, feeds, "feed", lambda each: each.settings.id, lambda each: each.settings.name)


def _state(feed: FeedInfo) -> str:
    if not feed.settings.enabled:
        return "off"
    if feed.health.silent:
        return "SILENT"
    return f"failed {feed.health.failures} times" if feed.health.failures else "well"
