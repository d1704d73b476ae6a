"""The files of requests: stored as they arrive, in a store of their own, and taken into the library by the office."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from content.delivery.store import AssetStore
from content.errors import StorageFull
from displayctl.api.models import Job
from displayctl.api.request_states import RequestLinkKind, RequestState, RequestStepKind
from displayctl.api.requests import LARGEST_FILE_BYTES, Request
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, TooLarge
from displayctl.hub.library import Library, UploadWish
from displayctl.hub.receiving import watched
from displayctl.hub.repositories.request_things import Link, StoredFile
from displayctl.hub.requests.allowance import Allowance
from displayctl.hub.requests.arriving import HEAD_BYTES, Arrived, attach, kind_of, plain_name
from displayctl.hub.requests.ground import REQUEST, require_request, step, store
from displayctl.hub.requests.intake import require_open
from displayctl.hub.requests.view import whole_of
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.clock import Clock

CHUNK_BYTES = 1 << 20
ROOM_LEFT_BYTES = 512 << 20
"""What the disk has to keep free: walls and emergencies come before attachments."""
KEPT_AFTER_END, ARRIVING = timedelta(days=180), timedelta(days=1)
OVER = (RequestState.CLOSED, RequestState.DECLINED, RequestState.WITHDRAWN)


class RequestFiles:
    """Bytes are hashed and stored, never looked into: that is done by the studio's children, once they are taken in."""

    def __init__(self, storage: Storage, store: AssetStore, folder: Path, library: Library, clock: Clock) -> None:
        self._storage, self._store, self._folder, self._library, self._clock = storage, store, folder, library, clock
        self._allowance = Allowance(clock)

    def receive(self, name: str, chunks: Iterable[bytes], size_bytes: int | None = None) -> Arrived:
        """Stores a file as it arrives; `size_bytes` is what was announced. When anything goes wrong nothing is left.

        Raises TooLarge, StorageFull, WrongWish for what is no picture, PDF or clip.
        """
        self.check_room(size_bytes or 0)
        head = b""
        with self._store.receive() as incoming:
            for chunk in watched(self._allowance.counted(chunks), lambda: self.check_room(0)):
                if len(head) < HEAD_BYTES:
                    head += chunk[: HEAD_BYTES - len(head)]
                    if len(head) == HEAD_BYTES:
                        kind_of(name, head)  # before the rest of it arrives
                incoming.write(chunk)
                if incoming.size_bytes > LARGEST_FILE_BYTES:
                    raise _too_large(name)
            kind = kind_of(name, head)
        return Arrived(plain_name(name), kind, incoming.size_bytes, incoming.stored)

    def check_room(self, size_bytes: int) -> None:
        """Raises TooLarge, StorageFull where so much would not be taken."""
        if size_bytes > LARGEST_FILE_BYTES:
            raise _too_large("the file")
        if size_bytes + ROOM_LEFT_BYTES > shutil.disk_usage(self._folder).free:
            raise StorageFull("the hub's disk has no room for attachments any more; tell the office")

    def add(self, request_id: str, file: Arrived) -> Request:
        """Makes a stored file part of a request, which it may be already. Raises NoSuchThing, TooLarge, WrongWish once
        it is decided.
        """
        with self._storage.writing() as work:
            request = require_request(work, request_id)
            require_open(request)
            stored = attach(work, request, (file,))
            if stored is request:
                return whole_of(work, request)
            work.record("request.file", REQUEST, request_id, after={"file": file.name, "sha256": file.sha256})
            work.commit()
            return whole_of(work, stored)

    def may_add(self, request_id: str) -> None:
        """Raises what `add` would, before the bytes are sent."""
        with self._storage.reading() as work:
            require_open(require_request(work, request_id))

    def file(self, id: str) -> tuple[StoredFile, Path]:
        """An attachment and its bytes, to be read only. Raises NoSuchThing."""
        with self._storage.reading() as work:
            found = self._require(work, id)
        if not found.kept or not self._store.has(found.sha256):
            raise NoSuchThing(f"{found.name!r} is not kept any more; ask the agency for it")
        return found, self._store.path_of(found.sha256)

    def take_in(self, id: str) -> Job:
        """Takes an attachment into the library, and notes that. Raises NoSuchThing, ChangedMeanwhile where it is there
        already, StorageFull.
        """
        file, _ = self.file(id)
        with self._storage.reading() as work:
            request = require_request(work, file.request_id)
            if file.medium_id and work.media.find(file.medium_id) is not None:
                raise ChangedMeanwhile(f"{file.name!r} is in the library already, as {file.medium_id}")
        title = f"{request.draft.title[:140]} – {Path(file.name).stem[:50]}"
        wish = UploadWish(name=file.name, title=title, size_bytes=file.size_bytes)
        job = self._library.take_in(wish, self._pieces(file.sha256))
        with self._storage.writing() as work:
            current = self._require(work, id)
            work.request_things.put_file(replace(current, medium_id=job.medium_id))
            work.request_things.put_link(file.request_id, Link(RequestLinkKind.MEDIUM, job.medium_id), work.now)
            self._tell(work, file, job.medium_id)
            work.commit()
        return job

    def sweep(self) -> None:
        """Lets go of the files of requests that are long over, and of those that no request ever had."""
        now = self._clock.now()
        with self._storage.writing() as work:
            if work.request_things.let_go_before(now - KEPT_AFTER_END, OVER):
                work.commit()
            kept = work.request_things.digests()
        self._store.sweep(now, older_than=ARRIVING)
        youngest = (now - ARRIVING).timestamp()
        for sha256 in self._store.sizes():
            if sha256 not in kept and self._store.path_of(sha256).stat().st_mtime < youngest:
                self._store.remove(sha256)

    def _pieces(self, sha256: str) -> Iterator[bytes]:
        with self._store.open(sha256) as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk

    def _require(self, work: UnitOfWork, id: str) -> StoredFile:
        found = work.request_things.file(id)
        if found is None:
            raise NoSuchThing(f"there is no attachment {id!r:.60}; read its request again")
        require_request(work, found.request_id)
        return found

    def _tell(self, work: UnitOfWork, file: StoredFile, medium_id: str) -> None:
        request = require_request(work, file.request_id)
        store(work, request, step(work, RequestStepKind.LINK, f"medium: {file.name}"))
        work.record("request.link", REQUEST, file.request_id, after={"kind": "medium", "id": medium_id})


def _too_large(name: str) -> TooLarge:
    return TooLarge(
        f"{plain_name(name)} is larger than {LARGEST_FILE_BYTES >> 20} MiB; shorten it, or send a smaller one"
    )
