"""How much an agency's account may send in a day: the disk is the walls' first, whoever fills it with files."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from datetime import date

from displayctl.api.request_states import Side
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import TooLarge
from displayctl.hub.requests.sides import side_of
from schedules.clock import Clock

A_DAY_BYTES = 4 << 30
"""Eight files of the largest size: more than anybody has to say about one request."""


class Allowance:
    """Counts what people send, whether or not it becomes part of a request, until the day (of UTC) ends."""

    def __init__(self, clock: Clock, most_bytes: int = A_DAY_BYTES) -> None:
        self._clock, self._most = clock, most_bytes
        self._day: date = clock.now().date()
        self._sent: dict[str, int] = {}
        self._lock = threading.Lock()

    def counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """`chunks` of the one who asks; the office sends what it likes. Raises TooLarge where it is too much today."""
        asker = current_asker()
        for chunk in chunks:
            if side_of(asker) is Side.AGENCY:
                self._take(asker.id, len(chunk))
            yield chunk

    def _take(self, person: str, count: int) -> None:
        with self._lock:
            today = self._clock.now().date()
            if today != self._day:
                self._day, self._sent = today, {}
            sent = self._sent.get(person, 0) + count
            if sent > self._most:
                raise TooLarge(f"this account has sent {self._most >> 20} MiB today; go on tomorrow, or ask the office")
            self._sent[person] = sent
