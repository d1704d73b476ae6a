"""The shelf that backups stand on: a folder, as on a stick, in which they share the media they have in common."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from displayctl.desk.backups.manifest import NAME, Manifest, read_manifest
from displayctl.errors import BackupDamaged, BackupError, BackupPlaceGone

SHELF = "displayctl-backup"
STORE = "store"
PARTIAL = ".partial"
MOST_SETS = 2000


@dataclass(frozen=True, slots=True)
class BackupSet:
    """One backup, in a folder of its own."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """As ``20261122T061500Z``."""
        return self.folder.name

    def asset(self, sha256: str) -> Path:
        """Where a file by digest stands; it may be missing where the shelf was damaged."""
        return asset_place(self.folder.parent, sha256)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands on a shelf, newest first; `unreadable` are sentences about what cannot be used."""

    folder: Path
    sets: tuple[BackupSet, ...]
    unreadable: tuple[str, ...] = ()


def shelf_folder(folder: Path) -> Path:
    """The shelf in a folder that a person chose, who may have chosen the shelf itself."""
    return folder if folder.name == SHELF else folder / SHELF


def asset_place(shelf: Path, sha256: str) -> Path:
    return shelf / STORE / sha256[:2] / sha256


def look_at_shelf(folder: Path) -> Shelf:
    """The backups in `folder`; none where there is no shelf yet. Raises BackupPlaceGone where `folder` is not there."""
    shelf = shelf_folder(folder)
    try:
        if not folder.is_dir():
            raise BackupPlaceGone(f"the folder {folder} is not there; put the stick in, or choose another folder")
        names = sorted((path.name for path in shelf.iterdir()), reverse=True) if shelf.is_dir() else []
    except OSError as error:
        raise BackupPlaceGone(
            f"the folder {folder} cannot be read ({error.strerror}); put the stick in again"
        ) from error
    sets, unreadable = [], []
    for name in [name for name in names if name != STORE and not name.startswith(".")][:MOST_SETS]:
        try:
            if (shelf / name).is_dir():
                sets.append(BackupSet(shelf / name, read_manifest(shelf / name)))
        except BackupError as error:
            unreadable.append(str(error))
        except OSError as error:
            unreadable.append(f"the backup {name} cannot be read ({error.strerror}); use another one")
    sets.sort(key=lambda each: each.manifest.made_at, reverse=True)
    return Shelf(shelf, tuple(sets), tuple(unreadable))


def find_set(folder: Path, name: str = "") -> BackupSet:
    """The backup called `name`, else the newest. Raises BackupError where there is none."""
    shelf = look_at_shelf(folder)
    for each in shelf.sets:
        if name in ("", each.name):
            return each
    if name and (shelf.folder / name / NAME).exists():
        read_manifest(shelf.folder / name)  # says what is wrong with it
    there = ", ".join(each.name for each in shelf.sets[:6]) or "none"
    raise BackupError(f"there is no backup {name!r:.60} in {folder}; there is: {there}")


def tidy(shelf: Shelf, kept: int) -> int:
    """Let go of all but the newest `kept` backups, of what was cut off, and of media that none needs; bytes given back.

    Where a backup on the shelf cannot be read nothing is let go: it may be mended, and its media are not known.
    Raises OSError.
    """
    for cut_off in shelf.folder.glob(f".*{PARTIAL}"):
        shutil.rmtree(cut_off)
    if shelf.unreadable:
        return 0
    staying, leaving = shelf.sets[:kept], shelf.sets[kept:]
    freed = 0
    for old in leaving:
        (old.folder / NAME).unlink()  # first, so that half a backup is never taken for one
        shutil.rmtree(old.folder)
        freed += sum(file.size_bytes for file in old.manifest.files)
    if not leaving:
        return freed
    needed = {sha256 for each in staying for sha256 in each.manifest.all_assets()}
    for path in (shelf.folder / STORE).glob("??/*"):
        if path.name not in needed:
            freed += path.stat().st_size
            path.unlink()
    return freed


def check_readable(found: BackupSet) -> None:
    """Raises BackupDamaged where the backup's folder is gone meanwhile."""
    if not (found.folder / NAME).is_file():
        raise BackupDamaged(
            f"the backup {found.name} is not there any more; put the stick in again, or use another one"
        )
