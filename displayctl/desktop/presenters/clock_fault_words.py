"""A clock that is wrong, in words: by how much, what that does, and where it is set."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_words, date_short, duration_words

translate = QCoreApplication.translate
LONG = timedelta(days=2)


def apart_words(apart: timedelta) -> str:
    """By how much the clock here is ahead of the hub's, or behind it where that is negative."""
    if apart > timedelta(0):
        words = translate("Clock", "The clock of this computer is {length} ahead of the hub's.")
    else:
        words = translate("Clock", "The clock of this computer is {length} behind the hub's.")
    return f"{words.format(length=_length(abs(apart)))} {_next_step()}"


def ahead_words(newest: datetime) -> str:
    """The clock here says that something was published in the future."""
    civil = newest.astimezone(office_zone())
    words = translate("Clock", "By the clock of this computer the last publication, of {when}, is still to come.")
    return f"{words.format(when=f'{date_short(civil.date())} {clock_words(civil)}')} {_next_step()}"


def _next_step() -> str:
    return translate(
        "Clock", "Set date and time of this computer right: what is meant by “today” and “now” here goes by them."
    )


def _length(length: timedelta) -> str:
    if length >= LONG:
        return translate("Clock", "{n} days").format(n=length.days)
    return duration_words(length)
