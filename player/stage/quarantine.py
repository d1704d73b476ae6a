"""Keeps files that fail again and again away from the decoders, so that one bad file cannot wear the wall out."""

from __future__ import annotations

from collections import deque

FAILURES = 3
WITHIN_NS = 600 * 10**9
_MOST_PATHS = 1000


class Quarantine:
    """Three failures of a file within ten minutes shut it out until ten minutes have passed since the last one."""

    def __init__(self) -> None:
        self._failures: dict[str, deque[int]] = {}

    def record(self, path: str, now_ns: int) -> bool:
        """Note a failure of `path`; says whether this one shut it out."""
        was_shut = self.holds(path, now_ns)
        if path not in self._failures and len(self._failures) >= _MOST_PATHS:
            self._failures.pop(next(iter(self._failures)))
        self._failures.setdefault(path, deque(maxlen=FAILURES)).append(now_ns)
        return self.holds(path, now_ns) and not was_shut

    def holds(self, path: str, now_ns: int) -> bool:
        failures = self._failures.get(path)
        if failures is None or now_ns - failures[-1] > WITHIN_NS:
            return False
        return len(failures) == FAILURES and failures[-1] - failures[0] <= WITHIN_NS
