"""A booking in words: when it recurs, at which hours, and what it does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.desk.recurrence_words import recurrence_sentence
from displayctl.desktop.presenters.words import clock_words, counted, listed, weekday_short
from schedules.daypart import EVERY_DAY, Hours
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind

translate = QCoreApplication.translate


def spoken_language() -> str:
    """``id`` or ``en``: the language of the interface."""
    return "id" if QLocale().language() == QLocale.Language.Indonesian else "en"


def repeat_words(recurrence: Recurrence, holiday_names: Mapping[str, str] | None = None) -> str:
    """As ``Setiap Senin dan Rabu, 23 Nov 2026 sampai 31 Des 2026``; `holiday_names` are of holiday sets by id."""
    return recurrence_sentence(recurrence, spoken_language(), holiday_names)


def hours_words(hours: Hours | None, daypart_name: str = "") -> str:
    """As ``06.30–09.00``, ``22.00–05.00 (esok hari)``, ``Sepanjang hari`` or the daypart's name."""
    if hours is None:
        return daypart_name or translate("Slots", "All day")
    text = f"{clock_words(hours.starts)}–{clock_words(hours.ends)}"
    if hours.starts == hours.ends:
        return translate("Slots", "24 hours from {time}").format(time=clock_words(hours.starts))
    return text if hours.ends > hours.starts else translate("Slots", "{hours} (next day)").format(hours=text)


def week_hours_words(hours: Hours) -> str:
    """As ``21.00–06.00``, with the weekdays where they are not all."""
    words = hours_words(hours, "")
    if hours.weekdays == EVERY_DAY:
        return words
    return f"{words} · {listed([weekday_short(day) for day in hours.weekdays])}"


def kind_words(slot: Slot) -> str:
    """What the slot does: loops, or interrupts n times an hour."""
    if slot.kind is SlotKind.INTERRUPT:
        many = translate("Slots", "Interrupts {count} times an hour")
        return counted(translate("Slots", "Interrupts once an hour"), many, slot.plays_per_hour or 0)
    return translate("Slots", "Loops through its hours")
