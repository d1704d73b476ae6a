"""What a player takes of its machine: all its processes together, shared memory counted once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Taken:
    """A process and all its descendants at an instant. `switches` counts how often their threads went to sleep.

    `own_mb` is that part of the memory which no program file backs: of libraries a share is counted, which becomes
    larger when other programs that use them end.
    """

    processor_seconds: float
    memory_mb: float
    own_mb: float
    handles: int
    threads: int
    switches: int


def taken_by(pid: int) -> Taken:
    """What the tree under `pid` has taken; what has ended meanwhile is left out."""
    pids = tree(pid)
    return Taken(
        sum(map(_processor_seconds, pids)),
        sum(_memory_kb(each, "Pss") for each in pids) / 1024,
        sum(_memory_kb(each, "Pss_Anon", "Pss_Shmem") for each in pids) / 1024,
        sum(_entries(each, "fd") for each in pids),
        sum(_entries(each, "task") for each in pids),
        sum(map(_switches, pids)),
    )


def tree(pid: int) -> list[int]:
    """A process and all its descendants."""
    children = " ".join(_text(file) for file in Path(f"/proc/{pid}/task").glob("*/children"))
    return [pid, *(found for child in children.split() for found in tree(int(child)))]


def machine_seconds() -> tuple[float, float]:
    """Processor time that anybody used since the start of the machine, and that a host kept for other machines."""
    fields = [int(field) / _TICKS for field in _text(Path("/proc/stat")).splitlines()[0].split()[1:]]
    user, nice, system, _idle, _wait, interrupts, soft, stolen = fields[:8]
    return user + nice + system + interrupts + soft, stolen


def _processor_seconds(pid: int) -> float:
    fields = _text(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS if fields else 0.0  # its own, and of children that have ended


def _memory_kb(pid: int, *names: str) -> int:
    fields = (line.split(":") for line in _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines()[1:])
    return sum(int(value.split()[0]) for name, value in fields if name in names)


def _entries(pid: int, folder: str) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/{folder}"))  # noqa: PTH208 - by far the cheaper
    except OSError:
        return 0


def _switches(pid: int) -> int:
    total = 0
    for file in Path(f"/proc/{pid}/task").glob("*/status"):
        lines = _text(file).splitlines()
        total += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary"))
    return total


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
