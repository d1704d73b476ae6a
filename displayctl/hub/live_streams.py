"""Live streams in the library: an address, and a poster for walls until the first picture has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from displayctl.api.media import a_kind
from displayctl.api.models import Job, MediumKind, MediumState
from displayctl.api.streams import StreamChange
from displayctl.hub.errors import WrongWish
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.part_rights import require_medium_rights
from displayctl.hub.planning import new_id
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.shelf import of_version, require_medium, store_medium
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.codec import stream_from_dict, stream_to_dict
from schedules.stream import LiveStream

_POSTERS = (MediumKind.PICTURE.value, MediumKind.DOCUMENT.value)
Prepare = Callable[[str], Job]


class LiveStreams:
    """Stores streams as media; `prepare` queues the making of their posters."""

    def __init__(self, storage: Storage, prepare: Prepare) -> None:
        self._storage, self._prepare = storage, prepare

    def add(self, change: StreamChange) -> Job:
        """Stores a new stream. Raises ScheduleError for an address that is none, NoSuchThing and WrongWish for a poster
        that is not there or no picture."""
        with self._storage.writing() as work:
            medium = StoredMedium(
                id=new_id("medium"),
                title=change.title,
                kind=MediumKind.STREAM.value,
                state=MediumState.PROCESSING.value,
                version=0,
                created_at=work.now,
                updated_at=work.now,
            )
            stored = store_medium(work, self._changed(work, medium, change))
            work.record("medium.add", MEDIUM, stored.id, after={"title": stored.title, "kind": stored.kind})
            work.commit()
        return self._prepare(stored.id)

    def change(self, id: str, change: StreamChange) -> Job:
        """Raises NoSuchThing, ChangedMeanwhile, and as `add`."""
        with self._storage.writing() as work:
            medium = of_version(require_medium(work, id), change.version)
            if medium.stream is None:
                raise WrongWish("id", f"{medium.title!r} is {a_kind(medium.kind)}, not a live stream; choose a stream")
            medium = replace(medium, title=change.title, state=MediumState.PROCESSING.value, message="")
            require_medium_rights(work, id)
            stored = store_medium(work, self._changed(work, medium, change))
            work.record("medium.change", MEDIUM, id, after={"title": stored.title, "kind": stored.kind})
            work.commit()
        return self._prepare(id)

    def _changed(self, work: UnitOfWork, medium: StoredMedium, change: StreamChange) -> StoredMedium:
        stream = LiveStream(url=_address(medium, change), patience=timedelta(milliseconds=change.patience_ms))
        medium = replace(medium, stream=stream_to_dict(stream))
        if not (change.poster_id or change.new_poster):
            return medium
        bare = replace(medium, thumbnail_sha256="", poster_sha256="")
        if not change.poster_id:
            return replace(bare, source_name="", source_sha256="", page=1)
        poster = require_medium(work, change.poster_id)
        if poster.kind not in _POSTERS:
            raise WrongWish("poster_id", f"{poster.title!r} is {a_kind(poster.kind)}; choose a picture as a poster")
        return replace(
            bare, source_name=poster.source_name, source_sha256=poster.source_sha256, page=poster.page, fit=poster.fit
        )


def _address(medium: StoredMedium, change: StreamChange) -> str:
    if change.url is not None:
        return change.url
    if medium.stream is None:
        raise WrongWish("url", "a new stream needs an address, as rtsp://camera.example:554/live")
    return stream_from_dict(medium.stream).url
