"""What a new installation begins with: parts of the day as offices name them, and Indonesia's holidays as dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from displayctl.api.models import Batch, BatchStep, Operation, PartKind
from displayctl.desk.national_holidays import DayOff, holiday_set_of, national_days
from displayctl.hub.part_forms import FORMS
from displayctl.hub.planning import Planning
from schedules.daypart import Daypart, Hours
from schedules.recurrence import HolidaySet

FIRST_GROUP = "utama"
WORKDAYS = (0, 1, 2, 3, 4)
DAYPARTS = (
    Daypart("pagi", "Pagi", (Hours(time(5), time(11)),)),
    Daypart("siang", "Siang", (Hours(time(11), time(15)),)),
    Daypart("sore", "Sore", (Hours(time(15), time(18)),)),
    Daypart("malam", "Malam", (Hours(time(18), time(5)),)),
    Daypart(
        "jam-sibuk",
        "Jam sibuk",
        (Hours(time(6, 30), time(9), WORKDAYS), Hours(time(15, 30), time(18), WORKDAYS)),
    ),
)


def store_beginnings(planning: Planning, today: date) -> None:
    """Stores dayparts, and the holidays of this year and the next; what is there already stays as it is."""
    values: list[tuple[PartKind, Daypart | HolidaySet]] = [(PartKind.DAYPART, daypart) for daypart in DAYPARTS]
    values += [(PartKind.HOLIDAYS, found) for year in (today.year, today.year + 1) for found in holiday_sets(year)]
    there = {part.id for kind in (PartKind.DAYPART, PartKind.HOLIDAYS) for part in planning.parts(kind)}
    steps = tuple(
        BatchStep(operation=Operation.PUT, kind=kind, id=value.id, value=FORMS[kind].write(value))
        for kind, value in values
        if value.id not in there
    )
    if steps:
        planning.batch(Batch(steps=steps), by="first start")


def holiday_sets(year: int) -> Iterator[HolidaySet]:
    """Indonesia's holidays of a year, as far as they are decreed: public ones, and days off together (cuti bersama)."""
    days = national_days(year)
    for make in DayOff:
        found = holiday_set_of(days, make, year)
        if found is not None:
            yield found
