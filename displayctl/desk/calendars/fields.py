"""What a slot and an event of somebody's calendar have in common: a name, civil times and dates."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from displayctl.api.plain_words import plain_line

MOST_DATES = 1000


@dataclass(frozen=True, slots=True)
class EventFields:
    """An event in the civil time of its own zone, from `starts` to `ends` (naive).

    `rule` is an RRULE value without UNTIL, which is `until`: the last civil date on which it may begin. `includes` and
    `excludes` are civil dates on which it begins besides, or does not. A `whole_day` event ends on the midnight after
    its last day.
    """

    name: str
    starts: datetime
    ends: datetime
    whole_day: bool = False
    rule: str = ""
    until: date | None = None
    includes: tuple[date, ...] = ()
    excludes: tuple[date, ...] = ()

    @property
    def recurs(self) -> bool:
        return bool(self.rule or self.includes)

    def digest(self) -> str:
        """The SHA-256 of all of it: another calendar that changes any of this gives another one."""
        plain = [
            plain_words(self.name),
            self.starts.isoformat(),
            self.ends.isoformat(),
            self.whole_day,
            sorted(part for part in self.rule.upper().split(";") if part),
            None if self.until is None else self.until.isoformat(),
            sorted(day.isoformat() for day in set(self.includes)),
            sorted(day.isoformat() for day in set(self.excludes)),
        ]
        return hashlib.sha256(json.dumps(plain, ensure_ascii=True).encode()).hexdigest()


def plain_words(text: str) -> str:
    """One line of words that are seen, with single spaces; iCalendar takes a written ``\\N`` for the end of a line."""
    return plain_line(text.replace("\\N", "\n"))
