"""How a wall is doing, in words."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from rich.console import Console

from displayctl.api.wall_health import Checkup, HourFigures, WallHealth
from displayctl.cli.wall_health import told
from tests.displayctl.cli.conftest import Run

HOUR_MS = 3_600_000


def words(health: WallHealth, stats: dict[str, object], hours: int = 24) -> str:
    console = Console(width=200, file=io.StringIO(), record=True)
    console.print(told("Tugu", health, stats, hours).text)
    return console.export_text()


def test_hours_machine_and_check_up_are_told() -> None:
    hours = tuple(HourFigures(starts_ms=number * HOUR_MS, items=7, seam_max_ms=4.25) for number in (900, 899))
    checkup = Checkup(measured_at=datetime(2026, 11, 22, tzinfo=UTC), seconds=30, good=True, words=("H.264: yes",))
    health = WallHealth(display_id="tugu", hours=hours, checkup=checkup, warnings=("look at it",))
    stats = {"refresh_hz": 50.0, "memory_bytes": 210_000_000, "processes": 4, "safe_mode": "pictures"}
    text = words(health, stats)
    assert "50.0 refreshes a second, memory 210 MB in 4 processes" in text
    assert "in safe mode" in text
    assert "H.264: yes" in text
    assert text.count("4.2 ms") == 2
    assert words(health, stats, 1).count("4.2 ms") == 1
    answer = told("Tugu", health, stats, 1)
    assert answer.complaints == ("look at it",)


def test_a_wall_that_was_never_heard_of_says_what_to_do(run: Run) -> None:
    answer = run("fleet", "health", "tugu")
    assert (answer["hours"], answer["checkup"], answer["display_id"]) == ([], None, "tugu-adipura")
    assert "displayctl-player check" in words(WallHealth(display_id="tugu"), {})
