"""What would be lost by going back to a backup, told before it is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from displayctl.desk.backups.contents import DATABASE
from displayctl.desk.backups.making import FIRST_ROOT
from displayctl.desk.backups.shelf import BackupSet
from displayctl.desk.backups.snapshot import row_counts
from displayctl.desk.backups.watching import Meter, Watch, hash_file
from displayctl.desk.installation import Installation
from displayctl.errors import BackupDamaged


@dataclass(frozen=True, slots=True)
class Loss:
    """Everything that was done after `since` goes. `rows` are rows of tables now and then, where they differ.

    `unreadable` tells that the present database cannot be read, so that nothing can be counted. `another` tells that
    the backup is of another installation than what lies here; `keyless` that the hub's own key is nowhere.
    """

    since: datetime
    rows: Mapping[str, tuple[int, int]]
    unreadable: bool = False
    another: bool = False
    keyless: bool = False


def what_is_lost(installation: Installation, backup: BackupSet) -> Loss:
    """What bringing `backup` back into `installation` takes away. Raises BackupDamaged, OSError."""
    hub = installation.hub_folder
    try:
        then = row_counts(backup.folder / DATABASE)
    except sqlite3.Error as error:
        raise BackupDamaged(f"the backup {backup.name} is damaged ({error}); use another one") from error
    try:
        now = row_counts(hub / DATABASE) if (hub / DATABASE).exists() else {}
        unreadable = False
    except sqlite3.Error:
        now, unreadable = {}, True
    here, origin = _origin(hub), backup.manifest.origin
    names = sorted({*now, *then})
    return Loss(
        since=backup.manifest.made_at,
        rows={name: (now.get(name, 0), then.get(name, 0)) for name in names if now.get(name, 0) != then.get(name, 0)},
        unreadable=unreadable,
        another=bool(here and origin and here != origin),
        keyless=bool(origin) and origin != here and not backup.manifest.has_keys,
    )


def _origin(hub: Path) -> str:
    place = hub / FIRST_ROOT
    return hash_file(place, Meter(Watch(), 0))[1] if place.is_file() else ""
