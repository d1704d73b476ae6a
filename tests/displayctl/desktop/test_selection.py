"""Choosing many bookings on the calendar, and what moves them together: arithmetic without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from displayctl.desktop.presenters.selection import MOST_CHOSEN, Selection
from displayctl.desktop.presenters.week_layout import Block, Occurrence

MONDAY = date(2026, 11, 23)
EARLY, NOON, LATE = (Occurrence(name, MONDAY, minute, 60) for name, minute in (("a", 30), ("b", 720), ("c", 1380)))
ROW = [Block(each, 0, each.starts_minute, each.ends_minute) for each in (EARLY, NOON, LATE)]


def test_a_second_touch_with_ctrl_takes_it_away_again() -> None:
    both = Selection().toggled(EARLY).toggled(NOON)
    assert both.chosen == (EARLY, NOON)
    assert both.slot_id == "b"
    assert both.toggled(NOON).chosen == (EARLY,)


def test_shift_chooses_all_between_and_the_panel_shows_the_one_touched() -> None:
    down = Selection((EARLY,)).up_to(LATE, ROW)
    assert down.chosen == (EARLY, NOON, LATE)
    up = Selection((LATE,)).up_to(EARLY, ROW)
    assert set(up.chosen) == {EARLY, NOON, LATE}
    assert up.slot_id == "a"
    assert Selection().up_to(NOON, ROW).chosen == (NOON,)


def test_what_is_gone_is_not_chosen_any_more() -> None:
    assert Selection((EARLY, NOON)).still_there(ROW[1:]).chosen == (NOON,)


def test_moved_together_they_keep_their_distances_at_the_edge_of_the_day() -> None:
    drop = Selection((EARLY, NOON)).carried(1, -60)
    assert drop.after == (
        replace(EARLY, day=MONDAY + timedelta(days=1), starts_minute=0),
        replace(NOON, day=MONDAY + timedelta(days=1), starts_minute=690),
    )
    assert Selection().carried(1, 0).moves == ()


def test_stretched_together_none_is_shorter_than_a_step() -> None:
    drop = Selection((EARLY, replace(NOON, length_minutes=20))).stretched(-15, 15)
    assert [each.length_minutes for each in drop.after] == [45, 15]


def test_a_choice_has_a_bound() -> None:
    many = [Occurrence(f"s{number}", MONDAY, 0, 60) for number in range(MOST_CHOSEN + 10)]
    assert len(Selection().joined(many).chosen) == MOST_CHOSEN
