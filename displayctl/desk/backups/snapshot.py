"""A whole copy of an SQLite database, made by SQLite's own backup while others write to it, and checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from displayctl.errors import DatabaseDamaged

PAGES = 1024
PAUSE_SECONDS = 0.005


def copy_database(source: Path, target: Path, on_step: Callable[[int, int], None] | None = None) -> None:
    """Copy the database `source` to the file `target`; `on_step` hears pages left and pages in all.

    Raises DatabaseDamaged where either is not whole, sqlite3.OperationalError where `target` cannot be written, and
    whatever `on_step` raises.
    """

    def step(status: int, left: int, whole: int) -> None:
        if on_step is not None:
            on_step(left, whole)

    with closing(sqlite3.connect(source, isolation_level=None)) as read, closing(sqlite3.connect(target)) as copy:
        try:
            # One view of the source for the whole copy: else every write by the hub would begin it anew.
            read.execute("BEGIN")
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            read.backup(copy, pages=PAGES, sleep=PAUSE_SECONDS, progress=step)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            raise DatabaseDamaged(
                f"the database {source} cannot be read ({error}); bring back the newest backup"
            ) from error
        # A backup is one file: out of WAL mode, or opening it would want companions.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = faults_of(copy)
    if found:
        raise DatabaseDamaged(f"the copy of {source} is not whole ({found[0]}); the older backups were kept")


def faults_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with a database, at most a few sentences; none where it is whole."""
    try:
        answers = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchmany(5)
    except sqlite3.DatabaseError as error:
        return (str(error),)
    faults = [answer for answer in answers if answer != "ok"]
    faults += [f"a row of {table} points to a missing row of {parent}" for table, _, parent, _ in loose]
    return tuple(faults)


def revision_of(path: Path) -> str:
    """The revision of the tables in a database; empty where it has none. Raises sqlite3.DatabaseError."""
    with closing(_reading(path)) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return ""
    return "" if row is None else str(row[0])


def row_counts(path: Path) -> dict[str, int]:
    """How many rows each table of a database has. Raises sqlite3.DatabaseError."""
    with closing(_reading(path)) as connection:
        names = [
            str(row[0])
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {name: _count(connection, name) for name in names if '"' not in name}


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that makes no file where there is none."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _count(connection: sqlite3.Connection, table: str) -> int:
    """A table cannot be a parameter; its name came out of the database, and is quoted."""
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608
