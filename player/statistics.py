"""How even the wall was, hour by hour: frames presented, late and dropped, seams between items, what was missing."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

HOUR_MS = 3_600_000
HOURS_KEPT = 48
MOST_SEAMS = 7200
"""In an hour; an item every half second. Seams beyond are counted, but not measured."""


@dataclass(frozen=True, slots=True)
class HourFigures:
    """One hour of UTC from `starts_ms`. A seam is how much too long the picture before an item stayed, in ms.

    `underruns` counts refreshes at which the frame that was due was not there.
    """

    starts_ms: int
    items: int = 0
    presented: int = 0
    late: int = 0
    dropped: int = 0
    underruns: int = 0
    seams: int = 0
    seam_median_ms: float = 0.0
    seam_p95_ms: float = 0.0
    seam_max_ms: float = 0.0
    stage_restarts: int = 0
    decoder_faults: int = 0

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class _Hour:
    starts_ms: int
    items: int = 0
    presented: int = 0
    late: int = 0
    dropped: int = 0
    underruns: int = 0
    seams: int = 0
    stage_restarts: int = 0
    decoder_faults: int = 0
    excess_ms: list[float] = field(default_factory=list)

    def figures(self) -> HourFigures:
        ordered = sorted(self.excess_ms)
        return HourFigures(
            starts_ms=self.starts_ms,
            items=self.items,
            presented=self.presented,
            late=self.late,
            dropped=self.dropped,
            underruns=self.underruns,
            seams=self.seams,
            seam_median_ms=_quantile(ordered, 0.5),
            seam_p95_ms=_quantile(ordered, 0.95),
            seam_max_ms=ordered[-1] if ordered else 0.0,
            stage_restarts=self.stage_restarts,
            decoder_faults=self.decoder_faults,
        )


class Statistics:
    """Sums up what the stage reports. Instants are unix milliseconds; what is late for its hour counts in the next."""

    def __init__(self) -> None:
        self._hour = _Hour(0)
        self._done: deque[HourFigures] = deque(maxlen=HOURS_KEPT)
        self._ended_ms: dict[str, int] = {}

    def item(
        self,
        starts_ms: int,
        ends_ms: int,
        *,
        presented: int,
        late: int,
        dropped: int,
        slip_ms: float,
        faults: int = 0,
        region: str = "",
    ) -> None:
        """An item has left the screen, or its `region`. Where it followed another directly, its begin was a seam."""
        hour = self._at(ends_ms)
        hour.items += 1
        hour.presented += presented
        hour.late += late
        hour.dropped += dropped
        hour.decoder_faults += faults
        if self._ended_ms.get(region) == starts_ms:
            hour.seams += 1
            if len(hour.excess_ms) < MOST_SEAMS:
                hour.excess_ms.append(max(0.0, slip_ms))
        self._ended_ms[region] = ends_ms

    def missed(self, refreshes: int, at_ms: int) -> None:
        """At so many refreshes the frame that was due was not there."""
        self._at(at_ms).underruns += refreshes

    def stage_lost(self, at_ms: int) -> None:
        self._at(at_ms).stage_restarts += 1

    def now(self) -> HourFigures:
        """The hour that is not over yet."""
        return self._hour.figures()

    def hours(self) -> tuple[HourFigures, ...]:
        """The hours that are over and in which something was shown, at most 48, oldest first."""
        return tuple(self._done)

    def tick(self, now_ms: int) -> bool:
        """True where an hour has just ended in which something was shown."""
        known = len(self._done), self._done[-1] if self._done else None
        self._at(now_ms)
        return known != (len(self._done), self._done[-1] if self._done else None)

    def _at(self, at_ms: int) -> _Hour:
        starts_ms = at_ms - at_ms % HOUR_MS
        if starts_ms > self._hour.starts_ms or starts_ms < self._hour.starts_ms - HOUR_MS:
            if self._hour.items or self._hour.stage_restarts:
                self._done.append(self._hour.figures())
            self._hour = _Hour(starts_ms)
        return self._hour


def _quantile(ordered: list[float], part: float) -> float:
    """The nearest-rank quantile; 0 of nothing."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, max(0, -int(-part * len(ordered) // 1) - 1))]
