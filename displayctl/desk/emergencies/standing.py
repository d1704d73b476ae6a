"""How many officers have to stand behind an emergency, and what walls do until they do (break glass).

One person alone may put a message on walls at once. Walls believe it in full for two hours; what orders people to move
they show in its neutral wording after 15 minutes, until a second officer stands behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.delivery.roles import DRILL, EMERGENCY
from content.studio.confirming import Confirmed
from content.studio.operators import Operator
from displayctl.api.models import AlertInfo
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.errors import ScheduleError

OFFICERS_WANTED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands behind an alert. `asks` tells that a second person is missing and would make a difference.

    `ends` is when walls let go of it as things are, `neutral_from` from when on they show its neutral wording, None
    where never.
    """

    signed_by: tuple[str, ...]
    needed: int
    asks: bool
    ends: datetime
    neutral_from: datetime | None


def officers(confirmed: Confirmed, *, drill: bool = False) -> tuple[Operator, ...]:
    """Who may sign emergencies, or drills."""
    return confirmed.people.signers(DRILL if drill else EMERGENCY)


def needed_officers(confirmed: Confirmed, *, drill: bool = False) -> int:
    """How many walls want: two, or one where the policy names only one."""
    return min(OFFICERS_WANTED, len(officers(confirmed, drill=drill)))


def standing_of(info: AlertInfo, confirmed: Confirmed) -> Standing:
    """How an alert stands by what the hub says of it. Raises ScheduleError for one that cannot be read."""
    alert = alert_from_dict(info.value)
    names = {person.keyid: person.name for person in officers(confirmed, drill=alert.drill)}
    signed_by = tuple(names[keyid] for keyid in info.endorsed_by if keyid in names)
    return standing(alert, signed_by, needed_officers(confirmed, drill=alert.drill))


def standing(alert: Alert, signed_by: tuple[str, ...], needed: int) -> Standing:
    """The same of an alert that these officers stand behind."""
    enough = len(signed_by) >= needed
    ends, neutral_from = alert.ends(enough), alert.neutral_from(enough)
    if neutral_from is not None and neutral_from >= ends:
        neutral_from = None
    return Standing(signed_by, needed, neutral_from is not None or ends < alert.expires, ends, neutral_from)


def as_told(info: AlertInfo) -> Standing:
    """The same by the hub's word alone, where the policy is not at hand: `signed_by` are ids of keys then.

    Raises ScheduleError for one that cannot be read.
    """
    return standing(alert_from_dict(info.value), info.endorsed_by, len(info.endorsed_by) + (not info.confirmed))


def can_be_confirmed(info: AlertInfo, now: datetime) -> bool:
    """Whether a second person can still make a difference; also where walls have let go of it for want of one."""
    try:
        over = alert_from_dict(info.value).expires <= now
        return info.withdrawn_at is None and not over and as_told(info).asks
    except ScheduleError:
        return False  # of a newer version; walls do not show it either
