"""Copies of the database that are whole: made by SQLite's own backup while the hub works, checked, and rotated."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from content.errors import StorageFull
from displayctl.errors import DatabaseDamaged

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
        _copy(database, fresh)
        fresh.replace(target)
    except sqlite3.OperationalError as error:
        raise StorageFull(f"the backup {target} cannot be written ({error}); free some space on that disk") from error
    finally:
        fresh.unlink(missing_ok=True)
    for old in sorted(folder.glob(f"hub-*-{label}.sqlite"))[:-kept]:
        old.unlink()
    return target


def _copy(database: Path, target: Path) -> None:
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=1024, sleep=0.005)
        # A backup is one file: out of WAL mode, or opening it would want companions.
        copy.execute("PRAGMA journal_mode = DELETE")
        answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if answer != "ok":
        raise DatabaseDamaged(f"the copy of {database} is not whole ({answer}); the older backups were kept")
