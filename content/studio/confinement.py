"""The limits a child lives under, so that a hostile or broken file costs one child and nothing else."""

from __future__ import annotations

import contextlib
import signal
import sys
from dataclasses import dataclass

from schedules.checks import check_int

GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Confinement:
    """How much one child may use.

    `memory_bytes` of address space, `file_bytes` in one written file, `inspect_seconds`, `review_seconds` and
    `render_seconds` of processor time a job, and at most `silent_seconds` without a sign of progress before it counts
    as stuck.
    Windows has no such limits of the system: there only the silence is watched.
    """

    memory_bytes: int = 4 * GIB
    file_bytes: int = 8 * GIB
    inspect_seconds: int = 60
    review_seconds: int = 600
    render_seconds: int = 4 * 3600
    silent_seconds: int = 120

    def __post_init__(self) -> None:
        check_int("confinement.memory_bytes", self.memory_bytes, 1 << 28, 1 << 40)
        check_int("confinement.file_bytes", self.file_bytes, 1 << 16, 1 << 40)
        for field in ("inspect_seconds", "review_seconds", "render_seconds", "silent_seconds"):
            check_int(f"confinement.{field}", getattr(self, field), 1, 86_400)


def enter(memory_bytes: int, file_bytes: int) -> None:
    """Bounds this process for good; a file beyond its bound fails with EFBIG instead of killing the process."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_FSIZE, file_bytes)):
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def allow_processor(seconds: int) -> None:
    """Lets this process use `seconds` more of processor time; beyond, the system ends it with SIGXCPU."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def reason_of_death(return_code: int, confinement: Confinement) -> str:
    """In words why a child that answered nothing is gone."""
    if sys.platform != "win32":
        if return_code == -signal.SIGXCPU:
            return "it needed more processor time than a file may take"
        if return_code == -signal.SIGKILL:
            return "the system ended it, most likely because memory ran out"
        if return_code in (-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGILL, -signal.SIGFPE):
            name = signal.Signals(-return_code).name
            return f"reading it crashed the decoder ({name}), perhaps for lack of {confinement.memory_bytes >> 20} MiB"
    return f"the process reading it ended with code {return_code}"
