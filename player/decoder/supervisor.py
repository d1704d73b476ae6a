"""Keeps one decoder process alive: starts it, ends it when it is stuck, starts it again when it is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import IO, cast

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.kernel_view import ProcessView, is_halted, look_at, memory_kills
from player.decoder.libvlc import EXIT_WITHOUT_VLC, PACKAGES

SILENCE_SECONDS = 1.0
BOOT_SECONDS = 15.0
PROGRAM = (sys.executable, "-m", "player.decoder")
_HEALTHY_SECONDS = 2.0
_LONGEST_PAUSE = 5.0
_PAUSE_WITHOUT_VLC = 60.0
_SENT_BY_OTHERS = tuple(-number for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP))

# glibc otherwise keeps the pictures of one file in its heap, between small things, while the next needs as much again.
_ALLOCATION = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "262144", "MALLOC_TRIM_THRESHOLD_": "1048576"}


class DecoderLost(Exception):
    """The decoder does not take orders: it is gone, stuck, or not up yet."""


class DecoderProcess:
    """One decoder and its ring of frames, for as long as the stage lives.

    A thread of its own starts the process and awaits its end (the kernel ties a child to the thread that started it).
    `life` counts starts; it differs from an earlier reading where the decoder was replaced in between. `program` is
    given the numbers that `player.decoder.__main__` reads.
    """

    def __init__(self, format: FrameFormat, *, sound: bool, program: Sequence[str] = PROGRAM) -> None:
        self._program = tuple(program)
        self.ring = Ring.make(format)
        self.life = 0
        self.exit_code: int | None = None
        self._sound = sound
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = threading.Event()
        self._condemned = self._memory_ran_out = False
        self._born = time.monotonic()
        self._thread = threading.Thread(target=self._carry, daemon=True, name="decoder")
        self._thread.start()

    @property
    def up(self) -> bool:
        """Whether the decoder runs and takes orders."""
        return self._process is not None and self.ring[Word.BOOTED] == 1

    @property
    def pid(self) -> int | None:
        """The process now running, None between two."""
        return self._process.pid if self._process else None

    @property
    def advice(self) -> str:
        """What a person has to do before a decoder can run; empty where nothing is known to be amiss."""
        if self.exit_code == EXIT_WITHOUT_VLC:
            return f"libVLC is missing, so no video can be shown; run: apt install {PACKAGES}"
        return ""

    @property
    def was_ended(self) -> bool:
        """Whether the last process, where it was not us, was ended from outside.

        One that crashed was not, nor one that the kernel may have ended because memory ran out.
        """
        return self.exit_code in _SENT_BY_OTHERS and not self._memory_ran_out

    @property
    def is_halted(self) -> bool:
        """Whether somebody halted the process that runs now (SIGSTOP, a debugger), and it has not been ended since.

        Linux only, elsewhere False.
        """
        pid = self.pid
        return pid is not None and not self._condemned and is_halted(pid)

    def look(self) -> ProcessView | None:
        """Memory and processor time of the process that runs now; None between two, and where nobody tells."""
        pid = self.pid
        return look_at(pid) if pid is not None else None

    def order(self, order: orders.Order) -> None:
        """Hand over `order` without waiting. Raises DecoderLost."""
        process = self._process
        if process is None or process.stdin is None or not self.up:
            raise DecoderLost("the decoder is not up")
        try:
            os.write(process.stdin.fileno(), orders.encode(order))
        except (OSError, ValueError) as error:
            self.kill()
            raise DecoderLost(f"the decoder takes no orders: {error}") from error

    def silent(self, now_ns: int) -> bool:
        """Whether a decoder that is up has not beaten for a second, or one that was started never came up."""
        if self._process is None or self._condemned:
            return False
        if self.ring[Word.BOOTED] != 1:
            return time.monotonic() - self._born > BOOT_SECONDS
        return now_ns - self.ring[Word.BEAT_NS] > SILENCE_SECONDS * 1e9

    def kill(self) -> None:
        """End the process now; the thread starts another."""
        if process := self._process:
            self._condemned = True
            self.ring[Word.BOOTED] = 0
            process.kill()

    def kill_if_running(self, life: int) -> None:
        """End the process now, unless that of this `life` is gone already and another has taken its place."""
        if self.life == life:
            self.kill()

    def close(self) -> None:
        """End the decoder for good; it is gone when this returns."""
        self._closing.set()
        self.kill()
        self._thread.join(5)
        self.ring.close()

    def _carry(self) -> None:
        pause = 0.0
        while not self._closing.wait(pause):
            memory_kills_before = memory_kills()
            self._start()
            process = cast("subprocess.Popen[bytes]", self._process)
            if self._closing.is_set():
                process.kill()
            self.exit_code = process.wait()
            self._memory_ran_out = memory_kills() > memory_kills_before
            self._process = None
            cast(IO[bytes], process.stdin).close()
            healthy = time.monotonic() - self._born > _HEALTHY_SECONDS
            pause = 0.0 if healthy else min(_LONGEST_PAUSE, pause * 2 + 0.1)
            if self.exit_code == EXIT_WITHOUT_VLC:
                pause = _PAUSE_WITHOUT_VLC

    def _start(self) -> None:
        frames = self.ring.format
        self.ring.reset()
        self._born = time.monotonic()
        numbers = (self.ring.fd, frames.width_px, frames.height_px, frames.slots, int(self._sound), os.getpid())
        process = subprocess.Popen(
            [*self._program, *map(str, numbers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=(self.ring.fd,),
            start_new_session=True,
            env={**os.environ, **_ALLOCATION},
        )
        os.set_blocking(cast(IO[bytes], process.stdin).fileno(), False)
        self.life += 1
        self._condemned = False
        self._process = process
