"""What taking in somebody's calendar would do, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.desk.calendars.moments import Trouble
from displayctl.desk.calendars.plan import Action
from displayctl.desk.calendars.reading import Refused, Remark

translate = QCoreApplication.translate


def action_words(action: Action) -> str:
    """What becomes of an event, in a word or two."""
    return {
        Action.ADD: translate("Calendars", "New"),
        Action.CHANGE: translate("Calendars", "Changed"),
        Action.REMOVE: translate("Calendars", "Called off"),
        Action.SAME: translate("Calendars", "There already"),
        Action.OVER: translate("Calendars", "Over"),
        Action.GONE: translate("Calendars", "Called off, not booked here"),
    }[action]


def remark_words(remark: Remark) -> str:
    """What was made simpler."""
    return {
        Remark.NO_NAME: translate("Calendars", "had no name"),
        Remark.NAME_CUT: translate("Calendars", "name shortened"),
        Remark.OTHER_ZONE: translate("Calendars", "hours at the walls"),
        Remark.ONE_DATE_APART: translate("Calendars", "one date of a series"),
        Remark.UNREADABLE_LINES: translate("Calendars", "some lines could not be read"),
        Remark.CHANGED_OUTSIDE: translate("Calendars", "changed in another calendar"),
        Remark.ELSEWHERE: translate("Calendars", "its playlist, walls, daypart or holidays are not here"),
        Remark.HOURS_APART: translate("Calendars", "each of its hours is booked by itself"),
    }[remark]


def refused_words(refused: Refused) -> str:
    """As ``“Rapat”: berlangsung lebih dari sehari; …``."""
    name = refused.name or refused.begins or "–"
    return f"“{name}”: {trouble_words(refused.trouble).format(detail=refused.detail)}"


def trouble_words(trouble: Trouble) -> str:
    """Why an event cannot be a slot, with the next step; ``{detail}`` is filled in by `refused_words`."""
    return {
        Trouble.NO_START: translate("Calendars", "its beginning cannot be read ({detail})."),
        Trouble.NO_LENGTH: translate("Calendars", "it ends when it begins; give it an end."),
        Trouble.TOO_LONG: translate("Calendars", "it lasts longer than a day; enter it as one event a day."),
        Trouble.UNKNOWN_ZONE: translate("Calendars", "its time zone {detail} is not known; choose another one there."),
        Trouble.CHANGING_CLOCKS: translate(
            "Calendars", "it recurs in {detail}, where clocks change; enter it in the time zone of the walls."
        ),
        Trouble.OTHER_DAYS: translate("Calendars", "it falls on other days at the walls; enter it in their time zone."),
        Trouble.RULE: translate("Calendars", "its rule cannot be said here ({detail}); enter its dates one by one."),
        Trouble.SEVERAL_RULES: translate("Calendars", "it has several rules; enter it as several events."),
        Trouble.OTHER_HOURS: translate("Calendars", "some dates have other hours; enter these as events of their own."),
        Trouble.SEVERAL_DAYS: translate(
            "Calendars", "it lasts several days and recurs; enter one event for each of its days."
        ),
        Trouble.TOO_MANY_DATES: translate("Calendars", "it has more than {detail} single dates."),
        Trouble.OUT_OF_YEARS: translate("Calendars", "its year cannot be; look at it there."),
        Trouble.FROM_HERE_ON: translate(
            "Calendars", "it changes all dates from one on; end the series there and enter a new one."
        ),
        Trouble.PART_OF_DAYPART: translate(
            "Calendars", "it is one of the hours of a part of the day; change that in the schedule instead."
        ),
    }[trouble]
