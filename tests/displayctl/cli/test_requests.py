"""Requests as commands: entered from a letter, looked at, decided, and answered on paper too."""

from __future__ import annotations

from pathlib import Path

from tests.displayctl.cli.conftest import Run
from tests.displayctl.hub.ground import picture_file


def test_a_letter_is_entered_refused_and_accepted_with_an_answer(
    run: Run, refused: Run, words: Run, tmp_path: Path
) -> None:
    letter = ("--letter", "12/SETDA", "--letter-date", "2026-11-20", "--contact", "Pak Budi")
    span = ("--from", "2026-11-23", "--to", "2026-11-30", "--display", "Tugu Adipura")
    poster = str(picture_file(tmp_path))
    made = run("request", "new", "Hari Jadi", "--agency", "setda", *letter, *span, "--attach", poster)
    assert (made["state"], made["files"], made["wish"]["walls"]) == ("new", 1, ["tugu-adipura"])
    assert made["id"] in words("request", "list", "jadi", "--state", "new")
    assert "no agency" in refused("request", "new", "x", "--agency", "tidak-ada")[1]
    assert "last day" in refused("request", "new", "x", "--agency", "setda", *span[2:], "--from", "2027-01-01")[1]
    assert "no state 'jadi'" in refused("request", "state", made["id"], "jadi")[1]
    assert "every rule" in refused("request", "state", "Hari Jadi", "accepted")[1]

    draft = words("request", "answer", made["id"], "--state", "declined", "--why", "jadwal penuh", "--dry-run")
    assert "jadwal penuh" in draft
    assert "Pak Budi" in draft
    assert run("request", "show", made["id"])["request"]["state"] == "new"
    assert run("request", "state", made["id"].lower(), "accepted", "--all-rules")["state"] == "accepted"
    paper = tmp_path / "jawaban.pdf"
    answered = run("request", "answer", made["id"], "--pdf", str(paper))
    assert (answered["state"], "kami setujui" in answered["answer"]) == ("accepted", True)
    assert paper.read_bytes().startswith(b"%PDF")
    shown = run("request", "show", made["id"])["request"]
    assert [step["kind"] for step in shown["steps"]] == ["asked", "file", "check", "state", "answer"]
