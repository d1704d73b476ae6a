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
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QFontDatabase, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from player.decoder.supervisor import DecoderProcess
from player.stage import port
from player.stage.alarm_bell import AlarmBell
from player.stage.backdrop import Backdrop
from player.stage.cover_pictures import CoverPicture, PatternPicture
from player.stage.frame_proofs import FrameProofs
from player.stage.framing import is_framed
from player.stage.mail import Inbox, Outbox
from player.stage.output import beside_outputs, fitted, whole_output
from player.stage.overlay import Alert
from player.stage.pace import Pace, refresh_of
from player.stage.prepared import PreparedOverlays
from player.stage.presence import Presence
from player.stage.readying import ReadyLogos, ReadyTickers, Unreadable, made_ready
from player.stage.scene import Scene
from player.stage.slate import draw_slate
from player.stage.vitals import Vitals
from player.stage.wall_clock import WallClock
from player.stage.window import Window
from schedules.clock import SystemClock

S = 1_000_000_000
READY_LIMIT_NS = 5 * S
TIDY_NS = 5 * S


class StageApplication:
    """Everything on the painting thread. `run` blocks until the stage is told to stop.

    `keeps_picture` says then whether the window is to stay on the screen for the next stage.
    """

    def __init__(
        self,
        arrange: port.Arrange,
        decoders: Sequence[DecoderProcess],
        inbox: Inbox,
        outbox: Outbox,
        backdrop: Backdrop | None = None,
    ) -> None:
        self._inbox, self._outbox = inbox, outbox
        self._clock = WallClock(SystemClock())
        self._pace = Pace(_output_hz(), self._clock.monotonic_ns(0))
        self._slate_text = port.SlateText()
        self._dressing: dict[type, port.Request] = {}
        self._began_ns = self._tidied_ns = time.monotonic_ns()
        self._rests = 0
        self._ready = self._stopping = self.keeps_picture = False
        self._vitals = Vitals(outbox.put)
        self._proofs, self._bell, self._prepared = FrameProofs(outbox.put), AlarmBell(), PreparedOverlays()
        self._asked, self._output = arrange, whole_output()
        arrange = self._arrange = self._coming = fitted(arrange, self._output)
        self._scene = Scene(arrange, decoders, self._clock, self._pace.period_ns, outbox.put)
        self._draw_slate()
        self._window = Window(arrange.canvas, self._scene, framed=is_framed())
        self._presence = Presence(self._window, backdrop, SystemClock(), self._retune)

    def run(self, app: QApplication) -> None:
        self._presence.begin(app, time.monotonic_ns())
        self._inbox.start(self._make_ready, self._pace.wake)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._end())
        if not QFontDatabase.families():
            self._fault(port.FaultKind.STAGE_FAILED, "no fonts are installed; run: apt install fonts-noto-core")
        self._tell_if_unseen()
        gc.collect()
        gc.freeze()
        gc.disable()
        sys.setswitchinterval(0.001)
        self._pace.start(self._on_refresh)
        app.exec()
        self._close()

    def _on_refresh(self, refresh: int) -> None:
        if self._stopping:
            return
        try:
            self._refresh(refresh, self._pace.instant_ns(refresh))
        except Exception:  # noqa: BLE001
            # The outermost door of the painting thread: the picture stays, and somebody is told.
            traceback.print_exc()
            self._vitals.fail(traceback.format_exc(limit=-1))

    def _refresh(self, refresh: int, now_ns: int) -> None:
        for request in self._inbox.take():
            self._obey(request, now_ns)
        scene = self._scene
        if self._rests:
            self._vitals.rested(refresh - self._rests - 1)
        self._window.present(scene.advance(refresh, now_ns))
        overlay, compositor = scene.overlay, scene.main.compositor
        covered = overlay.hides_programme or overlay.alert is not None or overlay.label is not None
        self._presence.refreshed(now_ns, compositor.shot.token, covered=covered)
        alert = overlay.alert.overlay if overlay.alert else None
        utc_ms = self._clock.utc_ns(now_ns) // 1_000_000
        self._vitals.refreshed(
            now_ns, utc_ms, self._window.painted, compositor, lambda: scene.restarts, alert, overlay.cover_token
        )
        self._proofs.refreshed(overlay.alert, utc_ms)
        self._announce(now_ns)
        if now_ns - self._tidied_ns > TIDY_NS:
            self._tidied_ns = now_ns
            gc.collect()
        self._pace.align(self._clock.monotonic_ns(0))
        rests = self._ready and self._pace.rest(refresh, scene.quiet_until(now_ns))
        self._rests = refresh if rests else 0
        if rests and self._inbox.is_waiting:
            self._pace.wake()

    def _retune(self) -> None:
        """The output may have another size, or another refresh."""
        self._output = whole_output()
        if self._asked.fills and self._coming.fills:
            self._coming = fitted(self._asked, self._output)
        self._rearrange(self._asked)
        hz = _output_hz()
        if round(S / hz) == self._pace.period_ns:
            return
        self._pace.retune(hz)
        self._rests = 0
        self._scene.retune(self._pace.period_ns)
        self._outbox.put(port.Ready(sum(decoder.up for decoder in self._decoders), round(hz, 3)))

    @property
    def _decoders(self) -> Sequence[DecoderProcess]:
        return self._scene.main.lookahead.decoders

    def _announce(self, now_ns: int) -> None:
        """Say once that the stage is ready: as soon as both decoders are, or after five seconds with fewer."""
        if self._ready:
            return
        up = sum(decoder.up for decoder in self._decoders)
        if up == len(self._decoders) or now_ns - self._began_ns > READY_LIMIT_NS:
            self._ready = True
            self._outbox.put(port.Ready(up, round(S / self._pace.period_ns, 3)))
        for advice in {decoder.advice for decoder in self._decoders} - {""}:
            self._ready = True
            self._outbox.put(port.Ready(up, round(S / self._pace.period_ns, 3)))
            self._fault(port.FaultKind.DECODER_LOST, advice)

    def _make_ready(self, request: port.Request) -> object:
        """On the requests' thread: read and scale pictures, so that painting does not wait for them.

        They are made for the arrangement that was read last, which painting may not have taken up yet.
        """
        if isinstance(request, port.Arrange):
            self._coming = fitted(request, self._output)
        if isinstance(request, port.Alarm):
            self._bell.ring(request)
        return made_ready(request, self._coming, self._outbox.put, self._prepared)

    def _obey(self, request: object, now_ns: int) -> None:
        match request:
            case port.Timeline():
                self._scene.load(request)
            case port.SlateText():
                self._slate_text = request
                self._draw_slate()
            case port.TakeScreenshot():
                self._take_screenshot(request.max_width, self._clock.utc_ns(now_ns) // 1_000_000)
            case port.ClockOffset():
                self._clock.correct(request.offset_ms)
            case port.Arrange():
                self._rearrange(request)
            case port.Stop():
                self.keeps_picture = request.keep_picture
                self._end()
            case _:
                self._obey_layer(request, now_ns)

    def _obey_layer(self, request: object, now_ns: int) -> None:
        scene = self._scene
        match request:
            case ReadyTickers():
                self._dressing[port.Tickers] = request.asked
                scene.set_tickers(request)
            case ReadyLogos():
                self._dressing[port.Logos] = request.asked
                scene.set_logos(request)
            case port.Clocks():
                scene.set_clocks(request)
            case port.Loudness():
                scene.set_loudness(request.percent)
            case port.Alarm():
                scene.hush(request.hush)
            case Alert() | port.Overlay() | Unreadable():
                self._cover(request, now_ns)
            case port.Identify():
                scene.overlay.show_label(request.text, now_ns + request.seconds * S)
            case _:
                self._obey_cover(request)

    def _obey_cover(self, request: object) -> None:
        match request:
            case CoverPicture():
                self._dressing[port.Cover] = request.asked
                self._scene.overlay.show_cover(request)
            case PatternPicture():
                self._dressing[port.ShowTestPattern] = request.asked
                self._scene.overlay.show_pattern(request)
            case port.Brightness():
                self._scene.dim(request.percent)

    def _cover(self, with_: Alert | port.Overlay | Unreadable, now_ns: int) -> None:
        layers = self._scene.overlay
        if isinstance(with_, Unreadable) and layers.shows_message_of(with_.overlay):
            return  # another page of the same message is better than none; one of another message is not
        self._vitals.end_overlay(self._clock.utc_ns(now_ns) // 1_000_000)
        layers.show_alert(with_ if isinstance(with_, Alert) else None)

    def _rearrange(self, asked: port.Arrange) -> None:
        """Another arrangement: what its size or place is another of is made anew, decoders included."""
        self._asked, arrange = asked, fitted(asked, self._output)
        if arrange == self._arrange:
            return
        alert, self._arrange = self._scene.overlay.alert, arrange
        self._scene.rearrange(arrange)
        self._draw_slate()
        self._window.arrange(arrange.canvas)
        self._tell_if_unseen()
        for request in (*self._dressing.values(), *([alert.overlay] if alert else [])):
            # Whatever cannot stand any more goes without a word: it was asked for of the former arrangement.
            if (ready := made_ready(request, arrange, lambda fault: None)) is not None:
                self._put_back(ready)

    def _put_back(self, ready: object) -> None:
        """What was on the former arrangement, made ready for this one."""
        match ready:
            case ReadyTickers():
                self._scene.set_tickers(ready)
            case ReadyLogos():
                self._scene.set_logos(ready)
            case Alert():
                self._scene.overlay.show_alert(ready)
            case CoverPicture():
                self._scene.overlay.show_cover(ready)
            case PatternPicture():
                self._scene.overlay.show_pattern(ready)

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

    def _tell_if_unseen(self) -> None:
        if unseen := beside_outputs(self._arrange.canvas):
            self._fault(port.FaultKind.REQUEST_REFUSED, unseen)

    def _draw_slate(self) -> None:
        self._scene.set_slate(draw_slate(self._scene.main.place.size(), self._slate_text))

    def _fault(self, kind: port.FaultKind, detail: str) -> None:
        self._outbox.put(port.Fault(kind, "", detail))

    def _end(self) -> None:
        self._stopping = True
        if self.keeps_picture:
            QApplication.exit(0)  # which leaves the window where it is
        else:
            QApplication.quit()

    def _close(self) -> None:
        self._pace.stop()
        now_ns = time.monotonic_ns()
        self._scene.finish(now_ns)
        utc_ms = self._clock.utc_ns(now_ns) // 1_000_000
        self._vitals.end_overlay(utc_ms)
        self._vitals.end_cover(utc_ms)
        self._scene.close()
        self._bell.silence()
        if not self.keeps_picture:
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
