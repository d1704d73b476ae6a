"""Proving what walls played: signed journals checked at the desk, with nothing but the devices' public keys."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from content.delivery.chain import Batch, Examination, batch_from_dict, examine
from content.errors import ContentMissing, Refused

LARGEST_LINE = 16 << 20


@dataclass(frozen=True, slots=True)
class ProvenJournal:
    """One journal of one device, and what its chain proves. `findings` is empty where nobody touched it."""

    device_id: str
    journal: str
    first: int
    last: int
    plays: int
    lost: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """All journals of an export, in their order; `findings` are those of every journal and of the export itself."""

    journals: tuple[ProvenJournal, ...]
    unreadable: tuple[str, ...]

    @property
    def findings(self) -> tuple[str, ...]:
        own = (f"device {each.device_id[:12]}: {finding}" for each in self.journals for finding in each.findings)
        return (*self.unreadable, *own)

    @property
    def plays(self) -> int:
        return sum(each.plays for each in self.journals)


@dataclass(frozen=True, slots=True)
class _Line:
    device_id: str
    public_key: bytes
    batch: Batch

    @property
    def chain(self) -> tuple[str, str]:
        return self.device_id, self.batch.journal


def prove_lines(lines: Iterable[bytes]) -> Proof:
    """What the lines of an export prove. A line is looked at once and not kept, however long the export is."""
    unreadable: list[str] = []
    proven: list[ProvenJournal] = []
    for (device_id, journal), group in groupby(_read(lines, unreadable), attrgetter("chain")):
        proven.append(_prove(device_id, journal, group))
    return Proof(tuple(proven), tuple(unreadable))


def prove_file(path: Path) -> Proof:
    """What the export in the file `path` proves. Raises ContentMissing."""
    try:
        with path.open("rb") as file:
            return prove_lines(iter(lambda: file.readline(LARGEST_LINE), b""))
    except OSError as error:
        raise ContentMissing(f"{path} cannot be read ({error.strerror}); export the journal again") from error


def _prove(device_id: str, journal: str, group: Iterator[_Line]) -> ProvenJournal:
    first = next(group)
    batches = (line.batch for line in _chained(first, group))
    result: Examination = examine(journal, batches, first.public_key)
    return ProvenJournal(
        device_id, journal, result.first, result.last, result.plays, result.lost, tuple(result.findings)
    )


def _chained(first: _Line, rest: Iterator[_Line]) -> Iterator[_Line]:
    yield first
    yield from rest


def _read(lines: Iterable[bytes], unreadable: list[str]) -> Iterator[_Line]:
    for number, line in enumerate(lines, 1):
        try:
            yield _line(line)
        except (Refused, ValueError, KeyError, TypeError, RecursionError) as error:
            if len(unreadable) < 100:
                unreadable.append(f"line {number} of the export is no signed batch ({error!s:.100})")


def _line(line: bytes) -> _Line:
    plain = json.loads(line)
    device_id, key = str(plain["device_id"]), bytes.fromhex(plain["public_key"])
    # The id of a device is the digest of its key, and signed programmes name it: no other key can take its place.
    if hashlib.sha256(key).hexdigest() != device_id:
        raise Refused("journal", "it names another key than that of its device")
    return _Line(device_id, key, batch_from_dict(plain["batch"]))
