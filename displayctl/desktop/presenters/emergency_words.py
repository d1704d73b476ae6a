"""Emergencies in words: sounds, what each wall has said of one, what to do where one has not, and how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from content.studio.emergency.message import Words
from displayctl.api.emergencies import AlertEnd, AlertInfo, AlertReceipt, Missing
from displayctl.desktop.presenters.words import clock_seconds_words, counted
from schedules.alert import AlertSound

translate = QCoreApplication.translate
FRAME_LETTERS = 8


@dataclass(frozen=True, slots=True)
class WallAnswer:
    """What is known of one wall: times and a digest as they stand in a table. `advice` is empty where all is well."""

    wall: str
    delivered: str
    shown: str
    frame: str
    ended: str
    state: str
    missing: bool = False
    advice: str = ""


def sound_words(sound: AlertSound) -> str:
    """What is heard at the walls."""
    return {
        AlertSound.NONE: translate("Emergencies", "No sound"),
        AlertSound.CHIME: translate("Emergencies", "Chime"),
        AlertSound.SIREN: translate("Emergencies", "Siren"),
    }[sound]


def wall_answer(info: AlertInfo, wall: str, name: str, zone: ZoneInfo) -> WallAnswer:
    """What one wall has said of an alert, and what to do where it has not."""
    receipt, missing = info.receipts.get(wall, AlertReceipt()), info.missing.get(wall)
    return WallAnswer(
        name,
        _moment(receipt.received_at, zone),
        _moment(receipt.shown_at, zone),
        receipt.frame[:FRAME_LETTERS],
        _moment(receipt.ended_at, zone),
        _state(receipt, missing, live=info.live),
        missing is not None,
        "" if missing is None else missing_advice(missing),
    )


def _state(receipt: AlertReceipt, missing: Missing | None, *, live: bool) -> str:
    if receipt.ended_at is not None:
        return {
            AlertEnd.EXPIRED: translate("Emergencies", "Over: its time was up"),
            AlertEnd.WITHDRAWN: translate("Emergencies", "Over: taken back"),
            AlertEnd.SUPERSEDED: translate("Emergencies", "Over: replaced"),
        }.get(receipt.why or AlertEnd.EXPIRED, "")
    if missing is not None:
        return {
            Missing.AWAY: translate("Emergencies", "MISSING: away"),
            Missing.SILENT: translate("Emergencies", "MISSING: silent"),
            Missing.NOT_SHOWN: translate("Emergencies", "MISSING: not shown"),
            Missing.NO_PLAYER: translate("Emergencies", "MISSING: no player"),
            Missing.NOT_GONE: translate("Emergencies", "TAKEN BACK: may still show it"),
        }[missing]
    if receipt.shown_at is not None:
        return translate("Emergencies", "On the wall")
    if receipt.received_at is not None:
        return translate("Emergencies", "Arrived")
    return translate("Emergencies", "On its way") if live else translate("Emergencies", "Never arrived")


def missing_advice(missing: Missing) -> str:
    """What a person can do about a wall that does not show it, or may not have let go of it."""
    return {
        Missing.AWAY: translate(
            "Emergencies", "Its player is not connected. Phone the place, or carry the message there on a USB stick."
        ),
        Missing.SILENT: translate(
            "Emergencies", "Its player is connected but does not answer. Phone the place and have it restarted."
        ),
        Missing.NOT_SHOWN: translate(
            "Emergencies", "The message has arrived but is not on the wall. Look at a picture of it under Walls."
        ),
        Missing.NO_PLAYER: translate("Emergencies", "No player is paired with this wall. Tell people there by phone."),
        Missing.NOT_GONE: translate(
            "Emergencies",
            "It has not said that the message is gone. Phone the place, or carry the end there by USB.",
        ),
    }[missing]


def tally_words(info: AlertInfo) -> str:
    """As ``Tampil di 10 dari 12 layar, 2 hilang``."""
    shown = sum(1 for wall in info.walls if (found := info.receipts.get(wall)) and found.shown_at is not None)
    one, many = (
        translate("Emergencies", "On {shown} of {count} wall"),
        translate("Emergencies", "On {shown} of {count} walls"),
    )
    words = counted(one, many, len(info.walls), shown=shown)
    if info.missing:
        more = translate("Emergencies", ", {count} missing")
        if not info.live:
            more = translate("Emergencies", ", {count} may still show it")
        words += more.format(count=len(info.missing))
    return words


def countdown_words(left: timedelta) -> str:
    """As ``09:12``, or ``1:09:12``; what is over is ``00:00``."""
    seconds = max(0, int(left.total_seconds()))
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def _moment(instant: datetime | None, zone: ZoneInfo) -> str:
    return "" if instant is None else clock_seconds_words(instant.astimezone(zone))


def text_words(words: Words, most: int = 180) -> str:
    """What one language says, in a line of at most so many characters."""
    text = " · ".join((words.headline, *words.points))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
