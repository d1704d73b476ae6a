"""Messages about the library as a whole (former files of a medium, what takes the room), and the calls for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import Count, Instant, Message
from displayctl.api.models import Job

if TYPE_CHECKING:
    from displayctl.api.transport import Progress, Transport  # the hub reads these messages, and speaks to nobody


class MediumVersion(Message):
    """A file that a medium had before it was replaced. `number` counts from 1, the oldest."""

    number: Count
    source_name: str
    source_sha256: str
    size_bytes: Count
    kind: str
    width_px: Count = 0
    height_px: Count = 0
    duration_ms: Count | None = None
    replaced_at: Instant
    replaced_by: str = ""


class MediumRoom(Message):
    """How much room on the hub's disk would be free without one medium: its files that nothing else has."""

    id: str
    title: str
    size_bytes: Count
    in_use: bool
    made_at: Instant


class StorageInfo(Message):
    """Where the room on the hub's disk has gone.

    `sources_bytes` are the files that people brought, `renditions_bytes` what was made of them for walls,
    `versions_bytes` former files that are kept, `pictures_bytes` thumbnails and posters, `other_bytes` what waits to be
    cleared away or belongs to what is published. `largest` and `idle` (in no playlist, made and last played over a year
    ago) are the largest first.
    """

    disk_bytes: Count
    free_bytes: Count
    sources_bytes: Count
    renditions_bytes: Count
    versions_bytes: Count
    pictures_bytes: Count
    other_bytes: Count
    largest: tuple[MediumRoom, ...] = ()
    idle: tuple[MediumRoom, ...] = ()
    idle_bytes: Count = 0


class PageChoice(Message):
    """Pages of a document, counted from 1."""

    pages: Annotated[tuple[Annotated[int, Field(strict=True, ge=1, le=5000)], ...], Field(min_length=1, max_length=200)]


class LibraryCalls:
    """The routes about files of media and the room they take, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def replace_file(self, id: str, replaced: int, path: Path, on_progress: Progress | None = None) -> Job:
        """Gives a medium another file; all that shows it stays. The former file is kept as a version.

        `replaced` is how often that was done before, as `MediumInfo` says; raises Conflict where it was done once more.

        Raises what `HubClient.upload_medium` raises; a file that walls cannot show is refused and nothing changes.
        """
        from displayctl.api.transport import file_chunks

        size_bytes = path.stat().st_size
        return self._transport.one(
            Job,
            "PUT",
            f"/api/media/{id}/file",
            params={"name": path.name, "replaced": replaced},
            content=file_chunks(path, size_bytes, on_progress),
            headers={"Content-Length": str(size_bytes), "Content-Type": "application/octet-stream"},
        )

    def versions(self, id: str) -> tuple[MediumVersion, ...]:
        """The former files of a medium, the newest first."""
        return self._transport.many(MediumVersion, "GET", f"/api/media/{id}/versions")

    def version_thumbnail(self, id: str, number: int) -> bytes:
        """A picture of a former file; raises NotFound where there is none."""
        return self._transport.send("GET", f"/api/media/{id}/versions/{number}/thumbnail").content

    def return_to(self, id: str, number: int, replaced: int) -> Job:
        """Gives a medium a former file again; the one it has becomes a version."""

        path = f"/api/media/{id}/versions/{number}/return"
        return self._transport.one(Job, "POST", path, params={"replaced": replaced})

    def storage(self) -> StorageInfo:
        """What the library takes of the hub's disk."""
        return self._transport.one(StorageInfo, "GET", "/api/library/storage")

    def frame(self, id: str, at_ms: int) -> bytes:
        """JPEG of at most 1280x720: the frame that a video shows at `at_ms` of its source."""
        return self._transport.send("GET", f"/api/media/{id}/frame", params={"at_ms": at_ms}).content

    def page_count(self, id: str) -> int:
        """How many pages a document has."""
        return int(self._transport.send("GET", f"/api/media/{id}/pages").json()["pages"])

    def page_thumbnail(self, id: str, page: int) -> bytes:
        """A picture of one page of a document, of at most 320x180."""
        return self._transport.send("GET", f"/api/media/{id}/pages/{page}").content

    def add_pages(self, id: str, pages: tuple[int, ...]) -> tuple[Job, ...]:
        """Makes a medium of its own of each of these pages of a document."""

        return self._transport.many(Job, "POST", f"/api/media/{id}/pages", message=PageChoice(pages=pages))
