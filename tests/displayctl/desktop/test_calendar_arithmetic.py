"""Where slots lie on the calendar, and what dragging makes of them: arithmetic without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from displayctl.desktop.presenters.slot_edits import (
    carried,
    copied_week,
    hours_at,
    is_series,
    moved_series,
    parted,
    shifted,
    stretched,
)
from displayctl.desktop.presenters.week_layout import (
    DAY_MINUTES,
    MOST_LANES,
    SNAP_MINUTES,
    Block,
    Occurrence,
    month_blocks,
    occurrences,
    snapped,
    week_blocks,
)
from schedules.recurrence import Recurrence, occurrence_dates
from schedules.slot import Slot, SlotKind
from tests.builders import hours, slot

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def once(id: str, when: str, day: date = MONDAY, **changes: object) -> Slot:
    return slot(id, "loop", recurrence=Recurrence(day), hours=hours(when), **changes)


def blocks(*slots: Slot) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in week_blocks(slots, {}, {}, MONDAY):
        found.setdefault(block.slot_id, []).append(block)
    return found


def test_a_slot_over_midnight_is_two_blocks_of_one_occurrence() -> None:
    night = blocks(once("night", "22:00-02:00"))["night"]
    assert [(block.column, block.top, block.bottom) for block in night] == [(0, 1320, 1440), (1, 0, 120)]
    assert night[0].occurrence is night[1].occurrence
    assert night[0].begins_here
    assert night[1].continues


def test_what_began_on_the_day_before_the_week_is_there() -> None:
    eve = blocks(once("eve", "23:00-01:00", MONDAY - timedelta(days=1)))["eve"]
    assert [(block.column, block.top, block.bottom) for block in eve] == [(0, 0, 60)]


def test_slots_that_begin_together_stand_side_by_side() -> None:
    found = blocks(once("a", "08:00-10:00"), once("b", "08:15-09:00"))
    assert {(b.lane, b.lanes) for b in (found["a"][0], found["b"][0])} == {(0, 2), (1, 2)}


def test_a_later_slot_lies_into_the_one_that_runs_so_that_both_names_are_seen() -> None:
    found = blocks(once("day", "06:00-22:00"), once("rush", "16:00-18:00"))
    assert (found["day"][0].indent, found["rush"][0].indent) == (0, 1)
    assert found["rush"][0].lanes == 1


def test_what_lies_over_a_block_is_known_to_it_so_that_no_words_are_painted_below() -> None:
    found = blocks(once("day", "06:00-22:00"), once("rush", "16:00-18:00"), once("late", "19:00-20:00"))
    covered = {name: pieces[0].covered_from for name, pieces in found.items()}
    assert covered == {"day": 16 * 60, "rush": None, "late": None}


def test_beside_each_other_only_those_are_covered_that_still_run() -> None:
    found = blocks(once("long", "06:00-22:00"), once("short", "06:00-07:00"), once("noon", "12:00-13:00"))
    assert (found["long"][0].covered_from, found["short"][0].covered_from) == (12 * 60, None)


def test_an_interrupt_has_the_edge_and_leaves_the_loops_their_width() -> None:
    weather = once("weather", "06:00-22:00", kind=SlotKind.INTERRUPT, plays_per_hour=4)
    found = blocks(once("day", "06:00-22:00"), weather)
    assert found["weather"][0].on_edge
    assert found["day"][0].lanes == 1


@given(st.lists(st.tuples(st.integers(0, 95), st.integers(1, 96)), max_size=25))
def test_no_two_blocks_of_a_group_share_a_lane(quarters: list[tuple[int, int]]) -> None:
    slots = []
    for number, (start, length) in enumerate(quarters):
        own = hours_at(start * SNAP_MINUTES, length * SNAP_MINUTES)
        slots.append(slot(f"s{number}", "loop", recurrence=Recurrence(MONDAY), hours=own))
    placed = week_blocks(slots, {}, {}, MONDAY)
    assert len({(b.column, b.slot_id) for b in placed}) == len(placed)
    for block in placed:
        assert 0 <= block.lane < block.lanes
        assert 0 <= block.top < block.bottom <= DAY_MINUTES
    for one in placed:
        for other in placed:
            together = one.column == other.column and one.top < other.bottom and other.top < one.bottom
            if one is not other and together and one.indent == other.indent:
                assert one.lane != other.lane


@given(st.integers(0, DAY_MINUTES - 1), st.integers(1, DAY_MINUTES))
def test_hours_keep_start_and_length(start: int, length: int) -> None:
    own = slot("s", "loop", recurrence=Recurrence(MONDAY), hours=hours_at(start, length))
    (happening,) = occurrences(own, {}, {}, MONDAY, MONDAY)
    assert (happening.starts_minute, happening.length_minutes) == (start, length)


@given(st.floats(-3000, 3000))
def test_the_hand_snaps_to_quarters_of_an_hour(minute: float) -> None:
    assert snapped(minute) % SNAP_MINUTES == 0
    assert abs(snapped(minute) - minute) <= SNAP_MINUTES / 2


def test_stretching_keeps_a_quarter_of_an_hour_and_a_day_at_most() -> None:
    happening = Occurrence("s", MONDAY, 600, 60)
    assert stretched(happening, top=700) == replace(happening, starts_minute=645, length_minutes=15)
    assert stretched(happening, bottom=500).length_minutes == 15
    assert stretched(happening, bottom=5000).length_minutes == DAY_MINUTES


def test_carrying_stays_within_the_new_day() -> None:
    happening = Occurrence("s", MONDAY, 600, 60)
    assert carried(happening, 2, -700) == replace(happening, day=MONDAY + timedelta(days=2), starts_minute=0)


def test_moving_a_weekly_series_by_a_day_turns_its_weekdays() -> None:
    weekly = Recurrence(MONDAY, rule="FREQ=WEEKLY;BYDAY=MO,SU", except_dates=(date(2026, 11, 30),))
    moved = shifted(weekly, 1)
    assert moved.rule == "FREQ=WEEKLY;BYDAY=MO,TU"
    before = occurrence_dates(weekly, {}, MONDAY, MONDAY + timedelta(days=27))
    after = occurrence_dates(moved, {}, MONDAY + timedelta(days=1), MONDAY + timedelta(days=28))
    assert after == tuple(day + timedelta(days=1) for day in before)


def test_a_series_moved_keeps_its_daypart_no_longer_but_its_length() -> None:
    own = once("s", "08:00-09:00")
    target = Occurrence("s", MONDAY + timedelta(days=1), 630, 90)
    moved = moved_series(own, Occurrence("s", MONDAY, 480, 60), target)
    assert moved.hours == hours("10:30-12:00")
    assert moved.recurrence.first == MONDAY + timedelta(days=1)


def test_hours_of_some_weekdays_are_moved_along_with_the_days() -> None:
    workdays = replace(hours("08:00-09:00"), weekdays=(0, 1, 2, 3, 4))
    own = slot("s", "loop", recurrence=Recurrence(MONDAY, rule="FREQ=DAILY"), hours=workdays)
    moved = moved_series(own, Occurrence("s", MONDAY, 480, 60), Occurrence("s", MONDAY + timedelta(days=1), 540, 60))
    assert moved.hours == replace(hours("09:00-10:00"), weekdays=(1, 2, 3, 4, 5))


def test_parting_one_day_leaves_the_series_without_it() -> None:
    series = slot("s", "loop", recurrence=Recurrence(MONDAY, rule="FREQ=DAILY"), hours=hours("08:00-09:00"))
    (happening,) = occurrences(series, {}, {}, MONDAY, MONDAY)
    rest, single = parted(series, happening, carried(happening, 0, 60), "new", NOW)
    assert is_series(rest)
    assert not is_series(single)
    assert MONDAY not in occurrence_dates(rest.recurrence, {}, MONDAY, MONDAY)
    assert single.hours == hours("09:00-10:00")


def test_copying_a_week_leaves_alone_what_recurs_by_itself() -> None:
    daily = slot("daily", "loop", recurrence=Recurrence(MONDAY, rule="FREQ=DAILY"), hours=hours("06:00-22:00"))
    single = once("single", "08:00-09:00", MONDAY + timedelta(days=2))
    target = MONDAY + timedelta(days=7)
    copies = copied_week((daily, single), {}, {}, (MONDAY, target), (("c1", "c2"), NOW))
    assert [(copy.id, copy.recurrence.first) for copy in copies] == [("c1", target + timedelta(days=2))]


def test_moving_a_series_on_days_of_the_month_moves_those_days() -> None:
    assert shifted(Recurrence(MONDAY, rule="FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3"), 2).rule == (
        "FREQ=MONTHLY;BYMONTHDAY=3,17;COUNT=3"
    )
    assert shifted(Recurrence(MONDAY, rule="FREQ=MONTHLY;BYDAY=1MO"), 1).rule == "FREQ=MONTHLY;BYDAY=1TU"
    assert shifted(Recurrence(MONDAY, rule="FREQ=MONTHLY;BYMONTHDAY=-1"), 1).rule == "FREQ=MONTHLY;BYMONTHDAY=-1"


def test_bookings_without_room_stand_as_one_with_their_number() -> None:
    many = [once(f"s{number:02}", "08:00-09:00") for number in range(MOST_LANES + 5)]
    many.append(once("long", "08:00-12:00"))
    placed = week_blocks(many, {}, {}, MONDAY)
    assert len(placed) == MOST_LANES
    (fold,) = [block for block in placed if block.folded]
    assert fold.folded == 7
    assert fold.lane == MOST_LANES - 1
    assert sum(block.folded or 1 for block in placed) == len(many)


def test_a_month_has_a_block_for_each_day_a_slot_begins_on() -> None:
    night = slot("night", "loop", recurrence=Recurrence(MONDAY, rule="FREQ=DAILY"), hours=hours("22:00-02:00"))
    placed = month_blocks((night, once("a", "08:00-09:00")), {}, {}, MONDAY, 42)
    assert [block.slot_id for block in placed[:3]] == ["a", "night", "night"]
    assert len(placed) == 43


def test_a_finer_step_snaps_finer() -> None:
    assert snapped(487.6, 5) == 490
    assert snapped(487.6, 30) == 480
    assert stretched(Occurrence("s", MONDAY, 600, 60), top=659, least=5).length_minutes == 5
