"""Reads a wall's hours, brightness and legal references as people type them. Every function raises InvalidValue."""

from __future__ import annotations

from dataclasses import replace

from displayctl.cli.reading import read_date, read_days, read_hours
from schedules.brightness import BrightnessSpan
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis
from schedules.opening import OpenOnDates

CLOSED = ("closed", "tutup")


def read_weekly_hours(text: str) -> Hours:
    """``06:00-22:00``, or ``mon-fri@06:00-22:00`` for some days."""
    days, at, clock = text.strip().rpartition("@")
    hours = _clock_hours(clock)
    return replace(hours, weekdays=read_days(days)) if at else hours


def read_date_hours(text: str) -> OpenOnDates:
    """``2026-12-25=closed``, ``2026-12-24,2026-12-31=06:00-14:00,18:00-23:00``."""
    days, equals, clocks = text.strip().partition("=")
    if not equals:
        raise InvalidValue("on", f"{text!r:.80} says no hours; write like 2026-12-25=closed or 2026-12-24=06:00-14:00")
    dates = tuple(read_date(day) for day in days.split(","))
    if clocks.strip().lower() in CLOSED:
        return OpenOnDates(dates)
    return OpenOnDates(dates, tuple(_clock_hours(each) for each in clocks.split(",")))


def read_brightness(text: str) -> BrightnessSpan:
    """``22:00-05:00=40``, or ``sat,sun@22:00-05:00=40``, in percent."""
    hours, equals, percent = text.strip().partition("=")
    try:
        return BrightnessSpan(read_weekly_hours(hours), int(percent.strip().removesuffix("%")))
    except ValueError as error:
        if isinstance(error, InvalidValue) and equals:
            raise
        raise InvalidValue("at", f"{text!r:.80} is no brightness; write like 22:00-05:00=40") from error


def changed_basis(
    former: LegalBasis | None, regulation: str, number: str, year: int, article: str
) -> LegalBasis | None:
    """`former` with what is given (empty and 0: not); a basis begins with a regulation and a year."""
    if not (regulation or number or year or article):
        return former
    if former is None and not (regulation and year):
        raise InvalidValue(
            "basis", "a legal reference needs the regulation and its year: --basis NAME --basis-year 2026"
        )
    return LegalBasis(
        regulation or (former.regulation if former else ""),
        year or (former.year if former else 0),
        number or (former.number if former else ""),
        article or (former.article if former else ""),
    )


def _clock_hours(text: str) -> Hours:
    starts, dash, ends = text.strip().partition("-")
    if not dash:
        raise InvalidValue("hours", f"{text!r:.60} are no hours; write like 06:00-22:00")
    return read_hours(starts, ends)
