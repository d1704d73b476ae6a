"""How one feed does: when it is visited next, since when nothing good has come, and what its operator is told."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from displayctl.api.feeds import FeedHealth, FeedSettings
from displayctl.hub.feeds.look import Look
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import MessageKind
from schedules.clock import Clock

SILENT_PERIODS = 3
LONGEST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE_ASKED = timedelta(hours=1)
JITTER = 0.1
"""Visits come a tenth earlier or later, so that hubs which started together do not ask together for ever."""
LONGEST_FAILURE = 400
KEPT_AGAIN_AFTER = timedelta(minutes=15)


class FeedLife:
    """Paced on monotonic time; the instants of its health are for people. Changed by one thread at a time."""

    def __init__(self, settings: FeedSettings, clock: Clock, chance: random.Random) -> None:
        self.settings, self._clock, self._chance = settings, clock, chance
        self.silent = False
        self._good_mono = self._due = self._kept_mono = clock.monotonic()
        self._good_at: datetime | None = None
        self._changed_at: datetime | None = None
        self._failures, self._failure = 0, ""
        self._told, self._live, self._complaints = 0, 0, tuple[str, ...]()

    @property
    def is_due(self) -> bool:
        return self._clock.monotonic() >= self._due

    def went_well(self, look: Look) -> None:
        """A visit came to `look`, and its reading is kept. Where a part of it did not come, that counts as a failure,
        and is asked for again at the usual time.
        A look that came too early is followed by the next one soon.
        """
        now, told = self._clock.now(), _told(look.reading)
        if self._changed_at is None or told != self._told:
            self._changed_at, self._told = now, told
        self._complaints = look.reading.complaints
        alerts = (each for each in look.reading.warnings if each.message is not MessageKind.CANCEL)
        self._live = sum(each.expires > now for each in alerts)
        self._pause(self._every if look.again is None else min(look.again, self._every))
        if look.failure:
            self._failed(look.failure)
            return
        self._good_at, self._good_mono = now, self._clock.monotonic()
        self._failures, self._failure = 0, ""

    def has_kept(self, reading: Reading) -> bool:
        """Whether the very same was kept lately. Now and then it is kept again, whatever has become of it."""
        same = self._changed_at is not None and _told(reading) == self._told
        return same and self._clock.monotonic() - self._kept_mono < KEPT_AGAIN_AFTER.total_seconds()

    def keeps(self) -> None:
        """What came was kept, just now."""
        self._kept_mono = self._clock.monotonic()

    def went_wrong(self, sentence: str, asked: timedelta | None = None) -> None:
        """A visit failed; the next one comes later the more there were in a row, and not before the other side asks."""
        self._failed(sentence)
        longest = max(LONGEST_PAUSE, self._every)
        pause = min(longest, self._every * 2 ** min(self._failures - 1, 10))
        self._pause(max(pause, min(asked or timedelta(), LONGEST_PAUSE_ASKED)))

    def postponed(self, wait: timedelta) -> None:
        """It was not visited, through no fault of its own."""
        self._due = self._clock.monotonic() + wait.total_seconds()

    @property
    def is_quiet(self) -> bool:
        """Whether for three periods nothing good has come; `silent` is what was told of it."""
        quiet = self._clock.monotonic() - self._good_mono
        return quiet > SILENT_PERIODS * self._every.total_seconds()

    def health(self, requests_last_hour: int) -> FeedHealth:
        wait = max(0.0, self._due - self._clock.monotonic())
        return FeedHealth(
            last_good_at=self._good_at,
            last_change_at=self._changed_at,
            next_at=self._clock.now() + timedelta(seconds=wait) if self.settings.enabled else None,
            failures=self._failures,
            failure=self._failure,
            silent=self.silent,
            requests_last_hour=requests_last_hour,
            live=self._live,
            complaints=self._complaints,
        )

    def _failed(self, sentence: str) -> None:
        self._failures += 1
        self._failure = sentence[:LONGEST_FAILURE]

    @property
    def _every(self) -> timedelta:
        return timedelta(seconds=self.settings.every_seconds)

    def _pause(self, pause: timedelta) -> None:
        stretched = pause.total_seconds() * (1 + JITTER * (2 * self._chance.random() - 1))
        self._due = self._clock.monotonic() + stretched


def _told(reading: Reading) -> int:
    return hash((reading.warnings, reading.listed))
