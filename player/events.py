"""What carrier threads tell the agent: verified values in one queue that the next tick drains."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from player.alert_time import AGREE
from player.hold import Hold
from player.identity import Binding
from player.stage.covers import ShowTestPattern
from schedules.alert import Alert
from schedules.display import Canvas
from schedules.programme import Programme

MOST_WAITING = 1000


@dataclass(frozen=True, slots=True)
class LiveAlert:
    """An alert that trust admitted, and where the files of its pages for this wall are; none where it has no picture.

    `neutral` are those of its neutral wording. `confirmed` says that as many people stand behind it as it takes.
    `began` is the instant, in the time that alerts live by, at which it was here first; None before anybody
    asked. It moves along where that time is corrected, and by the time that the wall was off since.
    """

    alert: Alert
    pages: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    confirmed: bool = True
    began: datetime | None = None

    def as_of(self, now: datetime) -> Alert:
        """The alert with the span it has here at `now`.

        One that was issued to begin at once does so where it arrives. Where it came before its own start, by the time
        here, it stands for as long as it was meant to, counted from its arrival, and never again when that start
        comes: this clock may be days behind, or its desk's ahead. Within five seconds of each other it turns to the
        span that was written, so that walls side by side turn its pages together.
        """
        alert, life = self.alert, self.alert.expires - self.alert.effective
        if self.began is None or alert.effective > alert.issued_at:
            return alert
        early = alert.effective - self.began
        if early <= timedelta() or (alert.effective <= now and early <= min(AGREE, life)):
            return alert
        return replace(alert, effective=self.began, expires=self.began + life)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A bundle was admitted. `programme` is None where it brought none that may be played; `alerts` are all that live.

    `whole` is False where a part of the bundle was refused, as a Refusal before it tells.
    """

    programme: Programme | None
    document: bytes
    alerts: tuple[LiveAlert, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A bundle, or the programme in it, was refused. `revision` is 0 where none could be read."""

    rule: str
    detail: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class NotKept:
    """A bundle could not be judged or kept, as on a full disk; it has to be fetched again."""

    detail: str


@dataclass(frozen=True, slots=True)
class NewsIncomplete:
    """The hub thought that more was here than is: the whole bundle has to be fetched."""


@dataclass(frozen=True, slots=True)
class Noted:
    """The hub has kept what this player said under the name `id`."""

    id: str


@dataclass(frozen=True, slots=True)
class StickRead:
    """An exported folder on a stick was judged; `refusal` is the reason where it was not believed, else empty."""

    name: str
    refusal: str


@dataclass(frozen=True, slots=True)
class CodeShown:
    """The enrolment code to show, empty once a person approved it; and the phrase to compare, once the hub answered."""

    code: str
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A person gave this device a wall."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The WebSocket to the hub is up, or not; `detail` says why not. `brings_news`: what was missed comes over it."""

    connected: bool
    detail: str = ""
    brings_news: bool = False


@dataclass(frozen=True, slots=True)
class BundleOffered:
    """The hub has a bundle of this digest to be fetched."""

    digest: str


@dataclass(frozen=True, slots=True)
class ScreenshotAsked:
    id: str
    max_width_px: int


@dataclass(frozen=True, slots=True)
class HoldAsked:
    """The wall is to be held as `hold` says, or not any more."""

    hold: Hold | None


@dataclass(frozen=True, slots=True)
class PatternAsked:
    """A test pattern for so many seconds, or none any more. With `canvas` the wall takes that one meanwhile."""

    pattern: ShowTestPattern
    seconds: int = 300
    canvas: Canvas | None = None


@dataclass(frozen=True, slots=True)
class RestartAsked:
    """The player is to start anew; it answers under the name `id`."""

    id: str


@dataclass(frozen=True, slots=True)
class IdentifyAsked:
    seconds: int


@dataclass(frozen=True, slots=True)
class EverythingAsked:
    """Safe mode is to be left: the whole programme is tried again."""


@dataclass(frozen=True, slots=True)
class HubTime:
    """The hub's UTC, as an answer to the heartbeat sent at `sent_ms`; `received` is monotonic."""

    now: datetime
    sent_ms: int
    received: float


@dataclass(frozen=True, slots=True)
class AssetsChanged:
    """Assets arrived, or went bad: what can be shown is another than before."""


Order = HoldAsked | PatternAsked | RestartAsked
"""What people order a wall to do now."""

Wish = BundleOffered | NewsIncomplete | Noted | ScreenshotAsked | IdentifyAsked | EverythingAsked | Order
"""What the hub's messages ask for."""

Event = (
    Wish
    | Delivered
    | Refusal
    | NotKept
    | NewsIncomplete
    | Noted
    | StickRead
    | CodeShown
    | Bound
    | LinkChanged
    | HubTime
    | AssetsChanged
)


@dataclass(slots=True)
class EventQueue:
    """The queue. `put` wakes whoever waits; an event beyond the bound is dropped, as a flood from outside would be."""

    _queue: queue.Queue[Event] = field(default_factory=lambda: queue.Queue(MOST_WAITING))
    _wake: threading.Event = field(default_factory=threading.Event)

    def put(self, event: Event) -> None:
        try:
            self._queue.put_nowait(event)
        except queue.Full:
            return
        self._wake.set()

    def drain(self) -> Iterator[Event]:
        """What is in the queue, oldest first; what is not taken from the iterator stays."""
        self._wake.clear()
        while not self._queue.empty():
            yield self._queue.get_nowait()

    def wait(self, seconds: float) -> None:
        """Until something is in the queue, `wake` is called, or `seconds` have passed."""
        self._wake.wait(max(0.0, seconds))

    def wake(self) -> None:
        self._wake.set()


Tell = Callable[[Event], None]
Message = dict[str, Any]
