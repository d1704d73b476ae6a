"""The one door off the UI thread: work runs elsewhere, its result or failure comes back as a call on the UI thread."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")
THREADS = 4
PAINTING_MS = 8
TURN_SECONDS = 0.0001
"""For how long a thread may have the interpreter while another waits: the UI thread is the one that must not. Each of
its calls to Qt lets the interpreter go, hundreds of times in one drawing."""
COLLECTING = (2_000, 10, 1_000_000_000)
"""How many new objects bring the collector, by the generations it looks at. All threads wait for it: it never comes by
itself to look at everything, which takes up to half a second; `displayctl.desktop.sweep` has it do that."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a piece of work came to: exactly one of the two calls is made with `value`."""

    call: Callable[[Any], object]
    value: Any
    owner: QObject | None


class Tasks(QObject):
    """Runs work in threads. `failed` carries failures nobody else takes, `idle` tells that nothing is under way."""

    failed = Signal(object)
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._many = ThreadPoolExecutor(THREADS, thread_name_prefix="desk")
        self._single = ThreadPoolExecutor(1, thread_name_prefix="desk-edits")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="desk-aside")
        sys.setswitchinterval(TURN_SECONDS)
        gc.set_threshold(*COLLECTING)
        self._under_way = 0
        self._closed = False
        self._held_back: list[Callable[[], None]] = []
        self._turned = QTimer(self, singleShot=True)
        self._painted = QTimer(self, singleShot=True, interval=PAINTING_MS)
        self._turned.timeout.connect(self._painted.start)
        self._painted.timeout.connect(self._begin_aside)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> int:
        """How many pieces of work have not been delivered yet."""
        return self._under_way

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        *,
        owner: QObject | None = None,
        in_order: bool = False,
        aside: bool = False,
    ) -> None:
        """Do `work` in another thread, then call `on_done` or `on_failed` here.

        Neither is called once `owner` is gone. Work marked `in_order` is done one after another, as it was given.
        So is work marked `aside`, which computes rather than waits: two such at once would leave the UI thread a third
        of the interpreter. It begins once what is being made now has been painted, which it would make wait.
        """
        if self._closed:
            return
        self._under_way += 1
        piece = partial(self._work, work, on_done or _nothing, on_failed or self.failed.emit, owner)
        if aside:
            self._held_back.append(piece)
            if not (self._turned.isActive() or self._painted.isActive()):
                self._turned.start()
        else:
            (self._single if in_order else self._many).submit(piece)

    def _begin_aside(self) -> None:
        for piece in self._held_back:
            self._aside.submit(piece)
        self._held_back.clear()

    def close(self) -> None:
        """Drop what has not begun; results that still come are not delivered."""
        self._closed = True
        self._turned.stop()
        self._painted.stop()
        for pool in (self._many, self._single, self._aside):
            pool.shutdown(wait=False, cancel_futures=True)

    def _work(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], object],
        on_failed: Callable[[Exception], object],
        owner: QObject | None,
    ) -> None:
        try:
            outcome = _Outcome(on_done, work(), owner)
        except Exception as error:  # noqa: BLE001 - the task door: every failure becomes visible at the desk
            outcome = _Outcome(on_failed, error, owner)
        if shiboken6.isValid(self):
            self._finished.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self._under_way -= 1
        if not self._closed and (outcome.owner is None or shiboken6.isValid(outcome.owner)):
            outcome.call(outcome.value)
        if self._under_way == 0:
            self.idle.emit()


def _nothing(_: object) -> None:
    return None
