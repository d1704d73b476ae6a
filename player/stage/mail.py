"""The stage's two carrier threads: one brings requests in, one takes reports out. The painting thread never waits."""

from __future__ import annotations

import queue
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO

from player.stage import port, wire
from schedules.errors import ScheduleError

MOST_WAITING = 1024


class Outbox:
    """Takes reports out. Where nobody reads them, signs of life are dropped first."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._waiting: queue.Queue[port.Report | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._carry, daemon=True, name="reports")
        self._thread.start()

    def put(self, report: port.Report) -> None:
        """Have `report` sent; never waits."""
        sign_of_life = isinstance(report, (port.Showing, port.Stats))
        if sign_of_life and self._waiting.qsize() > MOST_WAITING // 2:
            return
        try:
            self._waiting.put_nowait(report)
        except queue.Full:
            sys.stderr.write(f"displayctl-player: nobody reads the stage's reports; {type(report).__name__} is lost\n")

    def close(self) -> None:
        """Send what is waiting, for at most a second."""
        try:
            self._waiting.put_nowait(None)
        except queue.Full:
            return
        self._thread.join(1)

    def _carry(self) -> None:
        try:
            while (report := self._waiting.get()) is not None:
                self._pipe.write(wire.encode(report))
                self._pipe.flush()
        except OSError:
            return  # the agent is gone, and the stage is about to follow it


class Inbox:
    """Brings requests in, each as `ready` makes of it on this thread; the end of the pipe counts as `Stop`."""

    def __init__(self, pipe: IO[bytes], on_refused: Callable[[str], None]) -> None:
        self._pipe = pipe
        self._on_refused = on_refused
        self._arrived: queue.SimpleQueue[object] = queue.SimpleQueue()

    def read_first(self) -> port.Arrange | None:
        """Wait for the first request, which has to be `Arrange`; None where there is none."""
        while (request := self._read()) is not None:
            if isinstance(request, port.Arrange):
                return request
            if isinstance(request, port.Stop):
                return None
            self._on_refused(f"{type(request).__name__} came before Arrange; send Arrange first")
        return None

    def start(self, ready: Callable[[port.Request], object], on_arrival: Callable[[], None]) -> None:
        """Read on, on a thread of its own, which calls `on_arrival` when there is something to take."""
        threading.Thread(target=self._carry, args=(ready, on_arrival), daemon=True, name="requests").start()

    @property
    def is_waiting(self) -> bool:
        """Whether there is something to take."""
        return not self._arrived.empty()

    def take(self) -> list[object]:
        """Everything that arrived since the last call. Never waits."""
        taken: list[object] = []
        while not self._arrived.empty():
            taken.append(self._arrived.get())
        return taken

    def _carry(self, ready: Callable[[port.Request], object], on_arrival: Callable[[], None]) -> None:
        while (request := self._read()) is not None:
            try:
                self._arrived.put(ready(request))
            except Exception as error:  # noqa: BLE001
                # The outermost door of this thread: one request that fails must not keep an emergency from coming.
                traceback.print_exc()
                self._on_refused(f"{type(request).__name__} cannot be made ready: {error!r:.200}")
            on_arrival()
        self._arrived.put(port.Stop(keep_picture=True))  # nobody asked: another player is about to follow
        on_arrival()

    def _read(self) -> port.Request | None:
        while line := self._pipe.readline(wire.LONGEST_LINE + 1):
            try:
                return wire.decode_request(line)
            except ScheduleError as error:
                self._on_refused(str(error))
        return None
