"""Named parts of the civil week, as "Jam sibuk pagi": Monday to Friday, 06:30 to 09:00."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from schedules.checks import check_count, check_id, check_name
from schedules.errors import InvalidValue

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Hours:
    """Wall-clock hours that begin on some weekdays (Monday is 0).

    Where `ends` is not after `starts` they run over midnight into the next day; equal means 24 hours.
    """

    starts: time
    ends: time
    weekdays: tuple[int, ...] = EVERY_DAY

    def __post_init__(self) -> None:
        for field, value in (("hours.starts", self.starts), ("hours.ends", self.ends)):
            if not isinstance(value, time) or value.tzinfo is not None or value.microsecond:
                raise InvalidValue(field, f"{value!r} is not a plain time of day in whole seconds")
        check_count("hours.weekdays", self.weekdays, most=7, least=1)
        if any(day not in EVERY_DAY for day in self.weekdays) or list(self.weekdays) != sorted(set(self.weekdays)):
            raise InvalidValue("hours.weekdays", f"{self.weekdays} are not weekdays 0 (Monday) to 6 in order")


@dataclass(frozen=True, slots=True)
class Daypart:
    """A named part of the civil week."""

    id: str
    name: str
    hours: tuple[Hours, ...]

    def __post_init__(self) -> None:
        check_id("daypart.id", self.id)
        check_name("daypart.name", self.name)
        check_count("daypart.hours", self.hours, most=64, least=1)
