"""What agent and stage say to each other: immutable values, one JSON object a line over the stage's stdin and stdout.

The agent sends *requests*, the stage answers with *reports*. Instants are UTC in whole unix milliseconds. The first
request is `Arrange`; until it came the stage shows nothing. `Stop`, or the end of stdin, ends the stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from schedules.checks import check_count, check_int
from schedules.display import FRAME_RATES, Canvas
from schedules.errors import InvalidValue

LATEST_MS = 1 << 43
LONGEST_MS = 366 * 86_400_000


class CueKind(StrEnum):
    """What a cue shows: a file of moving pictures, a file with one picture, or the stage's own slate."""

    VIDEO = "video"
    PICTURE = "picture"
    SLATE = "slate"


class OverlayMode(StrEnum):
    """How much of the canvas an overlay takes: all of it, or its lower edge as far as the picture is high."""

    TAKEOVER = "takeover"
    BANNER = "banner"


class FaultKind(StrEnum):
    """What went wrong on the stage. The wall keeps the last good picture meanwhile.

    A medium that is missing, broken or quarantined is named up to seconds before it is due. Whoever made the timeline
    answers with one that shows something good in its place: only they know what may stand there.
    """

    MEDIUM_MISSING = "medium-missing"
    MEDIUM_BROKEN = "medium-broken"
    MEDIUM_QUARANTINED = "medium-quarantined"
    DECODER_LOST = "decoder-lost"
    OVERLAY_BROKEN = "overlay-broken"
    LATE = "late"
    REQUEST_REFUSED = "request-refused"
    STAGE_FAILED = "stage-failed"


MEDIUM_FAULTS = (FaultKind.MEDIUM_MISSING, FaultKind.MEDIUM_BROKEN, FaultKind.MEDIUM_QUARANTINED)


@dataclass(frozen=True, slots=True)
class StageCue:
    """One item of a timeline, from `starts_ms` up to `ends_ms`.

    `token` names this appearance of the item and comes back in reports. At `starts_ms` the media stands at `offset_ms`.
    `duration_ms` is the length of the file, 0 where it is not known; a video that ends before its cue begins again
    where `loops` is set and `duration_ms` known, else its last frame stays. `frame_rate` 0 means not known.
    `path` is empty for the slate. `volume` is in percent and counts only where `sound` is set.
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


@dataclass(frozen=True, slots=True)
class Arrange:
    """The canvas, its refresh and whether the wall has sound. Must come first; a later one moves the window."""

    canvas: Canvas
    frame_rate: int = 30
    sound: bool = False

    def __post_init__(self) -> None:
        if self.frame_rate not in FRAME_RATES:
            raise InvalidValue("arrange.frame_rate", f"{self.frame_rate!r} is not one of {FRAME_RATES}")


@dataclass(frozen=True, slots=True)
class Timeline:
    """What to show from now on, in order, without overlaps; it replaces the former one whole.

    A cue that is on screen and stands in the new timeline with the same token, file, start and offset plays on
    undisturbed. Where no cue stands, the slate is shown.
    """

    cues: tuple[StageCue, ...] = ()

    def __post_init__(self) -> None:
        check_count("timeline.cues", self.cues, most=2000)
        for before, after in zip(self.cues, self.cues[1:], strict=False):
            if after.starts_ms < before.ends_ms:
                raise InvalidValue("timeline.cues", f"{after.token!r} starts before {before.token!r} has ended")


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture file above everything; an empty `path` takes it away. With `drill` a band says LATIHAN above it.

    The programme runs on underneath. Reported like an item, with `Presented`, when it is taken away or replaced.
    """

    token: str = ""
    path: str = ""
    mode: OverlayMode = OverlayMode.TAKEOVER
    drill: bool = False

    def __post_init__(self) -> None:
        check_text("overlay.path", self.path, most=4096)
        check_text("overlay.token", self.token, least=1 if self.path else 0, most=200)


@dataclass(frozen=True, slots=True)
class ShowTestPattern:
    """Shows the test pattern above the programme, or takes it away."""

    on: bool


@dataclass(frozen=True, slots=True)
class Identify:
    """Shows `text` in large letters for `seconds` (1 to 600); an empty text ends it."""

    text: str
    seconds: int = 10

    def __post_init__(self) -> None:
        check_text("identify.text", self.text, most=200)
        check_int("identify.seconds", self.seconds, 1, 600)


@dataclass(frozen=True, slots=True)
class SlateText:
    """What stands on the slate: the wall's name, a line of state, and an enrolment code in large letters if any."""

    name: str = ""
    detail: str = ""
    code: str = ""

    def __post_init__(self) -> None:
        check_text("slate.name", self.name, most=200)
        check_text("slate.detail", self.detail, most=400)
        check_text("slate.code", self.code, most=40)


@dataclass(frozen=True, slots=True)
class TakeScreenshot:
    """Asks for what is on the canvas now, at most `max_width` pixels wide. Answered by `ScreenshotTaken`."""

    max_width: int = 480

    def __post_init__(self) -> None:
        check_int("screenshot.max_width", self.max_width, 16, 4096)


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """True UTC minus the machine's wall clock. Slewed at most 0.5 ms a second; stepped past half a second."""

    offset_ms: int

    def __post_init__(self) -> None:
        check_int("clock.offset_ms", self.offset_ms, -LATEST_MS, LATEST_MS)


@dataclass(frozen=True, slots=True)
class Stop:
    """Ends the stage and its decoders."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The window is on the screen and the decoders answer. `decoders` is how many of the two do."""

    decoders: int
    refresh_hz: float


@dataclass(frozen=True, slots=True)
class Presented:
    """An item, or an overlay, has left the screen: what was really shown of it. The slate is not reported.

    `starts_ms`, `ends_ms` are the instants of its first picture and of the picture that followed it. `presented`
    counts different frames shown (1 for a picture), `late` those shown a refresh or more after their time, `dropped`
    those that never showed. `slip_ms` is how much later than its cue it began. `hidden_ms` is how long a takeover
    covered it. `faults` counts decoder failures in it.
    """

    token: str
    starts_ms: int
    ends_ms: int
    presented: int
    late: int = 0
    dropped: int = 0
    slip_ms: float = 0.0
    hidden_ms: int = 0
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """Sign of life, sent at every change and every second: what the last painted refresh showed.

    `token` is empty for the slate; `overlay` is the overlay's token, empty without one. `frame` counts frames of the
    item painted since `since_ms`; `refreshes` counts the stage's painted refreshes since it started.
    """

    token: str
    frame: int
    since_ms: int
    at_ms: int
    overlay: str = ""
    refreshes: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong; `token` names the item, empty where it is about none. `detail` says fact and next step."""

    kind: FaultKind
    token: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ScreenshotTaken:
    """A PNG in base64, and when it was on the screen."""

    at_ms: int
    png_base64: str


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of the last ten seconds: refreshes painted, how late the tick came, underruns, memory, decoder restarts.

    `underruns` counts refreshes at which the due frame was not there; `restarts` counts from the stage's start.
    """

    at_ms: int
    refreshes: int
    tick_late_ms_max: float
    underruns: int
    resident_bytes: int
    restarts: int


Request = Arrange | Timeline | Overlay | ShowTestPattern | Identify | SlateText | TakeScreenshot | ClockOffset | Stop
Report = Ready | Presented | Showing | Fault | ScreenshotTaken | Stats


class StageClosed(Exception):
    """The stage is gone (ended, crashed or never started); start a new one and send everything again."""


class Stage(Protocol):
    """A stage as the agent sees it. Implemented by `player.stage.child.StageChild` and, in memory, by `MemoryStage`."""

    def send(self, request: Request) -> None:
        """Hand over `request` without waiting. The first has to be `Arrange`. Raises StageClosed."""
        ...

    def reports(self) -> Sequence[Report]:
        """Everything reported since the last call, oldest first. Never waits. Raises StageClosed once all are read."""
        ...

    def close(self) -> None:
        """Stop the stage and its decoders; they are gone when this returns. May be called twice."""
        ...


def check_text(field: str, value: str, most: int, least: int = 0) -> None:
    """Text of `least` to `most` characters, without NUL."""
    if not isinstance(value, str) or not least <= len(value) <= most or "\0" in value:
        raise InvalidValue(field, f"{value!r:.60} is out of bounds; give {least} to {most} characters")
