"""Notices a stage whose memory keeps growing, so that it is replaced between two items instead of dying in one."""

from __future__ import annotations

SETTLES_S = 600.0
LEAST_GROWTH_BYTES = 200_000_000
MOST_GROWTH = 0.5


class Growth:
    """Give it the stage's own memory whenever it is known. Instants are monotonic seconds."""

    def __init__(self) -> None:
        self.begin(0.0)

    def begin(self, now: float) -> None:
        """A stage was started at `now`; what it holds ten minutes later is what it is measured by."""
        self._settled_at = now + SETTLES_S
        self._base = 0
        self.is_too_much = False

    def saw(self, resident_bytes: int, now: float) -> None:
        """The stage holds `resident_bytes` at `now`; 0 where that is not known."""
        if not resident_bytes:
            return
        if now < self._settled_at or not self._base:
            self._base = max(self._base, resident_bytes)
            return
        self.is_too_much = resident_bytes - self._base > max(LEAST_GROWTH_BYTES, MOST_GROWTH * self._base)
