"""Booking by hand on the calendar, against a real hub."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from threading import Event

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.tasks import THREADS
from displayctl.desktop.widgets.recurrence_editor import KINDS
from displayctl.desktop.widgets.schedule_bar import Shown
from schedules.codec import slot_from_dict, slot_to_dict
from schedules.daypart import Hours
from schedules.slot import Slot
from tests.builders import hours
from tests.displayctl.desktop.schedule.hands import drag, point, schedule, slots
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub


def the_slot(hub: RunningHub) -> Slot:
    (part,) = slots(hub)
    return slot_from_dict(part.value)


def draw(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> SchedulePage:
    """A slot on the Wednesday of the week on show, from eight to ten."""
    page = schedule(window)
    canvas = page.week.canvas
    drag(canvas, point(canvas, 2, 8 * 60 + 2), point(canvas, 2, 10 * 60))
    qtbot.waitUntil(lambda: len(slots(hub)) == 1 and page.editor.slot_id != "", timeout=5000)
    return page


def test_dragging_on_the_calendar_books_airtime_at_the_hub(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    made = the_slot(hub)
    assert made.recurrence.first.weekday() == 2
    assert made.hours is not None
    assert (made.hours.starts.hour, made.hours.ends.hour) == (8, 10)
    assert set(made.display_ids) == {"tugu", "taman"}
    assert page.side.currentWidget() is page.editor


def test_undo_takes_the_booking_back_and_redo_brings_it_again(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    draw(window, hub, qtbot)
    before = the_slot(hub)
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: not slots(hub), timeout=5000)
    desk.edits.stack.redo()
    qtbot.waitUntil(lambda: len(slots(hub)) == 1, timeout=5000)
    assert the_slot(hub) == before


def test_a_block_is_moved_and_stretched_by_its_middle_and_edge(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = draw(window, hub, qtbot)
    canvas = page.week.canvas
    drag(canvas, point(canvas, 2, 9 * 60), point(canvas, 3, 11 * 60))
    qtbot.waitUntil(lambda: the_slot(hub).recurrence.first.weekday() == 3, timeout=5000)
    moved = the_slot(hub).hours
    assert moved is not None
    assert (moved.starts.hour, moved.ends.hour) == (10, 12)
    qtbot.waitUntil(lambda: canvas.blocks[0].column == 3, timeout=5000)
    drag(canvas, point(canvas, 3, 12 * 60 - 4), point(canvas, 3, 13 * 60 + 30))
    qtbot.waitUntil(lambda: the_slot(hub).hours != moved, timeout=5000)
    stretched = the_slot(hub).hours
    assert stretched is not None
    assert (stretched.starts.hour, stretched.ends.hour, stretched.ends.minute) == (10, 13, 30)


def test_the_delete_key_removes_the_chosen_slot(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    QTest.keyClick(page.week.canvas, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not slots(hub), timeout=5000)
    assert page.side.currentWidget() is not page.editor


def test_a_change_made_meanwhile_at_another_desk_is_told_and_stays(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = draw(window, hub, qtbot)
    (part,) = slots(hub)
    kept = desk.catalogue.find("slot", part.id)  # type: ignore[arg-type]
    mine = replace(slot_from_dict(part.value), name="Punya saya")
    theirs = replace(slot_from_dict(part.value), name="Punya meja lain")
    hub.client.put_part(PartKind.SLOT, part.id, slot_to_dict(theirs), part.version)
    with qtbot.waitSignal(desk.edits.refused, timeout=5000):
        desk.edits.replace(PartKind.SLOT, kept, mine, "Ubah")
    assert "di meja lain" in window.banner.text
    assert the_slot(hub).name == "Punya meja lain"
    qtbot.waitUntil(lambda: page.editor.name.text() == "Punya meja lain", timeout=5000)
    assert desk.edits.stack.count() == 1, "the refused change is no longer there to be undone"


def test_the_panel_changes_what_the_form_says(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    page.editor.name.setText("Jam sibuk")
    page.editor.priority.setValue(80)
    page.editor.recurrence.rhythm.setCurrentIndex(KINDS.index("weekly"))
    page.editor.recurrence.weekdays.show_days((0, 4))
    page.editor.name.returnPressed.emit()
    qtbot.waitUntil(lambda: the_slot(hub).name == "Jam sibuk", timeout=5000)
    changed = the_slot(hub)
    assert (changed.priority, changed.recurrence.rule) == (80, "FREQ=WEEKLY;BYDAY=MO,FR")


def test_the_panel_refuses_a_slot_without_a_wall(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    page.editor.walls.tick(())
    page.editor.walls.changed.emit()
    assert not page.editor.can_save


def test_a_part_of_the_day_is_not_taken_for_all_day_where_there_is_none(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = draw(window, hub, qtbot)
    page.editor.daypart.clear()
    page.editor.when.setCurrentIndex(1)
    page.editor.name.textEdited.emit("Layanan")
    assert not page.editor.can_save
    assert "bagian hari" in page.editor.trouble


def test_after_midnight_another_day_is_today_and_the_panel_is_there_before_it_is_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = schedule(window)
    today = page.views.today
    page.views.today -= timedelta(days=1)
    page.views.show_now()
    assert page.views.today == today
    qtbot.waitUntil(lambda: page.side.is_made, timeout=10_000)
    assert page.side.shown_id == ""


def test_a_booking_of_another_wall_is_shown_on_its_wall(window: MainWindow) -> None:
    page = schedule(window)
    page.show_view(Shown.BROADCAST)
    (shown,) = page.displays
    other = next(kept.id for kept in window._desk.catalogue.displays if kept.id != shown.id)
    page.tools.place_asked.emit("", page.views.day, other)
    assert [display.id for display in page.displays] == [other]
    assert page.views.chosen_wall == other
    page.show_wall("")


def test_the_hours_of_a_booking_that_is_shown_are_scrolled_to_unless_they_are_seen(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    window.resize(1366, 600)
    add_slot(hub.client, "malam", "layanan", "tugu", hours=Hours(time(22), time(23)))
    add_slot(hub.client, "sore", "layanan", "tugu", hours=Hours(time(20), time(22, 30)))
    page = schedule(window)
    qtbot.waitUntil(lambda: {"malam", "sore"} <= {b.slot_id for b in page.week.canvas.blocks}, timeout=5000)
    page.week.reveal(0)
    page.tools.place_asked.emit("malam", page.views.day, "")
    (block,) = (b for b in page.week.canvas.blocks if b.slot_id == "malam" and b.column == 0)
    seen = page.week.canvas.visibleRegion().boundingRect()
    assert seen.contains(page.week.canvas.geometry_px.rect(block).toRect().center())
    page.pick("sore")
    assert page.week.canvas.visibleRegion().boundingRect() == seen, "a part of it is in sight"


def test_copying_a_week_is_one_step_to_take_back(window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    first = the_slot(hub).recurrence.first
    monday = first - timedelta(days=first.weekday())
    page.copy_week(monday + timedelta(days=7))
    qtbot.waitUntil(lambda: len(slots(hub)) == 2, timeout=5000)
    assert {slot_from_dict(part.value).recurrence.first for part in slots(hub)} == {first, first + timedelta(days=7)}
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(slots(hub)) == 1, timeout=5000)


def test_the_loser_is_hatched_and_told_why(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", priority=10)
    add_slot(hub.client, "better", "layanan", "tugu", priority=90)
    page = schedule(window)
    canvas = page.week.canvas
    qtbot.waitUntil(lambda: any(b.hidden for b in canvas.blocks if b.slot_id == "base"), timeout=5000)
    assert not any(b.hidden for b in canvas.blocks if b.slot_id == "better")
    page.pick("base")
    assert "prioritas" in page.editor.conflicts.text()


def test_what_hides_a_booking_alike_on_several_days_is_told_once(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", priority=10)
    for hour in (8, 10, 12, 14):
        add_slot(hub.client, f"at-{hour}", "layanan", "tugu", hours=hours(f"{hour:02}:00-{hour + 1:02}:00"))
    page = schedule(window)
    page.pick("base")
    qtbot.waitUntil(lambda: "dan 1 lagi" in page.editor.conflicts.text(), timeout=5000)
    lines = page.editor.conflicts.text().splitlines()
    told = zip((8, 10, 12), lines[:3], strict=True)
    assert all(f"Sen–Min {hour:02}.00–{hour + 1:02}.00" in line for hour, line in told)
    assert len(lines) == 4


def test_what_plays_at_an_instant_is_answered_for_each_wall(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", priority=10)
    page = schedule(window)
    page.strip.show_second(9 * 3600)
    by_the_second = re.compile(r"sampai 09\.00\.\d\d")
    qtbot.waitUntil(lambda: by_the_second.search(page.strip.said("tugu")) is not None, timeout=5000)
    assert "base" in page.strip.said("tugu").casefold()
    assert page.strip.said("taman")


def test_an_answer_about_another_instant_is_not_shown(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", priority=10, hours=hours("08:00-09:00"))
    page = schedule(window)

    def said() -> str:
        return page.strip.said("tugu").casefold()

    for hour, plays in ((8, True), (12, False)):
        page.strip.show_second(hour * 3600)
        qtbot.waitUntil(lambda plays=plays: desk.tasks.under_way == 0 and ("base" in said()) is plays, timeout=5000)
    gate = Event()
    for _ in range(THREADS):
        desk.tasks.run(lambda: gate.wait(20))
    page.strip.show_second(8 * 3600)
    qtbot.waitUntil(lambda: desk.tasks.under_way > THREADS, timeout=5000)
    page.strip.show_second(12 * 3600)
    page.strip.findChild(QTimer).stop()  # nothing is asked of this instant
    gate.set()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
    assert "base" not in said()


def test_why_it_plays_stays_said_when_the_day_is_worked_out_after_it(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    gate = Event()
    desk.tasks.run(lambda: gate.wait(20), aside=True)
    page = schedule(window)
    page.strip.show_second(9 * 3600)
    qtbot.waitUntil(lambda: "\n" in page.strip.said("tugu").strip(), timeout=5000)
    add_slot(hub.client, "base", "layanan", "tugu", priority=10)
    qtbot.waitUntil(lambda: "base" in page.strip.said("tugu").casefold(), timeout=5000)
    gate.set()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
    qtbot.waitUntil(lambda: "base" in page.strip.said("tugu").casefold(), timeout=5000)


def test_month_and_week_show_the_same_slot(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = draw(window, hub, qtbot)
    page.show_view(Shown.MONTH)
    assert page.month.grab().width() > 0
    page.turn(1)
    page.go_to(date(2026, 1, 1))
    assert page.slots()


def test_a_new_slot_and_one_that_is_opened_by_enter_have_the_keyboard_where_they_begin(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = draw(window, hub, qtbot)
    first, room = page.editor.slot_id, page.editor._room.verticalScrollBar()
    page.new_slot()
    qtbot.waitUntil(lambda: page.editor.slot_id not in ("", first) and page.editor.name.hasFocus(), timeout=5000)
    qtbot.waitUntil(lambda: room.maximum() > 0, timeout=5000)
    room.setValue(room.maximum())
    page.pick(first)
    assert room.value() == 0, "another slot is read from its beginning"
    room.setValue(room.maximum())
    page.week.canvas.setFocus()
    QTest.keyClick(page.week.canvas, Qt.Key.Key_Return)
    assert page.editor.name.hasFocus()
    assert room.value() == 0
