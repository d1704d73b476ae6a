"""What a publication would change on a wall, as a chip and a sentence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.desk.comparing import ChangeKind, FurtherChange, SlotChange, Subject
from displayctl.desktop.presenters.words import clock_words, date_short, duration_words, weekday_short

translate = QCoreApplication.translate
MOST_LETTERS = 200
"""Of a running text."""


def change_title(kind: ChangeKind) -> str:
    """What happens, in a word or two."""
    return {
        ChangeKind.NEW: translate("Changes", "New"),
        ChangeKind.REMOVED: translate("Changes", "Removed"),
        ChangeKind.MOVED: translate("Changes", "Other times"),
        ChangeKind.CONTENT: translate("Changes", "New contents"),
    }[kind]


def change_name(change: SlotChange) -> str:
    """Whose airtime changes."""
    return change.slot_name or translate("Changes", "Filler or house card")


def change_words(change: SlotChange, zone: ZoneInfo) -> str:
    """The rest of the line, as ``14 j dalam 7 hari ke depan, mulai Sen 23 Nov 2026 06.30``."""
    if change.kind is ChangeKind.REMOVED:
        words = translate("Changes", "had {before} in the next 7 days, gone from {when}")
    elif change.kind is ChangeKind.CONTENT:
        words = translate("Changes", "other contents from {when}; {after} in the next 7 days")
    elif change.kind is ChangeKind.NEW or change.airtime_before == change.airtime_after:
        words = translate("Changes", "{after} in the next 7 days, from {when}")
    else:
        words = translate("Changes", "{after} instead of {before} in the next 7 days, from {when}")
    return words.format(
        before=duration_words(change.airtime_before),
        after=duration_words(change.airtime_after),
        when=_when(change.first_difference.astimezone(zone)),
    )


def further_title(change: FurtherChange) -> str:
    """What happens to what is on no calendar, in a word."""
    return translate("Changes", "Changed") if change.kind is ChangeKind.CONTENT else change_title(change.kind)


def further_words(change: FurtherChange) -> str:
    """As ``Teks berjalan “Info”: Selamat datang`` or ``Jam buka``."""
    if change.subject is Subject.BOOKING:
        return translate("Changes", "{name} – without a change in the next 7 days").format(name=change.name)
    if change.subject is Subject.TICKER:
        text = change.text if len(change.text) <= MOST_LETTERS else f"{change.text[:MOST_LETTERS]}…"
        return translate("Changes", "Running text “{name}”: {text}").format(name=change.name, text=text)
    return {
        Subject.CANVAS: translate("Changes", "Picture area and logo"),
        Subject.HOURS: translate("Changes", "Opening hours"),
        Subject.BRIGHTNESS: translate("Changes", "Brightness"),
        Subject.SOUND: translate("Changes", "Sound and quiet hours"),
        Subject.PLAYER: translate("Changes", "Its player"),
    }.get(change.subject, translate("Changes", "Its name, office or place"))


def _when(civil: datetime) -> str:
    return f"{weekday_short(civil.weekday())} {date_short(civil.date())} {clock_words(civil)}"
