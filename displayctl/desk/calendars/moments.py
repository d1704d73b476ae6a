"""What the lines of an event say of its time, in the civil time of its own zone and in that of the walls."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from icalendar import vDuration
from icalendar.error import InvalidCalendar

from displayctl.desk.calendars.fields import MOST_DATES, EventFields, plain_words
from displayctl.desk.calendars.lines import Line, RawCalendar, RawEvent
from displayctl.desk.calendars.zones import agree, is_steady, zone_called
from schedules.errors import InvalidValue
from schedules.rules import parse_rule, rule_dates

ONE_DAY = timedelta(days=1)
YEARS = range(1970, 2199)
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?\Z")
_TIMES_OF_DAY = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}


class Trouble(StrEnum):
    """Why an event cannot become a slot."""

    NO_START = "no-start"
    NO_LENGTH = "no-length"
    TOO_LONG = "too-long"
    UNKNOWN_ZONE = "unknown-zone"
    CHANGING_CLOCKS = "changing-clocks"
    OTHER_DAYS = "other-days"
    RULE = "rule"
    SEVERAL_RULES = "several-rules"
    OTHER_HOURS = "other-hours"
    SEVERAL_DAYS = "several-days"
    TOO_MANY_DATES = "too-many-dates"
    OUT_OF_YEARS = "out-of-years"
    FROM_HERE_ON = "from-here-on"
    PART_OF_DAYPART = "part-of-daypart"


class CannotBeSaid(Exception):
    """An event is more than a slot can say: the `trouble`, and a `detail` of it for people."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value} {detail}".strip())
        self.trouble, self.detail = trouble, detail


@dataclass(frozen=True, slots=True)
class Moment:
    """A civil time; `zone` is None where it floats, with whoever looks at it. Of a whole day the time is midnight."""

    civil: datetime
    zone: tzinfo | None
    whole_day: bool

    def within(self, other: tzinfo | None) -> datetime:
        """The civil time in `other`; the same where one of both floats."""
        if self.zone is None or other is None or self.whole_day:
            return self.civil
        return self.civil.replace(tzinfo=self.zone).astimezone(other).replace(tzinfo=None)


def own_fields(event: RawEvent, calendar: RawCalendar) -> tuple[EventFields, tzinfo | None]:
    """An event in its own civil time, and the zone of that. Raises CannotBeSaid."""
    starts = _start(event, calendar)
    ends = _end(event, starts, calendar)
    if ends <= starts.civil:
        raise CannotBeSaid(Trouble.NO_LENGTH)
    if not starts.whole_day and ends - starts.civil > ONE_DAY:
        raise CannotBeSaid(Trouble.TOO_LONG)
    rule, until = _rule(event, starts, calendar)
    fields = EventFields(
        name=plain_words(event.value("SUMMARY")),
        starts=starts.civil,
        ends=ends,
        whole_day=starts.whole_day,
        rule=rule,
        until=until,
        includes=_dates(event, "RDATE", starts, calendar, same_time=True),
        excludes=_dates(event, "EXDATE", starts, calendar, same_time=False),
    )
    _check_years(fields)
    return fields, starts.zone


def moved(fields: EventFields, own: tzinfo | None, walls: tzinfo) -> EventFields:
    """The event in the civil time of the walls. Raises CannotBeSaid where its hours would change in the year, or
    its days are others there and no rule can say them."""
    if own is None or fields.whole_day or str(own) == str(walls):
        return fields
    if fields.recurs and not agree(own, walls, fields.starts) and not _both_steady(own, walls, fields.starts):
        raise CannotBeSaid(Trouble.CHANGING_CLOCKS, str(own))
    starts, ends = (Moment(each, own, False).within(walls) for each in (fields.starts, fields.ends))
    days = (starts.date() - fields.starts.date()).days
    if days == 0:
        return replace(fields, starts=starts, ends=ends)
    step = timedelta(days=days)
    return replace(
        fields,
        starts=starts,
        ends=ends,
        rule=_shifted(fields.rule, days),
        until=fields.until + step if fields.until else None,
        includes=tuple(day + step for day in fields.includes),
        excludes=tuple(day + step for day in fields.excludes),
    )


def moment(line: Line, calendar: RawCalendar) -> Moment:
    """What a line with one date or time says. Raises CannotBeSaid."""
    return _moment(line.value, line.parameters.get("TZID", ""), calendar)


def _both_steady(own: tzinfo, walls: tzinfo, around: datetime) -> bool:
    return is_steady(own, around) and is_steady(walls, around)


def _moment(text: str, tzid: str, calendar: RawCalendar) -> Moment:
    found = _MOMENT.match(text.strip().upper())
    if found is None:
        raise CannotBeSaid(Trouble.NO_START, text[:40])
    numbers = [int(number) for number in found.groups()[:6] if number is not None]
    try:
        civil = datetime(*numbers[:3]) if len(numbers) == 3 else datetime(*numbers)  # type: ignore[arg-type] # noqa: DTZ001
    except ValueError:
        raise CannotBeSaid(Trouble.NO_START, text[:40]) from None
    if len(numbers) == 3:
        return Moment(civil, None, True)
    if found[7]:
        return Moment(civil, UTC, False)
    name = tzid or calendar.time_zone
    if not name:
        return Moment(civil, None, False)
    zone = zone_called(name, calendar.zones)
    if zone is None:
        raise CannotBeSaid(Trouble.UNKNOWN_ZONE, name[:60])
    return Moment(civil, zone, False)


def _start(event: RawEvent, calendar: RawCalendar) -> Moment:
    line = event.first("DTSTART")
    if line is None:
        raise CannotBeSaid(Trouble.NO_START)
    found = moment(line, calendar)
    if found.civil.year not in YEARS:
        raise CannotBeSaid(Trouble.OUT_OF_YEARS)
    return found


def _end(event: RawEvent, starts: Moment, calendar: RawCalendar) -> datetime:
    line = event.first("DTEND")
    if line is not None:
        return moment(line, calendar).within(starts.zone)
    text = event.value("DURATION")
    if not text:
        return starts.civil + (ONE_DAY if starts.whole_day else timedelta(0))
    try:
        length: timedelta = vDuration.from_ical(text.strip()[:40])  # type: ignore[no-untyped-call]
        return starts.civil + length
    except (InvalidCalendar, ValueError, OverflowError):
        raise CannotBeSaid(Trouble.NO_LENGTH, text[:40]) from None


def _rule(event: RawEvent, starts: Moment, calendar: RawCalendar) -> tuple[str, date | None]:
    lines = event.all("RRULE")
    if not lines:
        return "", None
    if len(lines) > 1 or event.first("EXRULE") is not None:
        raise CannotBeSaid(Trouble.SEVERAL_RULES)
    parts = dict(part.split("=", 1) for part in lines[0].value.upper().split(";") if "=" in part)
    until = _until(parts.pop("UNTIL", ""), starts, calendar)
    for name, unit in _TIMES_OF_DAY.items():
        if parts.get(name) == str(getattr(starts.civil, unit)):
            del parts[name]  # says what the start says already
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        parse_rule(rule)
    except InvalidValue as error:
        raise CannotBeSaid(Trouble.RULE, error.message) from error
    if until is not None and until < starts.civil.date():
        raise CannotBeSaid(Trouble.RULE, "UNTIL")
    return rule, until


def _until(text: str, starts: Moment, calendar: RawCalendar) -> date | None:
    """The last date on which an event may begin: that of UNTIL, or the one before where it is too early in the day."""
    if not text:
        return None
    found = _moment(text, "", calendar)
    if found.whole_day:
        return found.civil.date()
    last = found.within(starts.zone)
    return last.date() if last.time() >= starts.civil.time() else last.date() - ONE_DAY


def _dates(event: RawEvent, name: str, starts: Moment, calendar: RawCalendar, *, same_time: bool) -> tuple[date, ...]:
    found: set[date] = set()
    for line in event.all(name):
        texts = line.value.split(",")
        if len(texts) + len(found) > MOST_DATES:
            raise CannotBeSaid(Trouble.TOO_MANY_DATES, str(MOST_DATES))
        for text in texts:
            each = _moment(text.partition("/")[0], line.parameters.get("TZID", ""), calendar)
            civil = each.within(starts.zone)
            if same_time and not each.whole_day and civil.time() != starts.civil.time():
                raise CannotBeSaid(Trouble.OTHER_HOURS)
            found.add(civil.date())
    return tuple(sorted(found))


def _shifted(rule: str, days: int) -> str:
    """A rule whose days lie a day earlier or later. Raises CannotBeSaid where that is another sort of rule."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if not parts or not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}:
        if parts.get("FREQ") in ("MONTHLY", "YEARLY"):
            raise CannotBeSaid(Trouble.OTHER_DAYS)
        return rule
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    if parts["FREQ"] not in ("DAILY", "WEEKLY") or not parts.keys() <= {"FREQ", "INTERVAL", "COUNT", "BYDAY", "WKST"}:
        raise CannotBeSaid(Trouble.OTHER_DAYS)
    shifted = sorted((names.index(day) + days) % 7 for day in parts["BYDAY"].split(","))
    parts["BYDAY"] = ",".join(names[day] for day in shifted)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _check_years(fields: EventFields) -> None:
    days = (fields.starts.date(), fields.ends.date(), fields.until, *fields.includes, *fields.excludes)
    if any(day is not None and day.year not in YEARS for day in days):
        raise CannotBeSaid(Trouble.OUT_OF_YEARS)


def begins_besides(fields: EventFields) -> bool:
    """Whether an event's first day is none of its rule: most calendars show it there all the same."""
    first = fields.starts.date()
    return bool(fields.rule) and first not in rule_dates(fields.rule, first, first, first)
