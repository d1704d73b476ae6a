"""What becomes of the events of a calendar, in clear English; the desktop says the same in its own languages."""

from __future__ import annotations

from displayctl.desk.calendars.moments import Trouble
from displayctl.desk.calendars.plan import Action
from displayctl.desk.calendars.reading import Refused, Remark

_TROUBLES = {
    Trouble.NO_START: "it has no date that can be read ({detail}); write its beginning anew in that calendar",
    Trouble.NO_LENGTH: "it ends when it begins; give it an end",
    Trouble.TOO_LONG: "it lasts longer than a day; enter it as one event a day, or as an event of whole days",
    Trouble.UNKNOWN_ZONE: "nobody knows the time zone {detail!r}; choose another one in that calendar",
    Trouble.CHANGING_CLOCKS: "it recurs in the zone {detail}, where clocks change, so its hours here would wander; "
    "enter it in the walls' time zone",
    Trouble.OTHER_DAYS: "it falls on other days at the walls, and no rule can say these; enter it in the walls' zone",
    Trouble.RULE: "its rule cannot be said here ({detail}); enter its dates as single events",
    Trouble.SEVERAL_RULES: "it has several rules at once; enter it as several events",
    Trouble.OTHER_HOURS: "some of its dates have other hours; enter these as events of their own",
    Trouble.SEVERAL_DAYS: "it lasts several days and recurs; enter it as one event for each of its days",
    Trouble.TOO_MANY_DATES: "it has more than {detail} single dates; make several events of it",
    Trouble.OUT_OF_YEARS: "its dates are outside of the years 1970 to 2198; look at the year",
    Trouble.FROM_HERE_ON: "it changes all dates from one on; end the series there and enter a new one",
    Trouble.PART_OF_DAYPART: "it is a part of a daypart and was changed; change the daypart in displayctl instead",
}
_REMARKS = {
    Remark.NO_NAME: "had no name",
    Remark.NAME_CUT: "name shortened to 200 characters",
    Remark.OTHER_ZONE: "hours are those at the walls",
    Remark.ONE_DATE_APART: "one changed date of a series",
    Remark.UNREADABLE_LINES: "some lines could not be read",
    Remark.CHANGED_OUTSIDE: "changed in another calendar",
    Remark.ELSEWHERE: "its playlist, walls, daypart or holidays are not here",
    Remark.HOURS_APART: "each of its hours is booked by itself",
}
_ACTIONS = {
    Action.ADD: ("would be booked", "booked"),
    Action.CHANGE: ("would be changed", "changed"),
    Action.REMOVE: ("called off: would be taken away", "called off: taken away"),
    Action.SAME: ("is there already", "is there already"),
    Action.OVER: ("is over, left out", "is over, left out"),
    Action.GONE: ("called off, and not booked here", "called off, and not booked here"),
}


def say_trouble(refused: Refused) -> str:
    """Why an event cannot be a slot, and the next step."""
    return _TROUBLES[refused.trouble].format(detail=refused.detail)


def say_remark(remark: Remark) -> str:
    """What was made simpler."""
    return _REMARKS[remark]


def say_action(action: Action, done: bool) -> str:
    """What would become of an event, or has."""
    return _ACTIONS[action][done]
