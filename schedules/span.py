"""Half-open stretches of UTC time: the start belongs to a span, the end does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schedules.errors import InvalidValue


def require_utc(field: str, instant: datetime) -> None:
    """Raise InvalidValue unless `instant` is aware and in UTC."""
    if instant.tzinfo is not UTC:
        raise InvalidValue(field, f"{instant!r} is not an instant in UTC; convert it with astimezone(UTC)")


def require_validity(field: str, valid_from: datetime | None, valid_until: datetime | None) -> None:
    """Raise InvalidValue unless both limits, where there are any, are in UTC and the second is after the first."""
    if valid_from is not None:
        require_utc(f"{field}.valid_from", valid_from)
    if valid_until is not None:
        require_utc(f"{field}.valid_until", valid_until)
    if valid_from and valid_until and valid_until <= valid_from:
        raise InvalidValue(f"{field}.valid_until", "is not after valid_from; give a later end")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `starts` up to, not including, `ends`. Never empty, never backwards."""

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        require_utc("span.starts", self.starts)
        require_utc("span.ends", self.ends)
        if self.ends <= self.starts:
            raise InvalidValue("span.ends", f"{self.ends} is not after {self.starts}; give a later end")

    @property
    def length(self) -> timedelta:
        return self.ends - self.starts

    def contains(self, instant: datetime) -> bool:
        return self.starts <= instant < self.ends

    def meet(self, other: Span) -> Span | None:
        """The part both have, or None where they do not overlap."""
        starts, ends = max(self.starts, other.starts), min(self.ends, other.ends)
        return Span(starts, ends) if starts < ends else None
