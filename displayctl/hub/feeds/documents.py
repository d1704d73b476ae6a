"""The documents of one feed: fetched within the budget, only where they changed, and kept for when they did not."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from displayctl.hub.egress import EgressRules, Fetched, fetch
from displayctl.hub.feeds.budget import RequestBudget
from schedules.clock import Clock

MOST_KEPT_BYTES = 16 << 20
NOT_MODIFIED = 304
Fetch = Callable[..., Fetched]


class Documents:
    """What a feed reads from: by address, the body as it is now."""

    def __init__(
        self, feed_id: str, rules: EgressRules, budget: RequestBudget, clock: Clock, fetcher: Fetch = fetch
    ) -> None:
        self._feed_id, self._rules, self._budget, self._clock = feed_id, rules, budget, clock
        self._fetch = fetcher
        self._kept: OrderedDict[str, Fetched] = OrderedDict()

    def get(self, address: str) -> bytes:
        """The body at `address`. Raises BudgetSpent, EgressRefused, EgressFailed."""
        self._budget.spend(self._feed_id)
        former = self._kept.get(address)
        etag, modified = (former.etag, former.modified) if former else ("", "")
        answer = self._fetch(address, self._rules, self._clock, etag=etag, modified=modified)
        if answer.status == NOT_MODIFIED and former is not None:
            self._kept.move_to_end(address)
            return former.body
        self._keep(address, answer)
        return answer.body

    def kept(self, address: str) -> bytes | None:
        """The body that came last from `address`, without asking; None where there is none."""
        former = self._kept.get(address)
        return None if former is None else former.body

    def _keep(self, address: str, answer: Fetched) -> None:
        self._kept[address] = answer
        self._kept.move_to_end(address)
        while sum(len(each.body) for each in self._kept.values()) > MOST_KEPT_BYTES:
            self._kept.popitem(last=False)
