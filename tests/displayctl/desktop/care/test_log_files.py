"""Log files of any size: read backwards, followed, searched, and found by time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from displayctl.desktop.care import log_file
from displayctl.desktop.care.log_export import export_entries
from displayctl.desktop.care.log_file import BUDGET_BYTES, Level, LogEntry, LogFile, LogFilter
from displayctl.desktop.presenters.log_words import event_words, whole_words

START = datetime(2026, 11, 22, tzinfo=UTC)
TRACE = "Traceback (most recent call last):\n  File x\n\nValueError: no"


def line(number: int, level: str = "info", event: str = "tick") -> str:
    at = (START + timedelta(seconds=number)).isoformat().replace("+00:00", "Z")
    return json.dumps({"n": number, "event": event, "level": level, "timestamp": at}) + "\n"


def all_of(file: LogFile, wish: LogFilter, most: int = 300, budget: int = BUDGET_BYTES) -> list[LogEntry]:
    found: list[LogEntry] = []
    place: int | None = None
    while place != 0:
        page = file.before(place, wish, most, budget)
        found[:0] = page.entries
        place = page.starts
    return found


@pytest.fixture
def file(tmp_path: Path) -> LogFile:
    return LogFile(tmp_path / "hub.log")


def test_pages_go_back_from_the_end_without_a_gap(file: LogFile) -> None:
    file.path.write_text("".join(line(number) for number in range(1000)))
    first = file.before(None, LogFilter(), 100)
    assert [dict(entry.facts)["n"] for entry in first.entries] == [str(n) for n in range(900, 1000)]
    assert [dict(entry.facts)["n"] for entry in all_of(file, LogFilter(), 70)] == [str(n) for n in range(1000)]


def test_lines_of_libraries_and_tracebacks_belong_to_their_entry(file: LogFile) -> None:
    file.path.write_text(f"{line(1)}WARNING httpx2: slow\n{TRACE}\nstray words\n{line(2, 'error')}")
    entries = file.before(None, LogFilter()).entries
    assert [(entry.level, entry.event) for entry in entries] == [
        (Level.INFO, "tick"),
        (Level.WARNING, "slow"),
        (Level.ERROR, "tick"),
    ]
    assert entries[1].more == f"{TRACE}\nstray words"
    assert file.before(None, LogFilter(Level.ERROR)).entries == entries[2:]
    assert file.before(None, LogFilter(words="valueerror")).entries == entries[1:2]


def test_each_beginning_of_the_hub_is_an_entry_and_its_fingerprint_belongs_to_it(file: LogFile) -> None:
    said = [f"displayctl hub: https://127.0.0.1:{port} (data in /srv)" for port in (1, 2)]
    file.path.write_text(f"{line(1)}{said[0]}\nfingerprint of its authority: ab cd\n{said[1]}\n")
    entries = file.before(None, LogFilter()).entries
    assert [entry.event for entry in entries] == ["tick", *said]
    assert entries[1].more == "fingerprint of its authority: ab cd"
    assert file.after(0, LogFilter()).entries == entries


@settings(max_examples=60, deadline=None)
@given(
    lengths=st.lists(st.integers(0, 90), max_size=60),
    chunk=st.integers(8, 200),
    most=st.integers(1, 20),
    ends=st.booleans(),
)
def test_nothing_is_lost_or_doubled_wherever_pieces_end(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], chunk: int, most: int, ends: bool
) -> None:
    file = LogFile(tmp_path_factory.mktemp("log") / "hub.log")
    lines = [f"INFO x: {number} {'é' * length}" for number, length in enumerate(lengths)]
    file.path.write_text("\n".join(lines) + ("\n" if ends and lines else ""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_file, "CHUNK_BYTES", chunk)
        found = all_of(file, LogFilter(), most, budget=150)
    assert [f"INFO x: {entry.event}" for entry in found] == lines


def test_what_is_added_is_followed_and_a_new_file_is_noticed(file: LogFile) -> None:
    file.path.write_text(line(1))
    end = file.before(None, LogFilter()).ends
    with file.path.open("a") as more:
        more.write(line(2) + line(3)[:20])
    page = file.after(end, LogFilter())
    assert [dict(entry.facts)["n"] for entry in page.entries] == ["2"]
    with file.path.open("a") as more:
        more.write(line(3)[20:])
    assert [dict(entry.facts)["n"] for entry in file.after(page.ends, LogFilter()).entries] == ["3"]
    file.path.write_text(line(9))
    assert file.after(page.ends, LogFilter()).starts == 0


def test_a_place_in_time_is_found_in_a_long_file(file: LogFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "CHUNK_BYTES", 512)
    file.path.write_text("".join(line(number) + TRACE + "\n" for number in range(2000)))
    for wanted in (0, 1, 777, 1999):
        place = file.place_of(START + timedelta(seconds=wanted))
        assert [dict(e.facts)["n"] for e in file.before(place, LogFilter(), 1).entries] == [str(wanted - 1)][:wanted]
    assert file.place_of(START + timedelta(days=1)) == file.size_bytes()


def test_a_line_without_an_end_is_cut_and_what_follows_is_read(file: LogFile) -> None:
    file.path.write_bytes(b"\x00\xff" * (2 << 20) + b"\n" + line(5).encode())
    entries = all_of(file, LogFilter())
    assert dict(entries[-1].facts)["n"] == "5"
    assert sum(len(entry.event) + len(entry.more) for entry in entries) < 1 << 20


def test_one_page_reads_no_more_than_its_budget(file: LogFile) -> None:
    file.path.write_text(line(1) * 5000)
    page = file.before(None, LogFilter(words="nowhere"), budget=100_000)
    assert page.entries == ()
    assert 0 < page.ends - page.starts < 100_000 + log_file.CHUNK_BYTES


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "{", "[]", '{"level": 3, "event": null, "timestamp": "yesterday"}', "\x00"]
)
def test_odd_files_are_read(file: LogFile, text: str) -> None:
    file.path.write_text(text)
    for entry in file.before(None, LogFilter()).entries:
        assert event_words(entry) is not None


def test_a_missing_file_is_empty(file: LogFile) -> None:
    assert file.before(None, LogFilter()).entries == ()
    assert file.after(0, LogFilter()).entries == ()


def test_a_part_is_saved_without_secrets(file: LogFile, tmp_path: Path) -> None:
    file.path.write_text(line(1) + line(2, "error", "token=rahasia was refused") + line(3, "error"))
    target = tmp_path / "part.txt"
    assert export_entries(file, LogFilter(Level.ERROR), target) == 2
    text = target.read_text()
    assert "rahasia" not in text
    assert text.index("was refused") < text.index("n: 3")


def test_known_events_are_told_in_words() -> None:
    entry = LogEntry(START, Level.ERROR, "clockwork job failed", (("job", "backup"),), TRACE)
    assert "backup" in event_words(entry)
    assert event_words(entry) != entry.event
    assert TRACE in whole_words(entry)
    assert event_words(LogEntry(None, Level.INFO, "job failed")).count("?") == 1
    assert event_words(LogEntry(None, Level.INFO, "something", (("why", "so"),))) == "something  why: so"
