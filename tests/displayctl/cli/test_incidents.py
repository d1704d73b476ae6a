"""The record of emergencies as commands: listed, whole, on paper; and the office that heads it."""

from __future__ import annotations

from pathlib import Path

from tests.displayctl.cli.conftest import Run


def test_a_drill_is_listed_told_whole_and_put_on_paper(run: Run, refused: Run, tmp_path: Path) -> None:
    office = run("office", "set", "--name", "Kabupaten Banggai", "--drill-day", "28", "--no-reminder")
    assert (office["name"], office["drill_day"], office["drill_reminder"]) == ("Kabupaten Banggai", 28, False)
    assert run("office", "set", "--reminder", "--drill-hour", "7")["name"] == "Kabupaten Banggai"
    assert run("office", "show")["drill_hour"] == 7
    code, why = refused("office", "set", "--zone", "Mars/Utopia")
    assert (code, "no time zone" in why) == (2, True)

    drill = run("alert", "raise", "--template", "flood", "--drill", "--display", "Tugu Adipura", "--for", "5m")
    [listed] = [each for each in run("report", "incidents") if each["id"] == drill["id"]]
    assert (listed["drill"], listed["walls"], listed["shown"]) == (True, 1, 0)
    run("alert", "end", drill["id"], "--drill")
    paper = tmp_path / "latihan.pdf"
    whole = run("report", "incident", drill["id"], "--pdf", str(paper))
    assert [step["walls"][0]["name"] for step in whole["steps"]] == ["Tugu Adipura"]
    assert whole["steps"][0]["signers"][0]["name"]
    assert paper.read_bytes().startswith(b"%PDF")
    assert drill["id"] in [each["id"] for each in run("report", "drills")["drills"]]
    assert run("report", "alerts")["rows"] == []
    assert "no incident" in refused("report", "incident", "nothing")[1]
