"""Gives the studio files that were spoilt on purpose: each is refused with a reason or taken, and nothing else happens.

    python -m benchmarks.fuzz_media [--count 5000] [--seed 1] [--seconds N]

Small files of every kind that walls take are spoilt: bytes flipped, pieces cut out, doubled, exchanged or cut off,
lengths made huge. Each is looked at and rendered in the workshop's confined child, as an upload is. What counts: this
process and the next job go on, no child takes more than it may, nothing is left behind, and the reason names the file.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from content.errors import ContentError, UnusableMedia
from content.studio.confinement import Confinement
from content.studio.format import Format
from content.studio.workshop import Workshop
from tests.content.studio import samples
from tests.content.studio.samples import Clip

WALL = Format(64, 48, 25)
SHORT = Confinement(memory_bytes=2 << 30, file_bytes=64 << 20, inspect_seconds=20, render_seconds=40, silent_seconds=20)
HUGE = (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x00", b"\x80\x00\x00\x00", b"\xff\xff\xff\xfe")
Spoil = Callable[[random.Random, bytearray], bytearray]


@dataclass(slots=True)
class Outcome:
    """What became of the files: how many were taken or refused, by kind; what was wrong with us."""

    taken: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    died: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest_seconds: float = 0.0

    @property
    def count(self) -> int:
        return self.taken.total() + self.refused.total() + len(self.wrong)


def originals(folder: Path) -> dict[str, bytes]:
    """A small whole file of every kind that is taken, by its suffix."""
    made = [samples.picture(folder / f"a.{suffix}", (96, 64)) for suffix in ("jpg", "png", "webp", "gif", "avif")]
    made.append(samples.animation(folder / "b.gif", frames=4, size=(64, 48)))
    made += [samples.movie(folder / f"c.{suffix}", Clip(sound="aac")) for suffix in ("mp4", "mkv", "mov")]
    made.append(samples.document(folder / "d.pdf", pages=2))
    return {path.name: path.read_bytes() for path in made}


def spoilt(noise: random.Random, whole: bytes) -> bytes:
    """`whole` with one to four things done to it."""
    data = bytearray(whole)
    for _ in range(noise.choice((1, 1, 2, 4))):
        data = noise.choice(WAYS)(noise, data)
    return bytes(data)


def _flip(noise: random.Random, data: bytearray) -> bytearray:
    for _ in range(noise.choice((1, 8, 64))):
        data[_place(noise, data)] ^= 1 << noise.randrange(8)
    return data


def _claim(noise: random.Random, data: bytearray) -> bytearray:
    place = _place(noise, data)
    data[place : place + 4] = noise.choice(HUGE)
    return data


def _cut_out(noise: random.Random, data: bytearray) -> bytearray:
    place = _place(noise, data)
    del data[place : place + noise.randrange(1, 400)]
    return data or bytearray(b"x")


def _double(noise: random.Random, data: bytearray) -> bytearray:
    place = _place(noise, data)
    piece = data[place : place + noise.randrange(1, 4000)]
    return data[:place] + piece * noise.choice((2, 3, 40)) + data[place:]


def _exchange(noise: random.Random, data: bytearray) -> bytearray:
    one, other, length = _place(noise, data), _place(noise, data), noise.randrange(1, 200)
    data[one : one + length], data[other : other + length] = data[other : other + length], data[one : one + length]
    return data or bytearray(b"x")


def _cut_off(noise: random.Random, data: bytearray) -> bytearray:
    return data[: _place(noise, data) + 1]


def _scribble(noise: random.Random, data: bytearray) -> bytearray:
    place = _place(noise, data)
    length = min(noise.randrange(1, 600), len(data) - place)
    data[place : place + length] = noise.randbytes(length)
    return data


WAYS: tuple[Spoil, ...] = (_flip, _flip, _claim, _claim, _cut_out, _double, _exchange, _cut_off, _scribble)


def _place(noise: random.Random, data: bytearray) -> int:
    """Somewhere in `data`, oftener near its beginning, where formats say what follows."""
    return noise.randrange(len(data)) if noise.random() < 0.5 else noise.randrange(min(len(data), 512))


def spoilt_files(folder: Path, count: int, seed: int) -> Iterator[Path]:
    """The files, one after the other under the same few names; the same for the same seed."""
    noise = random.Random(seed)
    kinds = sorted(originals(folder).items())
    for number in range(count):
        name, whole = kinds[number % len(kinds)]
        path = folder / f"spoilt-{name}"
        path.write_bytes(spoilt(noise, whole))
        yield path


def put_through(workshop: Workshop, files: Iterator[Path], until: float = float("inf")) -> Outcome:
    """Looks at each file and renders it, as the library does with an upload; what happened."""
    outcome = Outcome()
    for number, path in enumerate(files):
        began = time.monotonic()
        if began > until:
            break
        _put_one(workshop, path, number, outcome)
        outcome.slowest_seconds = max(outcome.slowest_seconds, time.monotonic() - began)
    return outcome


def _put_one(workshop: Workshop, path: Path, number: int, outcome: Outcome) -> None:
    try:
        workshop.examine(path, name=path.name)
        rendered = workshop.render(path, WALL)
        rendered.path.unlink(missing_ok=True)
        outcome.taken[path.suffix] += 1
    except UnusableMedia as error:
        outcome.refused[path.suffix] += 1
        outcome.died += any(words in str(error) for words in ("crashed", "ended it", "processor time", "no sign"))
        if path.name not in str(error):
            outcome.wrong.append(f"{number}: the reason does not name the file: {error}")
    except ContentError as error:
        outcome.wrong.append(f"{number} {path.name}: {error!r:.300}")
    except Exception as error:  # noqa: BLE001 - what must never happen is what is looked for
        outcome.wrong.append(f"{number} {path.name}: {error!r:.300}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long, whatever the count")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        files, work = Path(folder) / "files", Path(folder) / "work"
        files.mkdir()
        with Workshop(work, children=1, confinement=SHORT) as workshop:
            outcome = put_through(workshop, spoilt_files(files, given.count, given.seed), began + given.seconds)
        left = [path for path in work.rglob("*") if path.is_file()] if work.exists() else []
    _tell(outcome, time.monotonic() - began, left)
    return 1 if outcome.wrong or left else 0


def _tell(outcome: Outcome, seconds: float, left: list[Path]) -> None:
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{outcome.count} files in {seconds:.0f} s (slowest {outcome.slowest_seconds:.1f} s), {os.cpu_count()} cores")
    print(f"taken   {outcome.taken.total():5} {dict(sorted(outcome.taken.items()))}")
    print(f"refused {outcome.refused.total():5} {dict(sorted(outcome.refused.items()))}; {outcome.died} ended a child")
    print(f"largest child {most} MiB of {SHORT.memory_bytes >> 20}; left behind: {len(left)} files")
    for line in outcome.wrong:
        print(f"WRONG {line}")


if __name__ == "__main__":
    sys.exit(main())
