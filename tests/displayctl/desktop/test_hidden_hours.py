"""Civil minutes in which bookings are hidden: exact over changes of the clock, and by few questions to the zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from displayctl.desktop.presenters.hidden_hours import CivilMinutes, HiddenHours, hidden_hours, with_hidden
from displayctl.desktop.presenters.week_layout import Block, Occurrence
from schedules.span import Span

MAKASSAR, BERLIN = ZoneInfo("Asia/Makassar"), ZoneInfo("Europe/Berlin")
MONDAY, SPRING, AUTUMN = date(2026, 11, 23), date(2026, 3, 23), date(2026, 10, 19)
"""Berlin's clock goes on at the end of the week of SPRING, and back at the end of that of AUTUMN."""
ZONES = [MAKASSAR, BERLIN, *(ZoneInfo(name) for name in ("Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"))]


class AskedZone(tzinfo):
    """Makassar's zone, which counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def utcoffset(self, instant: datetime | None) -> timedelta:
        self.asked += 1
        return timedelta(hours=8)

    def dst(self, instant: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, instant: datetime | None) -> str:
        return "WITA"


def at(day: date, clock: str, zone: ZoneInfo = MAKASSAR, fold: int = 0) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone).replace(fold=fold).astimezone(UTC)


def block(column: int, top: int, bottom: int, slot_id: str = "a") -> Block:
    return Block(Occurrence(slot_id, MONDAY + timedelta(days=column), top, bottom - top), column, top, bottom)


@given(
    st.sampled_from(ZONES),
    st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    st.integers(min_value=-1440 * 60, max_value=8 * 1440 * 60),
)
def test_minutes_are_those_that_the_zone_itself_gives(zone: ZoneInfo, monday: date, seconds: int) -> None:
    instant = datetime.combine(monday, time(0), UTC) + timedelta(seconds=seconds)
    civil = instant.astimezone(zone).replace(tzinfo=None) - datetime.combine(monday, time(0))
    assert CivilMinutes(monday, zone).of(instant) == round(civil.total_seconds() / 60)


def test_the_hour_that_does_not_exist_is_skipped_and_the_one_that_comes_twice_is_counted_once() -> None:
    spring, autumn = SPRING + timedelta(days=6), AUTUMN + timedelta(days=6)
    six_days = 6 * 1440
    gap = Span(at(spring, "01:30", BERLIN), at(spring, "03:30", BERLIN))
    assert hidden_hours({"a": [gap]}, SPRING, BERLIN).by_slot == {"a": ((six_days + 90, six_days + 210),)}
    assert gap.ends - gap.starts == timedelta(hours=1)
    twice = [Span(at(autumn, "02:00", BERLIN, fold), at(autumn, "02:30", BERLIN, fold)) for fold in (0, 1)]
    assert hidden_hours({"a": twice}, AUTUMN, BERLIN).by_slot == {"a": ((six_days + 120, six_days + 150),)}


def test_what_touches_is_one_range_and_blocks_are_cut_to_their_own_column() -> None:
    spans = [
        Span(at(MONDAY, "23:00"), at(MONDAY + timedelta(days=1), "01:00")),
        Span(at(MONDAY, "22:00"), at(MONDAY, "23:00")),
    ]
    hidden = hidden_hours({"a": spans}, MONDAY, MAKASSAR)
    assert hidden.by_slot == {"a": ((22 * 60, 25 * 60),)}
    cut = with_hidden(
        (block(0, 1200, 1440), block(1, 0, 600), block(2, 0, 600), block(0, 0, 1440, "b")), hidden, MONDAY
    )
    assert [each.hidden for each in cut] == [((1320, 1440),), ((0, 60),), (), ()]


def test_a_day_alone_has_the_hidden_hours_of_its_week() -> None:
    tuesday = MONDAY + timedelta(days=1)
    hidden = hidden_hours({"a": [Span(at(tuesday, "08:00"), at(tuesday, "09:00"))]}, MONDAY, MAKASSAR)
    (cut,) = with_hidden((block(0, 420, 600),), hidden, tuesday)
    assert cut.hidden == ((480, 540),)


def test_blocks_that_lose_nothing_are_the_same_blocks() -> None:
    whole = block(0, 0, 60)
    assert with_hidden((whole,), HiddenHours(), MONDAY)[0] is whole


def test_a_zone_is_asked_a_few_times_a_day_however_many_spans_there_are() -> None:
    zone, quarter = AskedZone(), timedelta(minutes=15)
    begins = [at(MONDAY, "00:00") + number * quarter for number in range(7 * 96)]
    lost = {str(number): [Span(each, each + quarter) for each in begins] for number in range(20)}
    found = hidden_hours(lost, MONDAY, zone)
    assert found.by_slot["0"] == ((0, 7 * 1440),)
    assert zone.asked < 60
