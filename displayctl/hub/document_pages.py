"""The pages of documents: how many there are, what each looks like, and a medium of its own for some of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.store import AssetStore
from content.studio.workshop import Workshop
from displayctl.api.media import a_kind
from displayctl.api.models import Job, MediumKind, MediumState
from displayctl.hub.errors import WrongWish
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.planning import new_id
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.shelf import require_medium, store_medium
from displayctl.hub.storage import Storage

_APART = timedelta(microseconds=1)
"""The library shows the newest first, and pages are read from the first."""


class DocumentPages:
    """Looks into documents of the library; `prepare` queues the making of what is new."""

    def __init__(self, storage: Storage, store: AssetStore, workshop: Workshop, prepare: Callable[[str], Job]) -> None:
        self._storage, self._store, self._workshop, self._prepare = storage, store, workshop, prepare

    def count(self, id: str) -> int:
        """Raises NoSuchThing, WrongWish for what is no document, UnusableMedia."""
        medium = self._document(id)
        return self._workshop.inspect(self._source(medium), name=medium.source_name).pages

    def thumbnail(self, id: str, page: int) -> bytes:
        """JPEG of at most 320x180. Raises as `count`."""
        medium = self._document(id)
        return self._workshop.thumbnail(self._source(medium), page, name=medium.source_name)

    def split(self, id: str, pages: tuple[int, ...]) -> tuple[Job, ...]:
        """A new medium for each of `pages`, with what was chosen for the document. Raises as `count`."""
        document, most = self._document(id), self.count(id)
        wrong = next((page for page in pages if page > most), None)
        if wrong is not None:
            raise WrongWish("pages", f"{document.title!r} has no page {wrong}; choose pages from 1 to {most}")
        with self._storage.writing() as work:
            whole = require_medium(work, id)
            made = [
                store_medium(work, _page_of(whole, page, work.now - number * _APART))
                for number, page in enumerate(dict.fromkeys(pages))
            ]
            for medium in made:
                about = {"title": medium.title, "kind": medium.kind, "sha256": medium.source_sha256}
                work.record("medium.add", MEDIUM, medium.id, after=about)
            work.commit()
        return tuple(self._prepare(medium.id) for medium in made)

    def _document(self, id: str) -> StoredMedium:
        with self._storage.reading() as work:
            medium = require_medium(work, id)
        if medium.kind != MediumKind.DOCUMENT.value:
            raise WrongWish("id", f"{medium.title!r} is {a_kind(medium.kind)} and has no pages; choose a document")
        return medium

    def _source(self, medium: StoredMedium) -> Path:
        return self._store.path_of(medium.source_sha256)


def _page_of(document: StoredMedium, page: int, made_at: datetime) -> StoredMedium:
    return replace(
        document,
        id=new_id("medium"),
        title=f"{document.title[:180]} ({page})",
        created_at=made_at,
        page=page,
        state=MediumState.PROCESSING.value,
        message="",
        thumbnail_sha256="",
        poster_sha256="",
        look="",
        replaced=0,
        findings=None,
        renditions=(),
    )
