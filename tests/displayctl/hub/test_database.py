"""The database: made, migrated, backed up, refused when it is newer, and rolled back when nobody commits."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st

from content.errors import StorageFull
from displayctl.api.models import Event, PartKind, Receipt, ReceiptStage
from displayctl.errors import DatabaseDamaged, NewerDatabase
from displayctl.hub.backups import back_up
from displayctl.hub.bus import Bus
from displayctl.hub.database import DATABASE_NAME, NEWEST_REVISION, open_database, stored_revision
from displayctl.hub.migrating import known_revisions
from displayctl.hub.reports import Reports
from displayctl.hub.storage import Storage
from displayctl.hub.tables import Table
from schedules.clock import SystemClock
from schedules.proof import PlayRecord, ShowingKind

CLOCK = SystemClock()
START = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / DATABASE_NAME


def storage_at(path: Path, bus: Bus | None = None) -> Storage:
    return Storage(open_database(path, path.parent / "backups", CLOCK), bus or Bus(), CLOCK)


def test_the_migrations_make_exactly_the_tables_of_this_version(path: Path) -> None:
    engine = open_database(path, path.parent / "backups", CLOCK)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True, "compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()
    assert stored_revision(path) == NEWEST_REVISION


def test_the_revision_that_is_known_by_heart_is_that_of_the_migrations() -> None:
    assert known_revisions()[0] == NEWEST_REVISION


def test_a_newer_database_is_refused_and_not_touched(path: Path) -> None:
    open_database(path, path.parent / "backups", CLOCK).dispose()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(NewerDatabase, match=rf"revision 9999, which this version \({NEWEST_REVISION}\) does not know"):
        open_database(path, path.parent / "backups", CLOCK)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert not (path.parent / "backups").exists()


def test_a_damaged_database_is_refused_with_the_way_back(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(DatabaseDamaged, match="backups"):
        open_database(path, path.parent / "backups", CLOCK)


def test_an_older_database_is_backed_up_before_it_is_migrated(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.commit()
    open_database(path, path.parent / "backups", CLOCK).dispose()
    assert stored_revision(path) == NEWEST_REVISION


def test_what_walls_had_told_before_steps_were_kept_is_their_first_step(path: Path) -> None:
    open_database(path, path.parent / "backups", CLOCK).dispose()
    told = Receipt(display_id="tugu", revision=7, stage=ReceiptStage.ON_AIR, at=START, missing_assets=2)
    storage = storage_at(path)
    with storage.writing() as work:
        work.publications.put_receipt(told)
        work.commit()
    storage.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE receipt_steps; UPDATE alembic_version SET version_num = '0010'")
    storage = storage_at(path)
    with storage.reading() as work:
        assert work.publications.steps("tugu", 7) == (told,)
    storage.close()


def test_backups_are_whole_and_only_the_newest_are_kept(path: Path) -> None:
    storage = storage_at(path)
    folder = path.parent / "backups"
    made = [back_up(path, folder, START + timedelta(days=day), kept=3) for day in range(5)]
    back_up(path, folder, START, label="before-0002", kept=3)
    assert sorted(folder.glob("*-daily.sqlite")) == made[-3:]
    assert stored_revision(made[-1]) == NEWEST_REVISION
    assert not list(folder.glob("*.new*"))
    storage.close()


def test_leaving_without_commit_rolls_back_and_tells_nobody(path: Path) -> None:
    bus, heard = Bus(), []
    bus.listen(heard.append)
    storage = storage_at(path, bus)
    with storage.writing() as work:
        work.parts.put(PartKind.PLAYLIST, "a", "A", {}, now=work.now, by="")
        work.tell(Event(kind="playlist", id="a"))
    with storage.reading() as work:
        assert work.parts.find(PartKind.PLAYLIST, "a") is None
    assert heard == []
    with storage.writing() as work:
        work.parts.put(PartKind.PLAYLIST, "a", "A", {}, now=work.now, by="")
        work.tell(Event(kind="playlist", id="a"))
        work.commit()
    assert [event.id for event in heard] == ["a"]
    storage.close()


def record(number: int) -> PlayRecord:
    starts = START + timedelta(seconds=number)
    return PlayRecord(f"r{number}", "tugu", ShowingKind.LOOP, starts, starts + timedelta(seconds=1), 1)


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    opened = storage_at(tmp_path_factory.mktemp("records") / DATABASE_NAME)
    yield opened
    opened.close()


@settings(max_examples=30, deadline=None)
@given(sendings=st.lists(st.lists(st.integers(0, 40), max_size=30), max_size=8))
def test_however_often_records_are_sent_each_counts_once(storage: Storage, sendings: list[list[int]]) -> None:
    reports, known = Reports(storage), set[int]()

    def take(numbers: list[int]) -> tuple[int, int]:
        with storage.writing() as work:
            accepted = work.records.add(tuple(record(n) for n in numbers))
            work.commit()
        return accepted, len(numbers) - accepted

    reports.forget_before(START + timedelta(days=1))
    for numbers in sendings:
        accepted, repeated = take(numbers)
        assert accepted == len(set(numbers) - known)
        assert accepted + repeated == len(numbers)
        known |= set(numbers)
    with storage.reading() as work:
        kept = work.records.within(START, START + timedelta(days=1), ("tugu",))
    assert {each.id for each in kept} == {f"r{n}" for n in known}
    assert set(kept) == {record(n) for n in known}
    assert reports.forget_before(START + timedelta(days=1)) == len(known)


@pytest.mark.parametrize(("free", "told"), [(0, StorageFull), (1 << 30, DatabaseDamaged)], ids=["full", "room"])
def test_what_cannot_be_opened_for_want_of_room_is_not_said_to_be_damaged(
    free: int, told: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / DATABASE_NAME
    path.mkdir()  # SQLite can open it as little as one on a full disk
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(told, match=DATABASE_NAME):
        stored_revision(path)


def test_what_is_no_database_is_said_to_be_damaged_also_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / DATABASE_NAME
    path.write_bytes(b"no database " * 100)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(DatabaseDamaged):
        stored_revision(path)
