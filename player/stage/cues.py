"""The items of a timeline: what is shown from when to when, and how it takes the place of what was there before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from player.stage.bounds import LATEST_MS, LONGEST_MS, check_text
from schedules.checks import check_int
from schedules.errors import InvalidValue
from schedules.transition import Motion, TransitionKind

__all__ = ("CUT", "LONGEST_TRANSITION_MS", "CueKind", "CueTransition", "Motion", "StageCue", "TransitionKind")

LONGEST_TRANSITION_MS = 3000


class CueKind(StrEnum):
    """What a cue shows: a file of moving pictures, a file with one picture, a live stream, or the stage's slate."""

    VIDEO = "video"
    PICTURE = "picture"
    STREAM = "stream"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class CueTransition:
    """The change into a cue. It begins at the cue's start, and the item before runs on underneath until it is over.

    A stage shortens it to half of either item. A cut has no length, and everything else has one.
    """

    kind: TransitionKind = TransitionKind.CUT
    duration_ms: int = 0

    def __post_init__(self) -> None:
        check_int("transition.duration_ms", self.duration_ms, 0, LONGEST_TRANSITION_MS)
        if (self.kind is TransitionKind.CUT) != (self.duration_ms == 0):
            raise InvalidValue("transition.duration_ms", "is 0 for a cut, and above 0 for everything else")


CUT = CueTransition()


@dataclass(frozen=True, slots=True)
class StageCue:
    """One item of a timeline, from `starts_ms` up to `ends_ms`.

    `token` names this appearance of the item, on the whole wall, and comes back in reports. At `starts_ms` the media
    stands at `offset_ms`. `duration_ms` is the length of the file, 0 where it is not known; a video that ends before
    its cue begins again where `loops` is set and `duration_ms` known, else its last frame stays. `frame_rate` 0 means
    not known. `path` is empty for the slate. `volume` is in percent and counts only where `sound` is set.
    `transition` leads into this cue; `motion` is for pictures. A stream plays `url`, and shows its poster `path` until
    its first picture; where that has not come after `patience_ms`, a fault is reported.
    """

    token: str
    kind: CueKind
    starts_ms: int
    ends_ms: int
    path: str = ""
    offset_ms: int = 0
    frame_rate: float = 0.0
    duration_ms: int = 0
    loops: bool = False
    volume: int = 100
    sound: bool = False
    transition: CueTransition = CUT
    motion: Motion = Motion.NONE
    url: str = ""
    patience_ms: int = 5000

    def __post_init__(self) -> None:
        check_text("cue.token", self.token, least=1, most=200)
        check_text("cue.path", self.path, most=4096)
        if (self.kind is CueKind.SLATE) != (not self.path):
            raise InvalidValue("cue.path", "is empty for the slate, and names a file for everything else")
        check_int("cue.starts_ms", self.starts_ms, 0, LATEST_MS)
        check_int("cue.ends_ms", self.ends_ms, self.starts_ms + 1, LATEST_MS)
        check_int("cue.offset_ms", self.offset_ms, 0, LONGEST_MS)
        check_int("cue.duration_ms", self.duration_ms, 0, LONGEST_MS)
        check_int("cue.volume", self.volume, 0, 100)
        if not 0 <= self.frame_rate <= 240:
            raise InvalidValue("cue.frame_rate", f"{self.frame_rate!r} is out of bounds; give 0 to 240 frames a second")
        if self.motion is not Motion.NONE and self.kind is not CueKind.PICTURE:
            raise InvalidValue("cue.motion", "is for pictures alone")
        check_text("cue.url", self.url, most=2048)
        if (self.kind is CueKind.STREAM) != bool(self.url):
            raise InvalidValue("cue.url", "names a live stream, and is empty for everything else")
        check_int("cue.patience_ms", self.patience_ms, 500, 60_000)
