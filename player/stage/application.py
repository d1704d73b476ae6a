"""Puts the stage together and runs it: at every refresh take requests, choose the shot, paint it, and report."""

from __future__ import annotations

import base64
import gc
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QFontDatabase, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from player.decoder.supervisor import DecoderProcess
from player.stage import port
from player.stage.backdrop import Backdrop
from player.stage.compositor import Compositor
from player.stage.decoders import most_lead_ns, start_decoders
from player.stage.live_pictures import LivePictures
from player.stage.lookahead import Lookahead
from player.stage.mail import Inbox, Outbox
from player.stage.overlay import Alert, Layers, ready_alert
from player.stage.pace import Pace, refresh_of
from player.stage.pictures import Pictures, UnusablePicture, load_picture
from player.stage.presence import Presence
from player.stage.reception import start_receiving
from player.stage.slate import draw_slate
from player.stage.streams import Streams
from player.stage.vitals import Vitals
from player.stage.wall_clock import WallClock
from player.stage.window import Window
from schedules.clock import SystemClock

S = 1_000_000_000
READY_LIMIT_NS = 5 * S
TIDY_NS = 5 * S


class StageApplication(QObject):
    """Everything on the painting thread. `run` blocks until the stage is told to stop."""

    def __init__(
        self,
        arrange: port.Arrange,
        decoders: Sequence[DecoderProcess],
        inbox: Inbox,
        outbox: Outbox,
        backdrop: Backdrop | None = None,
    ) -> None:
        super().__init__()
        self._inbox, self._outbox = inbox, outbox
        self._clock = WallClock(SystemClock())
        self._pace = Pace(_output_hz())
        self._slate_text = port.SlateText()
        self._timeline = port.Timeline()
        self._last_key: object = None
        self._began_ns = self._tidied_ns = time.monotonic_ns()
        self._ready = self._stopping = False
        self._vitals = Vitals(outbox.put)
        self._build(arrange, decoders)
        self._window = Window(arrange.canvas, self._layers, self._slate())
        self._presence = Presence(self._window, backdrop, SystemClock(), self._retune)
        self._pace.refreshed.connect(self._on_refresh, Qt.ConnectionType.QueuedConnection)

    def run(self, app: QApplication) -> None:
        self._presence.begin(app, time.monotonic_ns())
        self._inbox.start(self._make_ready)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._end())
        if not QFontDatabase.families():
            self._fault(port.FaultKind.STAGE_FAILED, "no fonts are installed; run: apt install fonts-noto-core")
        gc.collect()
        gc.freeze()
        gc.disable()
        sys.setswitchinterval(0.001)
        self._pace.start()
        app.exec()
        self._close()

    def _build(self, arrange: port.Arrange, decoders: Sequence[DecoderProcess]) -> None:
        """Everything whose size is that of the canvas."""
        self._arrange = arrange
        self._size = QSize(arrange.canvas.width_px, arrange.canvas.height_px)
        self._layers = Layers(self._size)
        self._pictures = Pictures(self._size)
        self._lookahead = Lookahead(
            decoders, self._clock, self._on_report, sound=arrange.sound, most_lead_ns=most_lead_ns(arrange)
        )
        canvas = arrange.canvas
        receive = partial(start_receiving, canvas.width_px, canvas.height_px)
        self._live = LivePictures(Streams(self._clock, receive, self._on_report))
        self._compositor = Compositor(
            self._lookahead,
            self._pictures,
            self._live,
            self._clock,
            period_ns=self._pace.period_ns,
            on_report=self._on_report,
        )
        self._compositor.load(self._timeline)

    def _on_refresh(self, number: float) -> None:
        refresh = int(number)
        if refresh != self._pace.newest or self._stopping:
            return  # a newer one is waiting already
        try:
            self._refresh(refresh, refresh * self._pace.period_ns)
        except Exception:  # noqa: BLE001
            # The outermost door of the painting thread: the picture stays, and somebody is told.
            traceback.print_exc()
            self._vitals.fail(traceback.format_exc(limit=-1))

    def _refresh(self, refresh: int, now_ns: int) -> None:
        for request in self._inbox.take():
            self._obey(request, now_ns)
        shot = self._compositor.compose(now_ns, hidden=self._layers.hides_programme)
        key = (shot.key, self._layers.key(refresh, now_ns))
        if key != self._last_key:
            self._last_key = key
            self._window.present(shot, refresh)
        alert = self._layers.alert
        utc_ms = self._clock.utc_ns(now_ns) // 1_000_000
        covered = alert is not None or self._layers.pattern is not None or self._layers.label is not None
        self._presence.refreshed(now_ns, shot.token, covered=covered)
        overlay = alert.overlay if alert else None
        self._vitals.refreshed(now_ns, utc_ms, self._window.painted, self._compositor, self._lookahead, overlay)
        self._announce(now_ns)
        if now_ns - self._tidied_ns > TIDY_NS:
            self._tidied_ns = now_ns
            gc.collect()

    def _retune(self) -> None:
        """The output may have another refresh."""
        hz = _output_hz()
        if round(S / hz) == self._pace.period_ns:
            return
        self._pace.retune(hz)
        self._compositor.retune(self._pace.period_ns)
        self._outbox.put(port.Ready(sum(decoder.up for decoder in self._lookahead.decoders), round(hz, 3)))

    def _announce(self, now_ns: int) -> None:
        """Say once that the stage is ready: as soon as both decoders are, or after five seconds with fewer."""
        if self._ready:
            return
        up = sum(decoder.up for decoder in self._lookahead.decoders)
        if up == len(self._lookahead.decoders) or now_ns - self._began_ns > READY_LIMIT_NS:
            self._ready = True
            self._outbox.put(port.Ready(up, round(S / self._pace.period_ns, 3)))
        for advice in {decoder.advice for decoder in self._lookahead.decoders} - {""}:
            self._ready = True
            self._outbox.put(port.Ready(up, round(S / self._pace.period_ns, 3)))
            self._fault(port.FaultKind.DECODER_LOST, advice)

    def _make_ready(self, request: port.Request) -> object:
        """On the requests' thread: decode an overlay's picture, so that painting does not wait for it."""
        if not isinstance(request, port.Overlay) or not request.path:
            return request
        try:
            return ready_alert(request, load_picture(request.path), self._size)
        except UnusablePicture as error:
            self._outbox.put(port.Fault(port.FaultKind.OVERLAY_BROKEN, request.token, str(error)))
            return None

    def _obey(self, request: object, now_ns: int) -> None:
        match request:
            case port.Timeline():
                self._timeline = request
                self._compositor.load(request)
            case port.SlateText():
                self._slate_text = request
                self._window.slate = self._slate()
                self._last_key = None
            case port.TakeScreenshot():
                self._take_screenshot(request.max_width, self._clock.utc_ns(now_ns) // 1_000_000)
            case port.ClockOffset():
                self._clock.correct(request.offset_ms)
            case port.Arrange():
                self._rearrange(request)
            case port.Stop():
                self._end()
            case _:
                self._obey_layer(request, now_ns)

    def _obey_layer(self, request: object, now_ns: int) -> None:
        match request:
            case Alert():
                self._show_alert(request, now_ns)
            case port.Overlay():
                self._show_alert(None, now_ns)
            case port.ShowTestPattern():
                self._layers.show_pattern(self._slate_text.name if request.on else None)
            case port.Identify():
                self._layers.show_label(request.text, now_ns + request.seconds * S)

    def _show_alert(self, alert: Alert | None, now_ns: int) -> None:
        self._vitals.end_overlay(self._clock.utc_ns(now_ns) // 1_000_000)
        self._layers.show_alert(alert)

    def _rearrange(self, arrange: port.Arrange) -> None:
        """Another canvas: everything of its size is made anew, decoders included."""
        if arrange == self._arrange:
            return
        alert = self._layers.alert
        self._compositor.finish(time.monotonic_ns())
        self._lookahead.close()
        self._live.streams.close()
        self._pictures.close()
        self._build(arrange, start_decoders(arrange))
        self._window.arrange(arrange.canvas, self._layers, self._slate())
        self._last_key = None
        if alert is not None and isinstance(fitted := self._make_ready(alert.overlay), Alert):
            self._layers.show_alert(fitted)

    def _take_screenshot(self, max_width: int, at_ms: int) -> None:
        image = self._window.snapshot()
        threading.Thread(target=self._send_screenshot, args=(image, max_width, at_ms), daemon=True).start()

    def _send_screenshot(self, image: QImage, max_width: int, at_ms: int) -> None:
        if image.width() > max_width:
            image = image.scaledToWidth(max_width, Qt.TransformationMode.SmoothTransformation)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        png = base64.b64encode(bytes(buffer.data().data())).decode()
        self._outbox.put(port.ScreenshotTaken(at_ms, png))

    def _slate(self) -> QImage:
        return draw_slate(self._size, self._slate_text)

    def _on_report(self, report: port.Presented | port.Fault) -> None:
        tally = self._compositor.tally
        lost = isinstance(report, port.Fault) and report.kind is port.FaultKind.DECODER_LOST
        if lost and tally is not None and tally.token == report.token:
            tally.faults += 1
        self._outbox.put(report)

    def _fault(self, kind: port.FaultKind, detail: str) -> None:
        self._outbox.put(port.Fault(kind, "", detail))

    def _end(self) -> None:
        self._stopping = True
        QApplication.quit()

    def _close(self) -> None:
        self._pace.stop()
        now_ns = time.monotonic_ns()
        self._compositor.finish(now_ns)
        self._vitals.end_overlay(self._clock.utc_ns(now_ns) // 1_000_000)
        self._lookahead.close()
        self._live.streams.close()
        self._presence.end()
        self._outbox.close()


def _output_hz() -> float:
    screen = QApplication.primaryScreen()
    return refresh_of(screen.refreshRate() if screen else 0.0)


def open_qt() -> QApplication:
    """The Qt application with desktop scaling off: a wall's pixels are the output's pixels."""
    for name in ("QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI"):
        os.environ.pop(name, None)
    os.environ.update(QT_ENABLE_HIGHDPI_SCALING="0", QT_SCALE_FACTOR="1", QT_AUTO_SCREEN_SCALE_FACTOR="0")
    return QApplication([Path(sys.argv[0]).name])
