"""The journal's file: an SQLite database of chained entries, opened or begun anew, with what a former version left.

Write-ahead log with ``synchronous=NORMAL``: an entry costs no flush of the disk (a wall makes ten thousand a day and
the flash has to last years). A power cut may lose the last entries, never damage earlier ones; that loss is a gap.
Before entries are handed over they are flushed: what the hub has is never lost here.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from content.delivery.chain import PLAY, beginning, entry_text, link

Connect = Callable[..., sqlite3.Connection]
"""How the database is opened, as `sqlite3.connect`."""
WAITING, SENT = 0, 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE, ends_ms INTEGER NOT NULL,
    text TEXT NOT NULL, chain TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS entry_state ON entry (state, seq);
CREATE TABLE IF NOT EXISTS gap (seq INTEGER PRIMARY KEY, starts_ms INTEGER, ends_ms INTEGER, lost INTEGER, reason TEXT);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_JOURNAL, _BASE_SEQ, _BASE_CHAIN = "journal", "base-seq", "base-chain"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the chain of a journal: the entry `seq` (0: before the first) and the chain there."""

    seq: int
    chain: str


def open_file(path: Path, connect: Connect = sqlite3.connect) -> sqlite3.Connection:
    """The database at `path`, whole and with its tables. Raises sqlite3.DatabaseError for a damaged one."""
    database = connect(path, check_same_thread=False, timeout=5)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
        database.executescript(_SCHEMA)
        with database:
            if note(database, _JOURNAL) is None:
                name_anew(database)
            _take_over_former(database)
    except sqlite3.Error:
        database.close()
        raise
    return database


def put_aside(path: Path) -> Path:
    """Move a damaged file out of the way; its new name."""
    aside = path.with_name(path.name + ".damaged")
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(aside.with_name(aside.name + suffix))
    return aside


def note(database: sqlite3.Connection, name: str) -> str | None:
    """What was noted under `name`."""
    row = database.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_note(database: sqlite3.Connection, name: str, value: str) -> None:
    database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))


def journal_name(database: sqlite3.Connection) -> str:
    """The name of the chain that is written now."""
    return note(database, _JOURNAL) or ""


def name_anew(database: sqlite3.Connection) -> None:
    """Begin another chain; nothing may be left of the former one."""
    name = secrets.token_hex(16)
    set_note(database, _JOURNAL, name)
    set_base(database, Place(0, beginning(name)))


def set_base(database: sqlite3.Connection, base: Place) -> None:
    """Remember the place before the oldest entry that is still here."""
    set_note(database, _BASE_SEQ, str(base.seq))
    set_note(database, _BASE_CHAIN, base.chain)


def end_of(database: sqlite3.Connection) -> Place:
    """The place of the newest entry."""
    row = database.execute("SELECT seq, chain FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    return Place(*row) if row is not None else base_of(database)


def base_of(database: sqlite3.Connection) -> Place:
    return Place(int(note(database, _BASE_SEQ) or 0), note(database, _BASE_CHAIN) or "")


def before(database: sqlite3.Connection, seq: int) -> str:
    """The chain at the entry before `seq`."""
    row = database.execute("SELECT chain FROM entry WHERE seq = ?", (seq - 1,)).fetchone()
    return str(row[0]) if row is not None else base_of(database).chain


def add(database: sqlite3.Connection, kind: str, value: dict[str, object], ends_ms: int, id: str | None = None) -> None:
    """Chain an entry to the end; one whose `id` is here already is passed over."""
    if id is not None and database.execute("SELECT 1 FROM entry WHERE id = ?", (id,)).fetchone() is not None:
        return
    end, text = end_of(database), entry_text(kind, value)
    database.execute(
        "INSERT INTO entry (seq, id, ends_ms, text, chain) VALUES (?, ?, ?, ?, ?)",
        (end.seq + 1, id, ends_ms, text, link(end.chain, text)),
    )


def _take_over_former(database: sqlite3.Connection) -> None:
    """A former version kept play records alone: those it had not sent yet go into the chain."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "record" not in tables:
        return
    rows = database.execute("SELECT id, ends_ms, document FROM record WHERE state = 0 ORDER BY seq").fetchall()
    for name, ends_ms, document in rows:
        add(database, PLAY, json.loads(document), ends_ms, name)
    database.execute("DROP TABLE record")
