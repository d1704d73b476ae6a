"""What was presented becomes records; small parts around it keep their promises."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.delivery.chain import PLAY, read_entry
from player.carrier import Carrier
from player.cueing import CueFacts
from player.faults import MOST, FaultBook
from player.journal import Journal
from player.playlog import PlayLog
from player.reporter import Figures
from player.stage.port import Presented, Showing
from schedules.clock import SystemClock
from schedules.proof import ShowingKind
from tests.fakes.clock import PushedClock

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MS = round(NOW.timestamp() * 1000)
FACTS = {
    "film": CueFacts(ShowingKind.LOOP, "pagi", "film", "a" * 64, 7, MS + 10_000, moves=True),
    "slate": CueFacts(ShowingKind.SLATE, "", "", "", 7, MS, moves=False),
    "alert": CueFacts(ShowingKind.ALERT, "", "banjir", "b" * 64, 7, MS, moves=False),
}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.db")


@pytest.fixture
def log() -> PlayLog:
    log = PlayLog(FACTS.get, Figures(), FaultBook(), PushedClock(NOW))
    log.display_id = "tugu"
    return log


def records(journal: Journal) -> list[tuple[object, ...]]:
    keys = ("showing", "medium_id", "presented", "late", "dropped", "revision")
    batch = journal.unsent()
    plays = [value for kind, value in map(read_entry, batch.entries if batch else ()) if kind == PLAY]
    return [tuple(play[key] for key in keys) for play in plays]


def test_what_was_presented_is_recorded_even_before_the_journal_is_open(log: PlayLog, journal: Journal) -> None:
    log.presented(Presented("film", MS, MS + 10_000, presented=298, late=1, dropped=2, slip_ms=3.0))
    log.open(journal, NOW)
    log.presented(Presented("slate", MS, MS + 1, presented=1))
    log.presented(Presented("unknown", MS, MS + 1, presented=1))
    assert records(journal) == [("loop", "film", 298, 1, 2, 7)]
    log.close()


def test_a_stage_that_died_is_recorded_up_to_its_last_sign_of_life(log: PlayLog, journal: Journal) -> None:
    log.open(journal, NOW)
    log.saw(Showing("film", 10, MS, MS + 1000))
    log.saw(Showing("film", 40, MS, MS + 2000, overlay="alert"))
    log.saw(Showing("film", 70, MS, MS + 3000, overlay="alert"))
    log.stage_lost()
    log.stage_lost()
    assert records(journal) == [("loop", "film", 70, 0, 0, 7), ("alert", "banjir", 1, 0, 0, 7)]
    log.close()


def test_a_cut_off_run_is_a_fault_for_a_day(tmp_path: Path, journal: Journal) -> None:
    journal.begin(NOW - timedelta(hours=1))
    faults = FaultBook()
    log = PlayLog(FACTS.get, Figures(), faults, PushedClock(NOW))
    again = Journal(tmp_path / "journal.db")
    log.open(again, NOW)
    assert "play records from 2026-11-22 08:00:00 to 2026-11-22 09:00:00 UTC may be missing" in faults.sentences(0)[0]
    log.close()
    journal.close()


def test_faults_are_told_once_each_and_end() -> None:
    faults, told = FaultBook(), list[str]()
    faults.on_new = lambda cause, sentence: told.append(sentence)
    assert faults.note("a", "first", 0.0, lasts_s=10)
    assert not faults.note("a", "first", 5.0, lasts_s=10)
    assert faults.note("b", "second", 6.0, lasts_s=10)
    assert faults.sentences(7.0) == ("second", "first")
    faults.clear("b")
    assert faults.sentences(16.0) == ()
    assert told == ["first", "second"]
    for number in range(100):
        faults.note(str(number), "x", float(number))
    assert len(faults.sentences(99.0)) == MOST


def test_a_carrier_survives_a_surprise_and_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("player.carrier.AFTER_SURPRISE_S", 0.01)
    faults, twice = FaultBook(), threading.Event()
    calls: list[int] = []

    def step() -> float:
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("boo")
        twice.set()
        return 3600.0

    carrier = Carrier("test", step, faults, SystemClock())
    carrier.start()
    assert twice.wait(5)
    assert "test: ValueError('boo')" in faults.sentences(time.monotonic())[0]
    carrier.wake()
    deadline = time.monotonic() + 5
    while len(calls) < 3:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    carrier.ask_to_stop()
    carrier.join(5)
