"""The desk's end of one confined child: start it, give it a job, hear its progress, end it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import IO, Any

from content.errors import Cancelled, UnusableMedia
from content.studio.confinement import Confinement, reason_of_death
from content.studio.wire import LONGEST_ANSWER_BYTES, failure_from_dict, pack

Progress = Callable[[float], None]
Question = Callable[[], bool]
_LOOK_SECONDS = 0.1
_END_SECONDS = 2.0


class Child:
    """One process of `content.studio.worker`. Used by one thread at a time, and only while it is `ready`."""

    def __init__(self, confinement: Confinement) -> None:
        self._confinement = confinement
        self.jobs_done = 0
        self._busy = False
        self._process = subprocess.Popen(
            [sys.executable, "-m", "content.studio.worker", str(confinement.memory_bytes), str(confinement.file_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"},
        )
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._last_words: deque[bytes] = deque(maxlen=20)
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        assert self._process.stderr is not None  # noqa: S101 - asked for above
        self._threads = (
            threading.Thread(target=_carry, args=(self._process.stdout, self._answers.put), daemon=True),
            threading.Thread(target=_carry, args=(self._process.stderr, self._last_words.append), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def ready(self) -> bool:
        """Whether it lives and owes no answer; one that is not ready has to be ended and replaced."""
        return not self._busy and self._process.poll() is None

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def last_words(self) -> str:
        """The end of what the child wrote to its standard error, for a fault report."""
        return b"".join(self._last_words).decode("utf-8", "replace")[-2000:]

    def ask(self, request: Mapping[str, Any], on_progress: Progress, cancelled: Question) -> dict[str, Any]:
        """The result of one job.

        Raises what the job failed with; UnusableMedia when the child died or fell silent, and Cancelled once
        `cancelled()` is true. The child is ended by the last three.
        """
        self._busy = True
        self._send(request)
        deadline = time.monotonic() + self._confinement.silent_seconds
        while True:
            answer = self._next_answer(request["name"], deadline, cancelled)
            if "progress" in answer:
                on_progress(float(answer["progress"]))
                deadline = time.monotonic() + self._confinement.silent_seconds
                continue
            self._busy = False
            self.jobs_done += 1
            if "done" in answer:
                return dict(answer["done"])
            raise failure_from_dict(answer)

    def end(self) -> None:
        """Ends the process, kindly first, and gives its pipes back."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            _close(pipe)

    def _send(self, request: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None  # noqa: S101 - asked for in __init__
        try:
            self._process.stdin.write(pack(request))
            self._process.stdin.flush()
        except OSError as error:
            self._give_up(request["name"], error)

    def _next_answer(self, name: str, deadline: float, cancelled: Question) -> dict[str, Any]:
        while True:
            if cancelled():
                self.end()
                raise Cancelled(f"the work on {name} was stopped; nothing of it was kept")
            try:
                line = self._answers.get(timeout=_LOOK_SECONDS)
            except Empty:
                if time.monotonic() > deadline:
                    self.end()
                    seconds = self._confinement.silent_seconds
                    raise UnusableMedia(
                        f"{name} made no progress for {seconds} seconds and was given up; save it anew"
                    ) from None
                continue
            try:
                answer = json.loads(line)
            except ValueError as error:
                self._give_up(name, error)
            if isinstance(answer, dict):
                return answer
            self._give_up(name, None)

    def _give_up(self, name: str, error: Exception | None) -> None:
        self.end()
        reason = reason_of_death(self._process.returncode, self._confinement)
        raise UnusableMedia(f"{name} could not be read: {reason}; save it anew or make it smaller") from error


def _carry(source: IO[bytes], put: Callable[[bytes], object]) -> None:
    """Carries lines until the pipe ends; then an empty one, which is no answer, says so."""
    while line := source.readline(LONGEST_ANSWER_BYTES):
        put(line)
    put(b"")


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        try:
            pipe.close()
        except OSError:  # unsent words to a child that is gone
            return
