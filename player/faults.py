"""What is wrong now, as sentences for people far away: one a cause, forgotten when it is over or old."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

MOST = 32


@dataclass(frozen=True, slots=True)
class _Fault:
    sentence: str
    since: float
    lasts_s: float


class FaultBook:
    """Faults by cause. Every thread may write to it; instants are monotonic seconds."""

    def __init__(self) -> None:
        self._faults: dict[str, _Fault] = {}
        self._lock = threading.Lock()
        self.on_new: Callable[[str, str], None] = lambda cause, sentence: None

    def note(self, cause: str, sentence: str, now: float, lasts_s: float = 3600.0) -> bool:
        """Keep `sentence` for `cause`, for `lasts_s` seconds unless cleared; True where it says something new."""
        with self._lock:
            known = self._faults.get(cause)
            self._faults[cause] = _Fault(sentence[:300], now, lasts_s)
            while len(self._faults) > MOST:
                del self._faults[min(self._faults, key=lambda name: self._faults[name].since)]
        fresh = known is None or known.sentence != sentence[:300]
        if fresh:
            self.on_new(cause, sentence)
        return fresh

    def clear(self, cause: str) -> None:
        """The cause is gone; nothing happens where it never was."""
        with self._lock:
            self._faults.pop(cause, None)

    def sentences(self, now: float) -> tuple[str, ...]:
        """What is wrong at `now`, the newest first."""
        with self._lock:
            live = [fault for fault in self._faults.values() if now - fault.since < fault.lasts_s]
        return tuple(fault.sentence for fault in sorted(live, key=lambda fault: -fault.since))
