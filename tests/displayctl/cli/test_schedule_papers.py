"""Paper, calendars and absences from the command line, on a real hub."""

from __future__ import annotations

from pathlib import Path

from tests.displayctl.cli.conftest import Run
from tests.fakes.small_disk import full, small_disk


def booked(run: Run, poster: Path, name: str) -> str:
    """A booking of a playlist of its own on the first wall; its id."""
    medium = run("library", "add", str(poster), "--title", f"Poster {name}")
    assert medium
    playlist = run("playlist", "create", f"Daftar {name}", f"Poster {name}")
    assert playlist
    made = run(
        *("schedule", "add", f"Daftar {name}", "--display", "Tugu Adipura", "--from", "08:00", "--to", "09:00"),
        *("--days", "fri", "--name", name),
    )
    return str(made["id"])


def test_a_week_is_printed_as_pdf(run: Run, refused: Run, poster: Path, tmp_path: Path) -> None:
    booked(run, poster, "Senam")
    out = tmp_path / "minggu.pdf"
    told = run("schedule", "print", "--wall", "Tugu Adipura", "--week", "2026-W48", "--out", str(out))
    assert (told["monday"], told["pages"] >= 1) == ("2026-11-23", True)
    assert out.read_bytes().startswith(b"%PDF-")
    code, words = refused("schedule", "print", "--week", "2026-W48", "--out", str(out))
    assert (code, "--wall" in words) == (2, True)
    assert refused("schedule", "print", "--wall", "tugu", "--week", "soon", "--out", str(out))[0] == 2


def test_bookings_go_out_as_a_calendar_and_come_back_the_same(run: Run, poster: Path, tmp_path: Path) -> None:
    slot_id = booked(run, poster, "Rapat")
    file = tmp_path / "jadwal.ics"
    assert run("schedule", "export-ics", str(file), "--wall", "Tugu Adipura")["slots"] >= 1
    arguments = ("schedule", "import-ics", str(file), "--playlist", "Daftar Rapat", "--wall", "Tugu Adipura")
    plan = run(*arguments)
    assert {each["action"] for each in plan["events"]} == {"same"}
    run("schedule", "remove", slot_id)
    again = run(*arguments, "--apply")
    assert [each["slot"]["id"] for each in again["events"] if each["action"] == "add"] == [slot_id]
    assert slot_id in {each["id"] for each in run("schedule", "list")}
    assert {each["action"] for each in run(*arguments)["events"]} == {"same"}


def test_one_entry_and_one_booking_are_spoken_of_as_one(run: Run, words: Run, poster: Path, tmp_path: Path) -> None:
    booked(run, poster, "Tunggal")
    assert words("playlist", "create", "Sendirian", "Poster Tunggal:10").rstrip().endswith("with 1 entry")
    told = words("playlist", "create", "Berdua", "Poster Tunggal:10", "Poster Tunggal:20")
    assert told.rstrip().endswith("with 2 entries")
    paper = tmp_path / "minggu.pdf"
    assert ": 1 page, the week of" in words("schedule", "print", "--wall", "Tugu Adipura", "--out", str(paper))


def test_on_a_full_disk_the_former_calendar_and_trail_stay_whole(refused: Run, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        calendar, trail = disk / "jadwal.ics", disk / "jejak.jsonl"
        for file in (calendar, trail):
            file.write_bytes(b"the former one")
        with full(disk):
            for command in (("schedule", "export-ics", str(calendar)), ("audit", "export", str(trail))):
                assert "no room is left" in refused(*command)[1]
        assert sorted(each.name for each in disk.iterdir()) == ["jadwal.ics", "jejak.jsonl"]
        assert {calendar.read_bytes(), trail.read_bytes()} == {b"the former one"}


def test_an_absence_is_explained_with_the_next_step(run: Run, words: Run, poster: Path) -> None:
    booked(run, poster, "Sela")
    found = run("explain-absence", "Poster Sela", "--wall", "Tugu Adipura")
    assert found["verdict"] in {"nothing-published", "not-published"}, "others may have published at this office"
    assert found["next_step"]
    assert "published" in words("explain-absence", "Poster Sela", "--wall", "Tugu Adipura")
