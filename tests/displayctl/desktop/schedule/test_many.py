"""Many bookings at once: chosen, moved, copied and deleted together, each as one step to take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from displayctl.desktop.application import HubFinder
from displayctl.desktop.bookings import Bookings
from displayctl.desktop.desk import Desk
from displayctl.desktop.link import HubAddress
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.presenters.selection import Drop
from displayctl.desktop.presenters.week_layout import Occurrence
from schedules.recurrence import Recurrence
from tests.builders import hours
from tests.displayctl.desktop.schedule.hands import ALT, CTRL, NONE, SHIFT, click, drag, point, schedule, slots, values
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

Booked = Callable[..., SchedulePage]


@pytest.fixture
def booked(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> Booked:
    """Books slots on days of the week on show (Monday is 0) and waits until the calendar has them."""

    def book(*when: tuple[int, str]) -> SchedulePage:
        page = schedule(window)
        for number, (day, span) in enumerate(when):
            first = page.views.monday + timedelta(days=day)
            add_slot(hub.client, f"s{number}", "layanan", recurrence=Recurrence(first), hours=hours(span))
        qtbot.waitUntil(lambda: len(page.week.canvas.blocks) == len(when), timeout=5000)
        return page

    return book


def days_of(hub: RunningHub) -> list[date]:
    return [slot.recurrence.first for slot in values(hub)]


def starts_of(hub: RunningHub) -> list[str]:
    return [f"{slot.hours.starts:%H:%M}-{slot.hours.ends:%H:%M}" for slot in values(hub) if slot.hours]


def test_chosen_with_ctrl_they_are_deleted_in_one_step(
    booked: Booked, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"), (1, "08:00-10:00"), (2, "08:00-10:00"))
    canvas = page.week.canvas
    click(canvas, point(canvas, 0, 540))
    click(canvas, point(canvas, 2, 540), CTRL)
    assert {each.slot_id for each in canvas.selection.chosen} == {"s0", "s2"}
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [part.id for part in slots(hub)] == ["s1"], timeout=5000)
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(slots(hub)) == 3, timeout=5000)


def test_a_rubber_band_chooses_what_it_touches_and_shift_all_between(booked: Booked) -> None:
    page = booked((0, "08:00-10:00"), (1, "08:00-10:00"), (4, "08:00-10:00"))
    canvas = page.week.canvas
    drag(canvas, point(canvas, 0, 420), point(canvas, 1, 500), CTRL)
    assert {each.slot_id for each in canvas.selection.chosen} == {"s0", "s1"}
    click(canvas, point(canvas, 0, 540))
    click(canvas, point(canvas, 4, 540), SHIFT)
    assert len(canvas.selection.chosen) == 3
    assert "s2" in canvas.accessibleDescription().casefold()


def test_dragged_together_they_are_moved_in_one_step(booked: Booked, hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    page = booked((0, "08:00-10:00"), (1, "09:00-10:00"))
    canvas = page.week.canvas
    QTest.keyClick(canvas, Qt.Key.Key_A, CTRL)
    drag(canvas, point(canvas, 0, 9 * 60), point(canvas, 2, 10 * 60))
    monday = page.views.monday
    qtbot.waitUntil(lambda: days_of(hub) == [monday + timedelta(days=2), monday + timedelta(days=3)], timeout=5000)
    assert starts_of(hub) == ["09:00-11:00", "10:00-11:00"]
    assert len(canvas.selection.chosen) == 2
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: days_of(hub) == [monday, monday + timedelta(days=1)], timeout=5000)


def test_dragged_sideways_a_booking_keeps_its_minute(booked: Booked, hub: RunningHub, qtbot: QtBot) -> None:
    """Its hour of 9.05 is no quarter, and nobody asked for another one."""
    canvas = booked((0, "09:05-10:05")).week.canvas
    drag(canvas, point(canvas, 0, 9 * 60 + 30), point(canvas, 1, 9 * 60 + 33))
    qtbot.waitUntil(lambda: starts_of(hub) == ["09:05-10:05"] and days_of(hub)[0].weekday() == 1, timeout=5000)
    drag(canvas, point(canvas, 1, 9 * 60 + 30), point(canvas, 1, 9 * 60 + 45))
    qtbot.waitUntil(lambda: starts_of(hub) == ["09:15-10:15"], timeout=5000)


def test_held_at_the_edge_of_what_is_seen_the_calendar_scrolls_on(
    booked: Booked, hub: RunningHub, qtbot: QtBot
) -> None:
    page = booked((0, "09:00-10:00"))
    canvas, bar = page.week.canvas, page.week.findChildren(QScrollArea)[0].verticalScrollBar()
    page.week.reveal(9 * 60)
    seen, here = bar.value(), point(canvas, 0, 9 * 60 + 30)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, here)
    for y in (here.y() + 40, seen + bar.pageStep() + 40):
        QTest.mouseMove(canvas, QPoint(here.x(), y))
    qtbot.waitUntil(lambda: bar.value() >= seen + 96, timeout=5000)
    QTest.mouseMove(canvas, QPoint(here.x(), bar.value() + bar.pageStep() // 2))
    at_rest = bar.value()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, here)
    qtbot.waitUntil(lambda: starts_of(hub) != ["09:00-10:00"], timeout=5000)
    assert bar.value() == at_rest
    assert starts_of(hub)[0] > "11:00"


def test_a_wheel_turned_while_a_booking_is_held_takes_it_along(booked: Booked, hub: RunningHub, qtbot: QtBot) -> None:
    page = booked((0, "09:00-10:00"))
    canvas, bar = page.week.canvas, page.week.findChildren(QScrollArea)[0].verticalScrollBar()
    page.week.reveal(9 * 60)
    here, hour_px = point(canvas, 0, 9 * 60 + 30), round(60 * canvas.geometry_px.minute_px)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, here)
    QTest.mouseMove(canvas, here + QPoint(0, 20))
    QTest.mouseMove(canvas, here)
    bar.setValue(bar.value() + 2 * hour_px)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, here + QPoint(0, 2 * hour_px))
    qtbot.waitUntil(lambda: starts_of(hub) == ["11:00-12:00"], timeout=5000)


def test_dragged_with_alt_a_copy_is_made_and_with_shift_it_snaps_to_five_minutes(
    booked: Booked, hub: RunningHub, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"))
    canvas = page.week.canvas
    drag(canvas, point(canvas, 0, 9 * 60), point(canvas, 1, 9 * 60), ALT)
    qtbot.waitUntil(lambda: len(slots(hub)) == 2, timeout=5000)
    qtbot.waitUntil(lambda: len(canvas.blocks) == 2, timeout=5000)
    click(canvas, point(canvas, 0, 9 * 60))
    drag(canvas, point(canvas, 0, 9 * 60), point(canvas, 0, 9 * 60 + 11), SHIFT)
    qtbot.waitUntil(lambda: starts_of(hub)[0] == "08:10-10:10", timeout=5000)


def test_keys_double_copy_paste_move_and_stretch(booked: Booked, hub: RunningHub, qtbot: QtBot) -> None:
    page = booked((0, "08:00-10:00"))
    canvas, monday = page.week.canvas, page.views.monday
    click(canvas, point(canvas, 0, 540))
    QTest.keyClick(canvas, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: days_of(hub) == [monday, monday + timedelta(days=1)], timeout=5000)
    QTest.keyClick(canvas, Qt.Key.Key_C, CTRL)
    page.go_to(monday + timedelta(days=8))
    QTest.keyClick(canvas, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: monday + timedelta(days=8) in days_of(hub), timeout=5000)
    qtbot.waitUntil(lambda: len(canvas.blocks) == 1, timeout=5000)
    QTest.keyClick(canvas, Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: starts_of(hub)[-1] == "08:15-10:15", timeout=5000)
    QTest.keyClick(canvas, Qt.Key.Key_Down, CTRL | SHIFT | ALT)
    qtbot.waitUntil(lambda: starts_of(hub)[-1] == "08:15-10:20", timeout=5000)


def test_of_a_series_it_asks_which_days_are_meant(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = schedule(window)
    monday = page.views.monday
    weekly = Recurrence(monday, rule="FREQ=DAILY")
    add_slot(hub.client, "harian", "layanan", recurrence=weekly, hours=hours("08:00-10:00"))
    canvas = page.week.canvas
    qtbot.waitUntil(lambda: len(canvas.blocks) == 7, timeout=5000)
    click(canvas, point(canvas, 1, 540))
    click(canvas, point(canvas, 3, 540), CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    question = page.booking.question
    assert question is not None
    question.actions()[0].trigger()
    question.close()
    skipped = (monday + timedelta(days=1), monday + timedelta(days=3))
    qtbot.waitUntil(lambda: values(hub)[0].recurrence.except_dates == skipped, timeout=5000)
    assert "2 hari" in window.banner.text
    assert "dihapus" not in window.banner.text, "the series is still there"


def test_of_several_series_it_is_said_that_they_miss_days_and_not_that_they_are_gone(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = schedule(window)
    weekly, canvas = Recurrence(page.views.monday, rule="FREQ=DAILY"), page.week.canvas
    for name, span in (("pagi", "08:00-10:00"), ("siang", "11:00-13:00")):
        add_slot(hub.client, name, "layanan", recurrence=weekly, hours=hours(span))
    qtbot.waitUntil(lambda: len(canvas.blocks) == 14, timeout=5000)
    click(canvas, point(canvas, 1, 540))
    click(canvas, point(canvas, 3, 720), CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    question = page.booking.question
    assert question is not None
    question.actions()[0].trigger()
    question.close()
    qtbot.waitUntil(lambda: all(slot.recurrence.except_dates for slot in values(hub)), timeout=5000)
    assert "tidak tayang lagi pada hari yang dipilih" in window.banner.text


def test_a_series_of_which_no_day_is_left_is_gone_and_comes_back_with_undo(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = schedule(window)
    monday, canvas = page.views.monday, page.week.canvas
    add_slot(hub.client, "dua", "layanan", recurrence=Recurrence(monday, monday + timedelta(days=1)))
    qtbot.waitUntil(lambda: len(canvas.blocks) == 2, timeout=5000)
    click(canvas, point(canvas, 0, 540))
    click(canvas, point(canvas, 1, 540), CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    question = page.booking.question
    assert question is not None
    question.actions()[0].trigger()
    question.close()
    qtbot.waitUntil(lambda: not slots(hub), timeout=5000)
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(slots(hub)) == 1, timeout=5000)
    assert not values(hub)[0].recurrence.except_dates


def test_a_series_all_of_whose_days_are_moved_goes_on_as_the_same_slot(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = schedule(window)
    monday, canvas = page.views.monday, page.week.canvas
    both = Recurrence(monday, monday + timedelta(days=1))
    add_slot(hub.client, "dua", "layanan", recurrence=both, hours=hours("08:00-10:00"))
    qtbot.waitUntil(lambda: len(canvas.blocks) == 2, timeout=5000)
    happenings = tuple(Occurrence("dua", monday + timedelta(days=day), 480, 120) for day in (0, 1))
    moves = tuple((each, replace(each, starts_minute=600)) for each in happenings)
    Bookings(desk).move_these(Drop(moves))
    qtbot.waitUntil(lambda: len(slots(hub)) == 2, timeout=5000)
    assert {each.id for each in values(hub)} > {"dua"}
    assert starts_of(hub) == ["10:00-12:00", "10:00-12:00"]


def test_what_is_dragged_while_the_hub_is_away_is_kept_and_stored_later(
    booked: Booked, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"))
    canvas, monday = page.week.canvas, page.views.monday
    there = HubFinder(hub.installation, hub.url).locate()
    said: list[str] = []
    desk.edits.delayed.connect(said.append)
    desk.hub.move(HubAddress("http://127.0.0.1:1", "token"))
    try:
        drag(canvas, point(canvas, 0, 9 * 60), point(canvas, 2, 9 * 60))
        qtbot.waitUntil(lambda: desk.edits.waiting == 1, timeout=5000)
        QTest.keyClick(canvas, Qt.Key.Key_Down, CTRL)
        qtbot.waitUntil(lambda: desk.edits.waiting == 2, timeout=5000)
        assert len(said) == 2
        assert canvas.blocks[0].column == 2, "what was done stays to be seen"
        assert days_of(hub) == [monday]
    finally:
        desk.edits.delayed.disconnect(said.append)
        desk.hub.move(there)
        desk.catalogue.use(desk.hub.client)
    desk.edits.send_waiting()
    qtbot.waitUntil(lambda: not desk.edits.waiting, timeout=5000)
    assert (days_of(hub), starts_of(hub)) == ([monday + timedelta(days=2)], ["08:15-10:15"])
