"""Incidents in words: what came of one, and nothing where there is nothing to tell."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from displayctl.api.incidents import IncidentInfo
from displayctl.desktop.presenters.incident_words import reach_words
from tests.builders import at


@dataclass(frozen=True, slots=True)
class Came:
    shown: int
    median: float | None
    worst: float | None
    words: str


@pytest.mark.parametrize(
    "came",
    [
        Came(2, 0.31, 1.2, "Tayang di 2 dari 3 layar; tombol sampai layar 0,31 dtk, terlama 1,20 dtk"),
        Came(0, None, None, "Tayang di 0 dari 3 layar"),
    ],
    ids=["on walls", "on no wall"],
)
@pytest.mark.usefixtures("indonesian")
def test_how_fast_an_emergency_came_is_told_where_it_came_at_all(came: Came) -> None:
    info = IncidentInfo(
        id="banjir",
        headline="Banjir",
        kind="flood",
        level=3,
        drill=False,
        starts=at("2026-10-29 09:00"),
        ends=at("2026-10-29 10:00"),
        live=False,
        alerts=1,
        walls=3,
        shown=came.shown,
        median_seconds=came.median,
        worst_seconds=came.worst,
    )
    assert reach_words(info) == came.words
