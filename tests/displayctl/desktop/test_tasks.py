"""The door off the UI thread: what computes beside it begins once what is being made has been painted."""

from __future__ import annotations

import threading

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from displayctl.desktop.tasks import Tasks
from tests.displayctl.desktop.conftest import wait_until

LONG_ENOUGH_SECONDS = 0.05


class _Page(QWidget):
    """Notes whether `began` was set when it was painted."""

    def __init__(self, began: threading.Event) -> None:
        super().__init__()
        self._began = began
        self.seen: list[bool] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.append(self._began.is_set())


def test_what_a_new_page_asks_to_compute_does_not_hold_up_its_painting(application: QApplication) -> None:
    tasks, began = Tasks(), threading.Event()
    tasks.run(began.set, aside=True)
    page = _Page(began)
    page.show()
    assert not began.wait(LONG_ENOUGH_SECONDS), "another thread took turns with the making of the page"
    assert tasks.under_way == 1
    wait_until(application, lambda: tasks.under_way == 0, 10)
    assert began.is_set()
    assert page.seen[0] is False
    page.close()
    page.deleteLater()
    tasks.close()


def test_what_is_computed_aside_comes_in_the_order_in_which_it_was_asked_for(application: QApplication) -> None:
    tasks, done = Tasks(), list[int]()
    for number in range(5):
        tasks.run(lambda number=number: number, done.append, aside=True)  # type: ignore[misc]
    wait_until(application, lambda: tasks.under_way == 0, 10)
    assert done == [0, 1, 2, 3, 4]
    tasks.close()
