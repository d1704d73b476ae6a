"""`displayctl library`: bring media in, look at them, take them out; and `displayctl announce`."""

from __future__ import annotations

import time
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.errors import WorkFailed
from displayctl.cli.frame import Answer, Desk, command, group, plain, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.models import Job, MediumInfo

POLL_SECONDS = 0.15
EMPTY_LIBRARY = "the library is empty; add something with: displayctl library add FILE"

app = group("Media: pictures, clips, documents and announcements.")


class Fit(StrEnum):
    """How a medium meets a wall of another shape: whole with bars, filling and cut, or stretched."""

    CONTAIN = "contain"
    COVER = "cover"
    STRETCH = "stretch"


@command(app, "add")
def add(
    desk: Desk,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Pictures, clips, PDF pages.")],
    title: Annotated[str, typer.Option(help="What it is called; the file's name otherwise.")] = "",
    fit: Annotated[Fit, typer.Option(help="How it meets a wall of another shape.")] = Fit.CONTAIN,
    mute: Annotated[bool, typer.Option("--mute", help="Leave the sound out.")] = False,
    page: Annotated[int, typer.Option(min=1, max=10_000, help="Which page of a document.")] = 1,
    wait: Annotated[bool, typer.Option(help="Return once every wall's version is made.")] = True,
) -> Answer:
    """Bring files into the library."""
    if title and len(files) > 1:
        raise typer.BadParameter("one title for several files; add them one by one", param_hint="--title")
    from displayctl.api.errors import HubError, HubUnreachable, NotAllowed

    media: list[MediumInfo] = []
    complaints: list[str] = []
    for file in files:
        try:
            media.append(_bring_in(desk, file, title=title, fit=fit, mute=mute, page=page, wait=wait))
        except (WorkFailed, HubError) as error:
            complaints.append(f"{file}: {error}")
            if isinstance(error, (HubUnreachable, NotAllowed)):
                break
        except OSError as error:
            complaints.append(f"{file}: cannot be read ({error.strerror or error}); check the name and try again")
    return Answer(plain(media), _media_table(media) if media else "nothing was added", tuple(complaints))


def _bring_in(desk: Desk, file: Path, *, title: str, fit: Fit, mute: bool, page: int, wait: bool) -> MediumInfo:
    if not file.is_file():
        raise WorkFailed("there is no such file; check the name" if not file.exists() else "is not a file")
    job = desk.client.upload_medium(file, title=title, fit=fit.value, muted=mute, page=page)
    if wait:
        await_job(desk, job, file.name)
    return desk.client.medium(job.medium_id)


def await_job(desk: Desk, job: Job, name: str) -> Job:
    """Waits until the hub has finished a job; raises WorkFailed with the hub's sentence if it did not succeed."""
    told = -1
    while job.state in ("waiting", "running"):
        time.sleep(POLL_SECONDS)
        job = desk.client.job(job.id)
        if round(job.progress * 10) != told:
            told = round(job.progress * 10)
            desk.say(f"{name}: {job.progress:4.0%}")
    if job.state != "done":
        raise WorkFailed(job.message or f"the work was {job.state.value}; try again")
    return job


@command(app, "list")
def list_media(
    desk: Desk,
    search: Annotated[str, typer.Argument(help="Words in titles, file names and tags.")] = "",
    tag: Annotated[str, typer.Option(help="Only media with this tag.")] = "",
) -> Answer:
    """List the library, newest first."""
    from displayctl.cli.finding import all_media

    media = all_media(desk.client, search, tag)
    nothing = "nothing in the library fits; list everything with: displayctl library list"
    return Answer(media, _media_table(media, nothing if search or tag else EMPTY_LIBRARY))


@command(app, "show")
def show_medium(desk: Desk, medium: Annotated[str, typer.Argument(help="Id or title.")]) -> Answer:
    """Show one medium: what it is, its version for each wall, and where it is used."""
    from displayctl.cli.finding import find_medium

    found = find_medium(desk.client, medium)
    uses = desk.client.uses(found.id)
    lines = [
        ("id", found.id),
        ("title", found.title),
        ("kind", found.kind.value),
        ("state", found.message or found.state.value),
        ("size", f"{found.width_px} x {found.height_px} px, {found.size_bytes / 1e6:.1f} MB"),
        ("length", length(found.duration_ms)),
        ("fit", found.fit),
        ("sound", "muted" if found.muted else "yes" if found.has_sound else "none"),
        ("walls", ", ".join(rendition.format for rendition in found.renditions)),
        ("used in", ", ".join(f"{use.kind.value} {use.name}" for use in uses) or "nothing"),
    ]
    data = {**plain(found), "uses": plain(uses)}
    return Answer(data, table(("", found.title), lines, ""))


@command(app, "remove")
def remove(
    desk: Desk, media: Annotated[list[str], typer.Argument(metavar="MEDIUM...", help="Ids or titles.")]
) -> Answer:
    """Take media out of the library; what a playlist uses stays and is named."""
    from displayctl.cli.finding import find_medium

    found = [find_medium(desk.client, medium) for medium in media]
    for medium in found:
        desk.client.delete_medium(medium.id, medium.version)
    titles = ", ".join(medium.title for medium in found)
    return Answer({"removed": [medium.id for medium in found]}, f"removed: {titles}")


def length(duration_ms: int | None) -> str:
    """A duration for people; a dash where there is none."""
    if duration_ms is None:
        return "-"
    whole = timedelta(seconds=round(duration_ms / 1000))
    return str(whole) if whole >= timedelta(hours=1) else f"{whole.seconds // 60}:{whole.seconds % 60:02d}"


def _media_table(media: list[MediumInfo], empty: str = EMPTY_LIBRARY) -> RenderableType:
    rows = [
        (m.id, m.title, m.kind.value, length(m.duration_ms), f"{m.width_px}x{m.height_px}", m.message or m.state.value)
        for m in media
    ]
    return table(("id", "title", "kind", "length", "size", "state"), rows, empty)
