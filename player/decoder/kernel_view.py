"""What the kernel tells of another process: memory, processor time, and whether somebody halted it. Linux only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_STATE, _USER, _SYSTEM = 0, 11, 12


@dataclass(frozen=True, slots=True)
class ProcessView:
    """One look at a process.

    `own_bytes` is resident memory without what is shared with others; `busy_s` is the processor time it has had;
    `waited_s` is how long its threads, taken together, were ready to run and got no processor.
    """

    own_bytes: int
    busy_s: float
    waited_s: float


def look_at(pid: int) -> ProcessView | None:
    """The process `pid` now; None where it is gone, or the kernel does not tell."""
    folder = f"/proc/{pid}"
    try:
        pages = _read(f"{folder}/statm").split()
        fields = _stat_fields(pid)
        tasks = os.listdir(f"{folder}/task")  # noqa: PTH208 - by far the cheaper
        waited_ns = sum(int(_read(f"{folder}/task/{task}/schedstat").split()[1]) for task in tasks)
    except (OSError, IndexError, ValueError):
        return None
    busy_s = (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICKS
    return ProcessView((int(pages[1]) - int(pages[2])) * _PAGE, busy_s, waited_ns / 1e9)


def is_halted(pid: int) -> bool:
    """Whether somebody halted the process (SIGSTOP, a debugger). False where it is gone."""
    try:
        return _stat_fields(pid)[_STATE] in (b"T", b"t")
    except (OSError, IndexError):
        return False


def memory_kills() -> int:
    """How many processes of this machine the kernel has ended because memory ran out; 0 where it does not tell."""
    try:
        lines = Path("/proc/vmstat").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("oom_kill "))


def _stat_fields(pid: int) -> list[bytes]:
    """The fields of proc(5) `stat` from the third on; the second may hold anything."""
    return _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()


def _read(path: str) -> bytes:
    """What the kernel says at once in one of its small files: the painting thread asks, and a file of Python's takes
    five times as long."""
    fd = os.open(path, os.O_RDONLY)
    try:
        return os.read(fd, 4096)
    finally:
        os.close(fd)
