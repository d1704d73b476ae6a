"""When something plays, as a sentence and as the cells of a table."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.airtimes import Airing, Airings
from displayctl.desktop.presenters.words import clock_words, counted, date_short, day_short, listed, weekday_short
from schedules.proof import ShowingKind

translate = QCoreApplication.translate
MOST_NAMES = 4


def found_words(found: Airings, names: dict[str, str], zone: ZoneInfo, *, in_draft: bool = False) -> str:
    """As ``Tayang berikutnya di Tugu, Sen 23 Nov 2026 08.00; 14 kali di 2 layar dalam 14 hari ke depan.``

    `in_draft`: it was looked for on air, and the draft books it.
    """
    following = found.next
    if following is None:
        if found.walls:
            return translate("Airtimes", "It is booked, and has no airtime in the next 14 days.")
        if in_draft:
            return translate("Airtimes", "It is booked in the draft, and on walls once that is published.")
        return translate("Airtimes", "It is booked on no wall.")
    words = counted(
        translate("Airtimes", "Next on {wall}, {when}; once in the next 14 days."),
        translate("Airtimes", "Next on {wall}, {when}; {count} times on {walls} in the next 14 days."),
        found.times,
        wall=names.get(following.display_id, following.display_id),
        when=moment_words(following.starts, zone),
        walls=_walls(found.on, names),
    )
    if found.times > len(found.found):
        words += " " + translate("Airtimes", "The first {count} are listed.").format(count=len(found.found))
    if found.left_out:
        one = translate("Airtimes", "{count} more wall has it, too.")
        words += " " + counted(one, translate("Airtimes", "{count} more walls have it, too."), found.left_out)
    return words


def last_words(ends: datetime | None, wall: str, zone: ZoneInfo) -> str:
    """As ``Terakhir di Tugu: Sen 23 Nov 2026 08.00``."""
    if ends is None:
        return translate("Airtimes", "Not shown in the last 31 days, by what the walls have told.")
    return translate("Airtimes", "Last on {wall}: {when}").format(wall=wall, when=moment_words(ends, zone))


def hours_words(airing: Airing, zone: ZoneInfo) -> str:
    """As ``08.00–09.00``; of an interrupt with its number of turns."""
    starts, ends = airing.starts.astimezone(zone), airing.ends.astimezone(zone)
    text = f"{clock_words(starts)}–{clock_words(ends)}"
    days = (ends.date() - starts.date()).days
    if days and ends.time() != ends.min.time():
        text += f" ({day_short(ends.date())})"
    if airing.kind is ShowingKind.INTERRUPT:
        one, many = translate("Airtimes", "{hours}, {count} turn"), translate("Airtimes", "{hours}, {count} turns")
        return counted(one, many, airing.turns, hours=text)
    return text


def booking_words(airing: Airing) -> str:
    """The slot's name, or that it is the filler."""
    return airing.slot_name or translate("Airtimes", "Filler")


def moment_words(instant: datetime, zone: ZoneInfo) -> str:
    """As ``Sen 23 Nov 2026 08.00``."""
    civil = instant.astimezone(zone)
    return f"{short_day_words(civil.date())} {clock_words(civil)}"


def short_day_words(day: date) -> str:
    """As ``Sen 23 Nov 2026``."""
    return f"{weekday_short(day.weekday())} {date_short(day)}"


def _walls(walls: tuple[str, ...], names: dict[str, str]) -> str:
    if len(walls) > MOST_NAMES:
        return translate("Airtimes", "{count} walls").format(count=len(walls))
    return listed([names.get(each, each) for each in walls])
