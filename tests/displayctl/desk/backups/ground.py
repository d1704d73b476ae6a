"""What tests of backups look at: a database in words, what is in it, and a file that goes bad."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from displayctl.desk.backups.contents import DATABASE
from displayctl.desk.installation import Installation

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
STAMP = "20261122T080000Z"


def tables(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if not line.startswith("PRAGMA")]


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def hub_parts(office: Installation) -> list[str]:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM parts")]


def published_digest(office: Installation) -> str:
    with closing(sqlite3.connect(office.hub_folder / DATABASE)) as connection:
        return str(connection.execute("SELECT sha256 FROM renditions").fetchone()[0])
