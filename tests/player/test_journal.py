"""The journal: append-only, bounded, chained, and honest about its gaps."""

from __future__ import annotations

import json
import resource
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.delivery.chain import BEGUN, FAULT, GAP, PLAY, Batch, examine, read_entry
from player.errors import StateUnusable
from player.identity import DeviceIdentity
from player.journal import Journal
from schedules.codec import play_record_to_dict
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


def unsent(journal: Journal, most: int = 500) -> Batch:
    batch = journal.unsent(most)
    assert batch is not None
    return batch


def ids(batch: Batch) -> list[str]:
    return [value["id"] for kind, value in map(read_entry, batch.entries) if kind == PLAY]


def kinds(batch: Batch) -> list[str]:
    return [kind for kind, _ in map(read_entry, batch.entries)]


def signed(batch: Batch, device: DeviceIdentity) -> Batch:
    return replace(batch, signature=device.sign_bytes(batch.seal()))


def test_records_are_sent_once_in_order(journal: Journal) -> None:
    for number in range(5):
        journal.append(record(number))
    journal.append(record(3))
    first = unsent(journal, 3)
    assert (first.first, ids(first)) == (1, ["r0", "r1", "r2"])
    journal.mark_sent(first.first, first.last)
    assert ids(unsent(journal)) == ["r3", "r4"]
    assert unsent(journal).before == first.chains()[-1]
    assert journal.count_unsent() == 2
    journal.send_again(2, 2)
    assert ids(unsent(journal)) == ["r1"], "only what is in one piece"
    journal.mark_sent(1, 9)
    assert journal.unsent() is None


def test_what_the_hub_never_takes_is_a_gap(journal: Journal) -> None:
    journal.append(record(0))
    journal.append(record(1))
    journal.give_up(unsent(journal, 1), NOW, "422")
    assert kinds(unsent(journal)) == [PLAY, GAP]
    assert read_entry(unsent(journal).entries[1])[1]["last"] == 1


def test_faults_are_chained_too(journal: Journal) -> None:
    journal.append_fault("hub", "no link", NOW)
    assert kinds(unsent(journal)) == [FAULT]


def test_a_new_disk_says_so_and_so_does_one_after_damage(path: Path) -> None:
    journal = Journal(path)
    journal.begin(NOW)
    assert "no journal on this disk" in unsent(journal).entries[0]
    journal.close()
    path.write_bytes(b"no database at all" * 500)
    journal = Journal(path)
    journal.begin(NOW)
    assert "was damaged" in unsent(journal).entries[0]
    journal.close()


def test_another_continuation_at_the_hub_begins_another_journal(journal: Journal) -> None:
    for number in range(4):
        journal.append(record(number))
    journal.mark_sent(1, 2)
    former = unsent(journal).journal
    journal.begin_anew(NOW, "the hub has another continuation")
    batch = unsent(journal)
    assert batch.journal != former
    assert (batch.first, kinds(batch)[0], ids(batch)) == (1, BEGUN, ["r2", "r3"])
    assert journal.first_broken_link() is None


def test_what_a_former_version_had_not_sent_is_chained(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE record (seq INTEGER PRIMARY KEY, id TEXT, ends_ms INTEGER, document TEXT, state)"
        )
        for number, state in ((1, 1), (2, 0), (3, 0)):
            document = json.dumps(play_record_to_dict(record(number)))
            database.execute("INSERT INTO record VALUES (?, ?, 0, ?, ?)", (number, f"r{number}", document, state))
    database.close()
    for _ in range(2):
        journal = Journal(path)
        assert ids(unsent(journal)) == ["r2", "r3"]
        journal.close()


def test_a_device_proves_what_it_played_across_a_loss(path: Path, tmp_path: Path) -> None:
    """Entries are lost for want of room, the hub takes the rest, and whoever checks later finds nothing wrong."""
    device, journal = DeviceIdentity.load_or_make(tmp_path), Journal(path, most_records=10)
    taken: list[Batch] = []
    for number in range(4):
        journal.append(record(number))
    taken.append(signed(unsent(journal), device))
    journal.mark_sent(1, 4)
    for number in range(4, 30):
        journal.append(record(number))
    assert journal.prune(NOW) is not None
    taken.append(signed(unsent(journal), device))
    proven = examine(taken[0].journal, taken, device.public_key)
    assert (proven.findings, proven.lost, proven.plays) == ([], 16, 14)
    proven = examine(taken[0].journal, [taken[0], replace(taken[1], entries=taken[1].entries[:-1])], device.public_key)
    assert "not signed" in proven.findings[0]
    journal.close()


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
    journal.mark_sent(1, 1)
    assert journal.prune(NOW) is None
    for number in range(1, 14):
        journal.append(record(number, ends=NOW + timedelta(seconds=number)))
    gap = journal.prune(NOW)
    assert gap is not None
    assert gap.lost == 3
    assert journal.count_unsent() == 11, "ten records, and the gap"
    assert journal.first_broken_link() is None


@pytest.mark.parametrize("years", [1, 100])
def test_a_clock_that_is_years_ahead_takes_no_record_that_was_not_sent(journal: Journal, years: int) -> None:
    journal.append(record(0))
    journal.append(record(1))
    journal.mark_sent(1, 1)
    assert journal.prune(NOW + timedelta(days=365 * years)) is None
    assert ids(unsent(journal)) == ["r1"]


def test_an_altered_record_breaks_the_chain(journal: Journal, path: Path) -> None:
    for number in range(4):
        journal.append(record(number))
    assert journal.first_broken_link() is None
    with sqlite3.connect(path) as database:
        database.execute("UPDATE entry SET text = replace(text, 'tugu', 'pagi') WHERE seq = 3")
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
            journal.mark_sent(1, 1)
        assert journal.count_unsent() == 1
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
