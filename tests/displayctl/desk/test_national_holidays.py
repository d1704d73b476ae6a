"""National holidays by name, and what taking them over comes to."""

from __future__ import annotations

from datetime import date

from displayctl.desk.national_holidays import DayOff, holiday_set_of, national_days, take_over
from schedules.recurrence import HolidaySet

INDEPENDENCE = date(2027, 8, 17)


def test_days_off_are_named_in_both_languages() -> None:
    indonesian = {named.day: named.name for named in national_days(2027, "id")}
    english = {named.day: named.name for named in national_days(2027, "en")}
    assert "Kemerdekaan" in indonesian[INDEPENDENCE]
    assert "Independence" in english[INDEPENDENCE]
    assert indonesian.keys() == english.keys()


def test_days_off_together_are_told_apart_from_national_holidays() -> None:
    makes = {named.make for named in national_days(2026)}
    assert makes == {DayOff.NATIONAL, DayOff.TOGETHER}


def test_years_out_of_bounds_have_none() -> None:
    assert national_days(1900) == ()
    assert holiday_set_of((), DayOff.NATIONAL, 1900) is None


def test_a_year_that_is_new_becomes_a_set_of_its_own() -> None:
    national = take_over(national_days(2027), 2027, {})[0]
    assert national.merged.id == "libur-nasional-2027"
    assert INDEPENDENCE in national.merged.dates
    assert national.changes


def test_what_the_office_added_stays_and_nothing_is_changed_twice() -> None:
    feast = date(2027, 7, 8)
    ours = HolidaySet("libur-nasional-2027", "Libur kami 2027", (feast,))
    plan = take_over(national_days(2027), 2027, {ours.id: ours})[0]
    assert plan.dropped == (feast,)
    assert feast in plan.merged.dates
    assert plan.merged.name == "Libur kami 2027"
    again = take_over(national_days(2027), 2027, {ours.id: plan.merged})[0]
    assert not again.changes
