"""The collector looks at everything only while nobody is at the desk, and never by itself."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from displayctl.desktop.sweep import APART_LOOKS, LEFT_ALONE_LOOKS, Sweep
from displayctl.desktop.tasks import Tasks
from tests.displayctl.desktop.conftest import wait_until


class Ring:
    """Holds itself, so that only the collector can let go of it."""

    def __init__(self) -> None:
        self.itself = self


def old_garbage() -> weakref.ref[Ring]:
    """A ring that nobody needs and that the collector has passed over twice."""
    ring = Ring()
    found = weakref.ref(ring)
    gc.collect(1)
    gc.collect(1)
    del ring
    gc.collect(1)
    return found


def look(sweep: Sweep, times: int) -> None:
    for _ in range(times):
        sweep.look()


def a_window_in_front(application: QApplication) -> QWidget:
    window = QWidget()
    window.show()
    window.activateWindow()
    wait_until(application, lambda: application.applicationState() is Qt.ApplicationState.ApplicationActive, 10)
    return window


def test_what_is_old_waits_until_the_desk_was_left_alone_and_an_hour_is_over(application: QApplication) -> None:
    sweep = Sweep()
    ring = old_garbage()
    look(sweep, APART_LOOKS - 1)
    assert ring() is not None
    look(sweep, 1)
    assert ring() is None
    another = old_garbage()
    look(sweep, APART_LOOKS - 1)
    assert another() is not None


def test_a_pointer_that_moves_at_an_active_desk_puts_it_off(application: QApplication) -> None:
    sweep = Sweep()
    window = a_window_in_front(application)
    ring = old_garbage()
    for number in range(APART_LOOKS + LEFT_ALONE_LOOKS):
        QCursor.setPos(QPoint(10 + number, 10))
        application.processEvents()
        sweep.look()
    assert ring() is not None
    look(sweep, LEFT_ALONE_LOOKS)
    assert ring() is None
    window.close()


def test_the_collector_never_looks_at_everything_by_itself(application: QApplication) -> None:
    tasks = Tasks()
    before = gc.get_threshold()
    ring = old_garbage()
    gc.set_threshold(1_000, 1, before[2])
    kept: list[list[int]] = [[] for _ in range(400_000)]
    gc.set_threshold(*before)
    assert ring() is not None
    assert len(kept) == 400_000
    tasks.close()
