"""What hands do at the desk, timed: turning to a page, scrolling, typing into a search, scrubbing through a day."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QSlider, QWidget

from displayctl.api.models import Event, PlayerState
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow

FRAME_SECONDS, FRAMES, STEP_PX = 1 / 60, 120, 90
SCRUB_STEPS, SCRUB_SECONDS = 80, 600
LEAST_WAY_PX = 200


class Hands:
    """Acts on a window, and waits for nothing but what it has to show at once; `clock` tells how long that took."""

    def __init__(
        self, application: QApplication, desk: Desk, window: MainWindow, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._application, self._desk, self._window, self._clock = application, desk, window, clock

    def settle(self, seconds: float = 600.0) -> None:
        """Until nothing is under way any more."""
        deadline = time.monotonic() + seconds
        quiet = 0
        while quiet < 40:
            self._application.processEvents()
            quiet = quiet + 1 if self._desk.tasks.under_way == 0 else 0
            if time.monotonic() > deadline:
                raise TimeoutError(f"the desk was not at rest within {seconds} s")
            time.sleep(0.01)

    def drop(self, name: str) -> None:
        """Let go of a page, as if it had never been shown."""
        page = self._window._pages.pop(name, None)
        if page is not None:
            self._window.stack.removeWidget(page)
            page.deleteLater()
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def turn_to(self, name: str) -> float:
        """Milliseconds until a page is there, painted."""
        return self._timed(lambda: self._window.show_page(name))

    def scroll(self, area: QAbstractScrollArea) -> list[float]:
        """Milliseconds of each frame while a list is scrolled by the wheel."""
        bar, way = area.verticalScrollBar(), STEP_PX
        bar.setValue(0)
        self._application.processEvents()
        frames = []
        for _ in range(FRAMES):
            if not bar.minimum() <= bar.value() + way <= bar.maximum():
                way = -way
            frames.append(self._timed(partial(bar.setValue, bar.value() + way)))
            time.sleep(max(0.0, FRAME_SECONDS - frames[-1] / 1000))
        return frames

    def type_into(self, field: QLineEdit, words: str) -> list[float]:
        """Milliseconds from each key to what it leads to, painted; the field is empty afterwards."""
        field.setFocus()
        taken = [self._timed(partial(QTest.keyClick, field, letter)) for letter in words]
        for _ in words:
            taken.append(self._timed(lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)))
        return taken

    def scrub(self, slider: QSlider) -> list[float]:
        """Milliseconds of each step along a day."""
        slider.setValue(6 * 3600)
        self._application.processEvents()
        steps = []
        for _ in range(SCRUB_STEPS):
            steps.append(self._timed(lambda: slider.setValue(slider.value() + SCRUB_SECONDS)))
            time.sleep(max(0.0, FRAME_SECONDS - steps[-1] / 1000))
        return steps

    def hear_from_walls(self) -> None:
        """Every wall tells of itself, one after another, as they do all the time."""
        now = self._desk.clock.now()
        for kept in self._desk.catalogue.displays:
            state = PlayerState(display_id=kept.id, device_id="d" * 64, connected=True, last_seen=now)
            self._desk.link.told.emit(Event(kind="player", id=kept.id, data=state.model_dump(mode="json")))
            self._application.processEvents()

    def _timed(self, act: Callable[[], object]) -> float:
        began = self._clock()
        act()
        self._application.processEvents()
        return (self._clock() - began) * 1000


def largest_list(page: QWidget) -> QAbstractScrollArea | None:
    """What there is most to scroll in on a page; None where all of it is seen."""
    areas = [
        area
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.verticalScrollBar().maximum() > LEAST_WAY_PX
    ]
    return max(areas, key=lambda area: area.viewport().width() * area.viewport().height(), default=None)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all are."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@contextmanager
def shown_window(desk: Desk, application: QApplication, page: str) -> Iterator[MainWindow]:
    """The window on `page`; it makes no page that is not asked for."""
    desk.preferences.page = page
    window = MainWindow(desk)
    window._prepare_next.stop()
    desk.catalogue.ready.disconnect(window._prepare)
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    yield window
    window.close()
    window.deleteLater()
