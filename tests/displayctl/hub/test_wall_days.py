"""A wall's hours become days in its own time zone, with what its machine said of itself meanwhile."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from displayctl.api.wall_health import HourFigures
from displayctl.hub.heartbeats import Heartbeat
from displayctl.hub.machine_notes import HOURS_KEPT, MachineFigures, MachineNotes, figures_of
from displayctl.hub.wall_days import days_of

WITA = ZoneInfo("Asia/Makassar")
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
"""Twelve o'clock in Luwuk."""


def hour(starts: datetime, **figures: object) -> HourFigures:
    return HourFigures.model_validate({"starts_ms": round(starts.timestamp() * 1000), **figures})


def test_an_hour_belongs_to_the_civil_day_of_the_wall_in_which_it_begins() -> None:
    late = datetime(2026, 11, 20, 15, tzinfo=UTC)  # 23.00 in Luwuk
    days = days_of([hour(late + timedelta(hours=1), items=5), hour(late, items=7)], WITA)
    assert [(day.day, day.items) for day in days] == [(date(2026, 11, 20), 7), (date(2026, 11, 21), 5)]


def test_counts_are_summed_and_of_figures_the_worst_stays() -> None:
    first = hour(NOON, dropped=2, seam_max_ms=9.5, memory_bytes_max=10, free_bytes_min=5, temperature_c_max=61.5)
    second = hour(NOON + timedelta(hours=1), dropped=1, seam_max_ms=80.0, memory_bytes_max=30, free_bytes_min=9)
    (day,) = days_of([first, second], WITA)
    assert (day.hours, day.dropped, day.seam_max_ms) == (2, 3, 80.0)
    assert (day.memory_bytes_max, day.free_bytes_min, day.temperature_c_max) == (30, 5, 61.5)


def test_of_an_older_player_nothing_is_made_up() -> None:
    (day,) = days_of([hour(NOON, items=1)], WITA)
    assert (day.memory_bytes_max, day.free_bytes_min, day.temperature_c_max) == (None, None, None)
    assert days_of([], WITA) == ()


def beat(**stats: object) -> Heartbeat:
    return Heartbeat.model_validate({"type": "heartbeat", "sent_ms": 0, "free_bytes": 900, "stats": stats})


def test_heartbeats_of_an_hour_are_added_to_its_figures() -> None:
    notes = MachineNotes()
    notes.note("tugu", NOON, figures_of(beat(memory_bytes=500, temperature_c=55.0)))
    notes.note("tugu", NOON + timedelta(minutes=30), figures_of(beat(memory_bytes=700, temperature_c=48.0)))
    notes.note("tugu", NOON + timedelta(hours=1), figures_of(beat(memory_bytes=9000)))
    told = notes.added_to("tugu", hour(NOON, items=3))
    assert (told.items, told.memory_bytes_max, told.free_bytes_min, told.temperature_c_max) == (3, 700, 900, 55.0)
    assert notes.added_to("taman", hour(NOON)) == hour(NOON)


def test_what_nobody_would_believe_counts_as_not_told() -> None:
    for stats in ({"memory_bytes": True, "temperature_c": "hot"}, {"memory_bytes": -1, "temperature_c": 4000.0}):
        assert figures_of(beat(**stats)) == MachineFigures(free_bytes=900)


def test_no_more_than_two_days_are_remembered() -> None:
    notes = MachineNotes()
    for number in range(HOURS_KEPT + 1):
        notes.note("tugu", NOON + timedelta(hours=number), MachineFigures(memory_bytes=1))
    assert notes.added_to("tugu", hour(NOON)).memory_bytes_max is None
    assert notes.added_to("tugu", hour(NOON + timedelta(hours=1))).memory_bytes_max == 1
