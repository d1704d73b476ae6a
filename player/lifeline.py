"""How a process of the player lives among others: it goes when its parent is gone, and playback goes first."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PAINTING_NICENESS = -10
_DECODING_NICENESS = -5


def die_with_parent(parent_pid: int) -> None:
    """Have the kernel kill this process when the thread that started it ends (Linux, prctl(2)); elsewhere do nothing.

    `parent_pid` is the parent as it named itself: where it is already gone, this process exits at once.
    """
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent_pid:
        os._exit(0)


def go_first() -> None:
    """Ask for processor time before other work on this machine; without the right to, go on as everyone does.

    Linux shares processor time among sessions first (autogroups, sched(7)): a process that leads a session of its own
    asks for all of it.
    """
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, 0, _PAINTING_NICENESS)
        _ask_for_session(_PAINTING_NICENESS)


def go_second() -> None:
    """Ask for more processor time than other work gets, but take turns with the X server: for decoders.

    They want processors for tens of milliseconds at a time. Where they go first, the X server, which is no part of the
    player, comes too late to show what was painted in time. So only their session has more than its share.
    """
    with suppress(OSError, AttributeError):
        if os.getpriority(os.PRIO_PROCESS, 0) < 0:
            os.setpriority(os.PRIO_PROCESS, 0, 0)
            _ask_for_session(_DECODING_NICENESS)


def _ask_for_session(niceness: int) -> None:
    if os.getsid(0) == os.getpid():
        Path("/proc/self/autogroup").write_text(str(niceness))
