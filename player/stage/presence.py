"""The window's life on the screen: when it opens, proof that it is painted, and what stays should it be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QNativeInterface, QScreen

from player.stage.backdrop import Backdrop
from player.stage.screen import keep_awake
from player.stage.window import Window
from schedules.clock import Clock

MS = 1_000_000
PULSE_NS = 500 * MS
KEEP_NS = 1000 * MS
HELD_BACK_NS = 2500 * MS
PLACE_NS = 5000 * MS


class Presence(QObject):
    """Call `refreshed` at every refresh. `on_output` is called when an output was found again, or got another mode."""

    def __init__(self, window: Window, backdrop: Backdrop | None, clock: Clock, on_output: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._backdrop, self._clock, self._on_output = window, backdrop, clock, on_output
        self._began_ns = self._kept_ns = self._pulsed_ns = self._placed_ns = 0
        self._painted = 0
        self._open = False

    def begin(self, app: QGuiApplication, now_ns: int) -> None:
        """Open the window, at once or, where a picture was kept behind it, as soon as there is a better one."""
        self._began_ns = self._pulsed_ns = self._placed_ns = now_ns
        if self._backdrop is None or not self._backdrop.holds_picture:
            self._show()
        if not self._window.framed:
            keep_awake()
        self._outlive(app)
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._output_changed)
        app.primaryScreenChanged.connect(self._output_changed)
        for screen in app.screens():
            self._watch_modes(screen)

    def refreshed(self, now_ns: int, token: str, *, covered: bool) -> None:
        """One refresh: `token` is that of the item on screen, `covered` where something lies above it."""
        if not self._open and (token or covered or now_ns - self._began_ns > HELD_BACK_NS):
            self._show()
        self._pulse(now_ns)
        if self._backdrop is not None and self._painted and now_ns - self._kept_ns >= KEEP_NS:
            self._kept_ns = now_ns
            self._backdrop.keep(int(self._clock.now().timestamp()))
            if self._backdrop.holds_picture:
                self._backdrop.let_go()
        if now_ns - self._placed_ns >= PLACE_NS:
            self._placed_ns = now_ns
            self._window.hold_place()

    def end(self) -> None:
        """The player was asked to stop: nothing stays but black."""
        if self._backdrop is not None:
            self._backdrop.close()

    def _show(self) -> None:
        self._open = True
        self._window.open()

    def _pulse(self, now_ns: int) -> None:
        """Touch a picture that stands still twice a second: what counts as alive is what was painted."""
        if self._window.painted != self._painted:
            self._painted, self._pulsed_ns = self._window.painted, now_ns
        elif now_ns - self._pulsed_ns >= PULSE_NS:
            self._pulsed_ns = now_ns
            self._window.repaint(0, 0, 1, 1)

    def _outlive(self, app: QGuiApplication) -> None:
        native = app.nativeInterface()
        if self._backdrop is not None and isinstance(native, QNativeInterface.QX11Application):
            self._backdrop.outlive(native.connection())

    def _watch(self, screen: QScreen) -> None:
        self._watch_modes(screen)
        self._output_changed()

    def _watch_modes(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._output_changed)
        screen.refreshRateChanged.connect(self._output_changed)

    def _output_changed(self, *_: object) -> None:
        """An output went, came or changed its mode: back to the same pixels, lit, and nothing of the desktop beside."""
        self._window.hold_place()
        if not self._window.framed:
            keep_awake()
        self._on_output()
