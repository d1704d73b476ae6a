"""What people type, read into values."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from displayctl.cli import reading
from schedules.errors import InvalidValue


@pytest.mark.parametrize(("text", "size"), [("640x384", (640, 384)), (" 3200X96 ", (3200, 96))])
def test_a_size_is_width_times_height(text: str, size: tuple[int, int]) -> None:
    assert reading.read_size(text) == size


@pytest.mark.parametrize("text", ["640", "640*384", "x", "-640x384", "640x384x2", "1e3x2"])
def test_what_is_no_size_is_told_with_an_example(text: str) -> None:
    with pytest.raises(InvalidValue, match="640x384"):
        reading.read_size(text)


@pytest.mark.parametrize("text", ["0+96", "+0+96"])
def test_an_offset_is_x_plus_y(text: str) -> None:
    assert reading.read_offset(text) == (0, 96)


def test_an_offset_to_the_left_is_refused() -> None:
    with pytest.raises(InvalidValue, match="offset"):
        reading.read_offset("-10+0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("07:30", time(7, 30)), ("7.30", time(7, 30)), ("24:00", time(0)), ("23:59:30", time(23, 59, 30))],
)
def test_a_time_of_day_is_read_in_both_spellings(text: str, expected: time) -> None:
    assert reading.read_time(text) == expected


@pytest.mark.parametrize("text", ["24:01", "7", "07:60", "noon", "07:30 pm", ""])
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(InvalidValue, match="07:30"):
        reading.read_time(text)


def test_hours_may_run_over_midnight() -> None:
    hours = reading.read_hours("22:00", "04:00")
    assert (hours.starts, hours.ends) == (time(22), time(4))


def test_hours_may_end_at_the_days_end() -> None:
    assert reading.read_hours("06:00", "24:00").ends == time(0)


@pytest.mark.parametrize(("starts", "ends"), [("10:00", "09:00"), ("07:00", "07:00")])
def test_hours_that_end_before_they_begin_are_taken_for_a_slip(starts: str, ends: str) -> None:
    with pytest.raises(InvalidValue, match=rf"not after.*write \+{ends}"):
        reading.read_hours(starts, ends)


def test_a_long_night_can_be_meant() -> None:
    assert reading.read_hours("10:00", "+09:00").ends == time(9)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon,tue", (0, 1)),
        ("sel, Sen", (0, 1)),
        ("weekdays", (0, 1, 2, 3, 4)),
        ("akhir-pekan", (5, 6)),
        ("fri-mon", (0, 4, 5, 6)),
        ("jumat", (4,)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_days_are_read_in_both_languages(text: str, days: tuple[int, ...]) -> None:
    assert reading.read_days(text) == days


@pytest.mark.parametrize("text", ["", "moon", "mon-", "mon--tue", "1"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(InvalidValue, match="weekday"):
        reading.read_days(text)


def test_rules_name_their_days() -> None:
    assert reading.rule_for((0, 4)) == "FREQ=WEEKLY;BYDAY=MO,FR"
    assert reading.rule_for((0, 1, 2, 3, 4, 5, 6)) == "FREQ=DAILY"


def test_dates_are_read_year_first() -> None:
    assert reading.read_date("2026-11-23") == date(2026, 11, 23)
    with pytest.raises(InvalidValue, match="2026-11-23"):
        reading.read_date("23/11/2026")


@pytest.mark.parametrize(
    "text", ["2026-11-23T09:00", "2026-11-23 09:00", "2026-11-23T01:00Z", "2026-11-23T08:00+07:00"]
)
def test_an_instant_is_civil_time_of_the_wall_unless_it_carries_an_offset(text: str) -> None:
    assert reading.read_instant(text, "Asia/Makassar") == datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "1969-12-31", "2200-01-01", "9999-12-31T23:59-14:00"])
def test_an_instant_of_another_age_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="1970 to 2199"):
        reading.read_instant(text, "Asia/Makassar")


def test_an_instant_in_an_unknown_zone_names_the_zone() -> None:
    with pytest.raises(InvalidValue, match="Asia/Luwuk"):
        reading.read_instant("2026-11-23T09:00", "Asia/Luwuk")


@pytest.mark.parametrize(
    ("text", "name", "duration"),
    [
        ("poster", "poster", None),
        ("poster:12", "poster", timedelta(seconds=12)),
        ("a:b:1.5", "a:b", timedelta(seconds=1.5)),
    ],
)
def test_an_item_may_say_how_long_it_shows(text: str, name: str, duration: timedelta | None) -> None:
    assert reading.read_item(text) == (name, duration)


@pytest.mark.parametrize("text", ["poster:0.1", "poster:0", "poster:99999"])
def test_an_item_of_no_time_at_all_or_of_days_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match=f"{text.partition(':')[2]} s in .* 0.5 to 86400 seconds"):
        reading.read_item(text)


@pytest.mark.parametrize("text", ["BCDF-GHJK", "bcdfghjk", " bcdf ghjk "])
def test_a_code_is_read_however_it_is_typed(text: str) -> None:
    assert reading.read_code(text) == "BCDF-GHJK"


@pytest.mark.parametrize("text", ["", "BCDF", "AEIO-UAEI", "BCDF-GHJKL"])
def test_what_is_no_code_is_told(text: str) -> None:
    with pytest.raises(InvalidValue, match="eight letters"):
        reading.read_code(text)
