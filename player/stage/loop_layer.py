"""One loop on the wall: its place, the compositor that chooses its pictures, and the decoders behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from player.decoder.supervisor import DecoderProcess
from player.stage.compositor import Compositor
from player.stage.cues import CueKind
from player.stage.decoders import LoopFormat, most_lead_ns, start_decoders
from player.stage.lap_pictures import LapPictures
from player.stage.live_pictures import LivePictures
from player.stage.lookahead import Lookahead
from player.stage.pictures import Pictures
from player.stage.port import Fault, FaultKind, Presented, Showing, Timeline
from player.stage.reception import start_receiving
from player.stage.shots import NOTHING, SLATE, Shot, paint_shot
from player.stage.streams import Streams
from player.stage.wall_clock import WallClock

SIGN_NS = 10_000_000_000
Report = Presented | Fault | Showing


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all loops of a stage share. `may_decode` says whether a loop beside the main picture may have decoders."""

    clock: WallClock
    period_ns: int
    on_report: Callable[[Report], None]
    may_decode: Callable[[], bool]


class LoopLayer:
    """The loop `name` (empty: the main picture) in `place`, with pictures and decoders of its `format`.

    The main picture has its decoders from the start; another loop gets them with its first moving picture.
    """

    def __init__(
        self,
        name: str,
        place: QRect,
        format: LoopFormat,
        around: Surroundings,
        decoders: Sequence[DecoderProcess] = (),
        held: Shot | None = None,
    ) -> None:
        self.name, self.place, self.format = name, place, format
        self.slate: QImage | None = None
        self.timeline = Timeline(region=name)
        self._around = around
        self._key: object = None
        self._said_token, self._said_ns = "", 0
        self._loudness, self._hushed = 100, False
        size = QSize(format.width_px, format.height_px)
        self.lookahead = self._look_ahead(decoders)
        receive = partial(start_receiving, format.width_px, format.height_px)
        live = LivePictures(Streams(around.clock, receive, self._report))
        idle = NOTHING if name else SLATE
        self.sources = LapPictures(self.lookahead, Pictures(size), live, size, idle)
        self.compositor = Compositor(
            self.sources, around.clock, period_ns=around.period_ns, on_report=self._report, held=held
        )

    @property
    def restarts(self) -> int:
        """How often one of its decoders was replaced, those of live streams among them."""
        return self.lookahead.restarts + self.sources.live.streams.restarts

    def set_loudness(self, percent: int) -> None:
        """How loud the wall is, in percent of what its cues say."""
        self._loudness = self.lookahead.loudness = percent

    def hush(self, on: bool) -> None:
        """Whether its sound gives way to an alarm."""
        self._hushed = self.lookahead.hushed = on

    def load(self, timeline: Timeline) -> None:
        """Take over `timeline`."""
        moves = any(cue.kind is CueKind.VIDEO for cue in timeline.cues)
        if self.name and moves and not self.lookahead.decks and self._around.may_decode():
            self.lookahead = self._look_ahead(start_decoders(self.format))
            self.sources.equip(self.lookahead)
        self.timeline = timeline
        self.compositor.load(timeline)

    def advance(self, refresh: int, now_ns: int, *, hidden: bool) -> bool:
        shot = self.compositor.compose(now_ns, hidden=hidden)
        if self.name:
            self._give_sign(shot, now_ns)
        if shot.key == self._key:
            return False
        self._key = shot.key
        return True

    def paint(self, painter: QPainter) -> None:
        paint_shot(painter, self.compositor.shot, self.place.size(), self.slate)

    def quiet_until(self, now_ns: int) -> int:
        return self.compositor.quiet_until(now_ns)

    def redraw(self) -> None:
        """Have it painted anew at the next refresh."""
        self._key = None

    def picture(self) -> QImage:
        """What it shows now."""
        image = QImage(self.place.size(), QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def close(self) -> None:
        self.sources.close()

    def _look_ahead(self, decoders: Sequence[DecoderProcess]) -> Lookahead:
        lead_ns = most_lead_ns(self.format)
        return Lookahead(
            decoders,
            self._around.clock,
            self._report,
            sound=self.format.sound,
            loudness=self._loudness,
            hushed=self._hushed,
            most_lead_ns=lead_ns,
        )

    def _give_sign(self, shot: Shot, now_ns: int) -> None:
        """Tell what this loop shows, at every change and every ten seconds; the main picture has signs of its own."""
        if shot.token == self._said_token and now_ns - self._said_ns < SIGN_NS:
            return
        self._said_token, self._said_ns = shot.token, now_ns
        tally = self.compositor.tally
        at_ms = self._around.clock.utc_ns(now_ns) // 1_000_000
        since_ms = tally.since_ns // 1_000_000 if tally else at_ms
        frames = tally.presented if tally else 0
        self._around.on_report(Showing(shot.token, frames, since_ms, at_ms, region=self.name))

    def _report(self, report: Presented | Fault) -> None:
        if isinstance(report, Fault):
            tally = self.compositor.tally
            if report.kind is FaultKind.DECODER_LOST and tally is not None and tally.token == report.token:
                tally.faults += 1
            self._around.on_report(report)
        else:
            self._around.on_report(replace(report, region=self.name))
