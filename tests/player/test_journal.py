"""The journal: append-only, bounded, chained, and honest about its gaps."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from player.errors import StateUnusable
from player.journal import Journal
from schedules.proof import PlayRecord, ShowingKind

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def record(number: int, ends: datetime = NOW) -> PlayRecord:
    return PlayRecord(f"r{number}", "tugu", ShowingKind.LOOP, ends - timedelta(seconds=10), ends, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    journal = Journal(path, most_records=10, keep=timedelta(days=1))
    yield journal
    journal.close()


def test_records_are_sent_once_in_order(journal: Journal) -> None:
    for number in range(5):
        journal.append(record(number))
    journal.append(record(3))
    first = journal.unsent(3)
    assert [entry.document["id"] for entry in first] == ["r0", "r1", "r2"]
    journal.mark_sent([entry.seq for entry in first[:2]])
    journal.mark_refused([first[2].seq])
    assert [entry.document["id"] for entry in journal.unsent(9)] == ["r3", "r4"]
    assert journal.count_unsent() == 2


def test_a_run_that_ended_in_order_leaves_no_gap(path: Path) -> None:
    journal = Journal(path)
    assert journal.begin(NOW) is None
    journal.close()
    journal = Journal(path)
    assert journal.begin(NOW + timedelta(hours=1)) is None
    journal.close()


def test_a_run_that_was_cut_off_leaves_a_gap(path: Path) -> None:
    cut = Journal(path)
    cut.begin(NOW - timedelta(hours=2))
    cut.append(record(1, ends=NOW - timedelta(hours=1)))
    journal = Journal(path)
    gap = journal.begin(NOW)
    assert gap is not None
    assert (gap.starts, gap.ends, gap.lost) == (NOW - timedelta(hours=1), NOW, 0)
    assert journal.gaps() == (gap,)
    journal.close()


def test_what_is_old_or_too_much_goes_and_unsent_losses_are_a_gap(journal: Journal) -> None:
    journal.append(record(0, ends=NOW - timedelta(days=3)))
    journal.mark_sent([1])
    assert journal.prune(NOW) is None
    for number in range(1, 14):
        journal.append(record(number, ends=NOW + timedelta(seconds=number)))
    gap = journal.prune(NOW)
    assert gap is not None
    assert gap.lost == 3
    assert journal.count_unsent() == 10


def test_an_altered_record_breaks_the_chain(journal: Journal, path: Path) -> None:
    for number in range(4):
        journal.append(record(number))
    assert journal.first_broken_link() is None
    with sqlite3.connect(path) as database:
        database.execute("UPDATE record SET document = replace(document, 'tugu', 'pagi') WHERE seq = 3")
    database.close()
    assert journal.first_broken_link() == 3


def test_a_full_disk_keeps_records_in_memory_until_there_is_room(journal: Journal) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, hard))
    try:
        for kept in range(1000):
            try:
                journal.append(record(kept))
            except StateUnusable:
                break
        with pytest.raises(StateUnusable, match=r"takes no records: .*; make room"):
            journal.append(record(kept + 1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    journal.append(record(kept + 2))
    assert journal.count_unsent() == kept + 3
    assert journal.first_broken_link() is None


def test_a_run_on_a_full_disk_begins_and_ends_all_the_same(journal: Journal, path: Path) -> None:
    journal.append(record(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 12, hard))
    try:
        with pytest.raises(StateUnusable, match="make room"):
            journal.begin(NOW)
        with pytest.raises(StateUnusable, match="make room"):
            journal.mark_sent([1])
        assert [entry.seq for entry in journal.unsent(9)] == [1]
        journal.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert Journal(path).count_unsent() == 1


def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)
    journal = Journal(path)
    assert journal.set_aside == path.with_name("journal.db.damaged")
    journal.append(record(1))
    assert journal.count_unsent() == 1
    journal.close()
