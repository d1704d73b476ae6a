"""What agent and stage say to each other: immutable values, one JSON object a line over the stage's stdin and stdout.

The agent sends *requests*, the stage answers with *reports*. Instants are UTC in whole unix milliseconds. The first
request is `Arrange`; until it came the stage shows nothing. `Stop`, or the end of stdin, ends the stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from player.stage.bounds import LATEST_MS, check_text
from player.stage.covers import Brightness, Cover, CoverKind, PatternKind, ShowTestPattern
from player.stage.cues import CUT, CueKind, CueTransition, Motion, StageCue, TransitionKind
from player.stage.dressing import (
    MOST_REGIONS,
    ClockFace,
    Clocks,
    ClockStyle,
    Corner,
    Logo,
    Logos,
    RegionKind,
    StageRegion,
    Tickers,
    TickerStrip,
)
from player.stage.raising import Alarm, AlarmSound, Overlay, OverlayAhead, OverlayMode
from schedules.checks import check_count, check_int, check_sha256, check_unique
from schedules.display import FRAME_RATES, Canvas
from schedules.errors import InvalidValue

__all__ = (
    "CUT",
    "Alarm",
    "AlarmSound",
    "Brightness",
    "ClockFace",
    "ClockStyle",
    "Clocks",
    "Corner",
    "Cover",
    "CoverKind",
    "CueKind",
    "CueTransition",
    "Logo",
    "Logos",
    "Motion",
    "Overlay",
    "OverlayAhead",
    "OverlayMode",
    "PatternKind",
    "RegionKind",
    "ShowTestPattern",
    "StageCue",
    "StageRegion",
    "TickerStrip",
    "Tickers",
    "TransitionKind",
)


class FaultKind(StrEnum):
    """What went wrong on the stage. The wall keeps the last good picture meanwhile; of overlays, that of one message.

    A medium that is missing, broken or quarantined is named up to seconds before it is due, and a live stream that is
    lost when its patience is over. Whoever made the timeline answers with one that shows something good in its place:
    only they know what may stand there. Faults name tokens, which are unique on the whole wall.
    """

    MEDIUM_MISSING = "medium-missing"
    MEDIUM_BROKEN = "medium-broken"
    MEDIUM_QUARANTINED = "medium-quarantined"
    STREAM_LOST = "stream-lost"
    DECODER_LOST = "decoder-lost"
    OVERLAY_BROKEN = "overlay-broken"
    LATE = "late"
    REQUEST_REFUSED = "request-refused"
    STAGE_FAILED = "stage-failed"


MEDIUM_FAULTS = (FaultKind.MEDIUM_MISSING, FaultKind.MEDIUM_BROKEN, FaultKind.MEDIUM_QUARANTINED, FaultKind.STREAM_LOST)


@dataclass(frozen=True, slots=True)
class Arrange:
    """The canvas, the rate of its material, its regions and whether the wall has sound.

    Must come first; a later one moves the window. The main picture fills the region with an empty name, or else the
    whole canvas. The regions of `canvas` itself do not count here, and do not cross the line. Without `decoders` none
    are started: pictures and all that is written are shown, moving pictures are not. With `fills` nobody knows the
    wall yet: the slate takes the whole output, whatever its size, without decoders; `canvas` is for where that is none.
    """

    canvas: Canvas
    frame_rate: int = 30
    sound: bool = False
    regions: tuple[StageRegion, ...] = ()
    decoders: bool = True
    fills: bool = False

    def __post_init__(self) -> None:
        if self.fills and self.regions:
            raise InvalidValue("arrange.regions", "a wall that nobody knows has no regions; leave them out")
        if self.frame_rate not in FRAME_RATES:
            raise InvalidValue("arrange.frame_rate", f"{self.frame_rate!r} is not one of {FRAME_RATES}")
        check_count("arrange.regions", self.regions, most=MOST_REGIONS)
        check_unique("arrange.regions", [region.name for region in self.regions])
        for region in self.regions:
            across, down = region.x_px + region.width_px, region.y_px + region.height_px
            if across > self.canvas.width_px or down > self.canvas.height_px:
                raise InvalidValue("arrange.regions", f"{region.name!r} reaches beyond the canvas; make it smaller")


@dataclass(frozen=True, slots=True)
class Timeline:
    """What to show from now on in one region, in order, without overlaps; it replaces that region's former one whole.

    A cue that is on screen and stands in the new timeline with the same token, file, start and offset plays on
    undisturbed. Where no cue stands, the slate is shown in the main picture, and nothing in any other region.
    `region` is empty for the main picture.
    """

    cues: tuple[StageCue, ...] = ()
    region: str = ""

    def __post_init__(self) -> None:
        check_count("timeline.cues", self.cues, most=2000)
        check_text("timeline.region", self.region, most=64)
        for before, after in zip(self.cues, self.cues[1:], strict=False):
            if after.starts_ms < before.ends_ms:
                raise InvalidValue("timeline.cues", f"{after.token!r} starts before {before.token!r} has ended")


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud the wall is, in percent of what each cue says; 0 in quiet hours. Takes effect at once, in mid-item."""

    percent: int = 100

    def __post_init__(self) -> None:
        check_int("loudness.percent", self.percent, 0, 100)


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
    """Ends the stage and its decoders. The wall is black then, or keeps its picture until another stage has one."""

    keep_picture: bool = False


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
    covered it. `faults` counts decoder failures in it, `underruns` refreshes at which the frame that was due was not
    there. `region` is where it was, empty for the main picture.
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
    region: str = ""
    underruns: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """Sign of life, sent at every change and every second: what the last painted refresh showed.

    `token` is empty for the slate; `overlay` is the overlay's token, empty without one. `frame` counts frames of the
    item painted since `since_ms`; `refreshes` counts the refreshes the stage has kept since it started, `painted` those
    at which something was painted: a picture that stands still is touched twice a second, as proof of presence. For a
    `region` other than the main picture it is sent at changes and every ten seconds. `cover` is the cover's
    token, or ``pattern``; empty without one.
    """

    token: str
    frame: int
    since_ms: int
    at_ms: int
    overlay: str = ""
    refreshes: int = 0
    region: str = ""
    painted: int = 0
    cover: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong; `token` names the item, empty where it is about none. `detail` says fact and next step."""

    kind: FaultKind
    token: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OverlayPainted:
    """An overlay is on the screen since `at_ms`; `frame` is the SHA-256 of its pixels in hexadecimal.

    These are the red, green and blue of each pixel of the area it covers, row by row from the upper left corner, as
    painted: in the canvas's size, with the band of a drill. Outside of a wall's mask all is black, which counts not.
    """

    token: str
    at_ms: int
    frame: str

    def __post_init__(self) -> None:
        check_sha256("overlay_painted.frame", self.frame)


@dataclass(frozen=True, slots=True)
class ScreenshotTaken:
    """A PNG in base64, and when it was on the screen."""

    at_ms: int
    png_base64: str


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of the last ten seconds: refreshes painted, how late the tick came, underruns, memory, decoder restarts.

    `underruns` counts refreshes at which the due frame was not there; `restarts` counts decoders that
    were replaced since the stage's start, in all regions and of live streams too.
    """

    at_ms: int
    refreshes: int
    tick_late_ms_max: float
    underruns: int
    resident_bytes: int
    restarts: int


Request = (
    Arrange
    | Timeline
    | Tickers
    | Clocks
    | Logos
    | Overlay
    | OverlayAhead
    | Alarm
    | Loudness
    | Cover
    | Brightness
    | ShowTestPattern
    | Identify
    | SlateText
    | TakeScreenshot
    | ClockOffset
    | Stop
)
Report = Ready | Presented | Showing | OverlayPainted | Fault | ScreenshotTaken | Stats


class StageClosed(Exception):
    """The stage is gone (ended, crashed or never started); start a new one and send everything again.

    It has not `crashed` where it ended in order: because its screen went away, or somebody told its process to end.
    """

    def __init__(self, reason: str, *, crashed: bool = True) -> None:
        super().__init__(reason)
        self.crashed = crashed


class Stage(Protocol):
    """A stage as the agent sees it. Implemented by `player.stage.child.StageChild` and, in memory, by `MemoryStage`."""

    def send(self, request: Request) -> None:
        """Hand over `request` without waiting. The first has to be `Arrange`. Raises StageClosed."""
        ...

    def reports(self) -> Sequence[Report]:
        """Everything reported since the last call, oldest first. Never waits. Raises StageClosed once all are read."""
        ...

    def close(self, *, keep_picture: bool = False) -> None:
        """Stop the stage and its decoders; they are gone when this returns. May be called twice.

        With `keep_picture` what is on the wall stays for another stage to take over; else it is black.
        """
        ...
