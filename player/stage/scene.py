"""Everything on one canvas, from the main picture to the alert above all: what has changed, and how it is painted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from player.decoder.supervisor import DecoderProcess
from player.stage.decoders import LoopFormat, main_format, start_main_decoders
from player.stage.dressing import Clocks, RegionKind
from player.stage.layer import Layer
from player.stage.loop_layer import LoopLayer, Report, Surroundings
from player.stage.overlay import Layers
from player.stage.plates import ClockLayer, LogoLayer
from player.stage.port import Arrange, Fault, FaultKind, Timeline
from player.stage.readying import ReadyLogos, ReadyTickers, canvas_size, region_places
from player.stage.shots import Shot
from player.stage.ticker import TickerLayer
from player.stage.wall_clock import WallClock
from schedules.brightness import FULL

MOST_MOVING_LOOPS = 2
"""How many loops beside the main picture may have decoders of their own."""


class Scene:
    """The layers of a wall arranged as `arrange`, lowest first. Instants are monotonic nanoseconds."""

    def __init__(
        self,
        arrange: Arrange,
        decoders: Sequence[DecoderProcess],
        clock: WallClock,
        period_ns: int,
        on_report: Callable[[Report], None],
    ) -> None:
        self.arrange, self.overlay = arrange, Layers(canvas_size(arrange))
        self._clock, self._period_ns, self._on_report = clock, period_ns, on_report
        self._loops: dict[str, LoopLayer] = {}
        self._tickers: list[TickerLayer] = []
        self._clocks: list[ClockLayer] = []
        self._logos: list[tuple[str, LogoLayer]] = []
        self._faces = Clocks()
        self._loudness, self._former_restarts, self._hushed = 100, 0, False
        self._brightness = FULL
        self._layers: tuple[Layer, ...] = ()
        self._overlay_key: object = None
        self._all_new = True
        self._bare: tuple[QRect, ...] = ()
        self._make_loops(decoders, None)
        self._stack()

    @property
    def main(self) -> LoopLayer:
        return self._loops[""]

    @property
    def restarts(self) -> int:
        """How often a decoder of any loop was replaced, that of a former arrangement too."""
        return self._former_restarts + sum(loop.restarts for loop in self._loops.values())

    def load(self, timeline: Timeline) -> None:
        """Give the loop of the timeline's region another timeline."""
        loop = self._loops.get(timeline.region)
        if loop is not None:
            loop.load(timeline)
        else:
            detail = f"there is no region {timeline.region!r} for a loop; arrange it first"
            self._on_report(Fault(FaultKind.REQUEST_REFUSED, "", detail))

    def set_loudness(self, percent: int) -> None:
        """How loud the wall is from now on, in percent of what its cues say."""
        self._loudness = percent
        for loop in self._loops.values():
            loop.set_loudness(percent)

    def hush(self, on: bool) -> None:
        """Have no sound of the programme from now on, or let the next items be heard again."""
        self._hushed = on
        for loop in self._loops.values():
            loop.hush(on)

    def dim(self, percent: int) -> None:
        """Have this brightness from now on: all that is painted is darkened, without any controller."""
        self._brightness = percent
        self._all_new = True

    def set_slate(self, slate: QImage) -> None:
        """What the main picture shows where nothing else is due; it has the size of `main.place`."""
        self.main.slate = slate
        self.main.redraw()

    def set_tickers(self, ready: ReadyTickers) -> None:
        """Have these strips run and no others; one that is there already goes on from where it is."""
        former, self._tickers = self._tickers, []
        for strip in ready.strips:
            same = next((layer for layer in former if layer.can_become(strip.strip, strip.place)), None)
            if same is not None:
                former.remove(same)
                same.become(strip.strip)
            else:
                same = TickerLayer(strip.strip, strip.place, strip.separator, self._clock, self._period_ns)
            self._tickers.append(same)
        for layer in former:
            threading.Thread(target=layer.close, daemon=True, name="leave").start()
        self._stack()

    def set_clocks(self, clocks: Clocks) -> None:
        """Have these clocks and no others."""
        self._faces, places = clocks, region_places(self.arrange)
        self._clocks = [
            ClockLayer(face, places[face.region], self._clock) for face in clocks.faces if face.region in places
        ]
        self._stack()

    def set_logos(self, ready: ReadyLogos) -> None:
        """Have these logos and no others."""
        self._logos = [(logo.logo.region, LogoLayer(logo.image, logo.place)) for logo in ready.logos]
        self._stack()

    def advance(self, refresh: int, now_ns: int) -> QRegion:
        """Go on to the refresh at `now_ns`; the part of the canvas that has to be painted anew."""
        self._clock.tick()
        hidden = self.overlay.hides_programme
        changed = [layer.place for layer in self._layers if layer.advance(refresh, now_ns, hidden=hidden)]
        key = self.overlay.key(refresh, now_ns)
        if key != self._overlay_key or self._all_new:
            self._overlay_key, self._all_new = key, False
            return QRegion(self._canvas)
        return _united(() if hidden else changed)

    def paint(self, painter: QPainter, dirty: QRegion) -> None:
        """Paint what lies in `dirty`, at least; the painter's origin is the canvas's upper left corner."""
        if not self.overlay.hides_programme:
            for rect in self._bare:
                painter.fillRect(rect, Qt.GlobalColor.black)
            for layer in self._layers:
                if dirty.intersects(layer.place):
                    self._paint(painter, layer)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self.overlay.paint(painter)
        if self._brightness < FULL:
            painter.fillRect(self._canvas, QColor(0, 0, 0, round(255 * (FULL - self._brightness) / FULL)))

    def rearrange(self, arrange: Arrange) -> None:
        """Take another arrangement. A loop whose format stays goes on undisturbed, and the main picture stands still
        until it has one in its new size. Tickers and logos have to be set again."""
        self.arrange = arrange
        self.overlay = Layers(canvas_size(arrange))
        held = self.main.picture()
        self._make_loops((), held)
        self.set_clocks(self._faces)

    def quiet_until(self, now_ns: int) -> int:
        """Up to which instant nothing changes by itself, nor has to be made ready; `now_ns` where something moves."""
        if self._all_new or not self.overlay.at_rest:
            return now_ns
        return min(layer.quiet_until(now_ns) for layer in self._layers)

    def retune(self, period_ns: int) -> None:
        """The output has another refresh from now on."""
        self._period_ns = period_ns
        for loop in self._loops.values():
            loop.compositor.retune(period_ns)
        for ticker in self._tickers:
            ticker.retune(period_ns)

    def finish(self, now_ns: int) -> None:
        """Close the counts of all that is on screen."""
        for loop in self._loops.values():
            loop.compositor.finish(now_ns)

    def close(self) -> None:
        for layer in self._layers:
            layer.close()

    @property
    def _canvas(self) -> QRect:
        return QRect(0, 0, self.arrange.canvas.width_px, self.arrange.canvas.height_px)

    def _paint(self, painter: QPainter, layer: Layer) -> None:
        painter.save()
        painter.setClipRect(layer.place)
        painter.translate(layer.place.topLeft())
        layer.paint(painter)
        painter.restore()

    def _make_loops(self, decoders: Sequence[DecoderProcess], held: QImage | None) -> None:
        """Have a loop for each region that is one; those there are already are kept where their format stays."""
        former, self._loops = self._loops, {}
        loops = [region.name for region in self.arrange.regions if region.kind is RegionKind.LOOP and region.name]
        for name, place in region_places(self.arrange).items():
            if name and name not in loops:
                continue
            kept, form = former.get(name), self._format(name, place)
            if kept is not None and self._fits(kept, form):
                kept.place = place
                self._loops[name] = former.pop(name)
                continue
            self._loops[name] = self._loop(name, place, form, decoders, held)
            self._loops[name].set_loudness(self._loudness)
            self._loops[name].hush(self._hushed)
            if kept is not None:
                self._loops[name].load(kept.timeline)
                self._loops[name].slate = kept.slate
        for loop in former.values():
            self._former_restarts += loop.restarts
            loop.compositor.finish(time.monotonic_ns())
            threading.Thread(target=loop.close, daemon=True, name="leave").start()

    def _fits(self, loop: LoopLayer, format: LoopFormat) -> bool:
        """Whether `loop` can stay as it is; where decoders are wanted the main picture has to have some."""
        return loop.format == format and (loop.name != "" or bool(loop.lookahead.decks) == self.arrange.decoders)

    def _loop(
        self, name: str, place: QRect, format: LoopFormat, decoders: Sequence[DecoderProcess], held: QImage | None
    ) -> LoopLayer:
        around = Surroundings(self._clock, self._period_ns, self._on_report, self._may_decode)
        if name:
            return LoopLayer(name, place, format, around)
        decoders = decoders or start_main_decoders(self.arrange)
        shot = Shot(("held",), held.scaled(place.size())) if held is not None else None
        return LoopLayer(name, place, format, around, decoders, shot)

    def _format(self, name: str, place: QRect) -> LoopFormat:
        if not name:
            return main_format(self.arrange)
        return LoopFormat(place.width(), place.height(), self.arrange.frame_rate, self.arrange.sound)

    def _may_decode(self) -> bool:
        moving = sum(bool(loop.lookahead.decks) for name, loop in self._loops.items() if name)
        return self.arrange.decoders and moving < MOST_MOVING_LOOPS

    def _stack(self) -> None:
        """Put the layers into their order: regions as arranged, above them what lies on no region of its own."""
        layers: list[Layer] = [self.main]
        for name in [region.name for region in self.arrange.regions if region.name]:
            layers += [self._loops[name]] if name in self._loops else []
            layers += [layer for layer in self._tickers if layer.strip.region == name]
            layers += [layer for layer in self._clocks if layer.face.region == name]
            layers += [layer for region, layer in self._logos if region == name]
        layers += [layer for region, layer in self._logos if not region]
        layers += [layer for layer in self._tickers if not layer.strip.region]
        self._layers = tuple(layers)
        self._bare = _around(self.main.place, self._canvas)
        self._all_new = True


def _united(places: Sequence[QRect]) -> QRegion:
    region = QRegion(places[0]) if places else QRegion()
    for place in places[1:]:
        region += place
    return region


def _around(place: QRect, whole: QRect) -> tuple[QRect, ...]:
    """What of `whole` lies around `place`, in up to four rectangles."""
    above = QRect(0, 0, whole.width(), place.top())
    below = QRect(0, place.bottom() + 1, whole.width(), whole.height() - place.bottom() - 1)
    left = QRect(0, place.top(), place.left(), place.height())
    right = QRect(place.right() + 1, place.top(), whole.width() - place.right() - 1, place.height())
    return tuple(rect for rect in (above, below, left, right) if not rect.isEmpty())
