"""The process ends before every single statement of taking a programme and of the journal: nothing is torn or older."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from content.delivery.chain import PLAY, Batch, examine, read_entry
from player.identity import DeviceIdentity
from player.journal import Journal
from player.rundown import Rundown
from schedules.codec import programme_to_dict
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from tests import builders
from tests.content.delivery.power import MortalConnection, PowerCut, in_memory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
Connect = Callable[..., sqlite3.Connection]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    with in_memory(tmp_path) as folder:
        yield folder


def dying_after(lives: int) -> Connect:
    def connect(path: Path, **how: Any) -> sqlite3.Connection:
        database: MortalConnection = sqlite3.connect(path, factory=MortalConnection, **how)
        database.lives = lives
        return database

    return connect


def cut_at_every_statement(place: Path, begun: Path, work: Callable[[Path, Connect], None]) -> Iterator[Path]:
    """The files as the end of the process leaves them, once for each statement of `work` on a copy of `begun`."""
    for lives in count():
        live = place / f"live-{lives}"
        shutil.copytree(begun, live)
        try:
            work(live, dying_after(lives))
            died = False
        except PowerCut:
            died = True
        left = place / f"left-{lives}"
        shutil.copytree(live, left)
        yield left
        if not died:
            return


def programme(revision: int) -> tuple[Programme, bytes]:
    made = builders.programme(builders.slot("pagi", "abc"), revision=revision)
    return made, json.dumps(programme_to_dict(made)).encode()


def test_taking_a_programme_is_all_or_nothing_and_never_backwards(place: Path) -> None:
    begun = place / "begun"
    begun.mkdir()
    rundown = Rundown(begun / "rundown.db")
    rundown.belong_to("tugu")
    for revision in (1, 2):
        rundown.offer(*programme(revision))
        rundown.take()
    rundown.close()

    def work(folder: Path, connect: Connect) -> None:
        rundown = Rundown(folder / "rundown.db", connect)
        rundown.offer(*programme(3))
        rundown.take()

    seen = set()
    for left in cut_at_every_statement(place, begun, work):
        after = Rundown(left / "rundown.db")
        held, good = after.on_air, after.last_good()
        assert after.set_aside is None
        assert held is not None
        assert good is not None
        assert (held.revision, good.revision) in ((2, 1), (3, 2)), "one or the other, whole"
        if held.revision == 2 and after.pending is None:
            assert after.offer(*programme(3))
        if held.revision == 2:
            assert after.take().revision == 3
        assert not after.offer(*programme(2)), "nothing older comes back"
        after.close()
        seen.add(held.revision)
    assert seen == {2, 3}


def record(number: int) -> PlayRecord:
    starts = NOW + timedelta(seconds=10 * number)
    return PlayRecord(f"r{number}", "tugu", ShowingKind.LOOP, starts, starts + timedelta(seconds=10), 1)


class Hub:
    """Takes batches and never forgets them: what it has must stay true of the device."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def take(self, batch: Batch, device: DeviceIdentity) -> None:
        self.batches.append(replace(batch, signature=device.sign_bytes(batch.seal())))


def test_what_the_hub_has_is_never_lost_and_the_chain_goes_on(place: Path) -> None:
    device = DeviceIdentity.load_or_make(place)
    begun = place / "begun"
    begun.mkdir()
    journal = Journal(begun / "journal.db", most_records=6)
    journal.begin(NOW)
    for number in range(3):
        journal.append(record(number))
    first = journal.unsent()
    assert first is not None
    journal.mark_sent(first.first, first.last)
    journal.close()
    hub, outcomes = Hub(), 0

    def work(folder: Path, connect: Connect) -> None:
        hub.batches = []
        hub.take(first, device)
        journal = Journal(folder / "journal.db", 6, connect=connect)
        journal.begin(NOW)
        for number in range(3, 8):
            journal.append(record(number))
            if number == 5 and (batch := journal.unsent()) is not None:
                hub.take(batch, device)
                journal.mark_sent(batch.first, batch.last)
        journal.prune(NOW)

    for left in cut_at_every_statement(place, begun, work):
        taken = list(hub.batches)
        after = Journal(left / "journal.db", most_records=6)
        assert after.set_aside is None
        assert after.first_broken_link() is None
        after.begin(NOW + timedelta(hours=1))
        after.append(record(99))
        while (batch := after.unsent()) is not None:
            taken.append(replace(batch, signature=device.sign_bytes(batch.seal())))
            after.mark_sent(batch.first, batch.last)
        after.close()
        proven = examine(first.journal, taken, device.public_key)
        assert proven.findings == []
        ids = {value["id"] for each in taken for kind, value in map(read_entry, each.entries) if kind == PLAY}
        assert {"r0", "r1", "r2", "r99"} <= ids, "what was acknowledged stays, and what comes after is taken"
        outcomes += 1
    assert outcomes > 30
