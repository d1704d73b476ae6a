"""Civil hours to UTC: over midnight, whole days, and the days on which clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.daypart import ALL_DAY, Daypart, Hours, civil_ticks, hours_span
from schedules.errors import InvalidValue
from schedules.instants import instant_at
from schedules.span import Span
from tests import strategies
from tests.builders import hours, span
from tests.schedules.oracle import first_instant_showing

BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
CHANGES = [
    (BERLIN, SPRING),
    (BERLIN, AUTUMN),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    (LORD_HOWE, date(2026, 4, 5)),
    (LORD_HOWE, date(2026, 10, 4)),
    ("America/Sao_Paulo", date(2018, 11, 4)),  # the leap at midnight: no 00:00 on that day
    ("Asia/Makassar", date(2026, 11, 22)),
]


def on(text: str, day: date, zone: str) -> Span | None:
    return hours_span(hours(text), day, ZoneInfo(zone))


def test_hours_are_read_on_the_walls_own_clocks() -> None:
    assert on("06:30-09:00", date(2026, 11, 22), "Asia/Makassar") == span("2026-11-22 06:30", "2026-11-22 09:00")


def test_hours_that_end_before_they_start_run_over_midnight() -> None:
    assert on("22:00-02:00", date(2026, 11, 22), "Asia/Makassar") == span("2026-11-22 22:00", "2026-11-23 02:00")


def test_equal_start_and_end_mean_24_hours() -> None:
    assert on("08:00-08:00", date(2026, 11, 22), "Asia/Makassar") == span("2026-11-22 08:00", "2026-11-23 08:00")


def test_the_hour_that_does_not_exist_is_skipped() -> None:
    assert on("02:15-02:45", SPRING, BERLIN) is None


def test_hours_that_reach_into_the_missing_hour_end_where_the_clocks_leap() -> None:
    found = on("01:30-02:30", SPRING, BERLIN)
    assert found == Span(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC))


def test_hours_that_begin_in_the_missing_hour_begin_where_the_clocks_leap() -> None:
    found = on("02:30-04:00", SPRING, BERLIN)
    assert found == Span(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), datetime(2026, 3, 29, 2, 0, tzinfo=UTC))


def test_a_time_that_clocks_show_twice_means_the_first() -> None:
    found = on("02:15-02:45", AUTUMN, BERLIN)
    assert found == Span(datetime(2026, 10, 25, 0, 15, tzinfo=UTC), datetime(2026, 10, 25, 0, 45, tzinfo=UTC))


def test_hours_over_the_doubled_hour_last_an_hour_longer() -> None:
    found = on("01:00-04:00", AUTUMN, BERLIN)
    assert found is not None
    assert found.length == timedelta(hours=4)


@pytest.mark.parametrize(
    ("zone", "day", "length"), [(BERLIN, SPRING, 23), (BERLIN, AUTUMN, 25), (LORD_HOWE, date(2026, 10, 4), 23.5)]
)
def test_all_day_is_as_long_as_the_civil_day(zone: str, day: date, length: float) -> None:
    found = hours_span(ALL_DAY, day, ZoneInfo(zone))
    assert found is not None
    assert found.length == timedelta(hours=length)


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_every_civil_time_is_the_first_instant_at_which_clocks_have_reached_it(zone: str, day: date) -> None:
    for minute in range(0, 1440, 15):
        at = time(minute // 60, minute % 60)
        assert instant_at(civil_ticks(day, at, ZoneInfo(zone))) == first_instant_showing(zone, day, at)


@given(st.sampled_from(CHANGES), strategies.quarters, strategies.quarters)
def test_the_spans_of_one_daypart_never_overlap_or_go_backwards(
    change: tuple[str, date], starts: time, ends: time
) -> None:
    zone, day = ZoneInfo(change[0]), change[1]
    days = [day + timedelta(days=shift) for shift in range(-3, 4)]
    spans = [found for day in days if (found := hours_span(Hours(starts, ends), day, zone))]
    for former, latter in pairwise(spans):
        assert former.ends <= latter.starts


@given(st.sampled_from(CHANGES), st.lists(strategies.quarters, min_size=3, max_size=3, unique=True))
def test_hours_that_touch_on_the_clock_touch_in_utc(change: tuple[str, date], times: list[time]) -> None:
    zone, day = ZoneInfo(change[0]), change[1]
    first, middle, last = sorted(times)
    whole = hours_span(Hours(first, last), day, zone)
    parts = [found for part in (Hours(first, middle), Hours(middle, last)) if (found := hours_span(part, day, zone))]
    if whole is None:
        assert parts == []
    else:
        assert (parts[0].starts, parts[-1].ends) == (whole.starts, whole.ends)
        assert all(former.ends == latter.starts for former, latter in pairwise(parts))


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Hours(time(8, 0, 0, 1), time(9)), "hours.starts"),
        (lambda: Hours(time(8), time(9, tzinfo=UTC)), "hours.ends"),
        (lambda: Hours(time(8), time(9), (1, 0)), "hours.weekdays"),
        (lambda: Hours(time(8), time(9), (7,)), "hours.weekdays"),
        (lambda: Hours(time(8), time(9), ()), "hours.weekdays"),
        (lambda: Daypart("pagi", "Pagi", ()), "daypart.hours"),
    ],
)
def test_bad_hours_are_named(make: object, field: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()  # type: ignore[operator]
    assert caught.value.field == field
