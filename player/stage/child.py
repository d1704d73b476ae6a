"""The stage as a child process: started, spoken to over pipes, and ended without leaving anything behind."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import IO, cast

from player.stage import port, wire
from player.stage.screen import EXIT_WITHOUT_SCREEN
from schedules.errors import ScheduleError

MOST_WAITING = 512
GRACE_SECONDS = 2.0


class StageChild:
    """Runs ``python -m player.stage``; implements `port.Stage`. Neither `send` nor `reports` waits for the child."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "player.stage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **(environment or {})},
            start_new_session=True,  # a Ctrl-C is for the parent, which ends its stage in order
        )
        self._outgoing: queue.Queue[bytes | None] = queue.Queue(MOST_WAITING)
        self._incoming: queue.Queue[port.Report] = queue.Queue(MOST_WAITING)
        to_stage, from_stage = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        self._threads = (
            threading.Thread(target=self._carry_out, args=(to_stage,), daemon=True, name="to-stage"),
            threading.Thread(target=self._carry_in, args=(from_stage,), daemon=True, name="from-stage"),
        )
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The child's exit code once it has ended: 0 asked to, 2 no screen to draw on; negative for a signal."""
        return self._process.poll()

    def send(self, request: port.Request) -> None:
        if self._process.poll() is not None:
            raise _farewell(self._process.returncode)
        try:
            self._outgoing.put_nowait(wire.encode(request))
        except queue.Full:
            self._process.kill()
            raise port.StageClosed("the stage no longer takes requests and was ended; start another one") from None

    def reports(self) -> Sequence[port.Report]:
        ended = not self._threads[1].is_alive()
        taken: list[port.Report] = []
        while not self._incoming.empty():
            taken.append(self._incoming.get_nowait())
        if ended and not taken:
            raise _farewell(self._process.wait())
        return taken

    def close(self, *, keep_picture: bool = False) -> None:
        self._ask_to_end(port.Stop(keep_picture))
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            thread.join(GRACE_SECONDS)

    def _ask_to_end(self, stop: port.Stop) -> None:
        try:
            self._outgoing.put_nowait(wire.encode(stop))
            self._outgoing.put_nowait(None)
        except queue.Full:
            self._process.kill()

    def _carry_out(self, pipe: IO[bytes]) -> None:
        try:
            with pipe:
                while (line := self._outgoing.get()) is not None:
                    pipe.write(line)
                    pipe.flush()
        except OSError:
            return  # the child is gone; `send` and `reports` say so

    def _carry_in(self, pipe: IO[bytes]) -> None:
        with pipe:
            while line := pipe.readline(wire.LONGEST_LINE):
                try:
                    self._incoming.put(wire.decode_report(line), timeout=60)
                except (ScheduleError, queue.Full):
                    self._process.kill()  # a stage that cannot be understood, or that nobody reads, is of no use
                    return


def _farewell(code: int) -> port.StageClosed:
    if code == EXIT_WITHOUT_SCREEN:
        return port.StageClosed("the stage has no screen to draw on; start an X server and set DISPLAY", crashed=False)
    if code == 0:  # what Qt does when its X server ends
        return port.StageClosed("the stage was told to end, or its X server has ended; start another", crashed=False)
    return port.StageClosed(f"the stage has ended with code {code}; start another one")
