"""A timer of the kernel's that goes off on the nanosecond and wakes whoever waits for its file (timerfd_create(2))."""

from __future__ import annotations

import ctypes
import os
import time

_LIBC = ctypes.CDLL(None, use_errno=True)
_ABSOLUTE = 1


class _Setting(ctypes.Structure):
    """struct itimerspec: how often it is to go off again, and when it does first."""

    _fields_ = tuple((name, ctypes.c_long) for name in ("again_s", "again_ns", "first_s", "first_ns"))


class Timer:
    """Its file `fd` can be read from the instant given last on, until another one is given. For any thread."""

    def __init__(self) -> None:
        self.fd = _LIBC.timerfd_create(time.CLOCK_MONOTONIC, os.O_NONBLOCK | os.O_CLOEXEC)
        if self.fd < 0:
            number = ctypes.get_errno()
            raise OSError(number, f"the kernel gives no timer ({os.strerror(number)}); check the limit of open files")

    def set(self, at_ns: int) -> None:
        """Go off at `at_ns` (monotonic), at once where that is over. Without effect when closed."""
        seconds, ns = divmod(max(1, at_ns), 1_000_000_000)
        _LIBC.timerfd_settime(self.fd, _ABSOLUTE, ctypes.byref(_Setting(0, 0, seconds, ns)), None)

    def close(self) -> None:
        """May be called twice."""
        fd, self.fd = self.fd, -1
        if fd >= 0:
            os.close(fd)
