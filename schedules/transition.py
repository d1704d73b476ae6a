"""How one item takes the place of another on a wall, and how a still picture moves while it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from schedules.errors import InvalidValue

LONGEST_TRANSITION = timedelta(seconds=3)
_MILLISECOND = timedelta(milliseconds=1)


class TransitionKind(StrEnum):
    """At once; by growing clear over what was there; or by pushing it out to the left."""

    CUT = "cut"
    CROSSFADE = "crossfade"
    SLIDE = "slide"


class Motion(StrEnum):
    """How a picture moves while it is shown. A pan shows what lies to the left, or right, more and more."""

    NONE = "none"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    PAN_LEFT = "pan-left"
    PAN_RIGHT = "pan-right"


@dataclass(frozen=True, slots=True)
class Transition:
    """The change into an item, from the item's start on; the item before runs on underneath until it is over.

    A cut takes no time, every other kind some whole milliseconds, three seconds at the most.
    """

    kind: TransitionKind = TransitionKind.CUT
    duration: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        if not isinstance(self.duration, timedelta) or not timedelta(0) <= self.duration <= LONGEST_TRANSITION:
            raise InvalidValue("transition.duration", f"{self.duration!s:.40} is out of bounds; give at most 3 seconds")
        if self.duration % _MILLISECOND:
            raise InvalidValue("transition.duration", f"{self.duration} is not in whole milliseconds; round it to them")
        if (self.kind is TransitionKind.CUT) != (not self.duration):
            raise InvalidValue("transition.duration", "is 0 for a cut, and above 0 for everything else")


CUT = Transition()
