"""Whether what is about to be booked would ever be shown: said before it is booked, not when nobody sees it."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_A_WEEK = 7


def days_trouble(first: date, last: date, weekdays: tuple[int, ...], today: date) -> str:
    """What is wrong with these days; empty where they are well."""
    if last < first:
        return translate("BookingDays", "The last day is before the first one.")
    if last < today:
        return translate("BookingDays", "The last day is over already; choose a later one.")
    begins = max(first, today)
    left = min((last - begins).days + 1, _A_WEEK)
    if weekdays and not {(begins + timedelta(days=number)).weekday() for number in range(left)} & set(weekdays):
        return translate("BookingDays", "None of these days of the week lies within the dates; choose others.")
    return ""


def hours_trouble(starts: time, ends: time) -> str:
    """What is wrong with these hours, which may go past midnight."""
    if starts != ends:
        return ""
    return translate("BookingDays", "The hours begin and end at the same time; choose another end, or all day.")
