"""Who may try again, and when: each failed sign-in makes the next one wait longer, without locking anybody else out.

Three things are counted. A person from one address: who mistypes, or guesses, waits there and nowhere else. An address:
who tries many names waits. A person from everywhere: guesses from many addresses slow down, except where that person
has signed in before, so that a flood does not keep them from their own desk.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from displayctl.hub.errors import TooManyTries
from schedules.clock import Clock

MOST_REMEMBERED = 20_000
FORGOTTEN_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Patience:
    """`free` failures cost nothing; each further one doubles the wait, from a second up to `longest_seconds`."""

    free: int
    longest_seconds: float

    def wait_seconds(self, failures: int) -> float:
        beyond = failures - self.free
        return 0.0 if beyond <= 0 else min(self.longest_seconds, 2.0 ** min(beyond - 1, 32))


PAIR = Patience(free=5, longest_seconds=300.0)
ADDRESS = Patience(free=40, longest_seconds=300.0)
PERSON = Patience(free=40, longest_seconds=30.0)


@dataclass(slots=True)
class _Count:
    failures: int = 0
    last: float = 0.0


class SignInThrottle:
    """Counts failures. Safe to use from many threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counts: OrderedDict[Hashable, _Count] = OrderedDict()
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, name: str, address: str) -> None:
        """A try begins, and counts as failed until `succeeded`. Raises TooManyTries, which does not count."""
        place = network_of(address)
        with self._lock:
            now = self._clock.monotonic()
            counts = [(self._count(key, now), patience) for key, patience in self._watched(name, place)]
            wait = max((_left(count, patience, now) for count, patience in counts), default=0.0)
            if wait > 0:
                raise TooManyTries(f"too many failed tries; try again in {wait:.0f} s", wait)
            for count, _ in counts:
                count.failures, count.last = count.failures + 1, now

    def succeeded(self, name: str, address: str) -> None:
        """The try that began was good: this person's count here is over, and this address is theirs from now on."""
        place = network_of(address)
        with self._lock:
            self._uncount(name, place)
            self._counts.pop((name, place), None)
            self._known[name, place] = None
            self._known.move_to_end((name, place))
            _bound(self._known)

    def took_back(self, name: str, address: str) -> None:
        """The try that began told neither way, as where the code is still to be given: it counts as none."""
        place = network_of(address)
        with self._lock:
            self._uncount(name, place)

    def _uncount(self, name: str, place: str) -> None:
        """Takes back what `begin` has counted, and no more."""
        for key, _ in self._watched(name, place):
            if key in self._counts:
                self._counts[key].failures = max(0, self._counts[key].failures - 1)

    def _watched(self, name: str, place: str) -> tuple[tuple[Hashable, Patience], ...]:
        watched: tuple[tuple[Hashable, Patience], ...] = ((name, place), PAIR), (("address", place), ADDRESS)
        return watched if (name, place) in self._known else (*watched, (("person", name), PERSON))

    def _count(self, key: Hashable, now: float) -> _Count:
        found = self._counts.get(key)
        if found is None or now - found.last > FORGOTTEN_SECONDS:
            found = self._counts[key] = _Count(last=now)
        self._counts.move_to_end(key)
        _bound(self._counts)
        return found


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass(slots=True)
class RequestRate:
    """How many requests one asker may make: `burst` at once, then `a_second`."""

    clock: Clock
    a_second: float
    burst: float
    _buckets: OrderedDict[str, _Bucket] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, key: str) -> None:
        """One request more. Raises TooManyTries."""
        with self._lock:
            now = self.clock.monotonic()
            bucket = self._buckets.setdefault(key, _Bucket(self.burst, now))
            bucket.left, bucket.at = min(self.burst, bucket.left + (now - bucket.at) * self.a_second), now
            self._buckets.move_to_end(key)
            _bound(self._buckets)
            if bucket.left < 1:
                wait = (1 - bucket.left) / self.a_second
                raise TooManyTries("too many requests at once; go on more slowly", wait)
            bucket.left -= 1


def network_of(address: str) -> str:
    """What counts as one address: of IPv6 the network (/64), as a single machine has all of its addresses."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _left(count: _Count, patience: Patience, now: float) -> float:
    return count.last + patience.wait_seconds(count.failures) - now


def _bound(
    things: OrderedDict[Hashable, _Count] | OrderedDict[tuple[str, str], None] | OrderedDict[str, _Bucket],
) -> None:
    while len(things) > MOST_REMEMBERED:
        things.popitem(last=False)
