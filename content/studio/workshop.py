"""The desk's door to everything that touches untrusted files: a few warm, confined children behind plain calls."""

from __future__ import annotations

import base64
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from types import TracebackType
from typing import Any, Self

from content.errors import Cancelled, StorageFull
from content.studio.announcement import Announcement
from content.studio.child import Child, Progress, Question
from content.studio.confinement import Confinement
from content.studio.facts import Loud, MediaFacts
from content.studio.format import Format, RenderedAsset, RenderOptions
from content.studio.office_conversion import OfficeLimits, convert_to_pdf, find_office, not_installed
from content.studio.office_files import OfficeKind
from content.studio.wire import asset_from_dict, options_to_dict
from schedules.playlist import AssetKind

_JOBS_A_CHILD = 2000
_LOOK_SECONDS = 0.1
_LEFT_OVER = re.compile(r"\A(?:job-.+|[0-9a-f]{64}-job-.+)\Z")
_SUFFIX = {AssetKind.PICTURE: ".png", AssetKind.VIDEO: ".mp4"}


@dataclass(frozen=True, slots=True)
class Examined:
    """What an import wants to know of a file first: its facts, a JPEG thumbnail of at most 320x180 pixels, and what
    that looks like (see `content.studio.looks`)."""

    facts: MediaFacts
    thumbnail: bytes
    look: str = ""


class Workshop:
    """Looks at and prepares media in child processes; safe to call from many threads.

    `folder` is the workshop's own: what is left in it from an earlier run is removed. `children` bounds how many
    jobs run at once; long renders leave one child free for short jobs where there are at least two. Every call
    raises UnusableMedia when the file is at fault, StorageFull when the disk is; the message calls the file `name`,
    or else by its path's last part.
    """

    def __init__(
        self,
        folder: Path,
        children: int = 2,
        confinement: Confinement | None = None,
        office: OfficeLimits | None = None,
    ) -> None:
        self._folder = folder
        self._confinement = confinement or Confinement()
        self._office = office or OfficeLimits()
        _clear(folder)
        self._places: LifoQueue[Child | None] = LifoQueue()
        for _ in range(children):
            self._places.put(None)
        self._children = children
        self._renders = threading.Semaphore(max(1, children - 1))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def inspect(self, path: Path, *, name: str = "") -> MediaFacts:
        """What the file at `path` really is."""
        return MediaFacts.from_dict(self._brief(_about(path, name, "inspect"))["facts"])

    def thumbnail(self, path: Path, page: int = 1, *, name: str = "") -> bytes:
        """A JPEG of at most 320x180 pixels; of a video, a frame that is not black."""
        request = {**_about(path, name, "thumbnail"), "page": page}
        return base64.b64decode(self._brief(request)["picture"])

    def poster(self, path: Path, page: int = 1, *, name: str = "") -> bytes:
        """The same picture as the thumbnail as a JPEG of at most 1280x720 pixels."""
        request = {**_about(path, name, "poster"), "page": page}
        return base64.b64decode(self._brief(request)["picture"])

    def contact_sheet(self, path: Path, *, name: str = "") -> bytes:
        """Up to twelve frames from all over a film in one JPEG of at most 1600x1200 pixels; else the poster."""
        request = {**_about(path, name, "contact_sheet"), "seconds": self._confinement.review_seconds}
        with self._child() as child:
            return base64.b64decode(child.ask(request, lambda share: None, lambda: False)["picture"])

    def examine(self, path: Path, *, name: str = "") -> Examined:
        """Facts and thumbnail in one go, which is quicker than one after the other."""
        plain = self._brief(_about(path, name, "examine"))
        facts = MediaFacts.from_dict(plain["facts"])
        return Examined(facts, base64.b64decode(plain["thumbnail"]), plain["look"])

    def look(self, path: Path, *, name: str = "") -> str:
        """What a thumbnail looks like (see `content.studio.looks`)."""
        return str(self._brief(_about(path, name, "look"))["look"])

    def frame(self, path: Path, at_ms: int, *, name: str = "") -> bytes:
        """JPEG of at most 1280x720: what a video shows so many milliseconds after its first frame."""
        return base64.b64decode(self._brief({**_about(path, name, "frame"), "at_ms": at_ms})["picture"])

    def letters_share(self, path: Path, page: int, *, name: str = "") -> float:
        """How high the small print of a document's page is, as a share of the page's height; 0: hardly any text."""
        return float(self._brief({**_about(path, name, "letters"), "page": page})["share"])

    def flashes(self, path: Path, *, name: str = "", cancelled: Question = lambda: False) -> tuple[int, int]:
        """The most general flashes within a second of a film, and at which millisecond; (0, 0) of a still picture."""
        request = {**_about(path, name, "flashes"), "seconds": self._confinement.render_seconds}
        with self._turn(request["name"], cancelled), self._child() as child:
            found = child.ask(request, lambda share: None, cancelled)
        return int(found["most"]), int(found["at_ms"])

    def loudness(self, path: Path, *, name: str = "", cancelled: Question = lambda: False) -> Loud | None:
        """How loud the sound of a film is; None where it has none, or nothing but silence."""
        request = {**_about(path, name, "loudness"), "seconds": self._confinement.render_seconds}
        with self._turn(request["name"], cancelled), self._child() as child:
            found = child.ask(request, lambda share: None, cancelled)
        return Loud(float(found["lufs"]), float(found["loudest"])) if found else None

    def office_kind(self, path: Path, *, name: str = "") -> OfficeKind | None:
        """The kind of an Office document; None for any other file. UnusableMedia for one that must not be opened."""
        kind = self._brief(_about(path, name, "office"))["kind"]
        return None if kind is None else OfficeKind(kind)

    def pdf_of(self, path: Path, kind: OfficeKind, *, name: str = "", cancelled: Question = lambda: False) -> Path:
        """The PDF of an Office document, in a file that is the caller's to move or remove. UnusableMedia also where
        LibreOffice is not installed."""
        office, name = find_office(), name or path.name
        if office is None:
            raise not_installed(name, kind)
        with self._turn(name, cancelled), self._bench() as bench:
            kept = self._folder / f"{bench.name}.pdf"
            try:
                made = convert_to_pdf(path, kind, bench, self._office, name=name, office=office, cancelled=cancelled)
                made.replace(kept)
            except OSError as error:
                raise StorageFull(
                    f"no room is left to make a PDF of {name}; free some space and import it again"
                ) from error
        return kept

    def typeset(self, announcement: Announcement, width_px: int, height_px: int) -> bytes:
        """The announcement as a PNG of exactly this size; raises DoesNotFit when it is too long for it."""
        size = {"width_px": width_px, "height_px": height_px}
        request = {"job": "typeset", "announcement": announcement.to_dict(), "name": announcement.title, **size}
        return base64.b64decode(self._brief(request)["png"])

    def render(
        self,
        source: Path,
        format: Format,
        options: RenderOptions | None = None,
        *,
        name: str = "",
        on_progress: Progress = lambda share: None,
        cancelled: Question = lambda: False,
    ) -> RenderedAsset:
        """A rendition of `source` for walls of `format`, in a file that is the caller's to move or remove.

        `on_progress` hears 0 to 1 on the calling thread; once `cancelled()` is true, Cancelled is raised within a
        fraction of a second. Whatever goes wrong, nothing is left behind.
        """
        request = {
            **_about(source, name, "render"),
            "format": str(format),
            "options": options_to_dict(options or RenderOptions()),
        }
        return self._render(request, format, on_progress, cancelled)

    def render_announcement(self, announcement: Announcement, format: Format) -> RenderedAsset:
        """The announcement as a picture asset for walls of `format`; raises DoesNotFit when it is too long."""
        request = {
            "job": "render_announcement",
            "announcement": announcement.to_dict(),
            "name": announcement.title,
            "format": str(format),
        }
        return self._render(request, format, lambda share: None, lambda: False)

    def close(self) -> None:
        """Waits for jobs under way, then ends every child."""
        for _ in range(self._children):
            child = self._places.get()
            if child is not None:
                child.end()

    def _brief(self, request: dict[str, Any]) -> dict[str, Any]:
        request["seconds"] = self._confinement.inspect_seconds
        with self._child() as child:
            return child.ask(request, lambda share: None, lambda: False)

    def _render(
        self, request: dict[str, Any], format: Format, on_progress: Progress, cancelled: Question
    ) -> RenderedAsset:
        request["seconds"] = self._confinement.render_seconds
        with self._bench() as bench, self._turn(request["name"], cancelled), self._child() as child:
            product = bench / "product"
            plain = child.ask({**request, "product": str(product)}, on_progress, cancelled)
            asset = asset_from_dict(plain["asset"])
            # Named after its bench too: two jobs may make the same, and each file is its caller's to remove.
            path = self._folder / f"{asset.sha256}-{bench.name}{_SUFFIX[asset.kind]}"
            product.replace(path)
        return RenderedAsset(path, format, asset, plain["frames"])

    @contextmanager
    def _turn(self, name: str, cancelled: Question) -> Iterator[None]:
        """Waits until one more render may run; a person may stop the waiting too."""
        while not self._renders.acquire(timeout=_LOOK_SECONDS):
            if cancelled():
                raise Cancelled(f"the work on {name} was stopped before it began")
        try:
            yield
        finally:
            self._renders.release()

    @contextmanager
    def _child(self) -> Iterator[Child]:
        """A free child, started or replaced where need be, and given back afterwards."""
        child = self._places.get()
        try:
            if child is not None and (not child.ready or child.jobs_done >= _JOBS_A_CHILD):
                child.end()
                child = None
            child = child or Child(self._confinement)
            yield child
        finally:
            self._places.put(child)

    @contextmanager
    def _bench(self) -> Iterator[Path]:
        """A folder for one job, gone when the job is."""
        try:
            bench = Path(tempfile.mkdtemp(prefix="job-", dir=self._folder))
        except OSError as error:
            raise StorageFull(f"{self._folder} takes no new folder ({error.strerror}); free some space") from error
        try:
            yield bench
        finally:
            shutil.rmtree(bench, ignore_errors=True)


def _about(path: Path, name: str, job: str) -> dict[str, Any]:
    return {"job": job, "path": str(path), "name": name or path.name}


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        if not _LEFT_OVER.match(left.name):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
