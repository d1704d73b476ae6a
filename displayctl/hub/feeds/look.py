"""One visit to a feed, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from displayctl.hub.feeds.reading import Reading


def _nothing() -> None:
    return


@dataclass(frozen=True, slots=True)
class Look:
    """What a visit came to. `failure` says what of the feed did not come while the rest did; `settle` is to be called
    once the reading is kept. `again`: something was there too early; look after this time, not at the usual one.
    """

    reading: Reading
    failure: str = ""
    again: timedelta | None = None
    settle: Callable[[], None] = _nothing


class Source(Protocol):
    """A feed that can be visited. It remembers what it has fetched, and nothing of what it has told."""

    def look(self, now: datetime) -> Look:
        """Fetches and reads all that the feed tells at `now`.

        Raises BudgetSpent, EgressRefused, EgressFailed, NotAWarning, FolderUnusable.
        """
        ...
