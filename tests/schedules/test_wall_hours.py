"""When a wall is open and how bright it is: hours over midnight, exceptions, and nothing booked where it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.brightness import Brightness, BrightnessSpan
from schedules.codec import display_from_dict, display_to_dict
from schedules.compiler import compile_programme
from schedules.daypart import Hours
from schedules.dimming import brightness_at
from schedules.director import cue_at, direct
from schedules.display import Display
from schedules.errors import InvalidValue
from schedules.explain import explain
from schedules.legal import LegalBasis
from schedules.open_hours import open_at, open_spans
from schedules.opening import OpeningHours, OpenOnDates
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from schedules.span import Span
from tests import builders

DAY, EVENING = builders.hours("06:00-22:00"), builders.hours("18:00-02:00")
CHRISTMAS = date(2026, 12, 25)
BASIS = LegalBasis("Peraturan Bupati Banggai", 2026, "12", "Pasal 7")


def opened(*hours: Hours, exceptions: tuple[OpenOnDates, ...] = ()) -> Display:
    return builders.wall(opening=OpeningHours(hours, exceptions))


def programme(display: Display, *slots: object) -> Programme:
    return replace(builders.programme(), displays=(display,), slots=slots)  # type: ignore[arg-type]


def spans(display: Display, starts: str, ends: str) -> list[tuple[datetime, datetime]]:
    return [(each.starts, each.ends) for each in open_spans(display, builders.span(starts, ends))]


def test_a_wall_of_which_nobody_said_when_it_is_open_is_always_open() -> None:
    now = builders.at("2026-11-22 03:00")
    assert open_at(builders.wall(), now).is_open
    whole = builders.span("2026-11-22 00:00", "2026-11-29 00:00")
    assert open_spans(builders.wall(), whole) == (whole,)


def test_a_wall_is_open_in_its_hours_and_says_until_when() -> None:
    wall = opened(DAY)
    assert open_at(wall, builders.at("2026-11-22 06:00")) == open_at(wall, builders.at("2026-11-22 21:59"))
    assert open_at(wall, builders.at("2026-11-22 12:00")).until == builders.at("2026-11-22 22:00")
    closed = open_at(wall, builders.at("2026-11-22 22:00"))
    assert (closed.is_open, closed.until) == (False, builders.at("2026-11-23 06:00"))


def test_hours_over_midnight_belong_to_the_date_on_which_they_begin() -> None:
    wall = opened(EVENING, exceptions=(OpenOnDates((CHRISTMAS,)),))
    assert open_at(wall, builders.at("2026-12-25 01:30")).is_open, "what began on Christmas eve"
    assert not open_at(wall, builders.at("2026-12-25 19:00")).is_open
    assert not open_at(wall, builders.at("2026-12-26 01:00")).is_open
    assert open_at(wall, builders.at("2026-12-26 19:00")).is_open


def test_hours_that_touch_or_overlap_are_one_stretch() -> None:
    wall = opened(builders.hours("06:00-12:00"), builders.hours("11:00-14:00"), builders.hours("14:00-15:00"))
    assert spans(wall, "2026-11-22 00:00", "2026-11-23 10:00") == [
        (builders.at("2026-11-22 06:00"), builders.at("2026-11-22 15:00")),
        (builders.at("2026-11-23 06:00"), builders.at("2026-11-23 10:00")),
    ]


def test_on_some_dates_other_hours_hold_whatever_their_weekday() -> None:
    short = OpenOnDates((CHRISTMAS,), (replace(builders.hours("08:00-10:00"), weekdays=(0,)),))
    assert spans(opened(DAY, exceptions=(short,)), "2026-12-25 00:00", "2026-12-26 00:00") == [
        (builders.at("2026-12-25 08:00"), builders.at("2026-12-25 10:00"))
    ]


def test_a_wall_that_never_opens_is_asked_again_in_days() -> None:
    now = builders.at("2026-11-22 12:00")
    assert open_at(opened(), now) == open_at(opened(), now)
    assert (open_at(opened(), now).is_open, open_at(opened(), now).until) == (False, now + timedelta(days=8))
    weekdays = opened(replace(DAY, weekdays=(0, 1)))
    assert open_at(weekdays, builders.at("2026-11-26 12:00")).until == builders.at("2026-11-30 06:00")


def test_hours_that_a_clock_change_leaves_out_are_not_open() -> None:
    gone = replace(opened(builders.hours("02:10-02:50")), time_zone="Europe/Berlin")
    change = date(2026, 3, 29)
    day = builders.span(f"{change} 00:00", f"{change} 12:00", "Europe/Berlin")
    assert open_spans(gone, day) == ()


def test_nothing_plays_on_a_wall_that_is_closed() -> None:
    around = builders.span("2026-11-22 20:00", "2026-11-23 08:00")
    slots = builders.slot("pagi", "abc"), builders.interrupt("sela", "c", 6)
    compiled = compile_programme(programme(opened(DAY), *slots), "tugu", around)
    closed = [segment for segment in compiled.segments if segment.kind is ShowingKind.CLOSED]
    assert [(segment.span.starts, segment.span.ends) for segment in closed] == [
        (builders.at("2026-11-22 22:00"), builders.at("2026-11-23 00:00")),
        (builders.at("2026-11-23 00:00"), builders.at("2026-11-23 06:00")),
    ]
    assert {segment.kind for segment in compiled.segments} >= {ShowingKind.LOOP, ShowingKind.INTERRUPT}
    assert compiled.overlaps == ()
    cue = cue_at(compiled, builders.at("2026-11-23 03:00"))
    assert (cue.kind, cue.asset, cue.slot_id) == (ShowingKind.CLOSED, None, "")
    dark = direct(compiled, (), builders.at("2026-11-23 03:00"))
    assert (dark.kind, dark.until) == (ShowingKind.CLOSED, builders.at("2026-11-23 06:00"))
    night = builders.at("2026-11-23 02:00")
    alert = builders.alert(issued_at=night, effective=night, expires=night + timedelta(hours=1))
    assert direct(compiled, (alert,), night).kind is ShowingKind.ALERT


def test_compiling_two_touching_spans_of_a_wall_with_hours_tells_the_same_as_both_at_once() -> None:
    booked = programme(opened(EVENING), builders.slot("pagi", "abc"))
    whole = builders.span("2026-11-22 12:00", "2026-11-24 12:00")
    middle = builders.at("2026-11-23 05:00")
    parts = Span(whole.starts, middle), Span(middle, whole.ends)
    together = compile_programme(booked, "tugu", whole)
    for part in parts:
        alone = compile_programme(booked, "tugu", part)
        for segment in alone.segments:
            again = cue_at(together, segment.span.starts)
            assert (cue_at(alone, segment.span.starts).begins, segment.kind) == (again.begins, again.kind)


def test_a_booking_at_closed_hours_is_told_why_it_is_not_on_the_wall() -> None:
    booked = programme(opened(DAY), builders.slot("malam", "abc"))
    told = explain(booked, "tugu", builders.at("2026-11-23 03:00"))
    assert told.winner is None
    assert [(loser.rule, loser.detail) for loser in told.losers] == [
        (LosingRule.WALL_CLOSED, "The display 'Tugu' is closed at this hour.")
    ]
    assert explain(booked, "tugu", builders.at("2026-11-23 12:00")).winner is not None


def night(percent: int, text: str = "22:00-05:00", **changes: object) -> BrightnessSpan:
    return BrightnessSpan(replace(builders.hours(text), **changes), percent)  # type: ignore[arg-type]


def test_brightness_follows_the_hour_and_the_darkest_counts() -> None:
    wall = builders.wall(brightness=Brightness((night(60), night(30, "23:00-04:00"), night(50, "12:00-13:00"))))
    assert brightness_at(wall, builders.at("2026-11-22 09:00")).percent == 100
    assert brightness_at(wall, builders.at("2026-11-22 22:30")).until == builders.at("2026-11-22 23:00")
    assert brightness_at(wall, builders.at("2026-11-23 03:59")).percent == 30
    assert brightness_at(wall, builders.at("2026-11-23 04:00")).percent == 60
    assert brightness_at(wall, builders.at("2026-11-23 12:30")).percent == 50
    assert brightness_at(builders.wall(), builders.at("2026-11-23 03:00")).percent == 100
    sundays = builders.wall(brightness=Brightness((night(40, weekdays=(6,)),)))
    assert brightness_at(sundays, builders.at("2026-11-23 01:00")).percent == 40, "Sunday's night goes on"
    assert brightness_at(sundays, builders.at("2026-11-23 23:00")).percent == 100


@settings(max_examples=60)
@given(minutes=st.integers(0, 7 * 1440), hours=st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=3))
def test_hours_and_brightness_stay_until_they_say_they_change(minutes: int, hours: list[tuple[int, int]]) -> None:
    drawn = tuple(builders.hours(f"{starts:02}:30-{ends:02}:15") for starts, ends in hours)
    wall = opened(*drawn)
    if drawn:
        wall = replace(wall, brightness=Brightness(tuple(BrightnessSpan(each, 40) for each in drawn)))
    instant = builders.at("2026-11-22 00:00") + timedelta(minutes=minutes)
    opening, dimming = open_at(wall, instant), brightness_at(wall, instant)
    assert opening.until > instant < dimming.until
    for step in range(12):
        later = instant + timedelta(minutes=20) * step
        assert later >= opening.until or open_at(wall, later).is_open is opening.is_open
        assert later >= dimming.until or brightness_at(wall, later).percent == dimming.percent
    if drawn:
        assert opening.is_open is (dimming.percent == 40), "the same hours"


def test_a_rule_is_cited_as_people_write_it() -> None:
    assert BASIS.words() == "Peraturan Bupati Banggai Nomor 12 Tahun 2026, Pasal 7"
    assert LegalBasis("Surat Edaran Bupati", 2025).words() == "Surat Edaran Bupati Tahun 2025"


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("basis.regulation", lambda: LegalBasis(" ", 2026)),
        ("basis.year", lambda: LegalBasis("Perda", 26)),
        ("basis.number", lambda: LegalBasis("Perda", 2026, "1" * 41)),
        ("basis.article", lambda: LegalBasis("Perda", 2026, "1", "a\nb")),
        ("brightness.percent", lambda: night(4)),
        ("brightness.spans", lambda: Brightness(())),
        ("exceptions.dates", lambda: OpenOnDates(())),
        ("exceptions.hours", lambda: OpenOnDates((CHRISTMAS,), (DAY,) * 33)),
        ("opening.hours", lambda: OpeningHours((DAY,) * 33)),
        ("opening.exceptions", lambda: OpeningHours((DAY,), (OpenOnDates((CHRISTMAS,)),) * 2)),
        ("display.office", lambda: builders.wall(office="x" * 121)),
    ],
)
def test_a_value_out_of_bounds_is_named(field: str, make: Callable[[], object]) -> None:
    with pytest.raises(InvalidValue) as told:
        make()
    assert told.value.field == field


def test_what_people_decided_about_a_wall_comes_back_and_is_written_only_where_it_says_something() -> None:
    assert not {"opening", "brightness", "quiet_basis", "office"} & display_to_dict(builders.wall()).keys()
    decided = builders.wall(
        opening=OpeningHours(
            (DAY,), (OpenOnDates((CHRISTMAS,)), OpenOnDates((date(2026, 12, 31),), (EVENING,))), BASIS
        ),
        brightness=Brightness((night(40),), awas_full=False, basis=BASIS),
        quiet_basis=LegalBasis("Perda", 2024),
        office="Dinas Kominfo Kabupaten Banggai",
    )
    document = display_to_dict(decided)
    assert display_from_dict(document) == decided
    assert document["opening"]["exceptions"][0] == {"dates": ["2026-12-25"], "hours": []}
    assert document["quiet_basis"] == {"regulation": "Perda", "year": 2024}
