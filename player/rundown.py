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
from datetime import datetime
from pathlib import Path

from player.alert_time import AlertMoments
from player.errors import StateUnusable
from player.events import LiveAlert
from player.withdrawals import Withdrawal, Withdrawals
from schedules.codec import alert_from_dict, alert_to_dict, programme_from_dict
from schedules.errors import ScheduleError
from schedules.programme import Programme

_SCHEMA = """
CREATE TABLE IF NOT EXISTS programme (
    place TEXT PRIMARY KEY, revision INTEGER NOT NULL, sha256 TEXT NOT NULL, document BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS alert (id TEXT PRIMARY KEY, document TEXT NOT NULL, picture TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS standing (id TEXT, drill INTEGER, document TEXT NOT NULL, files TEXT NOT NULL,
    neutral TEXT NOT NULL, confirmed INTEGER NOT NULL, began TEXT, PRIMARY KEY (id, drill));
CREATE TABLE IF NOT EXISTS withdrawn (id TEXT, drill INTEGER, issued_at TEXT NOT NULL, by TEXT NOT NULL,
    PRIMARY KEY (id, drill));
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
Connect = Callable[..., sqlite3.Connection]
"""How the database is opened, as `sqlite3.connect`."""
_ON_AIR, _PENDING, _LAST_GOOD = "on-air", "pending", "last-good"


class Rundown:
    """The rundown in the file `path`; one thread at a time uses it.

    `withdrawals` is all that alerts have taken back; `set_aside` names a damaged file that an empty one replaced.
    Reading what is not there any more, or what this version cannot read, gives None: then the last known good takes
    its place.
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
        self.withdrawals = Withdrawals(_read_withdrawals(self._database))
        self.alerts = self.withdrawals.standing(_read_alerts(self._database))

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

    def believe(self, alerts: Sequence[LiveAlert]) -> tuple[LiveAlert, ...]:
        """From now on these alerts are given; gives those that stand: what was taken back once is not among them.

        Nothing is written: that is for `keep_alerts`, which can wait until they are on the wall.
        """
        self.withdrawals.learn(alerts)
        self.alerts = self.withdrawals.standing(alerts)
        return self.alerts

    def keep_alerts(self, moments: AlertMoments) -> None:
        """Write down the alerts that stand, all that was taken back, and how far the time of alerts has gone.

        They are there again after a restart.
        """
        rows = [_row(live) for live in self.alerts]
        gone = [(one.id, one.drill, one.issued_at.isoformat(), one.by) for one in self.withdrawals]
        with self._change() as database:
            for table in ("alert", "standing", "withdrawn"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608  the names are ours
            database.executemany("INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            database.executemany("INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?, ?)", gone)
            _put_moments(database, moments)

    @property
    def moments(self) -> AlertMoments:
        """The moments that were written last."""
        rows = dict(self._database.execute("SELECT name, value FROM fact WHERE name IN ('passed', 'believed')"))
        try:
            return AlertMoments(*(datetime.fromisoformat(rows[name]) for name in ("passed", "believed")))
        except (KeyError, ValueError):
            return AlertMoments()

    def keep_moments(self, moments: AlertMoments) -> None:
        """Write down how far the time of alerts has gone."""
        with self._change() as database:
            _put_moments(database, moments)

    def belong_to(self, display_id: str) -> None:
        """Forget everything where it was held for another wall than `display_id`."""
        row = self._database.execute("SELECT value FROM fact WHERE name = 'display'").fetchone()
        if row == (display_id,):
            return
        with self._change() as database:
            if row is not None:
                for table in ("programme", "alert", "standing"):
                    database.execute(f"DELETE FROM {table}")  # noqa: S608  the names are ours
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


def _put_moments(database: sqlite3.Connection, moments: AlertMoments) -> None:
    facts = [("passed", moments.passed.isoformat()), ("believed", moments.believed.isoformat())]
    database.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", facts)


def _row(live: LiveAlert) -> tuple[object, ...]:
    document = json.dumps(alert_to_dict(live.alert))
    files = json.dumps(live.pages), json.dumps(live.neutral)
    return live.alert.id, live.alert.drill, document, *files, live.confirmed, live.began and live.began.isoformat()


def _read_alerts(database: sqlite3.Connection) -> Iterator[LiveAlert]:
    rows = [
        (document, json.dumps([picture] if picture else []), "[]", 1, None)  # as the former version kept them
        for document, picture in database.execute("SELECT document, picture FROM alert ORDER BY id")
    ]
    rows += database.execute("SELECT document, files, neutral, confirmed, began FROM standing ORDER BY id, drill")
    for document, files, neutral, confirmed, began in rows:
        try:
            alert = alert_from_dict(json.loads(document))
            since = datetime.fromisoformat(began) if began else None
            yield LiveAlert(alert, _files(files), _files(neutral), bool(confirmed), since)
        except (ScheduleError, ValueError, RecursionError):
            continue


def _files(text: str) -> tuple[str, ...]:
    """The names in a list; raises ValueError where it is none."""
    files = json.loads(text)
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise ValueError(text)
    return tuple(files)


def _read_withdrawals(database: sqlite3.Connection) -> Iterator[Withdrawal]:
    rows = database.execute("SELECT id, drill, issued_at, by FROM withdrawn ORDER BY rowid")
    for name, drill, issued_at, by in rows:
        try:
            yield Withdrawal(name, bool(drill), datetime.fromisoformat(issued_at), by)
        except ValueError:
            continue
