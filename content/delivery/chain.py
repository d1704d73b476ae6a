"""The chain of a device's journal: each entry is bound to all before it, and batches are signed by the device.

Whoever holds the batches and the device's public key finds any change, deletion or reordering in them, with no hub and
no network. What a device has lost is an entry too, which names the missing places and the chain at their end.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from content.errors import Refused

MOST_ENTRIES, LARGEST_ENTRY = 500, 16 << 10
MOST_FINDINGS = 100
LATEST_SEQ = 1 << 53
PLAY, FAULT, GAP, BEGUN = "play", "fault", "gap", "begun"
_NAME, _DIGEST, _SIGNATURE = (re.compile(rf"\A[0-9a-f]{{{size}}}\Z") for size in (32, 64, 128))


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries `first`, `first + 1`, … of a device's journal `journal` (32 hexadecimal digits), each a line of JSON with
    ``kind`` and ``value``. `before` is the chain at the entry before them, `signature` the device's over `seal`.

    Raises Refused (``journal``) beyond the bounds: 1 to 500 entries of at most 16 KiB.
    """

    journal: str
    first: int
    before: str
    entries: tuple[str, ...]
    signature: str = ""

    def __post_init__(self) -> None:
        if not _NAME.match(self.journal) or not _DIGEST.match(self.before):
            raise Refused("journal", "a batch of a journal names no journal, or no chain before it")
        if not 1 <= self.first <= LATEST_SEQ or not 1 <= len(self.entries) <= MOST_ENTRIES:
            raise Refused("journal", f"a batch of a journal has 1 to {MOST_ENTRIES} entries; this one is out of bounds")
        if any(len(entry) > LARGEST_ENTRY for entry in self.entries):
            raise Refused("journal", f"an entry of a journal has at most {LARGEST_ENTRY} characters")

    @property
    def last(self) -> int:
        return self.first + len(self.entries) - 1

    def chains(self) -> tuple[str, ...]:
        """The chain at each entry."""
        found, chain = [], self.before
        for entry in self.entries:
            chain = link(chain, entry)
            found.append(chain)
        return tuple(found)

    def seal(self) -> bytes:
        """What the device signs."""
        chain = self.chains()[-1]
        return f"journal:{self.journal}:{self.first}:{self.before}:{self.last}:{chain}".encode()

    def check(self, public_key: bytes) -> None:
        """Raises Refused (``journal``) unless the device with `public_key` has signed this batch."""
        # Slow to import, and a player needs it for none of its pictures.
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(bytes.fromhex(self.signature), self.seal())
        except (InvalidSignature, ValueError) as error:
            raise Refused("journal", f"entries {self.first} to {self.last} are not signed by this device") from error


def link(before: str, entry: str) -> str:
    """The chain after `entry`, in hexadecimal."""
    return hashlib.sha256(f"{before}\n{entry}".encode()).hexdigest()


def beginning(journal: str) -> str:
    """The chain before the first entry of `journal`."""
    return hashlib.sha256(f"displayctl journal {journal}".encode()).hexdigest()


def entry_text(kind: str, value: Mapping[str, Any]) -> str:
    """An entry as it is chained: one line, the same for the same value."""
    return json.dumps({"kind": kind, "value": value}, sort_keys=True, separators=(",", ":"))


def read_entry(text: str) -> tuple[str, dict[str, Any]]:
    """Kind and value of an entry; kind is empty for one that this version cannot read."""
    try:
        plain = json.loads(text)
        kind, value = plain["kind"], plain["value"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", {}
    return (kind, value) if isinstance(kind, str) and isinstance(value, dict) else ("", {})


def batch_to_dict(batch: Batch) -> dict[str, Any]:
    """The batch as plain values for JSON."""
    return {
        "journal": batch.journal,
        "first": batch.first,
        "before": batch.before,
        "entries": list(batch.entries),
        "signature": batch.signature,
    }


def batch_from_dict(plain: object) -> Batch:
    """The batch in `plain`. Raises Refused (``journal``)."""
    match plain:
        case {
            "journal": str(journal),
            "first": int(first),
            "before": str(before),
            "entries": [*entries],
            "signature": str(signature),
        } if all(isinstance(entry, str) for entry in entries) and _SIGNATURE.match(signature):
            return Batch(journal, first, before, tuple(entries), signature)
    raise Refused("journal", "this is no batch of a journal; export it from the hub again")


@dataclass(slots=True)
class Examination:
    """What the batches of one journal prove. `findings` are sentences, empty where nothing was changed or taken away.

    `first` and `last` are the places of the entries that are here; `lost` how many the device itself says it lost.
    """

    journal: str
    first: int = 0
    last: int = 0
    entries: int = 0
    plays: int = 0
    lost: int = 0
    findings: list[str] = field(default_factory=list)

    def find(self, sentence: str) -> None:
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(sentence)


@dataclass(frozen=True, slots=True)
class _Hole:
    first: int
    last: int
    after: str


def examine(journal: str, batches: Iterable[Batch], public_key: bytes) -> Examination:
    """Check the batches of `journal` in the order of their places, as one chain; they are read once and not kept.

    A journal may begin later than at its first entry, as old ones are let go in time. It may not have holes, except
    where a later entry of the device itself says what was lost.
    """
    result = Examination(journal)
    holes: list[_Hole] = []
    said: list[_Hole] = []
    known: dict[int, str] = {}
    for batch in batches:
        if not _is_sound(result, batch, public_key):
            continue
        if not result.entries:
            result.first = batch.first
            if batch.first == 1 and batch.before != beginning(journal):
                result.find("entry 1 does not begin this journal: it was put in from elsewhere")
        elif batch.first > result.last + 1:
            holes.append(_Hole(result.last + 1, batch.first - 1, batch.before))
        elif batch.first > 1 and known.get(batch.first - 1, batch.before) != batch.before:
            result.find(f"entry {batch.first} does not follow the entry before it: something was changed there")
        _take(result, batch, known, said)
    for hole in holes:
        if not _is_said(hole, said):
            result.find(f"entries {hole.first} to {hole.last} are missing, and the device never lost them")
    return result


def _is_sound(result: Examination, batch: Batch, public_key: bytes) -> bool:
    if batch.journal != result.journal:
        result.find(f"entries {batch.first} to {batch.last} belong to another journal ({batch.journal[:8]})")
        return False
    try:
        batch.check(public_key)
    except Refused as error:
        result.find(f"{error}: they were changed, or put in by somebody else")
        return False
    return True


def _take(result: Examination, batch: Batch, known: dict[int, str], said: list[_Hole]) -> None:
    for seq, (entry, chain) in enumerate(zip(batch.entries, batch.chains(), strict=True), batch.first):
        if seq <= result.last:  # sent twice, as the hub's answer was lost
            if known.get(seq, chain) != chain:
                result.find(f"entry {seq} is there twice, and not the same")
            continue
        known[seq] = chain
        result.last, result.entries = seq, result.entries + 1
        kind, value = read_entry(entry)
        result.plays += kind == PLAY
        if kind == GAP:
            _note_gap(result, value, said)
    for seq in [seq for seq in known if seq < result.last - 2 * MOST_ENTRIES]:
        del known[seq]


def _note_gap(result: Examination, value: dict[str, Any], said: list[_Hole]) -> None:
    match value:
        case {"first": int(first), "last": int(last), "chain": str(chain)} if 1 <= first <= last:
            said.append(_Hole(first, last, chain))
            result.lost += last - first + 1


def _is_said(hole: _Hole, said: list[_Hole]) -> bool:
    """Whether the stretches that the device says it lost cover `hole`, up to the very chain at its end."""
    seq = hole.first
    for lost in sorted(said, key=lambda each: each.first):
        if lost.first <= seq <= lost.last:
            if lost.last >= hole.last:
                return lost.last > hole.last or lost.after == hole.after
            seq = lost.last + 1
    return False
