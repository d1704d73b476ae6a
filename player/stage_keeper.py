"""Keeps one stage alive: starts it, tells it everything again after a restart, and never starts it in a storm."""

from __future__ import annotations

from collections.abc import Callable

from player.faults import FaultBook
from player.stage import port
from player.watchdog import Expected, Watchdog
from schedules.clock import Clock

BASE_WAIT_S, LONGEST_WAIT_S, STEADY_S = 0.25, 10.0, 60.0
_ORDER = (
    port.Arrange,
    port.ClockOffset,
    port.SlateText,
    port.Cover,
    port.Brightness,
    port.Loudness,
    port.Timeline,
    port.Tickers,
    port.Clocks,
    port.Logos,
    port.Overlay,
    port.Alarm,
    port.OverlayAhead,
    port.ShowTestPattern,
)


class StageKeeper:
    """One stage at a time, made by `start`. `want` states what shall be; `ask` is for once only."""

    def __init__(self, start: Callable[[], port.Stage], watchdog: Watchdog, faults: FaultBook, clock: Clock) -> None:
        self._start, self._watchdog, self._faults, self._clock = start, watchdog, faults, clock
        self._stage: port.Stage | None = None
        self._wanted: dict[tuple[type[port.Request], str], port.Request] = {}
        self._started_at, self._start_again_at = 0.0, 0.0
        self._failures = 0
        self.restarts = 0
        self._has_shown = False
        self.on_started: Callable[[], None] = lambda: None
        self.on_lost: Callable[[bool], None] = lambda crashed: None

    def want(self, request: port.Request) -> None:
        """From now on `request` holds, also for a stage that is started later. The same one twice is sent once.

        A timeline holds for its region, as long as the canvas has that region.
        """
        place = _place(request)
        if self._wanted.get(place) == request:
            return
        first = not self._knows_canvas
        self._wanted[place] = request
        if isinstance(request, port.Arrange):
            self._forget_regions_without(request)
        if first:
            self._send_all()  # nothing while there is no canvas, everything with it
        else:
            self._send(request)

    def ask(self, request: port.Request) -> None:
        """Send `request` to the stage that runs now; without one it is dropped."""
        if self._knows_canvas:
            self._send(request)

    def open(self) -> None:
        """Start a stage, where none runs and the last failure is long enough ago."""
        now = self._clock.monotonic()
        if self._stage is not None or now < self._start_again_at:
            return
        try:
            self._stage = self._start()
        except OSError as error:
            self._failed(f"the stage cannot be started: {error}")
            return
        self._started_at, self._has_shown = now, False
        self.on_started()
        self._watchdog.begin(now)
        self._send_all()

    def reports(self) -> tuple[port.Report, ...]:
        """What the stage has reported since the last call; starts it again where it has ended."""
        self.open()
        if self._stage is None:
            return ()
        try:
            return tuple(self._stage.reports())
        except port.StageClosed as error:
            self._lose(str(error), crashed=error.crashed)
            self.open()  # at once, unless it has just failed
            return ()

    def saw(self, showing: port.Showing, expected: Expected) -> bool:
        """Give a sign of life to the watchdog; True where it tells of a new picture of the item that is due."""
        self._has_shown = True
        return self._watchdog.saw(showing, expected, self._clock.monotonic())

    def check(self) -> None:
        """End a stage that runs but presents nothing; the next `reports` starts another."""
        if self._stage is not None and (complaint := self._watchdog.complaint(self._clock.monotonic())):
            self._lose(complaint)

    def renew(self, why: str) -> None:
        """Replace a stage that works by another one, which takes over its picture; the next `reports` starts that."""
        stage, self._stage = self._stage, None
        if stage is not None:
            stage.close(keep_picture=True)
            self.on_lost(False)
            self.restarts += 1
            self._faults.note(
                "stage", f"{why}; it was replaced (restart {self.restarts})", self._clock.monotonic(), 600
            )

    @property
    def wait_s(self) -> float:
        """Seconds until a stage may be started again; 0 while one runs."""
        return 0.0 if self._stage else max(0.0, self._start_again_at - self._clock.monotonic())

    def close(self, *, keep_picture: bool = False) -> tuple[port.Report, ...]:
        """End the stage for good; gives what it reported last, as what was on the screen until then.

        With `keep_picture` what is on the wall stays until another player has something.
        """
        stage, self._stage = self._stage, None
        self._start_again_at = float("inf")
        if stage is None:
            return ()
        stage.close(keep_picture=keep_picture)
        try:
            return tuple(stage.reports())
        except port.StageClosed:
            return ()

    @property
    def _knows_canvas(self) -> bool:
        return (port.Arrange, "") in self._wanted

    def _forget_regions_without(self, arrange: port.Arrange) -> None:
        names = {"", *(region.name for region in arrange.regions)}
        self._wanted = {place: request for place, request in self._wanted.items() if place[1] in names}

    def _send_all(self) -> None:
        if self._knows_canvas:
            for _, request in sorted(
                self._wanted.items(), key=lambda wanted: (_ORDER.index(wanted[0][0]), wanted[0][1])
            ):
                self._send(request)

    def _send(self, request: port.Request) -> None:
        if self._stage is None:
            return
        try:
            self._stage.send(request)
        except port.StageClosed as error:
            self._lose(str(error), crashed=error.crashed)

    def _lose(self, why: str, *, crashed: bool = True) -> None:
        stage, self._stage = self._stage, None
        if stage is not None:
            stage.close(keep_picture=True)
            self.on_lost(crashed and self._has_shown)
        self._failed(why)

    def _failed(self, why: str) -> None:
        now = self._clock.monotonic()
        if now - self._started_at > STEADY_S:
            self._failures = 0
        self._start_again_at = now + min(LONGEST_WAIT_S, BASE_WAIT_S * 2.0**self._failures) * bool(self._failures)
        self._failures = min(self._failures + 1, 16)
        self.restarts += 1
        self._faults.note("stage", f"{why} (restart {self.restarts})", now, lasts_s=600)


def _place(request: port.Request) -> tuple[type[port.Request], str]:
    """What `request` takes the place of: the former one of its kind, a timeline that of its region."""
    return type(request), request.region if isinstance(request, port.Timeline) else ""
