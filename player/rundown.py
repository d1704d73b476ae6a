"""What the player believes now: the programme on air, one that is still filling, the last known good, and live alerts.

One SQLite file with ``synchronous=EXTRA``: each change is one transaction, so a power cut leaves the state before or
after it, and any start, with or without a network, goes on from there.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from player.errors import StateUnusable
from player.events import LiveAlert
from schedules.codec import alert_from_dict, alert_to_dict, programme_from_dict
from schedules.errors import ScheduleError
from schedules.programme import Programme

_SCHEMA = """
CREATE TABLE IF NOT EXISTS programme (
    place TEXT PRIMARY KEY, revision INTEGER NOT NULL, sha256 TEXT NOT NULL, document BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS alert (id TEXT PRIMARY KEY, document TEXT NOT NULL, picture TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
Connect = Callable[..., sqlite3.Connection]
"""How the database is opened, as `sqlite3.connect`."""
_ON_AIR, _PENDING, _LAST_GOOD = "on-air", "pending", "last-good"


class Rundown:
    """The rundown in the file `path`; one thread at a time uses it.

    `set_aside` names a damaged file that was replaced by an empty one. Reading what is not there any more, or what
    this version cannot read, gives None: then the last known good takes its place.
    """

    def __init__(self, path: Path, connect: Connect = sqlite3.connect) -> None:
        """Open or make the file. Raises StateUnusable."""
        self._path = path
        self.set_aside: Path | None = None
        try:
            self._database = _open(path, connect)
        except sqlite3.OperationalError as error:
            raise StateUnusable(f"{path} cannot be opened: {error}; make room or correct its owner") from error
        except sqlite3.DatabaseError:
            self.set_aside = path.with_name(path.name + ".damaged")
            path.replace(self.set_aside)
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            self._database = _open(path, connect)
        self.on_air = self._read(_ON_AIR) or self._read(_LAST_GOOD)
        self.pending = self._read(_PENDING)
        self.alerts = self._read_alerts()

    def last_good(self) -> Programme | None:
        """The programme that was on air before this one."""
        return self._read(_LAST_GOOD)

    def offer(self, programme: Programme, document: bytes) -> bool:
        """Keep a newer programme as the pending one, in place of any other; False where it is not newer."""
        known = [held for held in (self.on_air, self.pending) if held is not None and held.group == programme.group]
        if any(programme.revision <= held.revision for held in known):
            return False
        with self._change() as database:
            _put(database, _PENDING, programme.revision, document)
        self.pending = programme
        return True

    def take(self) -> Programme:
        """Put the pending programme on air; the one that was becomes the last known good. One step on the disk."""
        if self.pending is None:
            raise StateUnusable("no programme is pending; offer one first")
        with self._change() as database:
            held = database.execute("SELECT 1 FROM programme WHERE place = ?", (_ON_AIR,)).fetchone()
            if held is not None:
                database.execute("DELETE FROM programme WHERE place = ?", (_LAST_GOOD,))
                database.execute("UPDATE programme SET place = ? WHERE place = ?", (_LAST_GOOD, _ON_AIR))
            database.execute("UPDATE programme SET place = ? WHERE place = ?", (_ON_AIR, _PENDING))
        self.on_air, self.pending = self.pending, None
        return self.on_air

    def set_alerts(self, alerts: Sequence[LiveAlert]) -> None:
        """Exactly these alerts live; they are there again after a restart."""
        rows = [(live.alert.id, json.dumps(alert_to_dict(live.alert)), live.picture) for live in alerts]
        with self._change() as database:
            database.execute("DELETE FROM alert")
            database.executemany("INSERT OR REPLACE INTO alert VALUES (?, ?, ?)", rows)
        self.alerts = tuple(alerts)

    def belong_to(self, display_id: str) -> None:
        """Forget everything where it was held for another wall than `display_id`."""
        row = self._database.execute("SELECT value FROM fact WHERE name = 'display'").fetchone()
        if row == (display_id,):
            return
        with self._change() as database:
            if row is not None:
                database.execute("DELETE FROM programme")
                database.execute("DELETE FROM alert")
            database.execute("INSERT OR REPLACE INTO fact VALUES ('display', ?)", (display_id,))
        if row is not None:
            self.on_air, self.pending, self.alerts = None, None, ()

    def close(self) -> None:
        self._database.close()

    def _read(self, place: str) -> Programme | None:
        try:
            row = self._database.execute("SELECT sha256, document FROM programme WHERE place = ?", (place,)).fetchone()
            if row is None or hashlib.sha256(row[1]).hexdigest() != row[0]:
                return None
            return programme_from_dict(json.loads(row[1]))
        except (sqlite3.Error, ScheduleError, ValueError, RecursionError):
            return None

    def _read_alerts(self) -> tuple[LiveAlert, ...]:
        read: list[LiveAlert] = []
        for document, picture in self._database.execute("SELECT document, picture FROM alert ORDER BY id"):
            try:
                read.append(LiveAlert(alert_from_dict(json.loads(document)), picture))
            except (ScheduleError, ValueError, RecursionError):
                continue
        return tuple(read)

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database:
                yield self._database
        except sqlite3.Error as error:
            raise StateUnusable(f"{self._path} takes no changes: {error}; make room on the disk") from error


def _open(path: Path, connect: Connect) -> sqlite3.Connection:
    database = connect(path, timeout=5, check_same_thread=False)
    try:
        # Changes are few, and opening it has to need no room on the disk: no write-ahead log.
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA synchronous = EXTRA")
        database.executescript(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _put(database: sqlite3.Connection, place: str, revision: int, document: bytes) -> None:
    digest = hashlib.sha256(document).hexdigest()
    database.execute("INSERT OR REPLACE INTO programme VALUES (?, ?, ?, ?)", (place, revision, digest, document))
