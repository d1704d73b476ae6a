"""How a process of the player lives among others: it goes when its parent is gone, and playback goes first."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PLAYBACK_NICENESS = -10


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
    try:
        os.setpriority(os.PRIO_PROCESS, 0, _PLAYBACK_NICENESS)
        leads = os.getsid(0) == os.getpid()
    except (OSError, AttributeError):
        return
    if leads:
        with suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(_PLAYBACK_NICENESS))
