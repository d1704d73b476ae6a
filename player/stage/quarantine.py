"""Keeps files that fail again and again away from the decoders, so that one bad file cannot wear the wall out."""

from __future__ import annotations

from dataclasses import dataclass, field

FAILURES = 3
LOSSES = 2
WITHIN_NS = 600 * 10**9
_MOST_PATHS = 1000


@dataclass(slots=True)
class _Record:
    """When a file failed, and which of those times it took its decoder with it."""

    failures: list[int] = field(default_factory=list)
    losses: list[int] = field(default_factory=list)


class Quarantine:
    """Shuts a file out until ten minutes have passed since it failed last.

    Two decoders that it took down within ten minutes are enough, or three failures of any kind.
    """

    def __init__(self) -> None:
        self._records: dict[str, _Record] = {}

    def record(self, path: str, now_ns: int, *, lost_decoder: bool = False) -> bool:
        """Note a failure of `path`; says whether this one shut it out."""
        was_shut = self.holds(path, now_ns)
        if path not in self._records and len(self._records) >= _MOST_PATHS:
            self._records.pop(next(iter(self._records)))
        record = self._records.setdefault(path, _Record())
        record.failures = [*record.failures, now_ns][-FAILURES:]
        if lost_decoder:
            record.losses = [*record.losses, now_ns][-LOSSES:]
        return self.holds(path, now_ns) and not was_shut

    def holds(self, path: str, now_ns: int) -> bool:
        record = self._records.get(path)
        if record is None or now_ns - record.failures[-1] > WITHIN_NS:
            return False
        return _often(record.failures, FAILURES) or _often(record.losses, LOSSES)


def _often(times: list[int], enough: int) -> bool:
    return len(times) == enough and times[-1] - times[0] <= WITHIN_NS
