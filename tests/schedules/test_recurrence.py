"""Civil dates: rules as dateutil has them, exceptions, holidays, and rules that may not hang."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.errors import InvalidValue, UnknownName
from schedules.recurrence import HolidaySet, Recurrence, occurrence_dates
from schedules.rules import rule_dates
from tests.schedules.oracle import walked

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
LIBUR = HolidaySet("libur", "Libur nasional 2026", (date(2026, 11, 10), date(2026, 12, 25)))


def november(recurrence: Recurrence) -> list[int]:
    return [day.day for day in occurrence_dates(recurrence, {"libur": LIBUR}, *NOVEMBER)]


def test_without_a_rule_it_is_every_day_of_the_range() -> None:
    assert november(Recurrence(date(2026, 11, 28), date(2027, 1, 1))) == [28, 29, 30]


def test_without_rule_and_end_it_is_the_first_day_alone() -> None:
    assert november(Recurrence(date(2026, 11, 28))) == [28]
    assert november(Recurrence(date(2026, 10, 28))) == []


def test_nothing_happens_before_the_first_or_after_the_last_day() -> None:
    assert november(Recurrence(date(2026, 12, 1), rule="FREQ=DAILY")) == []
    assert november(Recurrence(date(2026, 1, 1), date(2026, 11, 2), "FREQ=DAILY")) == [1, 2]
    assert november(Recurrence(date(2026, 11, 26), rule="FREQ=WEEKLY;BYDAY=MO,SU")) == [29, 30]


def test_included_dates_and_holidays_are_added_inside_the_range() -> None:
    included = (date(2026, 11, 3), date(2026, 11, 7), date(2027, 3, 1))
    recurrence = Recurrence(date(2026, 11, 6), None, "FREQ=WEEKLY", include_dates=included, include_holidays=("libur",))
    assert november(recurrence) == [6, 7, 10, 13, 20, 27]


def test_taking_away_wins_over_adding() -> None:
    recurrence = Recurrence(
        date(2026, 11, 8),
        date(2026, 11, 12),
        include_dates=(date(2026, 11, 9),),
        include_holidays=("libur",),
        except_dates=(date(2026, 11, 9),),
        except_holidays=("libur",),
    )
    assert november(recurrence) == [8, 11, 12]


def test_an_unknown_holiday_set_is_named() -> None:
    with pytest.raises(UnknownName, match="holiday set 'cuti'"):
        november(Recurrence(date(2026, 11, 1), rule="FREQ=DAILY", except_holidays=("cuti",)))


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", date(2016, 3, 1), [6, 13, 20, 27]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", date(2016, 3, 4), [13, 27]),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2016, 3, 4), [27]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2016, 3, 4), [30]),
        ("FREQ=MONTHLY", date(2016, 1, 30), [30]),
        ("FREQ=MONTHLY", date(2016, 1, 31), []),
        ("FREQ=MONTHLY;INTERVAL=3", date(2016, 2, 5), [5]),
        ("FREQ=YEARLY", date(2016, 11, 9), [9]),
        ("FREQ=YEARLY;BYMONTH=11", date(2016, 3, 9), [9]),
        ("FREQ=YEARLY;BYWEEKNO=46;BYDAY=MO", date(2016, 3, 9), [9]),
        ("FREQ=YEARLY;BYYEARDAY=-40", date(2016, 3, 9), [22]),
        ("FREQ=DAILY;UNTIL=20261103", date(2016, 3, 9), [1, 2, 3]),
        ("FREQ=DAILY;UNTIL=20261003", date(2016, 3, 9), []),
        ("FREQ=DAILY;COUNT=3", date(2026, 10, 31), [1, 2]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3", date(2026, 11, 4), [6, 9, 13]),
        ("freq=daily;interval=10;wkst=su", date(2016, 3, 4), [7, 17, 27]),
    ],
)
def test_rules_begun_long_ago(rule: str, first: date, days: list[int]) -> None:
    assert november(Recurrence(first, rule=rule)) == days


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 15))}"]
    weekdays = ["MO", "TU,TH", "SA,SU"]
    if frequency in ("MONTHLY", "YEARLY"):
        weekdays += ["1MO", "-1FR", "2TU,-2WE"]
    choices = {
        "BYDAY": weekdays,
        "BYMONTH": ["2", "3,11", "12,1"],
        "BYMONTHDAY": ["1", "-1", "15,29"] if frequency != "WEEKLY" else [],
        "WKST": ["SU", "TH"],
        "COUNT": ["1", "7", "300"],
    }
    for name in draw(st.sets(st.sampled_from(sorted(choices)), max_size=3)):
        if choices[name]:
            parts.append(f"{name}={draw(st.sampled_from(choices[name]))}")
    if draw(st.booleans()) and "BYDAY" in ";".join(parts) and frequency in ("MONTHLY", "YEARLY"):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '2']))}")
    return ";".join(parts)


@settings(max_examples=60, deadline=None)
@given(rules(), st.dates(date(2014, 1, 1), date(2026, 12, 31)), st.integers(0, 300), st.integers(0, 60))
def test_the_dates_are_those_of_a_walk_from_the_first_day(rule: str, begins: date, skip: int, length: int) -> None:
    first = date(2026, 1, 1) + timedelta(days=skip)
    last = first + timedelta(days=length)
    expected = sorted(day for day in walked(_with_monday(rule), begins) if first <= day <= last)
    assert rule_dates(rule, begins, first, last) == tuple(expected)


def _with_monday(rule: str) -> str:
    """dateutil takes the first day of the week from a global setting where a rule has none."""
    return rule if "WKST" in rule else f"{rule};WKST=MO"


@pytest.mark.parametrize("first", [date(1970, 1, 1), date(2001, 1, 1), date(2026, 11, 1), date(2150, 6, 1)])
def test_the_calendar_moves_by_no_day_in_any_century(first: date) -> None:
    last = first + timedelta(days=800)
    mondays = rule_dates("FREQ=WEEKLY;BYDAY=MO", first, first, last)
    assert all(day.weekday() == 0 for day in mondays)
    assert len(mondays) in (114, 115)
    late = rule_dates("FREQ=YEARLY;COUNT=99", date(2001, 2, 28), date(2097, 1, 1), date(2098, 3, 1))
    assert late == (date(2097, 2, 28), date(2098, 2, 28))
    leap_days = rule_dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(1970, 1, 1), date(2096, 1, 1), date(2105, 1, 1))
    assert leap_days == (date(2096, 2, 29), date(2104, 2, 29))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=300",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR",
        "FREQ=DAILY;COUNT=10000;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR",
        "FREQ=DAILY;COUNT=10000",
        "FREQ=YEARLY;INTERVAL=1000",
    ],
)
def test_a_rule_that_never_or_hardly_happens_does_not_hang(rule: str) -> None:
    began = time.monotonic()
    for first in (date(1971, 1, 4), date(2026, 1, 3)):
        occurrence_dates(Recurrence(first, rule=rule), {}, *NOVEMBER)
    assert time.monotonic() - began < 2


def test_a_slot_begun_forty_years_ago_costs_no_forty_years() -> None:
    began = time.monotonic()
    for shift in range(200):
        rule_dates("FREQ=DAILY", date(1980, 1, 1), date(2026, 1, 1), date(2026, 2, 1) + timedelta(days=shift))
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("FREQ=HOURLY", "needs FREQ=DAILY"),
        ("BYDAY=MO", "needs FREQ=DAILY"),
        ("FREQ=DAILY;BYHOUR=3", "BYHOUR is not a part"),
        ("FREQ=DAILY;;", "has to be NAME=VALUE"),
        ("FREQ=DAILY;FREQ=WEEKLY", "each name once"),
        ("FREQ=DAILY;INTERVAL=0", "give 1 to 1000"),
        ("FREQ=DAILY;INTERVAL=1,2", "give 1 to 1000"),
        ("FREQ=DAILY;INTERVAL=-1", "give 1 to 1000"),
        ("FREQ=DAILY;COUNT=10001", "give 1 to 10000"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", "both COUNT and UNTIL"),
        ("FREQ=DAILY;UNTIL=20261331", "is not a date as 20261231"),
        ("FREQ=DAILY;UNTIL=20261231T000000Z", "is not a date as 20261231"),
        ("FREQ=DAILY;WKST=FUNDAY", "WKST=FUNDAY is not one of"),
        ("FREQ=DAILY;BYDAY=XX", "BYDAY=XX is not one of"),
        ("FREQ=WEEKLY;BYDAY=1MO", "only months and years"),
        ("FREQ=MONTHLY;BYDAY=54MO", "only months and years"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY does not go with this FREQ"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "no month 2 has a day 30"),
        ("FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=-31", "no month 4,6 has a day 31"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses among"),
        ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO", "BYWEEKNO does not go with numbered weekdays"),
        ("FREQ=DAILY;" + "X" * 500, "longer than 500"),
    ],
)
def test_a_rule_out_of_bounds_is_refused_with_the_reason(rule: str, complaint: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Recurrence(date(2026, 11, 1), rule=rule)
    assert complaint in str(caught.value)
    assert caught.value.field == "recurrence.rule"


def test_ranges_out_of_bounds_are_refused() -> None:
    with pytest.raises(InvalidValue, match=r"recurrence\.last: 2026-11-01 is before"):
        Recurrence(date(2026, 11, 2), date(2026, 11, 1))
    with pytest.raises(InvalidValue, match=r"recurrence\.first: 0001-01-01 is not a day from"):
        Recurrence(date(1, 1, 1))
    with pytest.raises(InvalidValue, match=r"recurrence\.last: 9999"):
        Recurrence(date(2026, 1, 1), date(9999, 12, 31))
