"""Rings the alarm: at most one process that sounds at a time, and no sound twice because alerts take turns."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from player.stage.raising import Alarm, AlarmSound

PROGRAM = (sys.executable, "-m", "player.decoder.alarm")
AGAIN_S = 60.0
KILLED_WITHIN_S = 1.0
MOST_HEARD = 256


class AlarmBell:
    """`ring` brings it up to date, `close` silences it for good. One thread uses it, and never the painting one."""

    def __init__(self, program: Sequence[str] = PROGRAM, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._program, self._monotonic = tuple(program), monotonic
        self._process: subprocess.Popen[bytes] | None = None
        self._rings = AlarmSound.NONE
        self._heard: dict[str, float] = {}

    @property
    def pid(self) -> int | None:
        """The process that sounds now, or has done so last; None where nothing does."""
        return self._process.pid if self._process else None

    def ring(self, alarm: Alarm) -> None:
        """Sound as `alarm` says: a chime once for its token, a siren until another alarm says otherwise."""
        if alarm.sound is AlarmSound.NONE:
            self.silence()
        elif self._is_due(alarm):
            self.silence()
            self._heard.pop(alarm.token, None)
            self._heard[alarm.token] = self._monotonic()
            while len(self._heard) > MOST_HEARD:
                del self._heard[next(iter(self._heard))]
            self._start(alarm)

    def silence(self) -> None:
        """Nothing is heard any more when this returns, unless a sound card holds the process back: nobody waits for it.

        The same thread brings the emergencies themselves.
        """
        process, self._process, self._rings = self._process, None, AlarmSound.NONE
        if process is not None:
            process.kill()
            try:
                process.wait(KILLED_WITHIN_S)
            except subprocess.TimeoutExpired:
                threading.Thread(target=process.wait, daemon=True, name="bell").start()

    def _is_due(self, alarm: Alarm) -> bool:
        heard = self._heard.get(alarm.token)
        if alarm.sound is AlarmSound.CHIME:
            return heard is None
        goes_on = self._rings is AlarmSound.SIREN and self._process is not None and self._process.poll() is None
        return not goes_on and (heard is None or self._monotonic() - heard >= AGAIN_S)

    def _start(self, alarm: Alarm) -> None:
        arguments = (*self._program, alarm.sound.value, str(alarm.percent), str(os.getpid()))
        try:
            self._process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        except OSError as error:
            sys.stderr.write(f"displayctl-player: the alarm cannot be sounded: {error}\n")
        else:
            self._rings = alarm.sound
