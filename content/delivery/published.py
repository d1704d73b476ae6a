"""What the hub has published, as files: role files and documents, with ``timestamp.json`` as the point of commit.

Every other file has its version or its digest in its name and is written before the timestamp that leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError

from content.delivery.bundle import is_safe_name
from content.delivery.files import Files, write_atomically
from content.delivery.roles import POLICY, ROOT, ROOT_FIELD, SNAPSHOT, TIMESTAMP, document_name, metadata_name
from content.delivery.tufnames import Metadata, Root, Snapshot, Targets, Timestamp
from content.errors import Damaged, Refused

_TYPES = {ROOT: Root, SNAPSHOT: Snapshot, TIMESTAMP: Timestamp, POLICY: Targets}


class PublishedFiles(Mapping[str, bytes]):
    """The files of a repository in `folder`, by their names in a bundle. Writing is durable.

    Reading a role or a document raises Damaged where a promised file is gone or is not what it should be.
    """

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files

    def versions(self) -> dict[str, int]:
        """The version of every role that is current; empty before the founding. Raises Damaged.

        A root that lies there, but that no timestamp was made under yet, was never published.
        """
        if metadata_name(TIMESTAMP, 0) not in self:
            return {}
        timestamp = self.role(TIMESTAMP, 0)
        snapshot = self.role(SNAPSHOT, timestamp.snapshot_meta.version)
        roles = {name.removesuffix(".json"): meta.version for name, meta in snapshot.meta.items()}
        sealed = timestamp.unrecognized_fields.get(ROOT_FIELD)
        root = sealed if isinstance(sealed, int) else self._newest_root()
        return {**roles, ROOT: root, SNAPSHOT: snapshot.version, TIMESTAMP: timestamp.version}

    def role(self, role: str, version: int) -> Any:
        """The signed part of a role, as tuf's type for it. Raises Damaged."""
        try:
            return parsed_role(role, self.read(metadata_name(role, version)))
        except Refused as error:
            raise Damaged(f"the hub's repository is damaged: {error}") from error

    def documents(self, role: str, version: int) -> dict[str, str]:
        """The SHA-256 of every document a role lists, by path. Raises Damaged."""
        return documents_of(role, self.role(role, version))

    def read(self, name: str) -> bytes:
        """The bytes of one file. Raises Damaged where it is missing."""
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise Damaged(
                f"{name} is missing from the repository in {self._folder} ({error.strerror}); bring a backup back,"
                " then let a player or a desk give the newest back"
            ) from error

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write `files`, each durably, in their order. Raises StorageFull, OSError."""
        for name, data in files.items():
            path = self._folder / name
            self._files.make_folder(path.parent)
            write_atomically(self._files, path, data)

    def retire(self, role: str, version: int, now: int) -> None:
        """Remove version `version` of a role and the documents that version `now` of it does not list any more."""
        if role not in (SNAPSHOT, TIMESTAMP, ROOT):
            gone = self.documents(role, version).items() - self.documents(role, now).items()
            for path, sha256 in gone:
                self._files.remove(self._folder / document_name(path, sha256))
        self._files.remove(self._folder / metadata_name(role, version))

    def _newest_root(self) -> int:
        newest = 0
        while metadata_name(ROOT, newest + 1) in self:
            newest += 1
        return newest

    def __getitem__(self, name: str) -> bytes:
        if name not in self:
            raise KeyError(name)
        return self.read(name)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and is_safe_name(name) and (self._folder / name).is_file()

    def __iter__(self) -> Iterator[str]:
        paths = (path for path in self._folder.rglob("*") if path.is_file())
        return (path.relative_to(self._folder).as_posix() for path in paths)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def parsed_role(role: str, data: bytes) -> Any:
    """The signed part of a role file, of the type that belongs to `role`; its signatures are not looked at.

    Raises Refused (``unreadable``).
    """
    try:
        signed = Metadata[Any].from_bytes(data).signed
    except RepositoryError as error:
        raise Refused("unreadable", f"the file of {role} cannot be read ({error!s:.200}); sign it again") from error
    if not isinstance(signed, _TYPES.get(role, Targets)):
        raise Refused("unreadable", f"the file of {role} is of the type {signed.type}; sign it again")
    return signed


def documents_of(role: str, targets: Targets) -> dict[str, str]:
    """The SHA-256 of every document that a role lists, by path. Raises Refused (``unreadable``) without one."""
    for path, target in targets.targets.items():
        if "sha256" not in target.hashes:
            raise Refused("unreadable", f"{role} lists {path!r:.120} without a SHA-256; sign it again")
    return {path: target.hashes["sha256"] for path, target in targets.targets.items()}
