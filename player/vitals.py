"""What the player takes of the machine: memory with shared pages counted once, threads, handles; and how warm it is."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_MOST_PROCESSES = 64
_MOST_SENSORS = 64
_SENSORS = Path("/sys/class/thermal")
_LONGEST_SYSTEM = 100


@dataclass(frozen=True, slots=True)
class ProcessFigures:
    """`memory_bytes` is the proportional set size, in which processes that share a page share its cost."""

    processes: int = 0
    memory_bytes: int = 0
    threads: int = 0
    handles: int = 0


def measure_processes(first: int | None = None) -> ProcessFigures:
    """The process `first` (this one by default) and everything it started; zeros where the system does not tell.

    Reads ``/proc`` (proc(5)): Linux. Takes about a millisecond for every 100 MB, without stopping anybody.
    """
    memory = threads = handles = count = 0
    for pid in _family(os.getpid() if first is None else first):
        folder = Path(f"/proc/{pid}")
        try:
            memory += _field(folder / "smaps_rollup", "Pss:") * 1024
            threads += _field(folder / "status", "Threads:")
            handles += sum(1 for _ in (folder / "fd").iterdir())
        except OSError:
            continue  # gone meanwhile, or not ours to see
        count += 1
    return ProcessFigures(count, memory, threads, handles)


def memory_of(pid: int) -> int:
    """The proportional set size of one process in bytes; 0 where the system does not tell."""
    try:
        return _field(Path(f"/proc/{pid}/smaps_rollup"), "Pss:") * 1024
    except OSError:
        return 0


def hottest_c(sensors: Path = _SENSORS) -> float | None:
    """The highest temperature that the machine's own sensors tell, in degrees Celsius; None where none does.

    Reads ``thermal_zone*/temp`` in thousandths of a degree (Linux, sysfs-class-thermal). What no running machine can
    have is passed over: some sensors tell zero, or that they are broken.
    """
    found: list[float] = []
    try:
        zones = sorted(sensors.glob("thermal_zone*"))[:_MOST_SENSORS]
    except OSError:
        return None
    for zone in zones:
        try:
            found.append(int((zone / "temp").read_text()) / 1000)
        except (OSError, ValueError):
            continue
    return max((each for each in found if 0 < each < 150), default=None)


@cache
def system_words() -> str:
    """The operating system as people call it, as ``Debian GNU/Linux 12 (bookworm), x86_64``."""
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = f"{platform.system()} {platform.release()}"
    return f"{name}, {platform.machine()}"[:_LONGEST_SYSTEM]


def _family(first: int) -> Iterator[int]:
    waiting, seen = [first], 0
    while waiting and seen < _MOST_PROCESSES:
        pid = waiting.pop()
        seen += 1
        yield pid
        for task in _tasks(pid):
            waiting += _children(pid, task)


def _tasks(pid: int) -> list[str]:
    try:
        return [task.name for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []


def _children(pid: int, task: str) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split()]
    except OSError:
        return []


def _field(path: Path, name: str) -> int:
    with path.open("rb") as file:
        for line in file:
            words = line.split()
            if words and words[0].decode("ascii", "replace") == name:
                return int(words[1])
    return 0
