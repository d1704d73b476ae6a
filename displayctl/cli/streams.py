"""`displayctl stream`: live streams, as the cameras of a regency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, plain, table
from displayctl.cli.secrets import read_address

if TYPE_CHECKING:
    from displayctl.api.models import Job

app = group("Live streams: RTSP, RTP and HLS as items of playlists.")

Url = Annotated[
    str,
    typer.Argument(
        metavar="URL", help="As rtsp://camera:554/live; - to type or pipe in one with a password, unseen by others."
    ),
]
Patience = Annotated[float, typer.Option(min=1, max=30, metavar="SECONDS", help="How long to wait for a picture.")]
Poster = Annotated[
    str, typer.Option(metavar="MEDIUM", help="A picture to show until it has begun; its title otherwise.")
]
Wait = Annotated[bool, typer.Option(help="Return once every wall's poster is made.")]


@command(app, "add")
def add(
    desk: Desk,
    title: Annotated[str, typer.Argument(help="What it is called.")],
    url: Url,
    patience: Patience = 5.0,
    poster: Poster = "",
    wait: Wait = True,
) -> Answer:
    """Add a live stream to the library. Its address may hold a name and a password; nobody is shown them again."""
    from displayctl.api.streams import StreamChange

    change = StreamChange(
        title=title,
        url=read_address(url),
        patience_ms=round(patience * 1000),
        poster_id=_poster(desk, poster),
    )
    return _answer(desk, desk.client.add_stream(change), title, wait)


@command(app, "change")
def change(
    desk: Desk,
    stream: Annotated[str, typer.Argument(metavar="STREAM", help="Id or title.")],
    title: Annotated[str, typer.Option(help="What it is called.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Another address, or -; it keeps its own otherwise.")] = "",
    patience: Annotated[float, typer.Option(min=0, max=30, metavar="SECONDS", help="How long to wait.")] = 0.0,
    poster: Poster = "",
    no_poster: Annotated[bool, typer.Option("--no-poster", help="Show its title until it has begun.")] = False,
    wait: Wait = True,
) -> Answer:
    """Change what is given of a live stream; the rest stays."""
    from displayctl.api.media import a_kind
    from displayctl.api.streams import StreamChange
    from displayctl.cli.errors import NotNamed
    from displayctl.cli.finding import find_medium

    medium = find_medium(desk.client, stream)
    if medium.stream is None:
        raise NotNamed(f"{medium.title!r} is {a_kind(medium.kind)}, not a live stream; see: displayctl stream list")
    known = medium.stream
    change = StreamChange(
        title=title or medium.title,
        url=read_address(url) or None,
        patience_ms=round(patience * 1000) or known.patience_ms,
        poster_id=_poster(desk, poster),
        new_poster=no_poster,
        version=medium.version,
    )
    return _answer(desk, desk.client.change_stream(medium.id, change), change.title, wait)


@command(app, "list")
def list_streams(desk: Desk) -> Answer:
    """List the live streams."""
    from displayctl.cli.finding import all_media

    media = [medium for medium in all_media(desk.client) if medium.stream is not None]
    rows = [(m.id, m.title, m.stream.address, m.state) for m in media if m.stream]
    none = "there is no live stream; add one with: displayctl stream add TITLE rtsp://…"
    return Answer(plain(media), table(("id", "title", "address", "state"), rows, none))


def _poster(desk: Desk, named: str) -> str:
    from displayctl.cli.finding import find_medium

    return find_medium(desk.client, named).id if named else ""


def _answer(desk: Desk, job: Job, title: str, wait: bool) -> Answer:
    from displayctl.cli.library import await_job

    if wait:
        await_job(desk, job, title)
    medium = desk.client.medium(job.medium_id)
    return Answer(plain(medium), f"{title} is {medium.id}; put it into a playlist like any other medium")
