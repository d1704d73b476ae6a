"""The library: what people bring is stored while it arrives, then prepared for every format of wall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from content.delivery.store import AssetStore
from content.studio.announcement import Announcement
from content.studio.workshop import Workshop
from displayctl.api.media import a_kind
from displayctl.api.models import (
    AnnouncementChange,
    Event,
    Job,
    MediaPage,
    MediumChange,
    MediumInfo,
    MediumKind,
    MediumState,
    PartKind,
)
from displayctl.hub.arriving_documents import ArrivingDocuments
from displayctl.hub.bus import Bus, fact
from displayctl.hub.document_pages import DocumentPages
from displayctl.hub.errors import NoSuchThing, StillInUse, WrongWish
from displayctl.hub.jobs import JobQueue
from displayctl.hub.live_streams import LiveStreams
from displayctl.hub.media_info import medium_info
from displayctl.hub.medium_choices import changed_medium, wanted_fields
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.part_rights import require_medium_rights
from displayctl.hub.planning import new_id, words_for
from displayctl.hub.preparation import MOST_LOOKS, Preparation
from displayctl.hub.receiving import Receiver
from displayctl.hub.renditions import same_pictures
from displayctl.hub.replacing import Replacing
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.room import Room
from displayctl.hub.shelf import of_version, require_medium, store_medium
from displayctl.hub.storage import Storage
from displayctl.hub.wanted import is_divided
from schedules.codec import display_from_dict

GARBAGE_AGE = timedelta(minutes=10)
PLACEHOLDER_KIND = MediumKind.PICTURE


@dataclass(frozen=True, slots=True)
class UploadWish:
    """What a person says about a file they bring; `size_bytes` is what was announced, None where it was not."""

    name: str
    title: str = ""
    fit: str = "contain"
    muted: bool = False
    page: int = 1
    size_bytes: int | None = None
    folder: str = ""


class Library:
    """Media from the wish to the renditions. Safe to use from many threads."""

    def __init__(
        self, storage: Storage, store: AssetStore, folder: Path, jobs: JobQueue, workshop: Workshop, bus: Bus
    ) -> None:
        self._storage, self._store, self._jobs, self._workshop = storage, store, jobs, workshop
        self._preparation = Preparation(storage, store, workshop)
        self._receiver = Receiver(store, folder)
        self._documents = ArrivingDocuments(store, workshop)
        self.streams = LiveStreams(storage, self.prepare)
        self.files = Replacing(storage, store, workshop, self._receiver, self.prepare)
        self.pages = DocumentPages(storage, store, workshop, self.prepare)
        self.room = Room(storage, store, folder)
        self._divided = True  # until somebody has looked
        self._stop_listening = bus.listen(self._hear)

    def close(self) -> None:
        self._stop_listening()

    def resume(self) -> None:
        """At start, and when walls changed: queues every medium that lacks something."""
        with self._storage.reading() as work:
            self._divided = any(is_divided(display_from_dict(part.value)) for part in work.parts.all(PartKind.DISPLAY))

        self._look_back()
        for medium_id in self._preparation.begin_missing():
            self.prepare(medium_id)

    def _look_back(self) -> None:
        """Notes what media look and sound like that came before that was asked."""
        with self._storage.reading() as work:
            lacking = work.media.without_look(1)
            unheard = work.media.unheard(MOST_LOOKS)
        if lacking:
            self._jobs.submit("looks", "", self._preparation.fill_looks)
        if unheard:
            self._jobs.submit("loudness", "", self._preparation.listen)

    def page(self, search: str, tag: str, offset: int, limit: int) -> MediaPage:
        with self._storage.reading() as work:
            total, media = work.media.page(search, tag, offset, limit)
        return MediaPage(total=total, media=tuple(medium_info(medium) for medium in media))

    def medium(self, id: str) -> MediumInfo:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return medium_info(require_medium(work, id))

    def take_in(self, wish: UploadWish, chunks: Iterable[bytes]) -> Job:
        """Stores a file as it arrives, then queues its preparation. When anything goes wrong nothing is left.

        Raises StorageFull, TooLarge; UnusableMedia for an Office document that no PDF can be made of here.
        """
        arrived = self._receiver.receive(wish.name, wish.size_bytes, chunks)
        self._documents.admit(arrived.sha256, wish.name)
        medium = self._new_medium(
            title=wish.title or Path(wish.name).stem[:200].strip() or "tanpa nama",
            kind=PLACEHOLDER_KIND,
            source_name=wish.name,
            source_sha256=arrived.sha256,
            size_bytes=arrived.size_bytes,
            fit=wish.fit,
            muted=wish.muted,
            page=wish.page,
            folder=wish.folder,
        )
        return self.prepare(medium.id)

    def announce(self, change: AnnouncementChange) -> Job:
        """Stores a new announcement and queues its typesetting. Raises ScheduleError for one out of bounds."""
        document = Announcement.from_dict(change.announcement).to_dict()
        medium = self._new_medium(title=change.title, kind=MediumKind.ANNOUNCEMENT, announcement=document)
        return self.prepare(medium.id)

    def change_announcement(self, id: str, change: AnnouncementChange) -> Job:
        """Raises NoSuchThing, ChangedMeanwhile, WrongWish, ScheduleError."""
        document = Announcement.from_dict(change.announcement).to_dict()
        with self._storage.writing() as work:
            medium = of_version(require_medium(work, id), change.version)
            require_medium_rights(work, id)
            if medium.announcement is None or medium.kind == MediumKind.CARD:
                raise WrongWish(
                    "id", f"{medium.title!r} is {a_kind(medium.kind)}; write a new announcement for your words"
                )
            store_medium(work, replace(medium, title=change.title, announcement=document, state=MediumState.PROCESSING))
            before = {"title": medium.title, "announcement": medium.announcement}
            work.record("medium.change", MEDIUM, id, before, {"title": change.title, "announcement": document})
            work.commit()
        return self.prepare(id)

    def preview(self, change: AnnouncementChange, width_px: int, height_px: int) -> bytes:
        """PNG. Raises DoesNotFit, ScheduleError."""
        return self._workshop.typeset(Announcement.from_dict(change.announcement), width_px, height_px)

    def change(self, id: str, change: MediumChange) -> MediumInfo:
        """Stores new properties. Raises NoSuchThing, ChangedMeanwhile, WrongWish.

        What changes the pictures, and any change of a medium that failed, begins its preparation anew.
        """
        fields = wanted_fields(change)
        with self._storage.writing() as work:
            medium = of_version(require_medium(work, id), change.version)
            require_medium_rights(work, id)
            changed = changed_medium(medium, fields)
            stored = store_medium(work, changed)
            work.record("medium.change", MEDIUM, id, {name: getattr(medium, name) for name in fields}, fields)
            work.commit()
        if medium.state == MediumState.FAILED or not same_pictures(changed, medium):
            self.prepare(id)
        return medium_info(stored)

    def delete(self, id: str, version: int) -> None:
        """Raises NoSuchThing, ChangedMeanwhile, StillInUse."""
        with self._storage.writing() as work:
            medium = of_version(require_medium(work, id), version)
            where = words_for(work.parts.referrers(MEDIUM, id))
            if where:
                raise StillInUse(f"{medium.title!r} is used in {len(where)} places; take it out there first", where)
            require_medium_rights(work, id)
            work.media.delete(id)
            work.record("medium.delete", MEDIUM, id, before={"title": medium.title, "sha256": medium.source_sha256})
            work.tell(fact(MEDIUM, id))
            work.commit()
        self._jobs.cancel_for(id)

    def cancel_job(self, id: str) -> Job:
        """Asks a job to stop. Raises NoSuchThing."""
        job = self._jobs.job(id)
        with self._storage.writing() as work:
            if job.medium_id:
                require_medium_rights(work, job.medium_id)
            work.record("job.cancel", "job", id, after={"medium": job.medium_id})
            work.commit()
        return self._jobs.cancel(id)

    def picture_of(self, id: str, *, poster: bool) -> Path:
        """The file of a medium's thumbnail, or of its poster, which is made when it is asked for first.

        Raises NoSuchThing while there is none, ContentMissing; of a poster UnusableMedia, StorageFull.
        """
        with self._storage.reading() as work:
            medium = require_medium(work, id)
        # What has no thumbnail was not looked at yet, or holds nothing that can be seen.
        digest = medium.thumbnail_sha256 and (
            self._preparation.poster_of(medium) if poster else medium.thumbnail_sha256
        )
        if not digest:
            raise NoSuchThing(f"{medium.title!r} has no picture yet; ask again when it is ready")
        return self._store.path_of(digest)

    def frame(self, id: str, at_ms: int) -> bytes:
        """JPEG of what a video's source shows at `at_ms`. Raises NoSuchThing, WrongWish, ContentMissing,
        UnusableMedia."""
        with self._storage.reading() as work:
            medium = require_medium(work, id)
        if medium.kind != MediumKind.VIDEO.value:
            raise WrongWish("id", f"{medium.title!r} is {a_kind(medium.kind)}; choose a video")
        return self._workshop.frame(self._store.path_of(medium.source_sha256), at_ms, name=medium.source_name)

    def asset(self, sha256: str) -> Path:
        """The file of an asset. Raises ContentMissing, InvalidValue."""
        return self._store.path_of(sha256)

    def has(self, sha256: str) -> bool:
        return self._store.has(sha256)

    def collect_garbage(self, published: frozenset[str]) -> int:
        """Removes assets that neither the library nor what is `published` needs; the bytes given back.

        What arrived in the last minutes stays: it may belong to a medium that is being stored right now.
        """
        with self._storage.reading() as work:
            wanted, youngest = work.media.digests() | published, work.now - GARBAGE_AGE
        freed = 0
        for sha256, size in self._store.sizes().items():
            if sha256 not in wanted and self._store.path_of(sha256).stat().st_mtime < youngest.timestamp():
                self._store.remove(sha256)
                freed += size
        return freed

    def prepare(self, medium_id: str) -> Job:
        """Queues what a stored medium lacks: its pictures, and a rendition for each format of wall."""
        return self._jobs.submit(
            "prepare",
            medium_id,
            lambda control: self._preparation.prepare(medium_id, control),
            abandoned=lambda: self._preparation.abandon(medium_id),
        )

    def _new_medium(self, *, title: str, kind: MediumKind, **fields: object) -> StoredMedium:
        with self._storage.writing() as work:
            medium = StoredMedium(
                id=new_id("medium"),
                title=title,
                kind=kind.value,
                state=MediumState.PROCESSING.value,
                version=0,
                created_at=work.now,
                updated_at=work.now,
                **fields,  # type: ignore[arg-type]
            )
            stored = store_medium(work, medium)
            about = {"title": title, "kind": kind.value, "sha256": medium.source_sha256, "file": medium.source_name}
            work.record("medium.add", MEDIUM, medium.id, after=about)
            work.commit()
        return stored

    def _hear(self, event: Event) -> None:
        booked = event.kind in (PartKind.SLOT.value, PartKind.PLAYLIST.value)
        if event.kind == PartKind.DISPLAY.value or (booked and self._divided):
            self._jobs.submit("survey", "", lambda control: self._survey())

    def _survey(self) -> str:
        self.resume()
        return "walls have changed"
