"""The ways in which the schedule is shown, and what each of them says."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.holidays_window import HolidaysWindow
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.widgets.recurrence_editor import KINDS
from displayctl.desktop.widgets.schedule_bar import Shown
from schedules.codec import holiday_set_from_dict
from schedules.recurrence import Recurrence
from tests.builders import hours
from tests.displayctl.desktop.schedule.hands import click, drag, point, schedule, slots, values
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub


def test_a_day_is_shown_alone_and_turned_by_days(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = schedule(window)
    page.show_view(Shown.DAY)
    canvas = page.week.canvas
    before = page.views.day
    page.turn(1)
    assert page.views.day == before + timedelta(days=1)
    drag(canvas, point(canvas, 0, 8 * 60 + 2), point(canvas, 0, 10 * 60))
    qtbot.waitUntil(lambda: len(slots(hub)) == 1, timeout=5000)
    assert values(hub)[0].recurrence.first == before + timedelta(days=1)
    assert page.grab().width() > 0


def test_the_broadcast_day_is_stepped_through_cue_by_cue_with_the_picture(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "pagi", "layanan", "tugu", "taman", hours=hours("06:00-12:00"))
    page = schedule(window)
    page.show_view(Shown.BROADCAST)
    strip, wall_id = page.views.broadcast.strip, page.displays[0].id
    page.strip.show_second(9 * 3600)
    qtbot.waitUntil(lambda: bool(page.strip.medium_shown(wall_id)), timeout=5000)
    qtbot.waitUntil(lambda: "09.00.00" in strip.accessibleDescription(), timeout=5000)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert page.strip.second == 9 * 3600 + 10
    strip.zoom(200)
    assert strip.view.left <= strip.instant < strip.view.right
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(strip.width() - 5, 120))
    assert page.strip.second > 9 * 3600 + 10
    assert strip.grab().width() > 0
    strip.show_whole_day()
    assert strip.view.left == strip.view.span.starts
    assert strip.grab().width() > 0


def test_the_panel_says_the_rule_in_both_languages_with_the_next_dates(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = schedule(window)
    canvas = page.week.canvas
    drag(canvas, point(canvas, 4, 8 * 60 + 2), point(canvas, 4, 10 * 60))
    qtbot.waitUntil(lambda: len(slots(hub)) == 1 and page.editor.slot_id != "", timeout=5000)
    form = page.editor.recurrence
    form.rhythm.setCurrentIndex(KINDS.index("weekly"))
    form.rhythm.activated.emit(KINDS.index("weekly"))
    assert form.sentence.text().startswith("Setiap Jumat pukul 08.00–10.00, mulai ")
    assert form.other_sentence.text().startswith("Every Friday from 08:00 to 10:00, from ")
    assert form.upcoming.text().count("Jum") == 5
    national = next(kept for kept in desk.catalogue.holidays if kept.id.startswith("libur-nasional"))
    form.holidays.tick([national.id])
    form.holidays.changed.emit()
    assert f"Setiap Jumat pukul 08.00–10.00, kecuali {national.value.name}" in form.sentence.text()
    page.editor.name.returnPressed.emit()
    qtbot.waitUntil(lambda: values(hub)[0].recurrence.except_holidays == (national.id,), timeout=5000)
    assert values(hub)[0].recurrence.rule == "FREQ=WEEKLY;BYDAY=FR"


def test_every_form_of_recurrence_is_shown_as_it_was_stored(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = schedule(window)
    monday = page.views.monday
    rules = (
        "FREQ=DAILY;INTERVAL=3;COUNT=7",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYWEEKNO=20",
        "",
    )
    for number, rule in enumerate(rules):
        add_slot(
            hub.client, f"r{number}", "layanan", recurrence=Recurrence(monday, rule=rule), hours=hours("08:00-09:00")
        )
    qtbot.waitUntil(lambda: len(page.slots()) == len(rules), timeout=5000)
    for number, rule in enumerate(rules):
        page.pick(f"r{number}")
        assert page.editor.value().recurrence == Recurrence(monday, rule=rule)
        assert not page.editor.can_save


def test_holidays_are_named_in_every_calendar(window: MainWindow, qtbot: QtBot) -> None:
    page = schedule(window)
    page.go_to(date(2026, 12, 25))
    header = page.week.header
    friday = page.week.canvas.geometry_px.left(4) + 5
    qtbot.waitUntil(lambda: "Natal" in header.words_at(friday), timeout=10_000)
    page.show_view(Shown.MONTH)
    cell = page.month.cell((date(2026, 12, 25) - date(2026, 11, 30)).days).center().toPoint()
    assert "Natal" in page.month.words_at(cell)


def test_national_holidays_are_taken_over_after_they_were_shown(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    asked = HolidaysWindow(desk, 2024, window)
    qtbot.addWidget(asked)
    qtbot.waitUntil(lambda: asked.list.topLevelItemCount() > 10, timeout=10_000)
    assert asked.take_button.isEnabled()
    asked.take()
    qtbot.waitUntil(lambda: any(kept.id == "libur-nasional-2024" for kept in desk.catalogue.holidays), timeout=5000)
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
    parts = [part for part in hub.client.parts(PartKind.HOLIDAYS) if part.id == "libur-nasional-2024"]
    assert date(2024, 8, 17) in holiday_set_from_dict(parts[0].value).dates
    assert not asked.take_button.isEnabled(), "all of it is there now"
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: all(kept.id != "libur-nasional-2024" for kept in desk.catalogue.holidays), timeout=5000)


def test_an_empty_hour_is_marked_and_told(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "pagi", "layanan", "tugu", "taman", hours=hours("06:00-12:00"))
    page = schedule(window)
    canvas = page.week.canvas
    beside = QPoint(round(canvas.geometry_px.left(2)) + 2, round(15.5 * 60 * canvas.geometry_px.minute_px))
    qtbot.waitUntil(lambda: canvas.words_at(beside).startswith("Jam kosong"), timeout=5000)
    assert canvas.grab().width() > 0


def test_the_keyboard_reaches_and_chooses_a_booking(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = schedule(window)
    monday = page.views.monday
    add_slot(hub.client, "satu", "layanan", recurrence=Recurrence(monday), hours=hours("08:00-09:00"))
    canvas = page.week.canvas
    qtbot.waitUntil(lambda: len(canvas.blocks) == 1, timeout=5000)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert page.editor.slot_id == "satu"
    QTest.keyClick(page.week.header, Qt.Key.Key_Right)
    click(canvas, point(canvas, 3, 12 * 60))
    assert page.views.day == monday + timedelta(days=3)
    assert page.strip.minute == 12 * 60
