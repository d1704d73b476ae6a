"""Forms of recurrence: read from a rule, written as one, and the dates that follow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.desktop.presenters.repeats import NTHS, Repeat, next_dates, read_repeat, write_rule
from schedules.recurrence import HolidaySet, Recurrence

MONDAY = date(2026, 11, 23)
COUNTS, EVERY = st.integers(0, 20), st.integers(1, 9)
REPEATS = st.one_of(
    st.builds(Repeat, st.sampled_from(("daily", "yearly")), every=EVERY, count=COUNTS),
    st.builds(
        Repeat,
        st.just("weekly"),
        st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
        EVERY,
        count=COUNTS,
    ),
    st.builds(
        Repeat,
        st.just("monthly"),
        every=EVERY,
        days=st.sets(st.integers(1, 31)).map(lambda days: tuple(sorted(days))),
        count=COUNTS,
    ),
    st.builds(
        Repeat,
        st.just("nth"),
        st.integers(0, 6).map(lambda day: (day,)),
        EVERY,
        nth=st.sampled_from(NTHS),
        count=COUNTS,
    ),
)


@given(REPEATS)
def test_a_form_survives_being_written_and_read(repeat: Repeat) -> None:
    assert read_repeat(Recurrence(MONDAY, rule=write_rule(repeat))) == repeat


@pytest.mark.parametrize("rule", ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=MONTHLY;BYDAY=MO,TU", "FREQ=DAILY;UNTIL=20261231"])
def test_a_rule_of_another_make_is_kept_as_it_is(rule: str) -> None:
    repeat = read_repeat(Recurrence(MONDAY, rule=rule))
    assert (repeat.kind, write_rule(repeat)) == ("rule", rule)


def test_the_next_dates_leave_out_exceptions_and_begin_today() -> None:
    fridays = Recurrence(date(2026, 1, 2), rule="FREQ=WEEKLY;BYDAY=FR", except_holidays=("libur",))
    sets = {"libur": HolidaySet("libur", "Libur", (date(2026, 12, 25), date(2027, 1, 1)))}
    assert next_dates(fridays, sets, date(2026, 12, 12)) == (
        date(2026, 12, 18),
        date(2027, 1, 8),
        date(2027, 1, 15),
        date(2027, 1, 22),
        date(2027, 1, 29),
    )


def test_rare_dates_are_found_far_away_and_none_after_the_end() -> None:
    leap = Recurrence(date(2024, 2, 29), rule="FREQ=YEARLY")
    assert next_dates(leap, {}, MONDAY, 2) == (date(2028, 2, 29), date(2032, 2, 29))
    assert next_dates(Recurrence(date(2026, 1, 1)), {}, MONDAY) == ()


def test_a_set_that_is_gone_takes_nothing_away_and_hours_choose_among_the_days() -> None:
    daily = Recurrence(MONDAY, rule="FREQ=DAILY", except_holidays=("gone",))
    assert next_dates(daily, {}, MONDAY, 2) == (MONDAY, date(2026, 11, 24))
    assert next_dates(daily, {}, MONDAY, 2, weekdays=(5, 6)) == (date(2026, 11, 28), date(2026, 11, 29))
