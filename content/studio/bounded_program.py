"""Becomes another program under limits and without a network: `python -m content.studio.bounded_program MEMORY_BYTES
FILE_BYTES PROCESSOR_SECONDS COMMAND…`.

Limits that a process sets for itself hold for whatever it becomes, and for all that this starts.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from pathlib import Path

from content.studio import confinement

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # clone(2): CLONE_NEWUSER, CLONE_NEWNET


def main(arguments: list[str]) -> None:
    memory_bytes, file_bytes, seconds = (int(each) for each in arguments[:3])
    confinement.enter(memory_bytes, file_bytes)
    confinement.allow_processor(seconds)
    leave_network()
    command = arguments[3:]
    os.execv(command[0], command)  # noqa: S606 - this is what it is for; the command is the caller's


def leave_network() -> bool:
    """Leaves every network for good, even the machine's own loopback; False where the system does not allow that."""
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_USER | _NEW_NETWORK) == 0:
        _stay(user, group)
        return True
    return bool(unshare(_NEW_NETWORK) == 0)


def _stay(user: int, group: int) -> None:
    """The same user and group as before, under their own numbers (user_namespaces(7))."""
    for name, words in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError):
            Path("/proc/self", name).write_text(words, encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])
