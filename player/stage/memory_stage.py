"""A stage without a window: it keeps the port's promises in memory and by a given clock, for trying out an agent."""

from __future__ import annotations

import math
from collections.abc import Sequence

from player.stage import port
from schedules.clock import Clock


class MemoryStage:
    """Presents every cue of every region exactly on time; files and streams named in `broken` fail.

    It holds callers to the order of the port.
    `requests` is everything that was sent, `taken` how often reports were taken. `die` ends it as a crash would.
    """

    def __init__(self, clock: Clock, broken: frozenset[str] = frozenset()) -> None:
        self.requests: list[port.Request] = []
        self.broken = broken
        self._clock = clock
        self._reports: list[port.Report] = []
        self._cues: dict[str, dict[str, port.StageCue]] = {"": {}}
        self._overlay = port.Overlay()
        self._overlay_since = 0
        self._cover, self._cover_since = port.Cover(), 0
        self._offset_ms = 0
        self._seen_ms = self._now_ms()
        self._open = self._crashed = True
        self.kept_picture = False
        self.taken = 0

    def send(self, request: port.Request) -> None:
        if not self._open:
            raise port.StageClosed("the stage has ended; start another one", crashed=self._crashed)
        if not self.requests and not isinstance(request, port.Arrange):
            raise AssertionError(f"{type(request).__name__} came before Arrange")
        self._catch_up()
        self.requests.append(request)
        match request:
            case port.Arrange():
                self._arrange(request)
            case port.Timeline():
                self._replace(request)
            case port.Overlay():
                self._raise(request)
            case port.Cover():
                self._hide(request)
            case port.ClockOffset():
                self._offset_ms = request.offset_ms
            case port.TakeScreenshot():
                self._reports.append(port.ScreenshotTaken(self._seen_ms, _ONE_PIXEL))
            case port.Stop():
                self._open = False

    def reports(self) -> Sequence[port.Report]:
        if self._open:
            self._catch_up()
            self._reports += [self._showing(region) for region in self._cues]
        elif not self._reports:
            raise port.StageClosed("the stage has ended; start another one", crashed=self._crashed)
        taken, self._reports = tuple(self._reports), []
        self.taken += 1
        return taken

    def close(self, *, keep_picture: bool = False) -> None:
        self._open = False
        self.kept_picture = keep_picture

    def report(self, report: port.Report) -> None:
        """Say `report` with the next ones, as when something goes wrong."""
        self._reports.append(report)

    def die(self, *, crashed: bool = True) -> None:
        """End without a word, as a crashed process does, or one whose screen is gone."""
        self._open, self._crashed = False, crashed
        self._reports.clear()

    @property
    def showing(self) -> port.StageCue | None:
        """The cue that the main picture is now, None for the slate."""
        return self.showing_in("")

    def showing_in(self, region: str) -> port.StageCue | None:
        """The cue that is in `region` now, None for none."""
        now, cues = self._now_ms(), self._cues.get(region, {})
        return next((cue for cue in cues.values() if cue.starts_ms <= now < cue.ends_ms), None)

    def _arrange(self, request: port.Arrange) -> None:
        names = {"", *(region.name for region in request.regions if region.kind is port.RegionKind.LOOP)}
        self._cues = {name: self._cues.get(name, {}) for name in sorted(names)}
        self._reports.append(port.Ready(decoders=2, refresh_hz=60.0))

    def _replace(self, timeline: port.Timeline) -> None:
        if timeline.region not in self._cues:
            detail = f"there is no region {timeline.region!r} for a loop; arrange it first"
            self._reports.append(port.Fault(port.FaultKind.REQUEST_REFUSED, "", detail))
            return
        current = self.showing_in(timeline.region)
        cues = {cue.token: cue for cue in timeline.cues}
        self._cues[timeline.region] = cues
        if current is not None and current.token not in cues:
            self._end(timeline.region, current, self._seen_ms)

    def _hide(self, cover: port.Cover) -> None:
        if self._cover.token:
            self._reports.append(port.Presented(self._cover.token, self._cover_since, self._seen_ms, presented=1))
        self._cover, self._cover_since = cover, self._seen_ms

    def _raise(self, overlay: port.Overlay) -> None:
        if self._overlay.path:
            self._reports.append(port.Presented(self._overlay.token, self._overlay_since, self._seen_ms, presented=1))
        if overlay.path in self.broken:
            self._reports.append(port.Fault(port.FaultKind.OVERLAY_BROKEN, overlay.token, f"{overlay.path} is broken"))
            overlay = port.Overlay()
        self._overlay, self._overlay_since = overlay, self._seen_ms

    def _catch_up(self) -> None:
        now = self._now_ms()
        for region, cues in self._cues.items():
            for cue in [cue for cue in cues.values() if cue.ends_ms <= now]:
                self._end(region, cue, cue.ends_ms)
                del cues[cue.token]
        self._seen_ms = now

    def _end(self, region: str, cue: port.StageCue, at_ms: int) -> None:
        source = cue.url or cue.path
        if source in self.broken:
            kind = port.FaultKind.STREAM_LOST if cue.url else port.FaultKind.MEDIUM_BROKEN
            self._reports.append(port.Fault(kind, cue.token, f"{source} is broken"))
            return
        if cue.kind is not port.CueKind.SLATE:
            frames = _frames(cue, at_ms)
            self._reports.append(port.Presented(cue.token, cue.starts_ms, at_ms, presented=frames, region=region))

    def _showing(self, region: str) -> port.Showing:
        cue = self.showing_in(region)
        refreshes, overlay = self._seen_ms * 60 // 1000, self._overlay.token
        cover = "" if region else self._cover.token
        if cue is None or cue.kind is port.CueKind.SLATE:
            return port.Showing("", 1, self._seen_ms, self._seen_ms, overlay, refreshes, region, refreshes, cover)
        frames = _frames(cue, self._seen_ms)
        seen_ms = self._seen_ms
        return port.Showing(cue.token, frames, cue.starts_ms, seen_ms, overlay, refreshes, region, refreshes, cover)

    def _now_ms(self) -> int:
        return round(self._clock.now().timestamp() * 1000) + self._offset_ms


def _frames(cue: port.StageCue, at_ms: int) -> int:
    """How many frames of the cue have been shown by `at_ms`; a picture is one."""
    if cue.kind not in (port.CueKind.VIDEO, port.CueKind.STREAM):
        return 1
    return max(1, math.ceil((at_ms - cue.starts_ms) * (cue.frame_rate or 30.0) / 1000))


_ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
