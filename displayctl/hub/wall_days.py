"""A wall's hours summed up to days: pure arithmetic on what it told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from displayctl.api.wall_health import DayFigures, HourFigures


def days_of(hours: Iterable[HourFigures], zone: ZoneInfo) -> tuple[DayFigures, ...]:
    """The civil days of `zone` in which any of `hours` began, oldest first."""
    by_day: defaultdict[date, list[HourFigures]] = defaultdict(list)
    for hour in hours:
        by_day[hour.starts.astimezone(zone).date()].append(hour)
    return tuple(_day(day, by_day[day]) for day in sorted(by_day))


def _day(day: date, hours: list[HourFigures]) -> DayFigures:
    return DayFigures(
        day=day,
        hours=len({hour.starts_ms for hour in hours}),
        items=sum(hour.items for hour in hours),
        presented=sum(hour.presented for hour in hours),
        late=sum(hour.late for hour in hours),
        dropped=sum(hour.dropped for hour in hours),
        underruns=sum(hour.underruns for hour in hours),
        seams=sum(hour.seams for hour in hours),
        seam_max_ms=max(hour.seam_max_ms for hour in hours),
        stage_restarts=sum(hour.stage_restarts for hour in hours),
        decoder_faults=sum(hour.decoder_faults for hour in hours),
        memory_bytes_max=max(_known(hour.memory_bytes_max for hour in hours), default=None),
        free_bytes_min=min(_known(hour.free_bytes_min for hour in hours), default=None),
        temperature_c_max=max(
            (hour.temperature_c_max for hour in hours if hour.temperature_c_max is not None), default=None
        ),
    )


def _known(values: Iterable[int | None]) -> list[int]:
    return [value for value in values if value is not None]
