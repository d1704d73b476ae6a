"""Daily copies of the database beside it: whole, checked, and rotated. Backups elsewhere: `displayctl.desk.backups`."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from content.errors import StorageFull
from displayctl.desk.backups.snapshot import copy_database

KEPT = 14


def back_up(database: Path, folder: Path, now: datetime, *, label: str = "daily", kept: int = KEPT) -> Path:
    """A checked copy of `database` in `folder`, as ``hub-20261122T061500Z-daily.sqlite``; older ones beyond `kept` go.

    Copies of another label are left alone. Raises DatabaseDamaged when the copy is not whole (it is removed, the older
    ones stay), StorageFull.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"hub-{now:%Y%m%dT%H%M%SZ}-{label}.sqlite"
    fresh = target.with_suffix(".new")
    try:
        copy_database(database, fresh)
        fresh.replace(target)
    except sqlite3.OperationalError as error:
        raise StorageFull(f"the backup {target} cannot be written ({error}); free some space on that disk") from error
    finally:
        fresh.unlink(missing_ok=True)
    for old in sorted(folder.glob(f"hub-*-{label}.sqlite"))[:-kept]:
        old.unlink()
    return target
