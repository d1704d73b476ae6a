"""Where on Earth a wall stands, so that warnings for an area find the walls in it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from schedules.errors import InvalidValue

_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees in WGS 84, north and east positive, kept to a millionth (a decimetre)."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        for field, most in (("latitude", 90), ("longitude", 180)):
            value = getattr(self, field)
            if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
                raise InvalidValue(f"position.{field}", f"{value!r:.40} is no number of degrees")
            if not -most <= value <= most:
                raise InvalidValue(
                    f"position.{field}", f"{value!r:.40} is out of bounds; give -{most} to {most} degrees"
                )
            object.__setattr__(self, field, round(float(value), _DECIMALS))
