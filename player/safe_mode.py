"""How much of the programme a stage that keeps dying is still trusted with, and when it is trusted again.

What makes a stage die is nearly always what it decodes. So it goes on without moving pictures, and where even that does
not hold, with the slate and alerts alone. The programme itself stays the one that was approved last.
"""

from __future__ import annotations

from collections import deque
from enum import IntEnum

LOSSES, WITHIN_S = 4, 600.0
GOOD_S = 3600.0


class Features(IntEnum):
    """What is shown. Alerts, messages of the desk and the test pattern always are."""

    SLATE = 0
    PICTURES = 1
    ALL = 2


SENTENCES = {
    Features.ALL: "",
    Features.PICTURES: "safe mode: the stage died {losses} times in {minutes:.0f} minutes; videos are left out",
    Features.SLATE: "safe mode: the stage died {losses} times in {minutes:.0f} minutes even without videos; slate only",
}

KEPT = {
    Features.PICTURES: "safe mode: the player had died before it was started; videos are left out",
    Features.SLATE: "safe mode: the player had died before it was started; slate only",
}
"""What is said of a player that began so: how often its stage died then is not known any more, if it was the stage."""


class SafeMode:
    """Tell it of each stage that was lost, and ask `features` at every tick. Instants are monotonic seconds."""

    def __init__(self, begin: Features = Features.ALL, now: float = 0.0, *, allowed: bool = True) -> None:
        """With `allowed` False it counts losses, and everything is shown whatever happens."""
        self.features = begin if allowed else Features.ALL
        self._allowed = allowed
        self._is_kept = self.features is not Features.ALL
        self.losses = 0
        self._lately: deque[float] = deque(maxlen=LOSSES)
        self._good_since = now

    @property
    def is_on(self) -> bool:
        return self.features is not Features.ALL

    @property
    def sentence(self) -> str:
        """What people are told; empty while all is shown."""
        if self._is_kept:
            return KEPT[self.features]
        return SENTENCES[self.features].format(losses=LOSSES, minutes=WITHIN_S / 60)

    def lost(self, now: float) -> bool:
        """A stage died at `now`; True where less is shown from now on."""
        self.losses += 1
        self._good_since = now
        self._lately.append(now)
        often = len(self._lately) == LOSSES and now - self._lately[0] <= WITHIN_S
        if not often or not self._allowed or self.features is Features.SLATE:
            return False
        self._lately.clear()
        self._is_kept = False
        self.features = Features(self.features - 1)
        return True

    def tick(self, now: float) -> bool:
        """True where a good hour is over, so that everything is tried again."""
        if not self.is_on or now - self._good_since < GOOD_S:
            return False
        return self.leave()

    def leave(self) -> bool:
        """Somebody wishes everything to be tried again; True where that changes something."""
        changed, self.features = self.is_on, Features.ALL
        self._is_kept = False
        self._lately.clear()
        return changed
