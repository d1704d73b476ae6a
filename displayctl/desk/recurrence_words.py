"""A booking's rhythm as a sentence a person would say, in Indonesian or in English, whichever language the desk speaks.

A paper is read by people of either language, and the desk shows both beside each other; so these words do not come from
the interface's translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from displayctl.desk.recurrence_tongues import TONGUES, Tongue
from schedules.daypart import EVERY_DAY, Hours
from schedules.recurrence import Recurrence

WORKDAYS, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
MOST_DATES = 4
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"\A([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)\Z")
_YEAR = re.compile(r"\A(.*\S)\s+((?:19|20|21)\d\d)\Z")


def recurrence_sentence(
    recurrence: Recurrence, language: str, holiday_names: Mapping[str, str] | None = None, at: str = ""
) -> str:
    """As ``Setiap Jumat pukul 08.00–16.00, kecuali Libur nasional 2026, mulai 22 Nov 2026``.

    `language` is ``id`` or ``en``; `holiday_names` are the names of holiday sets by id, one without a name is called
    by its id. `at` are the hours as `hours_phrase` or `daypart_phrase` say them. A rule that no form covers is given as
    it is written.
    """
    tongue = TONGUES[language]
    names = holiday_names or {}
    text = _rhythm(recurrence, tongue) + at
    excepted = [*_set_names(recurrence.except_holidays, names), *_dates(recurrence.except_dates, tongue)]
    if excepted:
        text += ", " + tongue.excepted.format(what=_listed(excepted, tongue))
    text += _range(recurrence, tongue)
    added = [*_set_names(recurrence.include_holidays, names), *_dates(recurrence.include_dates, tongue)]
    return text + (tongue.also.format(what=_listed(added, tongue)) if added else "")


def hours_phrase(hours: Hours | None, language: str) -> str:
    """As `` pukul 08.00–16.00``, to stand behind a rhythm; None is all day."""
    tongue = TONGUES[language]
    if hours is None:
        return tongue.all_day
    starts, ends = (each.strftime(f"%H{tongue.clock_mark}%M") for each in (hours.starts, hours.ends))
    if hours.starts == hours.ends:
        return tongue.around_the_clock.format(starts=starts)
    return tongue.at_hours.format(starts=starts, ends=ends) + (tongue.next_day if hours.ends < hours.starts else "")


def daypart_phrase(name: str) -> str:
    """As `` (Jam sibuk)``, to stand behind a rhythm."""
    return f" ({name})"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a rule that this module has words for; `others` names those it has none for."""

    frequency: str = ""
    every: int = 1
    days: tuple[tuple[int, int], ...] = ()
    """Number (0: every one) and weekday."""
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    position: int = 0
    count: int = 0
    until: date | None = None
    others: frozenset[str] = field(default_factory=frozenset)

    @property
    def weekdays(self) -> tuple[int, ...]:
        return tuple(sorted(day for _, day in self.days))


def _read(rule: str) -> _Parts:
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    frequency, every = parts.pop("FREQ", ""), int(parts.pop("INTERVAL", "1"))
    found = [_DAY.match(day) for day in parts.pop("BYDAY", "").split(",") if day]
    until, position = parts.pop("UNTIL", ""), parts.pop("BYSETPOS", "0")
    parts.pop("WKST", None)
    return _Parts(
        frequency,
        every,
        tuple((int(match[1] or 0), _CODES.index(match[2])) for match in found if match),
        _numbers(parts.pop("BYMONTHDAY", "")),
        _numbers(parts.pop("BYMONTH", "")),
        int(position) if "," not in position else 0,
        int(parts.pop("COUNT", "0")),
        date(int(until[:4]), int(until[4:6]), int(until[6:8])) if until else None,
        frozenset([*parts, *(["BYSETPOS"] if "," in position else [])]),
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _rhythm(recurrence: Recurrence, tongue: Tongue) -> str:
    if not recurrence.rule:
        if recurrence.last is None or recurrence.last == recurrence.first:
            day = recurrence.first
            when = f"{day.day} {tongue.months[day.month - 1]} {day.year}"
            return tongue.once.format(weekday=tongue.weekdays[day.weekday()], date=when)
        return tongue.every_day
    parts = _read(recurrence.rule)
    said = None if parts.others else _SPEAKERS[parts.frequency](parts, recurrence.first, tongue)
    return said or tongue.by_rule.format(rule=recurrence.rule)


def _daily(parts: _Parts, first: date, tongue: Tongue) -> str | None:
    if parts.every == 1 and parts.days and not parts.month_days:
        return _weekly(parts, first, tongue)
    if parts.days or parts.position:
        return None
    if parts.month_days:
        return _on_month_days(parts, first, tongue) if parts.every == 1 else None
    text = tongue.every_day if parts.every == 1 else tongue.n_days.format(n=parts.every)
    return text + _in_months(parts, tongue)


def _weekly(parts: _Parts, first: date, tongue: Tongue) -> str | None:
    if parts.position:
        return None
    days = parts.weekdays or (first.weekday(),)
    names = _listed([tongue.weekdays[day] for day in days], tongue)
    if parts.every > 1:
        text = tongue.n_weeks.format(n=parts.every, days=names)
    else:
        known = {EVERY_DAY: tongue.every_day, WORKDAYS: tongue.every_workday, WEEKEND: tongue.every_weekend}
        text = known.get(days) or tongue.every_weekday.format(days=names)
    return text + _in_months(parts, tongue)


def _monthly(parts: _Parts, first: date, tongue: Tongue) -> str | None:
    if parts.days and parts.month_days:
        return None
    if not parts.days:
        return None if parts.position else _on_month_days(parts, first, tongue)
    names = _nth_days(parts, tongue)
    if names is None:
        return None
    if not names:
        return _weekly(parts, first, tongue) if parts.every == 1 else None
    if parts.every > 1:
        text = tongue.n_months.format(n=parts.every, days=names)
    elif parts.months:
        return _capital(tongue.of_month.format(days=names, months=_months(parts, tongue)))
    else:
        text = tongue.monthly_nth.format(days=names)
    return _capital(text) + _in_months(parts, tongue)


def _yearly(parts: _Parts, first: date, tongue: Tongue) -> str | None:
    if parts.days:
        names = _nth_days(parts, tongue)
        if not names or not parts.months or parts.month_days:
            return None
        day = tongue.of_month.format(days=names, months=_months(parts, tongue))
    else:
        if parts.position or any(number < 0 for number in parts.month_days):
            return None
        days = [str(number) for number in parts.month_days or (first.day,)]
        months = [tongue.months[month - 1] for month in parts.months or (first.month,)]
        day = f"{_listed(days, tongue)} {_listed(months, tongue)}"
    form = tongue.yearly if parts.every == 1 else tongue.n_years
    return form.format(day=day, n=parts.every)


_SPEAKERS = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def _nth_days(parts: _Parts, tongue: Tongue) -> str | None:
    """As ``Senin pertama``; empty where every such weekday is meant, None where there are no words for it."""
    if parts.position:
        whole = tongue.workday if parts.weekdays == WORKDAYS else None
        if len(parts.days) == 1:
            whole = tongue.weekdays[parts.weekdays[0]]
        if whole is None or any(number for number, _ in parts.days):
            return None
        return tongue.ordinal_day.format(nth=tongue.ordinal(parts.position), day=whole)
    numbered = [number != 0 for number, _ in parts.days]
    if not any(numbered):
        return ""
    if not all(numbered):
        return None
    said = [tongue.ordinal_day.format(nth=tongue.ordinal(n), day=tongue.weekdays[day]) for n, day in parts.days]
    return _listed(said, tongue)


def _on_month_days(parts: _Parts, first: date, tongue: Tongue) -> str:
    days = _listed([tongue.month_day(number) for number in parts.month_days or (first.day,)], tongue)
    form = tongue.monthly_days if parts.every == 1 else tongue.n_months_days
    return form.format(days=days, n=parts.every) + _in_months(parts, tongue)


def _in_months(parts: _Parts, tongue: Tongue) -> str:
    return tongue.in_months.format(months=_months(parts, tongue)) if parts.months else ""


def _months(parts: _Parts, tongue: Tongue) -> str:
    return _listed([tongue.months[month - 1] for month in parts.months], tongue)


def _range(recurrence: Recurrence, tongue: Tongue) -> str:
    parts = _read(recurrence.rule) if recurrence.rule else _Parts()
    ends = [day for day in (recurrence.last, parts.until) if day is not None]
    if not recurrence.rule and (not ends or ends == [recurrence.first]):
        return ""
    first = _date(recurrence.first, tongue)
    if parts.count:
        said = tongue.times.format(n=parts.count, first=first)
        return f", {said}" + (f" ({tongue.from_to.format(first=first, last=_date(min(ends), tongue))})" if ends else "")
    if not ends:
        return f", {tongue.begins.format(first=first)}"
    return f", {tongue.from_to.format(first=first, last=_date(min(ends), tongue))}"


def _set_names(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Names of holiday sets, those of several years as one: ``Libur nasional 2026–2027``."""
    years: dict[str, list[int]] = {}
    said: dict[str, str] = {}
    for set_id in ids:
        name = names.get(set_id, set_id)
        match = _YEAR.match(name)
        if match:
            years.setdefault(match[1], []).append(int(match[2]))
        said.setdefault(match[1] if match else name, name)
    for stem, found in years.items():
        if len(found) > 1:
            together = max(found) - min(found) == len(found) - 1
            listed = f"{min(found)}–{max(found)}" if together else ", ".join(str(year) for year in sorted(found))
            said[stem] = f"{stem} {listed}"
    return list(said.values())


def _dates(dates: Iterable[date], tongue: Tongue) -> list[str]:
    every = sorted(dates)
    shown = [_date(day, tongue) for day in every[:MOST_DATES]]
    return [*shown, *([tongue.more.format(n=len(every) - MOST_DATES)] if len(every) > MOST_DATES else [])]


def _date(day: date, tongue: Tongue) -> str:
    return f"{day.day} {tongue.months_short[day.month - 1]} {day.year}"


def _listed(words: list[str], tongue: Tongue) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + tongue.comma_and + words[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
