"""A slot that is written for other calendars and read again is the same slot, whatever it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrule, rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from displayctl.desk.calendars.lines import read_calendar
from displayctl.desk.calendars.moments import Trouble
from displayctl.desk.calendars.plan import Action, Held, Target, plan_import
from displayctl.desk.calendars.reading import Remark, read_events
from displayctl.desk.calendars.writing import Surroundings, fields_of, write_calendar
from schedules.daypart import EVERY_DAY, Daypart, Hours
from schedules.programme import Programme
from schedules.recurrence import HolidaySet, Recurrence, occurrence_dates
from schedules.slot import DisplayException, Slot
from tests.builders import SUNDAY, hours, slot, wall
from tests.strategies import programmes

NOW = datetime(2026, 11, 1, 3, tzinfo=UTC)
TODAY = date(2026, 11, 1)
FRIDAY, HOLIDAY = date(2026, 11, 27), date(2026, 12, 25)
HOLIDAYS = HolidaySet("libur", "Libur nasional", (HOLIDAY, date(2027, 1, 1)))
RUSH = Daypart("sibuk", "Jam sibuk", (hours("06:30-09:00", (0, 1, 2, 3, 4)), hours("22:00-01:00")))
AROUND = Surroundings({"tugu": wall()}, {"abc": "Abc"}, {"sibuk": RUSH}, {"libur": HOLIDAYS})


def held(*slots: Slot, around: Surroundings = AROUND) -> Held:
    playlists = frozenset({"abc"} | {each.playlist_id for each in slots})
    return Held(
        {each.id: each for each in slots},
        frozenset(around.displays),
        playlists,
        frozenset(around.dayparts),
        around.holidays,
    )


def around(programme: Programme) -> Surroundings:
    return Surroundings(
        {display.id: display for display in programme.displays},
        {},
        {daypart.id: daypart for daypart in programme.dayparts},
        {each.id: each for each in programme.holidays},
    )


@settings(max_examples=25, deadline=None)
@given(programmes())
def test_slots_come_back_as_they_went(programme: Programme) -> None:
    there = around(programme)
    data, count = write_calendar(programme.slots, there, "Jadwal", NOW)
    events = read_events(read_calendar(data), ZoneInfo(programme.displays[0].time_zone))
    assert not events.refused
    assert len(events.wishes) == count
    empty = replace(held(*programme.slots, around=there), slots={})
    plan = plan_import(events, empty, Target("p0", ("wall",)), NOW, date(2026, 1, 1))
    made = {each.after.id: each.after for each in plan.proposals if each.after is not None}
    written = {each.id: each for each in programme.slots}
    assert made == {key: written[key] for key in made}
    again = plan_import(events, held(*programme.slots, around=there), Target("p0", ("wall",)), NOW, TODAY)
    assert {each.action for each in again.proposals} <= {Action.SAME}


RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;COUNT=9",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR,SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA",
    "FREQ=WEEKLY;UNTIL=20261220",
    "FREQ=MONTHLY;BYMONTHDAY=22,23,-1",
    "FREQ=MONTHLY;BYDAY=-1MO",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
)
weekdays = st.sampled_from(((0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (5,)))
recurrences = st.builds(
    Recurrence,
    first=st.dates(date(2026, 11, 1), date(2026, 11, 24)),
    last=st.sampled_from((None, date(2026, 12, 31))),
    rule=st.sampled_from(("", *RULES)),
    include_dates=st.sampled_from(((), (date(2026, 12, 26),), (date(2026, 12, 5), date(2026, 12, 6)))),
    except_dates=st.sampled_from(((), (FRIDAY, date(2026, 12, 7)))),
    except_holidays=st.sampled_from(((), ("libur",))),
)


@settings(max_examples=50, deadline=None)
@given(recurrences, weekdays)
def test_another_calendar_shows_the_same_dates(recurrence: Recurrence, days: tuple[int, ...]) -> None:
    """What dateutil, as any calendar, makes of the file is what the walls play in the next two months."""
    booked = slot("senam", "abc", hours=Hours(time(8), time(9), days), recurrence=recurrence)
    last = date(2027, 1, 15)
    expected = {
        day
        for day in occurrence_dates(recurrence, {"libur": HOLIDAYS}, date(2026, 11, 1), last)
        if day.weekday() in days
    }
    data, count = write_calendar((booked,), AROUND, "Jadwal", NOW)
    shown = _shown(data, last) if count else set()
    assert shown == expected


def _shown(data: bytes, last: date) -> set[date]:
    event: Any = Calendar.from_ical(data).walk("VEVENT")[0]
    starts = event["DTSTART"].dt
    dates = rruleset()
    dates.rdate(starts)
    if "RRULE" in event:
        dates.rrule(_rule(event["RRULE"].to_ical().decode(), starts))
    for name, add in (("RDATE", dates.rdate), ("EXDATE", dates.exdate)):
        lists = event.get(name, [])
        for each in lists if isinstance(lists, list) else [lists]:
            for moment in each.dts:
                add(moment.dt)
    until = datetime.combine(last, time(23, 59), starts.tzinfo)
    return {moment.date() for moment in dates.between(starts - timedelta(days=1), until)}


def _rule(text: str, starts: datetime) -> rrule:
    made = rrulestr(text, dtstart=starts)
    assert isinstance(made, rrule)
    return made


def test_a_daypart_becomes_an_event_for_each_of_its_hours_and_comes_back_as_one_slot() -> None:
    booked = slot("pagi", "abc", daypart_id="sibuk")
    data, count = write_calendar((booked,), AROUND, "Jadwal", NOW)
    assert (count, data.count(b"BEGIN:VEVENT")) == (1, 2)
    assert b"UID:pagi@displayctl\r\n" in data
    assert b"UID:pagi.1@displayctl\r\n" in data
    (wish,) = read_events(read_calendar(data), ZoneInfo("Asia/Makassar")).wishes
    assert wish.slot == booked
    assert wish.untouched


def test_without_its_part_of_the_day_and_its_holidays_a_slot_runs_when_its_event_does() -> None:
    """Taken in at another office, where neither is known, it is not one for all day and for holidays."""
    workdays = replace(
        AROUND, dayparts={"sibuk": Daypart("sibuk", "Jam sibuk", (hours("06:30-09:00", (0, 1, 2, 3, 4)),))}
    )
    rule = Recurrence(date(2026, 11, 2), rule="FREQ=DAILY", except_holidays=("libur",))
    data, _ = write_calendar((slot("pagi", "abc", daypart_id="sibuk", recurrence=rule),), workdays, "Jadwal", NOW)
    events = read_events(read_calendar(data), ZoneInfo("Asia/Makassar"))
    elsewhere = replace(held(), daypart_ids=frozenset(), holidays={})
    (proposal,) = plan_import(events, elsewhere, Target("abc", ("tugu",)), NOW, TODAY).proposals
    made = proposal.after
    assert made is not None
    assert (made.daypart_id, made.hours) == (None, hours("06:30-09:00"))
    days = occurrence_dates(made.recurrence, {}, HOLIDAY - timedelta(days=4), HOLIDAY + timedelta(days=4))
    assert [day.day for day in days] == [21, 22, 23, 24, 28, 29]
    assert proposal.remarks == (Remark.ELSEWHERE,)


def test_each_of_several_hours_is_booked_by_itself_where_their_daypart_is_not_known() -> None:
    data, _ = write_calendar((slot("pagi", "abc", daypart_id="sibuk", priority=80),), AROUND, "Jadwal", NOW)
    events = read_events(read_calendar(data), ZoneInfo("Asia/Makassar"))
    elsewhere, target = replace(held(), daypart_ids=frozenset()), Target("abc", ("tugu",))
    proposals = plan_import(events, elsewhere, target, NOW, TODAY).proposals
    made = [each.after for each in proposals if each.after is not None]
    assert [(each.daypart_id, each.hours, each.priority) for each in made] == [
        (None, replace(one, weekdays=EVERY_DAY), 80) for one in AROUND.dayparts["sibuk"].hours
    ]
    assert all(Remark.HOURS_APART in each.remarks for each in proposals)
    taken = replace(elsewhere, slots={each.id: each for each in made})
    again = plan_import(events, taken, target, NOW, TODAY).proposals
    assert [each.action for each in again] == [Action.SAME, Action.SAME]


def test_hours_that_were_called_off_alone_are_told() -> None:
    data, _ = write_calendar((slot("pagi", "abc", daypart_id="sibuk"),), AROUND, "Jadwal", NOW)
    head, second = data.rsplit(b"BEGIN:VEVENT", 1)
    called_off = head + b"BEGIN:VEVENT\r\nSTATUS:CANCELLED" + second
    events = read_events(read_calendar(called_off), ZoneInfo("Asia/Makassar"))
    assert ([*events.wishes], [each.trouble for each in events.refused]) == ([], [Trouble.PART_OF_DAYPART])


def test_a_wall_that_is_left_out_on_a_date_does_not_show_it() -> None:
    booked = slot("pagi", "abc", "08:00-09:00", exceptions=(DisplayException("tugu", (FRIDAY,)),))
    (whole,) = fields_of(booked, AROUND, TODAY)
    (of_wall,) = fields_of(booked, AROUND, TODAY, "tugu")
    assert whole is not None
    assert of_wall is not None
    assert (whole.excludes, of_wall.excludes) == ((), (FRIDAY,))


def test_the_zone_is_described_for_calendars_that_do_not_know_it() -> None:
    data, _ = write_calendar((slot("pagi", "abc", "08:00-09:00"),), AROUND, "Jadwal", NOW)
    text = data.decode()
    assert "BEGIN:VTIMEZONE\r\n" in text
    assert "TZOFFSETTO:+0800" in text
    assert f"DTSTART;TZID=Asia/Makassar:{SUNDAY:%Y%m%d}T080000" in text


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"T080000", b"T083000"), (b"SUMMARY:Pagi", b"SUMMARY:Pagi baru"), (b"FREQ=DAILY", b"FREQ=DAILY;INTERVAL=2")],
)
def test_what_another_calendar_changed_is_taken_over_the_rest_stays(before: bytes, after: bytes) -> None:
    booked = slot("pagi", "abc", "08:00-09:00", priority=80, volume=40)
    data, _ = write_calendar((booked,), AROUND, "Jadwal", NOW)
    assert before in data
    events = read_events(read_calendar(data.replace(before, after)), ZoneInfo("Asia/Makassar"))
    (proposal,) = plan_import(events, held(booked), Target("abc", ("tugu",)), NOW, TODAY).proposals
    assert proposal.action is Action.CHANGE
    assert proposal.after is not None
    assert proposal.after != booked
    assert (proposal.after.id, proposal.after.priority, proposal.after.volume) == ("pagi", 80, 40)
