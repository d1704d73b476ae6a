"""Fetches bundles when the hub has offered one, and now and then without being told."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Mapping

from player.errors import HubTrouble
from player.hub_client import HubClient

ASK_ANYWAY_S = 300.0
BASE_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0


class Courier:
    """Brings bundles to `take_bundle`, and to `take_news` those without what is `held` here (versions of roles).

    `step` gives the seconds to wait before the next one.
    """

    def __init__(
        self,
        hub: HubClient,
        take_bundle: Callable[[bytes], None],
        take_news: Callable[[bytes], None] = lambda news: None,
        held: Callable[[], Mapping[str, int]] = dict,
    ) -> None:
        self._hub, self._take_bundle, self._take_news, self._held = hub, take_bundle, take_news, held
        self._tag = ""
        self._again = threading.Event()
        self._failures = 0

    def ask_again(self) -> None:
        """Fetch all of it, even what was fetched already: it was lost, or may be judged otherwise now."""
        self._again.set()

    def step(self) -> float:
        """Fetch the bundle, where there is another one than the last."""
        held = self._held()
        if self._again.is_set():
            self._again.clear()
            self._tag, held = "", {}
        try:
            fetched = self._hub.fetch_bundle(self._tag, held)
        except HubTrouble:
            if not held:
                self._again.set()
            self._failures = min(self._failures + 1, 16)
            return random.uniform(0.5, 1.0) * min(LONGEST_WAIT_S, BASE_WAIT_S * 2.0**self._failures)  # noqa: S311
        self._failures = 0
        if fetched is not None:
            take = self._take_news if fetched.is_news else self._take_bundle
            take(fetched.data)
            self._tag = fetched.tag
        return ASK_ANYWAY_S * random.uniform(0.8, 1.2)  # noqa: S311  a pause is no secret
