"""Making a medium ready: looked at first, then rendered for every format of wall that there is."""

from __future__ import annotations

import contextlib
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from content.delivery.store import AssetStore
from content.errors import Cancelled, ContentError, DoesNotFit
from content.studio.format import Format
from content.studio.workshop import Workshop
from displayctl.api.models import MediumKind, MediumState, PartKind
from displayctl.hub.arriving_documents import ArrivingDocuments
from displayctl.hub.bus import fact
from displayctl.hub.cards.neutral import with_neutral
from displayctl.hub.jobs import JobControl
from displayctl.hub.measurements import Measurements
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.renditions import TOO_LONG, RenditionMaker, current_renditions, missing_formats, words_of
from displayctl.hub.repositories.media import StoredMedium, StoredRendition
from displayctl.hub.shelf import store_medium
from displayctl.hub.storage import Storage, UnitOfWork
from displayctl.hub.wanted import Wanted, is_divided, wanted_formats
from schedules.codec import display_from_dict, playlist_from_dict, slot_from_dict
from schedules.errors import ScheduleError

CARD_PX = (1280, 720)
MOST_LOOKS, LOOKS_AT_ONCE = 100_000, 200


class Preparation:
    """The work of the library's jobs. What was done stays done: a job that is interrupted goes on where it was."""

    def __init__(self, storage: Storage, store: AssetStore, workshop: Workshop) -> None:
        self._storage, self._store, self._workshop = storage, store, workshop
        self._maker = RenditionMaker(workshop, store)
        self._measurements = Measurements(workshop, store)
        self._documents = ArrivingDocuments(store, workshop)
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def begin_missing(self) -> tuple[str, ...]:
        """Media that lack something, oldest first, marked as being prepared; those that failed wait for a person."""
        with self._storage.reading() as work:  # all media are looked at, and nobody has to wait for that
            wanted = wanted_in(work)
            lacking = [medium.id for medium in work.media.all() if _lacks(medium, wanted)]
        if lacking:
            with self._storage.writing() as work:
                for medium in work.media.several(lacking):
                    if medium.state == MediumState.READY and _lacks(medium, wanted):
                        store_medium(work, replace(medium, state=MediumState.PROCESSING.value))
                work.commit()
        return tuple(lacking)

    def prepare(self, medium_id: str, control: JobControl) -> str:
        """Makes one medium ready. Raises Cancelled; what is wrong with the medium is stored with it, and raised."""
        with self._turns[medium_id]:  # two jobs of one medium would make the same rendition twice
            return self._prepare(medium_id, control)

    def _prepare(self, medium_id: str, control: JobControl) -> str:
        with self._storage.reading() as work:
            medium = work.media.find(medium_id)
        if medium is None:
            return "it was deleted meanwhile"
        try:
            medium = self._looked_at(medium, control)
            told = self._render_missing(medium.id, control)
            self._measure(medium.id, control)
        except Cancelled:
            if control.by_person:
                self.abandon(medium_id)
            raise
        except (ContentError, ScheduleError) as error:
            self._update(medium_id, state=MediumState.FAILED.value, message=str(error))
            raise
        self._update(medium_id, state=MediumState.READY.value, message=told)
        return f"{medium.title} is ready"

    def abandon(self, medium_id: str) -> None:
        """A person stopped the work: a medium that was never ready goes, any other keeps what it had."""
        with self._storage.writing() as work:
            medium = work.media.find(medium_id)
            if medium is None:
                return
            if medium.renditions or work.parts.referrers(MEDIUM, medium_id):
                message = "the preparation was stopped; change something to begin again"
                store_medium(work, replace(medium, state=MediumState.FAILED.value, message=message))
            else:
                work.media.delete(medium_id)
                work.tell(fact(MEDIUM, medium_id))
            work.commit()

    def _looked_at(self, medium: StoredMedium, control: JobControl) -> StoredMedium:
        """`medium` with its facts and its thumbnail."""
        words = words_of(medium)
        if words is not None:
            card = self._workshop.typeset(words, *CARD_PX)
            poster = self._store.add_bytes(card).sha256
            small = self._workshop.thumbnail(self._store.path_of(poster), name=medium.title)
            shown = {"thumbnail_sha256": self._store.add_bytes(small).sha256, "poster_sha256": poster}
            return self._update(medium.id, **shown) or medium
        if medium.thumbnail_sha256:
            return medium
        medium = self._readable(medium, control)
        source, name = self._store.path_of(medium.source_sha256), medium.source_name
        examined = self._workshop.examine(source, name=name)
        facts = examined.facts
        thumbnail, look = examined.thumbnail, examined.look
        if facts.kind.value == MediumKind.DOCUMENT and medium.page > 1:
            thumbnail = self._workshop.thumbnail(source, medium.page, name=name)
            look = self._look_of(thumbnail, name)
        changed = self._update(
            medium.id,
            kind=medium.kind if medium.stream is not None else facts.kind.value,
            width_px=facts.width_px,
            height_px=facts.height_px,
            duration_ms=None if facts.duration is None else facts.duration // timedelta(milliseconds=1),
            has_sound=facts.has_sound,
            thumbnail_sha256=self._store.add_bytes(thumbnail).sha256,
            look=look,
        )
        return changed or medium

    def _readable(self, medium: StoredMedium, control: JobControl) -> StoredMedium:
        """`medium`, of an Office document with the PDF of it as its file."""
        made = self._documents.pdf_of(medium.source_sha256, medium.source_name, control.cancelled)
        if made is None:
            return medium
        control.tell(0.0, "LibreOffice has made a PDF of it")
        return self._update(medium.id, source_sha256=made.sha256, size_bytes=made.size_bytes) or medium

    def _measure(self, medium_id: str, control: JobControl) -> None:
        """What a person should know of it before it is booked; measured once for each way it is shown."""
        with self._storage.reading() as work:
            medium = work.media.find(medium_id)
        if medium is not None and medium.findings is None:
            findings = self._measurements.of(medium, control.cancelled)
            if findings is not None:
                self._update(medium_id, findings=findings.model_dump())

    def fill_looks(self, control: JobControl) -> str:
        """Notes what media look like that came before looks were noted."""
        with self._storage.reading() as work:
            lacking = work.media.without_look(MOST_LOOKS)
        for start in range(0, len(lacking), LOOKS_AT_ONCE):
            if control.cancelled():
                break
            self._note_looks(lacking[start : start + LOOKS_AT_ONCE])
        return f"{len(lacking)} media were looked at"

    def listen(self, control: JobControl) -> str:
        """Notes how loud media are that came before anybody listened."""
        with self._storage.reading() as work:
            lacking = work.media.unheard(MOST_LOOKS)
        for medium_id in lacking:
            if control.cancelled():
                break
            with contextlib.suppress(ContentError), self._turns[medium_id]:
                self._hear(medium_id, control.cancelled)
        return f"{len(lacking)} media were listened to"

    def _hear(self, medium_id: str, cancelled: Callable[[], bool]) -> None:
        with self._storage.reading() as work:
            medium = work.media.find(medium_id)
        if medium is None or medium.findings is None or medium.findings.get("sound") is not None:
            return
        sound = self._measurements.of_sound(medium, cancelled).model_dump()
        self._update(medium_id, findings=medium.findings | {"sound": sound})

    def _note_looks(self, lacking: tuple[tuple[str, str], ...]) -> None:
        looks: dict[str, str] = {}
        for medium_id, digest in lacking:
            with contextlib.suppress(ContentError):
                looks[medium_id] = self._workshop.look(self._store.path_of(digest))
        with self._storage.writing() as work:
            for medium_id, look in looks.items():
                work.media.put_look(medium_id, look)
            work.commit()

    def _look_of(self, thumbnail: bytes, name: str) -> str:
        """Of a thumbnail just made: through the store, where the workshop can read it."""
        digest = self._store.add_bytes(thumbnail).sha256
        return self._workshop.look(self._store.path_of(digest), name=name)

    def poster_of(self, medium: StoredMedium) -> str:
        """The digest of a picture of `medium` in good size, made when first asked for: most are never looked at.

        Empty while an announcement is not typeset. Raises UnusableMedia, StorageFull, ContentMissing.
        """
        if medium.poster_sha256 or words_of(medium) is not None:
            return medium.poster_sha256
        path = self._store.path_of(medium.source_sha256)
        digest = self._store.add_bytes(self._workshop.poster(path, medium.page, name=medium.source_name)).sha256
        with self._storage.writing() as work:
            work.media.put_poster(medium.id, digest)
            work.commit()
        return digest

    def _render_missing(self, medium_id: str, control: JobControl) -> str:
        """One format after the other; asks anew what is missing after each, since walls and choices may change.

        An announcement that is too long for some walls is made for the others; what is returned names those it is too
        long for. Raises DoesNotFit where it is too long for all.
        """
        done = 0
        too_long: dict[Format, DoesNotFit] = {}
        while True:
            with self._storage.reading() as work:
                medium, wanted = work.media.find(medium_id), wanted_in(work)
            lacking = () if medium is None else missing_formats(medium, _formats(medium, wanted))
            missing = tuple(each for each in lacking if each not in too_long)
            if medium is None or not missing:
                if medium is not None and too_long and not current_renditions(medium):
                    raise next(iter(too_long.values()))
                return f"{TOO_LONG}{', '.join(map(str, too_long))}" if too_long else ""
            if control.cancelled():
                raise Cancelled(f"the preparation of {medium.title} was stopped")
            tell = _telling(control, done, done + len(missing), missing[0])
            try:
                self._keep(medium, self._maker.make(medium, missing[0], tell, control.cancelled))
            except DoesNotFit as error:
                if medium.announcement is None:
                    raise
                too_long[missing[0]] = error
            done += 1

    def _keep(self, medium: StoredMedium, rendition: StoredRendition) -> None:
        with self._storage.writing() as work:
            if work.media.find(medium.id) is None:
                return
            work.media.put_rendition(medium.id, rendition)
            changed = work.media.find(medium.id)
            if changed is not None:
                store_medium(work, changed)
            work.commit()

    def _update(self, medium_id: str, **fields: object) -> StoredMedium | None:
        """Stores new `fields` of a medium that still exists; None where it does not."""
        with self._storage.writing() as work:
            medium = work.media.find(medium_id)
            if medium is None:
                return None
            changed = replace(medium, **fields)  # type: ignore[arg-type]
            if changed == medium:
                return medium
            stored = store_medium(work, changed)
            work.commit()
        return stored


def wanted_in(work: UnitOfWork) -> Wanted:
    """What all walls want; bookings are read only where they matter."""
    displays = [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]
    if not any(map(is_divided, displays)):
        return wanted_formats(displays, (), {})
    cards, values = work.media.cards(), work.parts.all(PartKind.PLAYLIST)
    playlists = {part.id: with_neutral(playlist_from_dict(part.value), cards) for part in values}
    slots = (slot_from_dict(part.value) for part in work.parts.all(PartKind.SLOT) if part.value.get("region"))
    return wanted_formats(displays, slots, playlists)


def _formats(medium: StoredMedium, wanted: Wanted) -> tuple[Format, ...]:
    return tuple(Format.parse(name) for name in wanted.of(medium.id))


def _lacks(medium: StoredMedium, wanted: Wanted) -> bool:
    if medium.state == MediumState.READY:
        return bool(missing_formats(medium, _formats(medium, wanted)))
    return medium.state == MediumState.PROCESSING


def _telling(control: JobControl, before: int, total: int, wanted: Format) -> Callable[[float], None]:
    return lambda share: control.tell((before + share) / total, f"preparing for {wanted}")
