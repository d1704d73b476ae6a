"""What the hub has published, as files: role files and documents, with ``timestamp.json`` as the point of commit.

Every other file has its version or its digest in its name and is written before the timestamp that leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError

from content.delivery.bundle import is_safe_name
from content.delivery.files import Files, write_atomically
from content.delivery.roles import ROOT, SNAPSHOT, TIMESTAMP, document_name, metadata_name
from content.delivery.tufnames import Metadata, Targets
from content.errors import ContentMissing, Damaged

_ROOT_FILE = re.compile(r"\A([1-9][0-9]{0,8})\.root\.json\Z")


@dataclass(frozen=True, slots=True)
class Published:
    """The versions on offer: `versions` by role, of root the newest. All zero or empty before the founding."""

    versions: Mapping[str, int] = field(default_factory=dict)

    def version(self, role: str) -> int:
        """The role's version, 0 where it was never published."""
        return self.versions.get(role, 0)


class PublishedFiles:
    """The folder of a repository. Writing is durable; reading raises Damaged where a promised file is gone."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files

    def load(self) -> Published:
        """What is published. Raises Damaged where the folder does not fit together."""
        roots = (_ROOT_FILE.match(path.name) for path in (self._folder / "metadata").glob("*.root.json"))
        versions = {int(match[1]) for match in roots if match}
        newest = 0
        while newest + 1 in versions:
            newest += 1
        if not (self._folder / metadata_name(TIMESTAMP, 0)).exists():
            return Published()
        timestamp = self.parsed(TIMESTAMP, 0)
        snapshot = self.parsed(SNAPSHOT, timestamp.snapshot_meta.version)
        roles = {name.removesuffix(".json"): meta.version for name, meta in snapshot.meta.items()}
        return Published({**roles, ROOT: newest, SNAPSHOT: snapshot.version, TIMESTAMP: timestamp.version})

    def role(self, role: str, version: int) -> bytes:
        """The signed bytes of a role. Raises Damaged."""
        return self.read(metadata_name(role, version))

    def parsed(self, role: str, version: int) -> Any:
        """The signed part of a role, as tuf's type for it. Raises Damaged."""
        return parsed(self.role(role, version), metadata_name(role, version))

    def document(self, path: str, sha256: str) -> bytes:
        """The bytes of a document. Raises Damaged."""
        return self.read(document_name(path, sha256))

    def read(self, name: str) -> bytes:
        """The bytes of one file of the repository, by its name in a bundle. Raises Damaged."""
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise Damaged(
                f"{name} is missing from the repository in {self._folder} ({error.strerror}); bring a backup back,"
                " then let a player or a desk give the newest back"
            ) from error

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return is_safe_name(name) and (self._folder / name).is_file()

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write `files`, each durably, in their order. Raises StorageFull, OSError."""
        for name, data in files.items():
            path = self._folder / name
            self._files.make_folder(path.parent)
            write_atomically(self._files, path, data)

    def remove(self, name: str) -> None:
        """Remove a file that nothing leads to any more."""
        self._files.remove(self._folder / name)


def parsed(data: bytes, what: str) -> Any:
    """The signed part of tuf metadata in `data`. Raises Damaged."""
    try:
        return Metadata[Any].from_bytes(data).signed
    except RepositoryError as error:
        raise Damaged(f"{what} is not readable role metadata; sign or fetch it again") from error


def documents_of(targets: Targets) -> dict[str, str]:
    """The SHA-256 of every document that a role lists, by path. Raises Damaged where one has none."""
    missing = [path for path, target in targets.targets.items() if "sha256" not in target.hashes]
    if missing:
        raise Damaged(f"{missing[0]!r:.120} is listed without a SHA-256; sign it again")
    return {path: target.hashes["sha256"] for path, target in targets.targets.items()}


def missing_role(role: str) -> ContentMissing:
    """The error for a role that was never published."""
    return ContentMissing(f"nothing was ever published by {role}; add its group to the policy first")
