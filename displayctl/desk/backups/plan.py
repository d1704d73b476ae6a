"""Where backups go and how many stay, as a person chose it, and what the last one was; kept beside the installation."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from content.delivery.files import LocalFiles, write_atomically
from content.errors import StorageFull
from displayctl.desk.backups.making import KEPT, Made, make_backup
from displayctl.desk.backups.watching import Watch
from displayctl.desk.installation import Installation
from displayctl.errors import BackupPlaceGone
from schedules.clock import Clock

PLAN_NAME, LAST_NAME = "backup.json", "backup-last.json"
LARGEST_BYTES = 64 << 10
MOST_KEPT = 1000
OFTEN = timedelta(hours=23)
PATIENCE = timedelta(days=3)
"""How long a stick may be away before the hub says so."""


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """`folder` is None until somebody chose one. With `daily` the hub makes a backup there by itself."""

    folder: Path | None = None
    kept: int = KEPT
    daily: bool = True


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest backup that was made; `good` is what its last test said, None where it was never tested."""

    name: str
    made_at: datetime
    folder: Path
    size_bytes: int
    good: bool | None = None


def load_plan(installation: Installation) -> BackupPlan:
    """The plan; a missing or damaged file gives the defaults."""
    plain = _read(installation.data / PLAN_NAME)
    try:
        folder = Path(str(plain["folder"])) if plain.get("folder") else None
        return BackupPlan(folder, min(MOST_KEPT, max(1, int(plain.get("kept", KEPT)))), bool(plain.get("daily", True)))
    except (TypeError, ValueError):
        return BackupPlan()


def keep_plan(installation: Installation, plan: BackupPlan) -> None:
    """Raises StorageFull, OSError."""
    folder = "" if plan.folder is None else str(plan.folder.absolute())
    document = {"folder": folder, "kept": plan.kept, "daily": plan.daily}
    write_atomically(LocalFiles(), installation.data / PLAN_NAME, json.dumps(document).encode())


def load_last(installation: Installation) -> LastBackup | None:
    """The last backup, None where none was made yet."""
    plain = _read(installation.data / LAST_NAME)
    try:
        made_at = datetime.fromisoformat(plain["made_at"])
        good = plain.get("good")
        last = LastBackup(str(plain["name"]), made_at, Path(plain["folder"]), int(plain["size_bytes"]), good)
    except (KeyError, TypeError, ValueError):
        return None
    return last if made_at.tzinfo is not None and good in (None, True, False) else None


def note_last(installation: Installation, last: LastBackup) -> None:
    """Raises StorageFull, OSError."""
    document = {
        "name": last.name,
        "made_at": last.made_at.isoformat(),
        "folder": str(last.folder),
        "size_bytes": last.size_bytes,
        "good": last.good,
    }
    write_atomically(LocalFiles(), installation.data / LAST_NAME, json.dumps(document).encode())


def back_up_now(
    installation: Installation,
    folder: Path,
    clock: Clock,
    *,
    kept: int = KEPT,
    box: bytes = b"",
    watch: Watch | None = None,
) -> Made:
    """Make a backup in `folder` and note it as the last one; it is made also where that cannot be written. Raises as
    `make_backup`.
    """
    made = make_backup(installation, folder, clock, kept=kept, box=box, watch=watch)
    manifest = made.backup.manifest
    try:
        note_last(installation, LastBackup(made.backup.name, manifest.made_at, folder, manifest.size_bytes))
    except (StorageFull, OSError) as error:
        return replace(made, unnoted=str(error))
    return made


def note_test(installation: Installation, name: str, *, good: bool) -> None:
    """Remember what the test of the backup `name` said, if it is the last one. Raises StorageFull, OSError."""
    last = load_last(installation)
    if last is not None and last.name == name:
        note_last(installation, LastBackup(last.name, last.made_at, last.folder, last.size_bytes, good))


def follow_plan(installation: Installation, clock: Clock) -> Made | None:
    """What the hub does each day, asked every hour: a backup where somebody chose a folder. None where none is due.

    A stick that is away for less than three days is waited for in silence. Raises as `make_backup`, and where it
    cannot be noted that one was made.
    """
    plan = load_plan(installation)
    last = load_last(installation)
    recent = last is not None and last.folder == plan.folder and clock.now() - last.made_at < OFTEN
    if plan.folder is None or not plan.daily or recent:
        return None
    if last is not None:
        note_last(installation, last)  # where none can be noted, one an hour would push those of former days out
    try:
        made = back_up_now(installation, plan.folder, clock, kept=plan.kept)
    except BackupPlaceGone:
        if last is not None and clock.now() - last.made_at < PATIENCE:
            return None
        raise
    if made.unnoted:
        raise StorageFull(made.unnoted)
    return made


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LARGEST_BYTES))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
