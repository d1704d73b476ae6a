"""What a wall plays by its programme, in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.explaining import until_words
from displayctl.desktop.presenters.outlook import Empty, Outlook, Run
from displayctl.desktop.presenters.words import clock_words, duration_words, weekday_long
from schedules.proof import ShowingKind

translate = QCoreApplication.translate


def booking_words(outlook: Outlook, zone: ZoneInfo) -> str:
    """As ``“Layanan pagi” sampai 09.00``."""
    name = run_name(outlook.now)
    if outlook.then is None:
        return translate("Home", "{booking}, for a day at least").format(booking=name)
    return f"{name}, {until_words(outlook.now.span.ends, zone)}"


def planned_words(outlook: Outlook, zone: ZoneInfo) -> str:
    """The same for a wall without a player, as ``Rencana: “Layanan pagi” sampai 09.00``."""
    return translate("Home", "Planned: {booking}").format(booking=booking_words(outlook, zone))


def then_words(outlook: Outlook, zone: ZoneInfo) -> str:
    """As ``Lalu 09.00: “Jam sibuk”``; empty where nothing else comes within a day."""
    if outlook.then is None:
        return ""
    at = clock_words(outlook.then.span.starts.astimezone(zone))
    return translate("Home", "Then {time}: {booking}").format(time=at, booking=run_name(outlook.then))


def run_name(run: Run) -> str:
    """What people call the booking."""
    if run.kind is ShowingKind.FILLER:
        return translate("Home", "Filler")
    if run.kind is ShowingKind.SLATE:
        return translate("Home", "House card")
    if run.kind is ShowingKind.CLOSED:
        return translate("Home", "Closed")
    return f"“{run.booking}”"


def empty_words(empty: Empty, zone: ZoneInfo) -> str:
    """As ``Tugu: kosong mulai Selasa 13.00–15.00, seluruhnya 12 j dalam 7 hari``."""
    starts, ends = empty.first.starts.astimezone(zone), empty.first.ends.astimezone(zone)
    words = translate("Home", "{wall} has only filler on {day} {starts}–{ends}; {total} in the next 7 days.")
    return words.format(
        wall=empty.name,
        day=weekday_long(starts.weekday()),
        starts=clock_words(starts),
        ends=clock_words(ends),
        total=duration_words(empty.total),
    )


def taken_words(taken_at: datetime, zone: ZoneInfo) -> str:
    """When a wall's own picture was taken, as ``Foto layar 13.05``."""
    return translate("Home", "Photo {time}").format(time=clock_words(taken_at.astimezone(zone)))


def computed_words() -> str:
    """That a picture is worked out and not seen."""
    return translate("Home", "Computed")
