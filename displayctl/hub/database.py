"""The database: opened with the settings that keep it safe, and brought to this version's tables before use."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from content.errors import StorageFull
from displayctl.errors import DatabaseDamaged, NewerDatabase
from displayctl.hub.backups import back_up
from schedules.clock import Clock

DATABASE_NAME = "hub.sqlite"
BUSY_MILLISECONDS = 10_000
LEAST_ROOM_BYTES = 64 << 10
"""SQLite writes 32 KiB beside a database to open it; without them a sound one looks like one that cannot be read."""
NEWEST_REVISION = "0011"
"""The revision of this version's tables: the newest of `displayctl.hub.migrations`."""


def open_database(path: Path, backups: Path, clock: Clock) -> Engine:
    """An engine on the database at `path`, which has this version's tables afterwards; it is made where missing.

    An older database is backed up into `backups`, then migrated. Raises NewerDatabase (nothing is touched) where it
    was made by a newer version, DatabaseDamaged where it cannot be read, StorageFull where the disk has no room to
    open it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    found = stored_revision(path)
    if found == NEWEST_REVISION:
        return make_engine(path)
    from displayctl.hub.migrating import known_revisions, migrate

    if found is not None and found not in known_revisions():
        raise NewerDatabase(
            f"the database {path} has revision {found}, which this version ({NEWEST_REVISION}) does not know: it was "
            "made by a newer displayctl; install that version again, or bring back a backup from the backups folder"
        )
    if found is not None:
        back_up(path, backups, clock.now(), label=f"before-{NEWEST_REVISION}")
    engine = make_engine(path)
    migrate(engine)
    return engine


def make_engine(path: Path) -> Engine:
    """An engine on SQLite at `path`: WAL, foreign keys, patient with locks, one writer at a time from the start."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"check_same_thread": False},
        pool_size=24,
        max_overflow=40,
        json_serializer=_as_json,
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def stored_revision(path: Path) -> str | None:
    """The revision of the database at `path`, read without changing it; None where there is none yet.

    Raises DatabaseDamaged, StorageFull.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "alembic_version" not in tables:
                return None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return None if row is None else str(row[0])
    except sqlite3.DatabaseError as error:
        is_damaged = not isinstance(error, sqlite3.OperationalError)
        if not is_damaged and shutil.disk_usage(path.parent).free < LEAST_ROOM_BYTES:
            raise StorageFull(
                f"no room is left for {path.name} in {path.parent}; remove files from that disk, then retry"
            ) from error
        raise DatabaseDamaged(
            f"the database {path} cannot be read ({error}); bring back the newest file from the backups folder"
        ) from error


def _as_json(value: object) -> str:
    # Text stays as people wrote it, so that a search in the database finds it.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _set_pragmas(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        # Writes are few, and a publication that was confirmed must outlive a power cut: FULL, not NORMAL.
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A reader that becomes a writer in the middle is refused at once by SQLite; so writers say so when they begin.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
