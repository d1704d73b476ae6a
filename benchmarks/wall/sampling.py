"""Looking at virtual screens a thousand times a second, by a small C program that is compiled when first needed."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("sampler.c")
LOOKS_HZ = 1000


class NoSampler(Exception):
    """The sampler cannot be had here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One place of a screen: `kind` is mark (`length_px` of a cell), row (`length_px` wide) or tone."""

    screen: Path
    kind: str
    x: int
    y: int
    length_px: int = 1

    @property
    def word(self) -> str:
        """As the sampler reads it."""
        return f"{self.kind}:{self.x}:{self.y}:{self.length_px}:{self.screen}"


@dataclass(frozen=True, slots=True)
class Pause:
    """The machine stood still for `ms` before `at_ms`."""

    at_ms: float
    ms: float


@dataclass(frozen=True, slots=True)
class Samples:
    """What was seen: `changes` are instants (monotonic, ms) and the values of all probes from then on."""

    changes: tuple[tuple[float, tuple[int, ...]], ...]
    pauses: tuple[Pause, ...]
    looks: int
    late: int
    urgent: bool

    @property
    def longest_pause_ms(self) -> float:
        """0 where none was over 5 ms."""
        return max((pause.ms for pause in self.pauses), default=0.0)

    def column(self, place: int) -> list[tuple[float, int]]:
        """The changes of one probe alone."""
        found: list[tuple[float, int]] = []
        for at_ms, values in self.changes:
            if not found or found[-1][1] != values[place]:
                found.append((at_ms, values[place]))
        return found


class Sampling:
    """A sampler at work, until `end`."""

    def __init__(self, folder: Path, probes: Sequence[Probe], seconds: float = 0.0) -> None:
        self._path = folder / "samples.txt"
        self._file = self._path.open("wb")
        command = [str(sampler()), str(seconds), str(LOOKS_HZ), *(probe.word for probe in probes)]
        self._process = subprocess.Popen(command, stdout=self._file)

    def done(self) -> Samples:
        """Wait for the end of its seconds."""
        code = self._process.wait()
        self._file.close()
        if code:
            raise NoSampler(f"the sampler ended with {code}")
        return read_samples(self._path.read_text())

    def end(self) -> Samples:
        """Stop it now."""
        self._process.terminate()
        return self.done()


def read_samples(text: str) -> Samples:
    """What the sampler wrote. Raises NoSampler where its last line is missing."""
    changes, pauses = [], []
    last: tuple[int, ...] = ()
    for line in text.splitlines():
        first, *rest = line.split()
        numbers = tuple(map(int, rest))
        if first == "!":
            pauses.append(Pause(numbers[0] / 1e6, numbers[1] / 1e6))
        elif first == "=":
            last = numbers
        else:
            changes.append((int(first) / 1e6, numbers))
    if len(last) != 3:
        raise NoSampler("the sampler's last line is missing")
    return Samples(tuple(changes), tuple(pauses), last[0], last[1], bool(last[2]))


@cache
def sampler() -> Path:
    """The compiled sampler. Raises NoSampler."""
    folder = tempfile.mkdtemp(prefix="bench-sampler-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    program = Path(folder) / "sampler"
    command = ["cc", "-O2", "-pthread", "-o", str(program), str(SOURCE)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise NoSampler("no C compiler; install gcc") from None
    except subprocess.CalledProcessError as error:
        raise NoSampler(f"{SOURCE.name} cannot be compiled: {error.stderr}") from error
    return program
