"""Proof of play on this device: an append-only, hash-chained SQLite file that is bounded and says where it has gaps.

Write-ahead log with ``synchronous=NORMAL``: a record costs no flush of the disk (a wall makes ten thousand a day and
the flash has to last years). A power cut may lose the last records, never damage earlier ones; that loss is a gap.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from player.errors import StateUnusable
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord

MOST_RECORDS = 500_000
KEEP = timedelta(days=120)
MOST_WAITING = 5_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, ends_ms INTEGER NOT NULL,
    document TEXT NOT NULL, chain TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS record_state ON record (state, seq);
CREATE TABLE IF NOT EXISTS gap (seq INTEGER PRIMARY KEY, starts_ms INTEGER, ends_ms INTEGER, lost INTEGER, reason TEXT);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_WAITING, _SENT, _REFUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored record: its place in the journal and its document."""

    seq: int
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gap:
    """Between these instants records are missing: `lost` of them, 0 where nobody can tell how many."""

    starts: datetime
    ends: datetime
    lost: int
    reason: str


class Journal:
    """The journal in the file `path`. Its methods may be called from any thread; none takes more than milliseconds."""

    def __init__(self, path: Path, most_records: int = MOST_RECORDS, keep: timedelta = KEEP) -> None:
        """Open or make the file; a damaged one is set aside as ``<name>.damaged``. Raises StateUnusable."""
        self._path, self._most, self._keep = path, most_records, keep
        self._lock = threading.Lock()
        self._waiting: deque[PlayRecord] = deque(maxlen=MOST_WAITING)
        self.set_aside: Path | None = None
        try:
            self._database = self._open()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise StateUnusable(f"{path} cannot be opened: {error}; make room or correct its owner") from error
            self.set_aside = _put_aside(path)
            self._database = self._open()

    def begin(self, now: datetime) -> Gap | None:
        """Note the start of a run. Gives the gap that is left where the run before did not end in order.

        Raises StateUnusable where the disk refuses; records may be added all the same.
        """
        with self._lock, self._change() as database:
            unended = database.execute("SELECT value FROM note WHERE name = 'running'").fetchone()
            last = database.execute("SELECT ends_ms FROM record ORDER BY seq DESC LIMIT 1").fetchone()
            database.execute("INSERT OR REPLACE INTO note VALUES ('running', ?)", (str(_ms(now)),))
            if unended is None:
                return None
            starts_ms = max(int(unended[0]), last[0] if last else 0)
            gap = Gap(_instant(min(starts_ms, _ms(now))), now, 0, "the player was cut off")
            _store_gap(database, gap)
            return gap

    def append(self, record: PlayRecord) -> None:
        """Add `record`. Raises StateUnusable where the disk refuses; it is then kept in memory for the next call."""
        with self._lock:
            self._waiting.append(record)
            with self._change() as database:
                for waiting in tuple(self._waiting):
                    _store(database, waiting)
            self._waiting.clear()

    def unsent(self, most: int) -> tuple[Entry, ...]:
        """The oldest records not sent yet, at most `most`."""
        with self._lock:
            rows = self._database.execute(
                "SELECT seq, document FROM record WHERE state = ? ORDER BY seq LIMIT ?", (_WAITING, most)
            ).fetchall()
        return tuple(Entry(seq, json.loads(document)) for seq, document in rows)

    def count_unsent(self) -> int:
        with self._lock:
            (count,) = self._database.execute("SELECT count(*) FROM record WHERE state = ?", (_WAITING,)).fetchone()
        return int(count)

    def mark_sent(self, seqs: Sequence[int]) -> None:
        """The hub has these. Raises StateUnusable."""
        self._mark(seqs, _SENT)

    def mark_refused(self, seqs: Sequence[int]) -> None:
        """The hub will never take these; they stay here and are not sent again. Raises StateUnusable."""
        self._mark(seqs, _REFUSED)

    def prune(self, now: datetime) -> Gap | None:
        """Forget what is older than the time to keep or beyond the count; the gap where unsent records went.

        Raises StateUnusable.
        """
        with self._lock, self._change() as database:
            (newest,) = database.execute("SELECT coalesce(max(seq), 0) FROM record").fetchone()
            bounds = (newest - self._most, _ms(now - self._keep))
            old = "seq <= ? OR ends_ms < ?"
            lost, first, last = database.execute(
                f"SELECT count(*), min(ends_ms), max(ends_ms) FROM record WHERE state = {_WAITING} AND ({old})",  # noqa: S608
                bounds,
            ).fetchone()
            database.execute(f"DELETE FROM record WHERE {old}", bounds)  # noqa: S608
            if not lost:
                return None
            gap = Gap(_instant(first), _instant(last), lost, "more records waited than this device keeps")
            _store_gap(database, gap)
            return gap

    def gaps(self) -> tuple[Gap, ...]:
        """The newest hundred gaps, oldest first."""
        with self._lock:
            rows = self._database.execute(
                "SELECT starts_ms, ends_ms, lost, reason FROM gap ORDER BY seq DESC LIMIT 100"
            ).fetchall()
        return tuple(Gap(_instant(starts), _instant(ends), lost, why) for starts, ends, lost, why in reversed(rows))

    def first_broken_link(self) -> int | None:
        """The place of the first record that does not follow from the one before it, or None: nothing was altered."""
        with self._lock:
            rows = self._database.execute("SELECT seq, document, chain FROM record ORDER BY seq").fetchall()
        for before, (seq, document, chain) in pairwise(rows):
            if _link(before[2], document) != chain:
                return int(seq)
        return None

    def close(self) -> None:
        """End the run in order; on a full disk that is not noted, and the next run takes it for a gap."""
        with self._lock:
            with suppress(StateUnusable), self._change() as database:
                database.execute("DELETE FROM note WHERE name = 'running'")
            self._database.close()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, check_same_thread=False, timeout=5)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("the file is damaged")
            database.executescript(_SCHEMA)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _mark(self, seqs: Sequence[int], state: int) -> None:
        with self._lock, self._change() as database:
            database.executemany("UPDATE record SET state = ? WHERE seq = ?", [(state, seq) for seq in seqs])

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database as database:
                yield database
        except sqlite3.Error as error:
            raise StateUnusable(f"the journal {self._path} takes no records: {error}; make room") from error


def _store(database: sqlite3.Connection, record: PlayRecord) -> None:
    document = json.dumps(play_record_to_dict(record), sort_keys=True, separators=(",", ":"))
    before = database.execute("SELECT chain FROM record ORDER BY seq DESC LIMIT 1").fetchone()
    database.execute(
        "INSERT OR IGNORE INTO record (id, ends_ms, document, chain) VALUES (?, ?, ?, ?)",
        (record.id, _ms(record.ends), document, _link(before[0] if before else "", document)),
    )


def _store_gap(database: sqlite3.Connection, gap: Gap) -> None:
    database.execute(
        "INSERT INTO gap (starts_ms, ends_ms, lost, reason) VALUES (?, ?, ?, ?)",
        (_ms(gap.starts), _ms(gap.ends), gap.lost, gap.reason),
    )
    database.execute("DELETE FROM gap WHERE seq <= (SELECT max(seq) FROM gap) - 1000")


def _link(before: str, document: str) -> str:
    return hashlib.sha256(f"{before}\n{document}".encode()).hexdigest()


def _put_aside(path: Path) -> Path:
    aside = path.with_name(path.name + ".damaged")
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(aside.with_name(aside.name + suffix))
    return aside


def _ms(instant: datetime) -> int:
    return round(instant.timestamp() * 1000)


def _instant(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
