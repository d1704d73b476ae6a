"""The audit trail on the wire: entries that are chained by hashes, and how anybody checks the chain without the hub."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from displayctl.api.models import Count, Instant, Message

FIRST_PREVIOUS = "0" * 64
MOST_FINDINGS = 20


class AuditEntry(Message):
    """Who did what to which thing, when and from where.

    `before` and `after` are JSON texts (empty: there is none), shortened where they were large. `previous` is the
    `hash` of the entry before it; that of the first is 64 zeros.
    """

    seq: Count
    at: Instant
    actor_kind: str
    actor_id: str
    actor_name: str
    address: str
    action: str
    kind: str
    id: str
    before: str
    after: str
    previous: str
    hash: str


class AuditPage(Message):
    """Entries, newest first; `total` counts all that match."""

    total: Count
    entries: tuple[AuditEntry, ...]


class AuditVerdict(Message):
    """What checking the whole trail found: `findings` are sentences, and empty where it is whole."""

    entries: Count
    head: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry that somebody knows to have been there."""

    seq: int
    hash: str


def hash_of(entry: AuditEntry) -> str:
    """The SHA-256 that `entry` should have: over every other field, in the order of the message."""
    fields = [
        value.isoformat() if name == "at" else value
        for name in AuditEntry.model_fields
        if name != "hash"
        for value in (getattr(entry, name),)
    ]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def check_chain(entries: Iterable[AuditEntry], known: Head | None = None) -> AuditVerdict:
    """Looks for entries that were changed, taken out, put in or moved; `entries` are all of them, oldest first.

    `known` is an entry that has to be there, without which nobody can tell that the newest ones were taken away.
    """
    findings: list[str] = []
    previous, expected, count, meets_known = FIRST_PREVIOUS, 1, 0, known is None or known.seq == 0
    for entry in entries:
        count += 1
        findings += _wrong_with(entry, previous, expected)
        if known is not None and entry.seq == known.seq:
            meets_known = True
            if entry.hash != known.hash:
                findings.append(f"entry {entry.seq} is not the one that was there: its hash was {known.hash}")
        previous, expected = entry.hash, entry.seq + 1
    if not meets_known and known is not None:
        findings.append(
            f"the trail ends after entry {expected - 1}, but entry {known.seq} was there: the end is missing"
        )
    return AuditVerdict(entries=count, head=previous, findings=tuple(findings[:MOST_FINDINGS]))


def _wrong_with(entry: AuditEntry, previous: str, expected: int) -> Iterable[str]:
    if entry.seq > expected:
        gone = str(expected) if entry.seq == expected + 1 else f"{expected} to {entry.seq - 1}"
        yield f"entry {gone} is missing before entry {entry.seq}"
    elif entry.seq < expected:
        yield f"entry {entry.seq} stands where entry {expected} belongs: it was moved or put in"
    elif entry.previous != previous:
        yield f"entry {entry.seq} does not follow the entry before it: one of them was exchanged"
    if hash_of(entry) != entry.hash:
        yield f"entry {entry.seq} was changed after it was written"
