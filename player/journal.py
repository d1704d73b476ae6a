"""Proof of play on this device: an append-only, hash-chained SQLite file that is bounded and says where it has gaps."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from content.delivery.chain import BEGUN, FAULT, GAP, LARGEST_ENTRY, MOST_ENTRIES, PLAY, Batch, link, read_entry
from player.errors import StateUnusable
from player.journal_file import (
    SENT,
    WAITING,
    Connect,
    Place,
    add,
    before,
    end_of,
    journal_name,
    name_anew,
    note,
    open_file,
    put_aside,
    set_base,
    set_note,
)
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord

MOST_RECORDS = 500_000
KEEP = timedelta(days=120)
MOST_WAITING = 5_000
LARGEST_BATCH = 1 << 20
_RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Gap:
    """Between these instants records are missing: `lost` of them, 0 where nobody can tell how many."""

    starts: datetime
    ends: datetime
    lost: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Waiting:
    kind: str
    value: dict[str, Any]
    ends_ms: int
    id: str | None


class Journal:
    """The journal in the file `path`. Its methods may be called from any thread; none takes more than milliseconds."""

    def __init__(
        self,
        path: Path,
        most_records: int = MOST_RECORDS,
        keep: timedelta = KEEP,
        connect: Connect = sqlite3.connect,
    ) -> None:
        """Open or make the file; a damaged one is set aside as ``<name>.damaged``. Raises StateUnusable."""
        self._path, self._most, self._keep = path, most_records, keep
        self._lock = threading.Lock()
        self._waiting: deque[_Waiting] = deque(maxlen=MOST_WAITING)
        self.set_aside: Path | None = None
        try:
            self._database = open_file(path, connect)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise StateUnusable(f"{path} cannot be opened: {error}; make room or correct its owner") from error
            self.set_aside = put_aside(path)
            self._database = open_file(path, connect)

    def begin(self, now: datetime) -> Gap | None:
        """Note the start of a run. Gives the gap that is left where the run before did not end in order.

        Raises StateUnusable where the disk refuses; records may be added all the same.
        """
        with self._lock, self._change() as database:
            unended = note(database, _RUNNING)
            last = database.execute("SELECT ends_ms FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
            set_note(database, _RUNNING, str(_ms(now)))
            if end_of(database).seq == 0:
                reason = "the former journal was damaged" if self.set_aside else "there was no journal on this disk"
                add(database, BEGUN, {"at_ms": _ms(now), "reason": reason}, _ms(now))
            if unended is None:
                return None
            starts_ms = max(int(unended), last[0] if last else 0)
            gap = Gap(_instant(min(starts_ms, _ms(now))), now, 0, "the player was cut off")
            _store_gap(database, gap)
            return gap

    def append(self, record: PlayRecord) -> None:
        """Add `record`. Raises StateUnusable where the disk refuses; it is then kept in memory for the next call."""
        self._add(_Waiting(PLAY, play_record_to_dict(record), _ms(record.ends), record.id))

    def append_fault(self, cause: str, sentence: str, at: datetime) -> None:
        """Add what went wrong at `at`. Raises StateUnusable as `append` does."""
        value = {"cause": cause[:100], "sentence": sentence[:500], "at_ms": _ms(at)}
        self._add(_Waiting(FAULT, value, _ms(at), None))

    def unsent(self, most: int = MOST_ENTRIES) -> Batch | None:
        """The oldest entries not sent yet, at most `most` and a megabyte, on the disk for good; not signed.

        None where there are none. Raises StateUnusable where the disk does not keep them.
        """
        with self._lock:
            rows = self._database.execute(
                "SELECT seq, text FROM entry WHERE state = ? ORDER BY seq LIMIT ?", (WAITING, min(most, MOST_ENTRIES))
            ).fetchall()
            if not rows:
                return None
            self._flush()
            first = rows[0][0]
            texts: list[str] = []
            for seq, text in rows:
                if seq != first + len(texts) or sum(map(len, texts)) > LARGEST_BATCH - LARGEST_ENTRY:
                    break
                texts.append(text)
            return Batch(journal_name(self._database), first, before(self._database, first), tuple(texts))

    def count_unsent(self) -> int:
        with self._lock:
            (count,) = self._database.execute("SELECT count(*) FROM entry WHERE state = ?", (WAITING,)).fetchone()
        return int(count)

    def mark_sent(self, first: int, last: int) -> None:
        """The hub has the entries from `first` to `last`. Raises StateUnusable."""
        self._mark(first, last, SENT)

    def send_again(self, first: int, last: int) -> None:
        """The hub has lost these, as when it was brought back from a backup. Raises StateUnusable."""
        self._mark(first, last, WAITING)

    def give_up(self, batch: Batch, now: datetime, why: str) -> None:
        """The hub will never take `batch`; it stays here, unsent for ever, and that is a gap. Raises StateUnusable."""
        with self._lock, self._change() as database:
            database.execute("UPDATE entry SET state = ? WHERE seq BETWEEN ? AND ?", (SENT, batch.first, batch.last))
            gap = Gap(now, now, len(batch.entries), f"the hub does not take it: {why}"[:300])
            _store_gap(database, gap, {"first": batch.first, "last": batch.last, "chain": batch.chains()[-1]})

    def begin_anew(self, now: datetime, reason: str) -> None:
        """Go on in another chain, with what was not sent yet: the hub has another continuation of this one, as after
        this disk was copied or brought back. Raises StateUnusable.
        """
        with self._lock, self._change() as database:
            rows = database.execute(
                "SELECT id, ends_ms, text FROM entry WHERE state = ? ORDER BY seq", (WAITING,)
            ).fetchall()
            database.execute("DELETE FROM entry")
            name_anew(database)
            add(database, BEGUN, {"at_ms": _ms(now), "reason": reason[:300]}, _ms(now))
            for name, ends_ms, text in rows:
                kind, value = read_entry(text)
                add(database, kind, value, ends_ms, name)

    def prune(self, now: datetime) -> Gap | None:
        """Forget what was sent and is old, or beyond the count; the gap where unsent entries went.

        What was not sent never goes because of its age: a clock that is years ahead would take all of it. Raises
        StateUnusable.
        """
        with self._lock, self._change() as database:
            (newest,) = database.execute("SELECT coalesce(max(seq), 0) FROM entry").fetchone()
            kept_from = self._oldest_to_keep(database, newest, _ms(now - self._keep))
            lost, first, last, starts, ends = database.execute(
                "SELECT count(*), min(seq), max(seq), min(ends_ms), max(ends_ms) FROM entry"
                " WHERE state = ? AND seq < ?",
                (WAITING, kept_from),
            ).fetchone()
            gone = database.execute("SELECT seq, chain FROM entry WHERE seq = ?", (kept_from - 1,)).fetchone()
            if gone is None:
                return None
            set_base(database, Place(*gone))
            lost_chain = database.execute("SELECT chain FROM entry WHERE seq = ?", (last,)).fetchone()
            database.execute("DELETE FROM entry WHERE seq < ?", (kept_from,))
            if not lost:
                return None
            gap = Gap(_instant(starts), _instant(ends), lost, "more records waited than this device keeps")
            _store_gap(database, gap, {"first": first, "last": last, "chain": lost_chain[0]})
            return gap

    def gaps(self) -> tuple[Gap, ...]:
        """The newest hundred gaps, oldest first."""
        with self._lock:
            rows = self._database.execute(
                "SELECT starts_ms, ends_ms, lost, reason FROM gap ORDER BY seq DESC LIMIT 100"
            ).fetchall()
        return tuple(Gap(_instant(starts), _instant(ends), lost, why) for starts, ends, lost, why in reversed(rows))

    def first_broken_link(self) -> int | None:
        """The place of the first entry that does not follow from the one before it, or None: nothing was altered."""
        with self._lock:
            rows = self._database.execute("SELECT seq, text, chain FROM entry ORDER BY seq").fetchall()
            start = (0, "", before(self._database, rows[0][0])) if rows else None
        for previous, (seq, text, chain) in pairwise([start, *rows] if start else rows):
            if link(previous[2], text) != chain:
                return int(seq)
        return None

    def close(self) -> None:
        """End the run in order; on a full disk that is not noted, and the next run takes it for a gap."""
        with self._lock:
            with suppress(StateUnusable), self._change() as database:
                database.execute("DELETE FROM note WHERE name = ?", (_RUNNING,))
            self._database.close()

    def _add(self, entry: _Waiting) -> None:
        with self._lock:
            self._waiting.append(entry)
            with self._change() as database:
                for waiting in tuple(self._waiting):
                    add(database, waiting.kind, waiting.value, waiting.ends_ms, waiting.id)
            self._waiting.clear()

    def _oldest_to_keep(self, database: sqlite3.Connection, newest: int, oldest_ms: int) -> int:
        """The place from which on everything stays: entries only go from the front, so that the chain stays whole."""
        beyond = newest - self._most + 1
        young = database.execute(
            "SELECT min(seq) FROM entry WHERE state = ? OR ends_ms >= ?", (WAITING, oldest_ms)
        ).fetchone()[0]
        return max(beyond, newest + 1 if young is None else int(young))

    def _mark(self, first: int, last: int, state: int) -> None:
        with self._lock, self._change() as database:
            database.execute("UPDATE entry SET state = ? WHERE seq BETWEEN ? AND ?", (state, first, last))

    def _flush(self) -> None:
        """Everything added so far is on the disk when this returns, whatever happens to the power."""
        try:
            busy, _, _ = self._database.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        if busy:
            raise StateUnusable(f"the journal {self._path} is in use by another program; end that program")

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database as database:
                yield database
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _unusable(self, error: sqlite3.Error) -> StateUnusable:
        return StateUnusable(f"the journal {self._path} takes no records: {error}; make room")


def _store_gap(database: sqlite3.Connection, gap: Gap, places: dict[str, Any] | None = None) -> None:
    """Note the gap, and chain it: a gap is a record too."""
    database.execute(
        "INSERT INTO gap (starts_ms, ends_ms, lost, reason) VALUES (?, ?, ?, ?)",
        (_ms(gap.starts), _ms(gap.ends), gap.lost, gap.reason),
    )
    database.execute("DELETE FROM gap WHERE seq <= (SELECT max(seq) FROM gap) - 1000")
    value = {"starts_ms": _ms(gap.starts), "ends_ms": _ms(gap.ends), "lost": gap.lost, "reason": gap.reason}
    add(database, GAP, {**value, **(places or {})}, _ms(gap.ends))


def _ms(instant: datetime) -> int:
    return round(instant.timestamp() * 1000)


def _instant(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
