"""Another file for a medium: whatever shows it goes on showing it, and the former file can be had back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.store import AssetStore
from content.studio.facts import MediaFacts
from content.studio.workshop import Workshop
from displayctl.api.library import MediumVersion
from displayctl.api.media import a_kind
from displayctl.api.models import Job, MediumKind, MediumState
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, WrongWish
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.part_rights import require_medium_rights
from displayctl.hub.receiving import Receiver
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.repositories.media_versions import StoredVersion
from displayctl.hub.shelf import require_medium, store_medium
from displayctl.hub.storage import Storage, UnitOfWork

MOST_VERSIONS = 20
"""How many former files a medium keeps; beyond, the oldest goes."""
_WITH_FILES = (
    MediumKind.PICTURE.value,
    MediumKind.ANIMATION.value,
    MediumKind.VIDEO.value,
    MediumKind.DOCUMENT.value,
)
_MILLISECOND = timedelta(milliseconds=1)
_NEARLY_SAME_SHAPE = 0.01


@dataclass(frozen=True, slots=True)
class FileWish:
    """The file that shall be a medium's from now on: called `name`, announced with `size_bytes` (None where they were
    not), and wished for when the medium's file had been `replaced` so often."""

    id: str
    replaced: int
    name: str
    size_bytes: int | None


class Replacing:
    """Changes the files of media; `prepare` queues the making of their renditions."""

    def __init__(
        self, storage: Storage, store: AssetStore, workshop: Workshop, receiver: Receiver, prepare: Callable[[str], Job]
    ) -> None:
        self._storage, self._store, self._workshop = storage, store, workshop
        self._receiver, self._prepare = receiver, prepare

    def replace(self, wish: FileWish, chunks: Iterable[bytes]) -> Job:
        """Takes a file in, looks at it, and only then gives it to the medium.

        Raises NoSuchThing, ChangedMeanwhile, WrongWish, NotPermitted; UnusableMedia for a file that walls cannot show;
        StorageFull, TooLarge. Nothing changes then.
        """
        with self._storage.reading() as work:
            _require_file(_of_file(require_medium(work, wish.id), wish.replaced))
            require_medium_rights(work, wish.id)
        arrived = self._receiver.receive(wish.name, wish.size_bytes, chunks)
        examined = self._workshop.examine(self._store.path_of(arrived.sha256), name=wish.name)
        thumbnail = self._store.add_bytes(examined.thumbnail).sha256
        with self._storage.writing() as work:
            medium = _require_file(_of_file(require_medium(work, wish.id), wish.replaced))
            require_medium_rights(work, wish.id)
            if arrived.sha256 == medium.source_sha256:
                raise WrongWish("file", f"{medium.title!r} has this very file already; choose the new one")
            fields = _facts_of(examined.facts) | {
                "source_name": wish.name,
                "source_sha256": arrived.sha256,
                "size_bytes": arrived.size_bytes,
                "thumbnail_sha256": thumbnail,
                "look": examined.look,
                "page": 1,
            }
            self._exchange(work, medium, fields)
            work.commit()
        return self._prepare(wish.id)

    def return_to(self, id: str, number: int, replaced: int) -> Job:
        """Gives a medium its former file `number` again. Raises NoSuchThing, ChangedMeanwhile, NotPermitted."""
        with self._storage.writing() as work:
            medium = _of_file(require_medium(work, id), replaced)
            require_medium_rights(work, id)
            former = _require_version(work, medium, number)
            work.media_versions.remove(id, number)
            self._exchange(work, medium, {name: getattr(former, name) for name in _FILE_FIELDS})
            work.commit()
        return self._prepare(id)

    def versions(self, id: str) -> tuple[MediumVersion, ...]:
        """The former files of a medium, newest first. Raises NoSuchThing."""
        with self._storage.reading() as work:
            require_medium(work, id)
            found = work.media_versions.of(id)
        return tuple(
            MediumVersion(**{name: getattr(former, name) for name in MediumVersion.model_fields}) for former in found
        )

    def thumbnail(self, id: str, number: int) -> Path:
        """The file of a former file's thumbnail. Raises NoSuchThing, ContentMissing."""
        with self._storage.reading() as work:
            former = _require_version(work, require_medium(work, id), number)
        if not former.thumbnail_sha256:
            raise NoSuchThing(f"{former.source_name} has no picture")
        return self._store.path_of(former.thumbnail_sha256)

    def _exchange(self, work: UnitOfWork, medium: StoredMedium, fields: dict[str, object]) -> None:
        """Keeps the file that `medium` has as a version, and gives it another one."""
        work.media_versions.add(_version_of(medium, work.now), MOST_VERSIONS)
        changed = replace(
            medium,
            **fields,  # type: ignore[arg-type]
            replaced=medium.replaced + 1,
            poster_sha256="",
            findings=None,
            state=MediumState.PROCESSING.value,
            message="",
        )
        store_medium(work, _with_choices_that_hold(medium, changed))
        before = {"file": medium.source_name, "sha256": medium.source_sha256}
        work.record(
            "medium.replace", MEDIUM, medium.id, before, {"file": changed.source_name, "sha256": changed.source_sha256}
        )


_FILE_FIELDS = (
    "source_name",
    "source_sha256",
    "size_bytes",
    "thumbnail_sha256",
    "look",
    "kind",
    "page",
    "width_px",
    "height_px",
    "duration_ms",
    "has_sound",
)


def _of_file(medium: StoredMedium, replaced: int) -> StoredMedium:
    """`medium`, where its file is the one that somebody saw; what its preparation changes does not matter. Raises
    ChangedMeanwhile."""
    if medium.replaced != replaced:
        raise ChangedMeanwhile(
            f"the file of {medium.title!r} was replaced by somebody else meanwhile; look at it, then replace it again"
        )
    return medium


def _require_file(medium: StoredMedium) -> StoredMedium:
    if medium.kind not in _WITH_FILES:
        raise WrongWish("id", f"{medium.title!r} is {a_kind(medium.kind)} and has no file; change it instead")
    return medium


def _require_version(work: UnitOfWork, medium: StoredMedium, number: int) -> StoredVersion:
    found = work.media_versions.find(medium.id, number)
    if found is None:
        raise NoSuchThing(f"{medium.title!r} has no former file {number} (any more); list its versions")
    return found


def _version_of(medium: StoredMedium, now: datetime) -> StoredVersion:
    fields = {name: getattr(medium, name) for name in _FILE_FIELDS}
    return StoredVersion(
        medium_id=medium.id,
        number=0,
        replaced_at=now,
        replaced_by=current_asker().name,
        **fields,
    )


def _facts_of(facts: MediaFacts) -> dict[str, object]:
    return {
        "kind": facts.kind.value,
        "width_px": facts.width_px,
        "height_px": facts.height_px,
        "duration_ms": None if facts.duration is None else facts.duration // _MILLISECOND,
        "has_sound": facts.has_sound,
    }


def _with_choices_that_hold(before: StoredMedium, after: StoredMedium) -> StoredMedium:
    """A cut stays where the new clip is as long, a crop where the new picture has the same shape."""
    longest = after.duration_ms if after.kind == MediumKind.VIDEO.value else 0
    if max(before.begins_ms, before.ends_ms or 0) > (longest or 0):
        after = replace(after, begins_ms=0, ends_ms=None)
    if before.crops and abs(_shape(after) / _shape(before) - 1) > _NEARLY_SAME_SHAPE:
        after = replace(after, crops=None)
    return after


def _shape(medium: StoredMedium) -> float:
    return max(1, medium.width_px) / max(1, medium.height_px)
