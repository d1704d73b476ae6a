"""The tool windows of the schedule, each made from a desk alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.schedule_tools.absence_window import AbsenceWindow
from displayctl.desktop.schedule_tools.compare_window import CompareWindow
from displayctl.desktop.schedule_tools.import_window import ImportWindow
from displayctl.desktop.schedule_tools.print_window import PrintWindow
from displayctl.desktop.schedule_tools.programmes import OnAir
from displayctl.desktop.schedule_tools.search_window import SearchWindow

Maker = Callable[[Desk, QWidget], QDialog]
CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:posyandu@dinkes\r\nSUMMARY:Posyandu Kelurahan Luwuk\r\n"
    "DTSTART;TZID=Asia/Makassar:20991127T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
"""What an agency might send."""

LONGEST_RULE = 500


def today(desk: Desk) -> date:
    """The office's own."""
    return desk.clock.now().astimezone(office_zone()).date()


def _monday(desk: Desk) -> date:
    day = today(desk)
    return day - timedelta(days=day.weekday())


def _absence(desk: Desk, parent: QWidget) -> QDialog:
    """Of what the slot with the shortest rule shows, and why not a moment ago."""
    now, catalogue = desk.clock.now(), desk.catalogue
    medium_id, wall_id, span = catalogue.media[0].id, catalogue.displays[0].id, (now - timedelta(minutes=1), now)
    slots = [kept.value for kept in catalogue.slots]
    if slots:
        weekly = min(slots, key=lambda slot: len(slot.recurrence.rule) or LONGEST_RULE)
        playlist = catalogue.find(Topic.PLAYLIST, weekly.playlist_id)
        wall_id = weekly.display_ids[0]
        medium_id = playlist.value.entries[0].medium_id if playlist is not None else medium_id
    return AbsenceWindow(desk, medium_id, wall_id, span, parent=parent)


def _calendar(desk: Desk, parent: QWidget) -> QDialog:
    path = desk.installation.data / "posyandu.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    return ImportWindow(desk, path, parent)


def _search(desk: Desk, parent: QWidget) -> QDialog:
    window = SearchWindow(desk, OnAir(desk, parent), parent)
    window.look_for(desk.catalogue.media[-1].title)
    return window


OF_TIME: Mapping[str, Maker] = {
    "absence": _absence,
    "calendar-import": _calendar,
    "compare": lambda desk, parent: CompareWindow(desk, OnAir(desk, parent), _monday(desk), "", parent),
    "search": _search,
    "week-on-paper": lambda desk, parent: PrintWindow(desk, _monday(desk), "", parent),
}
