"""Other people's calendars: what becomes a slot, what cannot, and what a hostile file comes to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from displayctl.desk.calendars.english import say_action, say_remark, say_trouble
from displayctl.desk.calendars.lines import LARGEST_BYTES, MOST_EVENTS, read_calendar
from displayctl.desk.calendars.moments import Trouble
from displayctl.desk.calendars.plan import Action, Held, ImportPlan, Target, plan_import, slot_id_of, steps_of
from displayctl.desk.calendars.reading import Events, Refused, Remark, Wish, read_events
from displayctl.errors import CalendarRefused
from schedules.daypart import Hours
from schedules.recurrence import Recurrence
from schedules.slot import Slot

MAKASSAR = ZoneInfo("Asia/Makassar")
NOW, TODAY = datetime(2026, 11, 1, 3, tzinfo=UTC), date(2026, 11, 1)
TARGET = Target("umum", ("tugu",), {"posyandu": "posyandu-balita"})


def calendar(*events: str, head: str = "") -> bytes:
    """A file of these events, each given as the lines within it."""
    parts = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{parts}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(*events: str, head: str = "") -> Events:
    return read_events(read_calendar(calendar(*events, head=head)), MAKASSAR)


def one(event: str, head: str = "") -> Wish:
    found = read(event, head=head)
    assert not found.refused, found.refused
    (wish,) = found.wishes
    return wish


def refused(event: str, head: str = "") -> Refused:
    found = read(event, head=head)
    assert not found.wishes, found.wishes
    (why,) = found.refused
    return why


def plan(data: bytes, *slots: Slot) -> ImportPlan:
    held = Held({each.id: each for each in slots}, frozenset({"tugu"}), frozenset({"umum", "posyandu-balita"}))
    return plan_import(read_events(read_calendar(data), MAKASSAR), held, TARGET, NOW, TODAY)


MORNING = "DTSTART;TZID=Asia/Makassar:20261127T080000\nDTEND;TZID=Asia/Makassar:20261127T093000"


def test_an_event_becomes_a_slot_at_its_hours() -> None:
    wish = one(f"UID:a\nSUMMARY:Senam\\, bersama\n{MORNING}\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T000000Z")
    assert wish.name == "Senam, bersama"
    assert wish.hours == Hours(time(8), time(9, 30))
    assert wish.recurrence == Recurrence(date(2026, 11, 27), date(2026, 12, 31), "FREQ=WEEKLY;BYDAY=FR")


def test_a_name_has_no_marks_that_turn_what_is_shown_behind_it() -> None:
    wish = one(f"UID:a\nSUMMARY:Rapat\u202e  dinas\u2067\n{MORNING}")
    assert wish.name == "Rapat dinas"


def test_whole_days_are_all_day_and_several_of_them_a_range() -> None:
    single = one("UID:a\nSUMMARY:Libur\nDTSTART;VALUE=DATE:20261225")
    several = one("UID:b\nSUMMARY:Pameran\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261228")
    assert (single.hours, single.recurrence) == (None, Recurrence(date(2026, 12, 25)))
    assert several.recurrence == Recurrence(date(2026, 12, 25), date(2026, 12, 27))


@pytest.mark.parametrize(
    "zone",
    [
        "Singapore Standard Time",
        "/freeassociation.sourceforge.net/Asia/Makassar",
        "WITA",
        "(UTC+08:00) Kuala Lumpur\\, Singapore",
        '"Asia/Makassar"',
    ],
)
def test_time_zones_are_known_under_odd_names(zone: str) -> None:
    quoted = zone if zone.startswith('"') else f'"{zone}"'.replace("\\", "")
    wish = one(f"UID:a\nSUMMARY:Rapat\nDTSTART;TZID={quoted}:20261127T080000\nDURATION:PT1H")
    assert wish.hours == Hours(time(8), time(9))


def test_a_zone_that_only_the_file_knows_is_taken_where_its_clocks_never_change() -> None:
    head = (
        "BEGIN:VTIMEZONE\nTZID:Waktu Kantor\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\n"
        "TZOFFSETTO:+0700\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    wish = one("UID:a\nSUMMARY:Rapat\nDTSTART;TZID=Waktu Kantor:20261127T080000\nDURATION:PT1H", head)
    assert wish.hours == Hours(time(9), time(10))
    assert Remark.OTHER_ZONE in wish.remarks


def test_a_series_in_utc_moves_to_the_walls_day() -> None:
    wish = one(
        "UID:a\nSUMMARY:Pagi\nDTSTART:20261126T230000Z\nDTEND:20261127T000000Z\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3\n"
        "EXDATE:20261203T230000Z"
    )
    assert wish.hours == Hours(time(7), time(8))
    assert wish.recurrence.rule == "FREQ=WEEKLY;BYDAY=FR;COUNT=3"
    assert wish.recurrence.first == date(2026, 11, 27)
    assert wish.recurrence.except_dates == (date(2026, 12, 4),)


def test_a_date_that_was_moved_parts_from_its_series() -> None:
    found = read(
        f"UID:a\nSUMMARY:Senam\n{MORNING}\nRRULE:FREQ=WEEKLY;BYDAY=FR",
        "UID:a\nSUMMARY:Senam sore\nRECURRENCE-ID;TZID=Asia/Makassar:20261204T080000\n"
        "DTSTART;TZID=Asia/Makassar:20261205T160000\nDURATION:PT1H",
        "UID:a\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Asia/Makassar:20261211T080000\n"
        "DTSTART;TZID=Asia/Makassar:20261211T080000\nDURATION:PT1H",
    )
    single, series = found.wishes
    assert series.recurrence.except_dates == (date(2026, 12, 4), date(2026, 12, 11))
    assert (single.name, single.recurrence) == ("Senam sore", Recurrence(date(2026, 12, 5)))
    assert single.uid != series.uid
    assert single.remarks == (Remark.ONE_DATE_APART,)


@pytest.mark.parametrize(
    ("lines", "trouble"),
    [
        ("DTSTART:sometime", Trouble.NO_START),
        ("DTSTART:20261331T080000", Trouble.NO_START),
        ("DESCRIPTION:x", Trouble.NO_START),
        ("DTSTART:20261127T080000", Trouble.NO_LENGTH),
        ("DTSTART:20261127T080000\nDURATION:soon", Trouble.NO_LENGTH),
        ("DTSTART:20261127T080000\nDTEND:20261127T070000", Trouble.NO_LENGTH),
        ("DTSTART:20261127T080000\nDTEND:20261129T080000", Trouble.TOO_LONG),
        ("DTSTART;TZID=Mars/Olympus:20261127T080000\nDURATION:PT1H", Trouble.UNKNOWN_ZONE),
        ("DTSTART;TZID=Europe/Berlin:20261127T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY", Trouble.CHANGING_CLOCKS),
        ("DTSTART:20261126T230000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYMONTHDAY=26", Trouble.OTHER_DAYS),
        ("DTSTART:20261127T080000\nDURATION:PT1H\nRRULE:FREQ=HOURLY", Trouble.RULE),
        ("DTSTART:20261127T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=8,9", Trouble.RULE),
        ("DTSTART:20261127T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20200101", Trouble.RULE),
        ("DTSTART:20261127T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", Trouble.SEVERAL_RULES),
        ("DTSTART:20261127T080000\nDURATION:PT1H\nRDATE:20261128T090000", Trouble.OTHER_HOURS),
        (
            "DTSTART;VALUE=DATE:20261127\nDTEND;VALUE=DATE:20261129\nRRULE:FREQ=WEEKLY",
            Trouble.SEVERAL_DAYS,
        ),
        ("DTSTART:99991127T080000\nDURATION:PT1H", Trouble.OUT_OF_YEARS),
        (
            "DTSTART:20261127T080000\nDURATION:PT1H\nEXDATE:" + ",".join(["20261128T080000"] * 1001),
            Trouble.TOO_MANY_DATES,
        ),
        (
            "DTSTART:20261127T080000\nDURATION:PT1H\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261128T080000",
            Trouble.FROM_HERE_ON,
        ),
    ],
)
def test_what_cannot_be_said_here_is_refused_with_a_sentence(lines: str, trouble: Trouble) -> None:
    why = refused(f"UID:a\nSUMMARY:Rapat\n{lines}")
    assert (why.name, why.trouble) == ("Rapat", trouble)
    assert len(say_trouble(why)) > 20


def test_every_word_for_people_is_there() -> None:
    assert all(say_trouble(Refused("a", "", trouble)) for trouble in Trouble)
    assert all(say_remark(remark) for remark in Remark)
    assert all(say_action(action, done) for action in Action for done in (False, True))


def test_taking_in_the_same_file_again_adds_nothing_and_a_newer_one_changes() -> None:
    data = calendar(f"UID:rapat-1@dinkes\nSUMMARY:Posyandu\n{MORNING}")
    (first,) = plan(data).proposals
    assert first.action is Action.ADD
    assert first.after is not None
    assert first.after.playlist_id == "posyandu-balita"
    assert [each.action for each in plan(data, first.after).proposals] == [Action.SAME]
    moved = data.replace(b"T080000", b"T070000")
    (later,) = plan(moved, first.after).proposals
    assert later.action is Action.CHANGE
    assert later.after is not None
    assert (later.after.id, later.after.hours) == (first.after.id, Hours(time(7), time(9, 30)))


def test_what_was_called_off_is_taken_away() -> None:
    data = calendar(f"UID:rapat-1@dinkes\nSUMMARY:Posyandu\n{MORNING}")
    (first,) = plan(data).proposals
    assert first.after is not None
    off = data.replace(b"SUMMARY:", b"STATUS:CANCELLED\r\nSUMMARY:")
    assert [each.action for each in plan(off, first.after).proposals] == [Action.REMOVE]
    assert [each.action for each in plan(off).proposals] == [Action.GONE]
    (step,) = steps_of(plan(off, first.after).changing(), {first.after.id: 3})
    assert (step.operation, step.version) == ("delete", 3)


def test_what_is_over_is_left_out() -> None:
    data = calendar("UID:a\nSUMMARY:Dulu\nDTSTART:20250101T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3")
    assert [each.action for each in plan(data).proposals] == [Action.OVER]
    later = data.replace(b"20250101", b"20990101")
    assert [each.action for each in plan(later).proposals] == [Action.ADD]


def test_names_keep_within_bounds_and_letters() -> None:
    wish = one(f"UID:a\nSUMMARY:{'😀' * 300}\n{MORNING}")
    assert (len(wish.name), wish.remarks) == (200, (Remark.NAME_CUT,))
    assert one(f"UID:a\n{MORNING}").remarks == (Remark.NO_NAME,)


def test_ids_are_lasting_and_good_for_a_slot() -> None:
    assert slot_id_of("pagi@displayctl") == "pagi"
    assert slot_id_of("a@b") == slot_id_of("a@b") != slot_id_of("a@c")
    assert slot_id_of("../x@displayctl").startswith("ics-")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"<html>not found</html>",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n",
        b"BEGIN:VCALENDAR\nEND:VEVENT\n",
        b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 50,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 1) + b"END:VCALENDAR\n",
        b"BEGIN:VCALENDAR\n" + b" " * LARGEST_BYTES,
    ],
    ids=["nothing", "zeros", "html", "cut off", "nothing began", "deep", "many", "large"],
)
def test_what_is_no_calendar_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(CalendarRefused):
        read_calendar(data)


def test_a_zone_whose_rules_never_end_costs_nothing() -> None:
    head = (
        "BEGIN:VTIMEZONE\nTZID:Evil\nBEGIN:STANDARD\nDTSTART:00010101T000000\nRRULE:FREQ=SECONDLY\n"
        "TZOFFSETFROM:+0700\nTZOFFSETTO:+0800\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:00010101T000000\n"
        "RRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0800\nTZOFFSETTO:+0700\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )
    event = "UID:a\nSUMMARY:Rapat\nDTSTART;TZID=Evil:20261127T080000\nDURATION:PT1H"
    assert refused(event, head).trouble is Trouble.UNKNOWN_ZONE


@pytest.mark.parametrize("slot", ["AAAA", "W1tbW1tbW1s=", "bm90IGpzb24=", "e30=", "💥"])
def test_a_forged_slot_in_an_event_is_only_an_event(slot: str) -> None:
    wish = one(f"UID:a\nSUMMARY:Rapat\n{MORNING}\nX-DISPLAYCTL-SLOT:{slot}\nX-DISPLAYCTL-SEEN:x")
    assert (wish.slot, wish.untouched) == (None, False)


def test_old_mac_lines_and_marks_of_the_encoding_are_read() -> None:
    data = calendar(f"UID:a\nSUMMARY:Rapat\n{MORNING}").replace(b"\r\n", b"\r")
    assert len(read_calendar(b"\xef\xbb\xbf" + data).events) == 1
    assert len(read_calendar(data.decode().encode("utf-16")).events) == 1
