"""The monthly drill: when it is due in the office's civil time, whether it was done, and the reminder."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from displayctl.api.incidents import Drills, DrillStatus
from displayctl.api.models import PartKind
from displayctl.api.office import FIRST_WORKING_DAY, OfficeSettings
from displayctl.hub.bus import Bus, fact
from displayctl.hub.incidents import MOST_ALERTS, Incidents
from displayctl.hub.storage import Storage
from schedules.codec import holiday_set_from_dict

DRILL = "drill"
SATURDAY = 5


class MonthlyDrill:
    """Tells desks when a month's drill is due and nobody has done it; they are reminded until somebody does."""

    def __init__(self, storage: Storage, incidents: Incidents, bus: Bus) -> None:
        self._storage, self._incidents, self._bus = storage, incidents, bus
        self._told = ""

    def drills(self) -> Drills:
        """Where this month stands, with the drills that are kept."""
        return Drills(status=self.status(), drills=self._incidents.listed(drills_only=True))

    def status(self) -> DrillStatus:
        """Where this month stands, by the office's own calendar and holidays."""
        with self._storage.reading() as work:
            office = work.settings.get().office
            sets = [holiday_set_from_dict(part.value) for part in work.parts.all(PartKind.HOLIDAYS)]
            begun = [each.effective for each in work.alerts.outlines(MOST_ALERTS) if each.drill]
            since, now = work.audit.begun_at(), work.now
        holidays = {day for each in sets for day in each.dates}
        return month_status(office, holidays, begun, now, since)

    def remind(self) -> None:
        """Tells desks once that this month's drill has become due; what they ask later they are told as well."""
        status = self.status()
        if status.overdue and self._told != status.month:
            self._bus.tell(fact(DRILL, status.month, status))
            self._told = status.month


def month_status(
    office: OfficeSettings,
    holidays: Collection[date],
    begun: Collection[datetime],
    now: datetime,
    since: datetime | None = None,
) -> DrillStatus:
    """Where the month of `now` stands; `begun` are the instants at which drills began, `since` is when this
    installation did: it owes no drill that was due before.
    """
    zone = ZoneInfo(office.zone)
    today = now.astimezone(zone).date()
    done = any(_month(at.astimezone(zone).date()) == _month(today) for at in begun)
    due_at = None
    if office.drill_reminder:
        due_at = datetime.combine(_due_day(office, holidays, today), time(office.drill_hour), zone).astimezone(UTC)
    owed = due_at is not None and (since is None or since <= due_at)
    overdue = due_at is not None and owed and now >= due_at and not done
    return DrillStatus(month=_month(today), due_at=due_at, done=done, overdue=overdue)


def _due_day(office: OfficeSettings, holidays: Collection[date], today: date) -> date:
    """The day in the month of `today`; the first of the month where it has no working day at all."""
    if office.drill_day != FIRST_WORKING_DAY:
        return today.replace(day=office.drill_day)
    days = [today.replace(day=day + 1) for day in range(calendar.monthrange(today.year, today.month)[1])]
    working = (day for day in days if day.weekday() < SATURDAY and day not in holidays)
    return next(working, days[0])


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
