"""What a backup says of itself: when and of what it was made, and the digest of everything in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from displayctl.desk.backups.contents import DATABASE, FOLDERS, STORES
from displayctl.errors import BackupDamaged, BackupNewer

FORMAT = 1
NAME = "manifest.json"
KEYS_NAME = "keys.sealed"
LARGEST_BYTES = 256 << 20
LARGEST_FILE = 1 << 40
_SHA256 = re.compile(r"\A[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a backup by its name below the backup's folder (with ``/``)."""

    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_at` is the instant the database was copied. `origin` is the digest of the installation's first root, empty
    before its founding. `assets` are sizes by digest, by the name of their store.
    """

    made_at: datetime
    version: str
    revision: str
    machine: str
    origin: str
    files: tuple[Kept, ...]
    assets: Mapping[str, Mapping[str, int]]

    @property
    def size_bytes(self) -> int:
        """Everything in it together; other backups on the same shelf may share some of it."""
        return sum(kept.size_bytes for kept in self.files) + sum(self.all_assets().values())

    def all_assets(self) -> dict[str, int]:
        """Sizes by digest, of all stores."""
        return {sha256: size for sizes in self.assets.values() for sha256, size in sizes.items()}

    @property
    def has_keys(self) -> bool:
        """Whether the keys are in it, sealed with a passphrase."""
        return any(kept.name == KEYS_NAME for kept in self.files)


def manifest_to_json(manifest: Manifest) -> bytes:
    document = {
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "version": manifest.version,
        "revision": manifest.revision,
        "machine": manifest.machine,
        "origin": manifest.origin,
        "files": [[kept.name, kept.size_bytes, kept.sha256] for kept in manifest.files],
        "assets": {store: dict(sizes) for store, sizes in manifest.assets.items()},
    }
    return json.dumps(document, separators=(",", ":"), sort_keys=True).encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in `folder`. Raises BackupDamaged, BackupNewer, OSError."""
    with (folder / NAME).open("rb") as file:
        data = file.read(LARGEST_BYTES + 1)
    try:
        plain = json.loads(data) if len(data) <= LARGEST_BYTES else None
        if isinstance(plain, dict) and isinstance(plain.get("format"), int) and plain["format"] > FORMAT:
            raise BackupNewer(
                f"the backup {folder.name} was made by a newer displayctl ({plain.get('version', '?')!s:.40}); install "
                "that version, and bring it back with that one"
            )
        return _manifest_of(plain)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupDamaged(
            f"the backup {folder.name} is damaged: its list of contents cannot be read; use another one"
        ) from error


def _manifest_of(plain: Any) -> Manifest:
    made_at = datetime.fromisoformat(plain["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("an instant without a zone")
    return Manifest(
        made_at=made_at,
        version=str(plain["version"])[:40],
        revision=str(plain["revision"])[:40],
        machine=str(plain["machine"])[:120],
        origin=str(plain["origin"])[:64],
        files=tuple(_kept(*each) for each in plain["files"]),
        assets={store: _sizes(plain["assets"].get(store, {})) for store in STORES},
    )


def _kept(name: str, size: int, sha256: str) -> Kept:
    path = PurePosixPath(name)
    known = name in (DATABASE, KEYS_NAME) or (path.parts[0] in FOLDERS and len(path.parts) > 1)
    if not known or path.is_absolute() or ".." in path.parts or "\\" in name or str(path) != name:
        raise ValueError(f"{name!r} is not a place in a backup")
    return Kept(name, _size(size), _digest(sha256))


def _sizes(plain: Mapping[str, int]) -> dict[str, int]:
    return {_digest(sha256): _size(size) for sha256, size in plain.items()}


def _digest(value: str) -> str:
    if not _SHA256.match(value):
        raise ValueError("not a digest")
    return value


def _size(value: int) -> int:
    if not isinstance(value, int) or not 0 <= value <= LARGEST_FILE:
        raise ValueError("not a size")
    return value
