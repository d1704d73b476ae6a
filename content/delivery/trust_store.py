"""What a player knows about its policy, in one SQLite file that survives a power cut at any moment.

Every change is one transaction with ``synchronous=FULL``: the state is the one before or the one after. Needs no tuf.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from content.errors import Damaged, StorageFull

_SCHEMA_VERSION, _SMALLEST_PAGE = 1, 512
_SCHEMA = """
CREATE TABLE IF NOT EXISTS floor(role TEXT, key TEXT, version INTEGER NOT NULL, PRIMARY KEY(role, key));
CREATE TABLE IF NOT EXISTS role(name TEXT PRIMARY KEY, version INTEGER NOT NULL, expires TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS document(
  path TEXT PRIMARY KEY, role TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS cache(name TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS fact(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS officer(role TEXT, key TEXT, PRIMARY KEY(role, key));
"""

Connect = Callable[[Path], sqlite3.Connection]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as it was last accepted, with its documents by path."""

    name: str
    version: int
    expires: datetime
    documents: Mapping[str, bytes]


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)


class TrustStore:
    """The file at `path`, made where missing, with ``.begun`` beside it once it was made.

    `started_over` tells that what was known is gone: the file was damaged and set aside, or was emptied or removed.
    Raises Damaged where a newer version of this program has written it, StorageFull.
    """

    def __init__(self, path: Path, connect: Connect = _connect) -> None:
        self._lock = threading.Lock()
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.with_suffix(".begun")
        self.started_over = begun.exists() and not _holds_something(path)
        try:
            self._db = self._opened(connect)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise _database_error(error, path) from error
            path.replace(path.with_name(path.name + ".damaged"))
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            self.started_over = True
            self._db = self._opened(connect)
        begun.touch()

    def _opened(self, connect: Connect) -> sqlite3.Connection:
        db = connect(self._path)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > _SCHEMA_VERSION:
                raise Damaged(f"{self._path} was written by a newer version of this program; install that one again")
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("quick_check failed")
            db.executescript(_SCHEMA)
            db.execute(f"PRAGMA user_version={_SCHEMA_VERSION}")
        except BaseException:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        with self._lock:
            self._db.close()

    @contextmanager
    def change(self) -> Iterator[Change]:
        """One transaction: everything done to the `Change` lasts when the block ends, nothing if it raises."""
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield Change(self._db)
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise _database_error(error, self._path) from error

    def cache(self) -> dict[str, bytes]:
        """What ngclient remembers, by file name."""
        return dict(self._rows("SELECT name, content FROM cache"))

    def floors(self) -> dict[tuple[str, str], int]:
        """The newest version accepted of each role, by (role, key that signed it)."""
        return {(role, key): version for role, key, version in self._rows("SELECT role, key, version FROM floor")}

    def instant(self, name: str) -> datetime | None:
        """The instant noted as `name`, aware and in UTC."""
        rows = self._rows("SELECT value FROM fact WHERE name=?", name)
        return datetime.fromisoformat(rows[0][0]) if rows else None

    def officers(self) -> dict[str, frozenset[str]]:
        """The public keys that the policy accepted last lets sign as each role."""
        found: dict[str, set[str]] = {}
        for role, key in self._rows("SELECT role, key FROM officer"):
            found.setdefault(role, set()).add(key)
        return {role: frozenset(keys) for role, keys in found.items()}

    def versions(self) -> dict[str, int]:
        """The version of every role last accepted, without reading any document."""
        return dict(self._rows("SELECT name, version FROM role"))

    def roles(self) -> tuple[RoleRow, ...]:
        """Every role last accepted; documents whose bytes went bad are left out (see `damaged`)."""
        documents: dict[str, dict[str, bytes]] = {}
        for path, role, sha256, content in self._rows("SELECT path, role, sha256, content FROM document"):
            if hashlib.sha256(content).hexdigest() == sha256:
                documents.setdefault(role, {})[path] = content
        rows = self._rows("SELECT name, version, expires FROM role ORDER BY name")
        return tuple(
            RoleRow(name, version, datetime.fromisoformat(expires), documents.get(name, {}))
            for name, version, expires in rows
        )

    def damaged(self) -> tuple[str, ...]:
        """The paths of documents whose bytes are not what was stored."""
        rows = self._rows("SELECT path, sha256, content FROM document ORDER BY path")
        return tuple(path for path, sha256, content in rows if hashlib.sha256(content).hexdigest() != sha256)

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                with closing(self._db.execute(query, values)) as cursor:
                    return cursor.fetchall()
            except sqlite3.Error as error:
                raise _database_error(error, self._path) from error


class Change:
    """What may be changed in one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def set_cache(self, files: Mapping[str, bytes]) -> None:
        """Remember exactly `files` for ngclient."""
        self._db.execute("DELETE FROM cache")
        self._db.executemany("INSERT INTO cache VALUES(?, ?)", files.items())

    def set_officers(self, officers: Mapping[str, frozenset[str]]) -> None:
        """Put the officers of these roles in place of those that were known."""
        for role, keys in officers.items():
            self._db.execute("DELETE FROM officer WHERE role=?", (role,))
            self._db.executemany("INSERT INTO officer VALUES(?, ?)", [(role, key) for key in sorted(keys)])

    def raise_floor(self, role: str, key: str, version: int) -> None:
        """Never again accept an older `role` while `key` may sign it."""
        self._db.execute(
            "INSERT INTO floor VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET version=max(version, excluded.version)",
            (role, key, version),
        )

    def set_instant(self, name: str, instant: datetime) -> None:
        """Note `instant` as `name`."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES(?, ?)", (name, instant.isoformat()))

    def set_role(self, row: RoleRow) -> None:
        """Put the role and its documents in place of what was known of it."""
        self.drop_role(row.name)
        self._db.execute("INSERT INTO role VALUES(?, ?, ?)", (row.name, row.version, row.expires.isoformat()))
        self._db.executemany(
            "INSERT OR REPLACE INTO document VALUES(?, ?, ?, ?)",
            [(path, row.name, hashlib.sha256(data).hexdigest(), data) for path, data in row.documents.items()],
        )

    def drop_role(self, name: str) -> None:
        """Forget the role and its documents; floors stay."""
        self._db.execute("DELETE FROM role WHERE name=?", (name,))
        self._db.execute("DELETE FROM document WHERE role=?", (name,))


def _holds_something(path: Path) -> bool:
    """Whether SQLite would find a database there; of less than its smallest page it silently makes a new one."""
    return path.exists() and path.stat().st_size >= _SMALLEST_PAGE


def _database_error(error: sqlite3.Error, path: Path) -> Exception:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return StorageFull(f"no room is left for {path.name} in {path.parent}; remove files from that disk, then retry")
    if isinstance(error, sqlite3.OperationalError):
        return Damaged(f"{path} cannot be used ({error}); check the disk and who may write there, then restart")
    return Damaged(f"{path} cannot be used ({error}); restart the program, which sets a damaged file aside")
