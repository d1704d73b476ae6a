"""Child programs of the demonstration: started with a log each, stopped in reverse order, by their own process id."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")
STOP_SECONDS = 15.0


class Programs:
    """Programs that run until this ends."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(
        self, name: str, *command: str, environment: Mapping[str, str] | None = None, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        """Starts `command`; what it prints goes to a log called `name`."""
        variables = {**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})}
        with self.log(name).open("wb") as log:
            process = subprocess.Popen(
                command, env=variables, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=pass_fds
            )
        self._running.append((name, process))
        return process

    def python(
        self, name: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Starts a module or script with the interpreter that runs this."""
        return self.start(name, sys.executable, *arguments, environment=environment)

    def log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def check(self) -> None:
        """Raises RuntimeError, with the end of its log, when a program has ended that should run."""
        for name, process in self._running:
            if process.poll() is not None:
                lines = self.log(name).read_text(errors="replace").splitlines()[-5:]
                raise RuntimeError(f"{name} ended with code {process.returncode}: {' / '.join(lines)}")

    def wait_for(self, what: str, found: Callable[[], T | None], seconds: float = 60.0) -> T:
        """Asks `found` until it has something; raises RuntimeError when that takes too long or a program has ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.check()
            answer = found()
            if answer is not None:
                return answer
            time.sleep(0.1)
        raise RuntimeError(f"{what} took longer than {seconds:.0f} s; see {self._logs}")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Ends a program as a power cut would: at once, without a chance to tidy up."""
        self.forget(process)
        process.kill()
        process.wait()

    def forget(self, process: subprocess.Popen[bytes]) -> None:
        """No longer expects a program to run."""
        self._running = [each for each in self._running if each[1] is not process]

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """Asks a program to end, waits for it, and ends it by force when it does not listen."""
        self.forget(process)
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def stop(self) -> None:
        """Ends every program, the newest first."""
        while self._running:
            self.end(self._running[-1][1])

    def __enter__(self) -> Programs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
