"""Making a backup: the database as it is at one instant, the signed repository, and the media that are not there yet.

The hub may work meanwhile. A backup gets its name only once everything in it is on the disk, so that one which was cut
off is never taken for whole.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from content.errors import StorageFull
from displayctl.desk.backups.contents import DATABASE, FOLDERS, STORES
from displayctl.desk.backups.manifest import KEYS_NAME, NAME, Kept, Manifest, manifest_to_json
from displayctl.desk.backups.shelf import PARTIAL, BackupSet, asset_place, look_at_shelf, shelf_folder, tidy
from displayctl.desk.backups.snapshot import copy_database, revision_of
from displayctl.desk.backups.watching import Meter, Watch, copy_file, hash_file, place_trouble
from displayctl.desk.installation import Installation
from displayctl.errors import BackupError, BackupPlaceGone
from schedules.clock import Clock

KEPT = 10
SPARE_BYTES = 16 << 20
TRIES = 5
DISTRIBUTION = "videotron-displayctl"
FIRST_ROOT = "repository/metadata/1.root.json"


@dataclass(frozen=True, slots=True)
class Made:
    """`copied_bytes` are what the shelf did not have yet; `spoilt` the digests of media that are damaged in the hub;
    `unnoted` why the hub's own folder could not take the note that this is the last one, empty where it did.
    """

    backup: BackupSet
    copied_bytes: int
    freed_bytes: int = 0
    spoilt: tuple[str, ...] = ()
    unnoted: str = ""


@dataclass(slots=True)
class _Work:
    hub: Path
    shelf: Path
    partial: Path
    linked: bool
    meter: Meter
    copied: int = 0
    spoilt: list[str] = field(default_factory=list)


def make_backup(
    installation: Installation,
    folder: Path,
    clock: Clock,
    *,
    kept: int = KEPT,
    box: bytes = b"",
    watch: Watch | None = None,
    linked: bool = False,
) -> Made:
    """A backup of `installation` on the shelf in `folder`, where the newest `kept` stay.

    `box` are sealed keys (`keys_box`) to go with it. `linked` lets media on the same disk take no room of their own.
    Raises BackupError, BackupPlaceGone, StorageFull, DatabaseDamaged, Cancelled: what stood on the shelf is untouched.
    """
    hub, now, folder = installation.hub_folder, clock.now(), folder.absolute()
    if not (hub / DATABASE).exists():
        raise BackupError(
            f"there is nothing to back up in {installation.data}; give the installation's folder as --data"
        )
    if not folder.is_dir():
        raise BackupPlaceGone(f"the folder {folder} is not there; put the stick in, or choose another folder")
    if hub in (folder, *folder.parents):
        raise BackupError(f"{folder} lies inside what is backed up; choose a folder elsewhere, best on another disk")
    shelf = shelf_folder(folder)
    partial = shelf / f".{now:%Y%m%dT%H%M%SZ}{PARTIAL}"
    try:
        shelf.mkdir(exist_ok=True)
        whole = _check_room(hub, shelf, linked=linked)
        work = _Work(hub, shelf, partial, linked, Meter(watch or Watch(), whole))
        backup = _make(work, now, box)
        freed = tidy(look_at_shelf(folder), max(1, kept))
    except sqlite3.OperationalError as error:
        if not folder.is_dir():
            raise place_trouble(OSError(errno.ENOENT, str(error), str(folder)), folder) from error
        raise StorageFull(f"the database cannot be copied to {folder} ({error}); free some space there") from error
    except OSError as error:
        raise place_trouble(error, folder) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(partial, ignore_errors=True)
    return Made(backup, work.copied, freed, tuple(work.spoilt))


def _make(work: _Work, now: datetime, box: bytes) -> BackupSet:
    work.partial.mkdir()
    files = [_database(work)]
    files += [kept for name in FOLDERS for kept in _folder(work, name)]
    if box:
        (work.partial / KEYS_NAME).write_bytes(box)
        files.append(Kept(KEYS_NAME, len(box), hashlib.sha256(box).hexdigest()))
    manifest = Manifest(
        made_at=now,
        version=version(DISTRIBUTION),
        revision=revision_of(work.partial / DATABASE),
        machine=platform.node()[:120],
        origin=next((kept.sha256 for kept in files if kept.name == FIRST_ROOT), ""),
        files=tuple(files),
        assets={store: _assets(work, store) for store in STORES},
    )
    (work.partial / NAME).write_bytes(manifest_to_json(manifest))
    _settle(work.shelf)
    final = _free_name(work.shelf, now)
    work.partial.rename(final)
    _settle(work.shelf)
    return BackupSet(final, manifest)


def _database(work: _Work) -> Kept:
    work.partial.mkdir(exist_ok=True)
    copy_database(work.hub / DATABASE, work.partial / DATABASE, lambda left, whole: work.meter.add(0))
    size, sha256 = hash_file(work.partial / DATABASE, work.meter)
    return Kept(DATABASE, size, sha256)


def _file(work: _Work, name: str) -> Kept | None:
    try:
        return Kept(name, *copy_file(work.hub / name, work.partial / name, work.meter))
    except FileNotFoundError:
        return None


def _folder(work: _Work, name: str) -> list[Kept]:
    """A folder whose ``timestamp.json`` is its point of commit: copied again where that has changed meanwhile."""
    commit = work.hub / name / "metadata" / "timestamp.json"
    for _ in range(TRIES):
        before = _bytes(commit)
        shutil.rmtree(work.partial / name, ignore_errors=True)
        names = sorted(path.relative_to(work.hub).as_posix() for path in (work.hub / name).rglob("*") if path.is_file())
        found = [kept for each in names if not each.endswith(".new") and (kept := _file(work, each)) is not None]
        if _bytes(commit) == before:
            return found
    raise BackupError("somebody publishes all the time; make the backup again in a minute")


def _assets(work: _Work, store: str) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for path, size in _stored(work.hub / store):
        place = asset_place(work.shelf, path.name)
        if not place.exists() or place.stat().st_size != size:
            if not _fetch(work, path, place):
                continue
            work.copied += size
        else:
            work.meter.add(size)
        sizes[path.name] = size
    return sizes


def _fetch(work: _Work, path: Path, place: Path) -> bool:
    """Whether the asset is on the shelf now: one that went meanwhile, or is spoilt, is not."""
    fresh = place.with_name(place.name + PARTIAL)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        if work.linked:
            with suppress(OSError):  # another disk, or one that knows no links: copied then
                os.link(path, place)
                return True
        _, sha256 = copy_file(path, fresh, work.meter)
    except FileNotFoundError:
        if path.exists():
            raise
        return False
    if sha256 != path.name:
        fresh.unlink()
        work.spoilt.append(path.name)
        return False
    fresh.replace(place)
    return True


def _check_room(hub: Path, shelf: Path, *, linked: bool) -> int:
    """How many bytes there are to go through. Raises StorageFull where those that are new do not fit."""
    stored = {path.name: size for store in STORES for path, size in _stored(hub / store)}
    loose = (hub / DATABASE).stat().st_size + sum(
        path.stat().st_size for name in FOLDERS for path in (hub / name).rglob("*") if path.is_file()
    )
    fresh = 0 if linked else sum(size for name, size in stored.items() if not asset_place(shelf, name).exists())
    wanted, free = loose + fresh + SPARE_BYTES, shutil.disk_usage(shelf).free
    if wanted > free:
        raise StorageFull(
            f"{shelf.parent} has {free // 1_000_000} MB left, and the backup needs {wanted // 1_000_000} MB; free some "
            "space there, or choose another folder"
        )
    return loose + sum(stored.values())


def _stored(store: Path) -> Iterator[tuple[Path, int]]:
    for path in sorted((store / "sha256").glob("??/*")):
        with suppress(FileNotFoundError):
            yield path, path.stat().st_size


def _free_name(shelf: Path, now: datetime) -> Path:
    """As ``20261122T061500Z``; a second one of the same second gets a number."""
    name, number = shelf / f"{now:%Y%m%dT%H%M%SZ}", 2
    while name.exists():
        name, number = shelf / f"{now:%Y%m%dT%H%M%SZ}-{number}", number + 1
    return name


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _settle(folder: Path) -> None:
    """Wait until everything on that disk is written: a stick is pulled out as soon as we say that it is done."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
        sync = getattr(ctypes.CDLL(None), "syncfs", None)
        if sync is not None:
            sync(handle)
    finally:
        os.close(handle)
