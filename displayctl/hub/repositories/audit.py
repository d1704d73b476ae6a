"""The audit trail's rows: appended to in the transaction that they tell of, read in pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from displayctl.api.audit import FIRST_PREVIOUS, AuditEntry, Head, hash_of
from displayctl.hub.account_tables import AuditRow
from displayctl.hub.asking import Asker

LARGEST_VALUE = 8_000
"""Characters of a value that are kept whole; of a longer one its beginning and its digest."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What to list; empty fields and None match everything. `action` matches from the beginning; `actor` is a name or
    an id, `person` the id alone.
    """

    actor: str = ""
    action: str = ""
    kind: str = ""
    id: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    person: str = ""


class AuditRepository:
    """Entries by their number, which begins with 1 and has no gaps."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: Head | None = None  # of what this transaction has added; no other one adds meanwhile

    def head(self) -> Head:
        """The newest entry; number 0 before the first."""
        newest = select(AuditRow.seq, AuditRow.hash).order_by(col(AuditRow.seq).desc()).limit(1)
        row = self._session.exec(newest).first()
        return Head(0, FIRST_PREVIOUS) if row is None else Head(*row)

    def begun_at(self) -> datetime | None:
        """When the trail began, which is when the installation did; None while it is empty."""
        return self._session.exec(select(AuditRow.at).order_by(col(AuditRow.seq)).limit(1)).first()

    def append(
        self, asker: Asker, now: datetime, action: str, kind: str, id: str, before: object, after: object
    ) -> Head:
        """Adds an entry at the end; the new head."""
        last = self._last or self.head()
        entry = AuditEntry(
            seq=last.seq + 1,
            at=now,
            actor_kind=asker.kind.value,
            actor_id=asker.id,
            actor_name=asker.name,
            address=asker.address,
            action=action,
            kind=kind,
            id=id[:200],
            before=kept(before),
            after=kept(after),
            previous=last.hash,
            hash="",
        )
        fields = entry.model_dump(exclude={"id", "hash"})
        digest = hash_of(entry)
        self._session.connection().execute(insert(AuditRow).values(**fields, target_id=entry.id, hash=digest))
        self._last = Head(entry.seq, digest)
        return self._last

    def page(self, wanted: AuditFilter, offset: int, limit: int) -> tuple[int, tuple[AuditEntry, ...]]:
        """How many match, and some of them, newest first."""
        total: int = self._session.exec(_matching(select(func.count()).select_from(AuditRow), wanted)).one()
        chosen = _matching(select(AuditRow), wanted).order_by(col(AuditRow.seq).desc())
        rows = self._session.exec(chosen.offset(offset).limit(limit))
        return total, tuple(_entry(row) for row in rows)

    def all(self) -> Iterator[AuditEntry]:
        """Every entry, oldest first, read in pieces."""
        last = -1
        while True:
            chosen = select(AuditRow).where(AuditRow.seq > last).order_by(col(AuditRow.seq)).limit(_CHUNK)
            rows = self._session.exec(chosen).all()
            if not rows:
                return
            yield from (_entry(row) for row in rows)
            last = rows[-1].seq
            self._session.expunge_all()


def kept(value: object) -> str:
    """`value` as JSON text, bounded; empty for None."""
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    if len(text) <= LARGEST_VALUE:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    short = {"beginning": text[: LARGEST_VALUE // 4], "characters": len(text), "sha256": digest}
    return json.dumps(short, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _matching(chosen: Any, wanted: AuditFilter) -> Any:
    if wanted.actor:
        chosen = chosen.where((col(AuditRow.actor_id) == wanted.actor) | (col(AuditRow.actor_name) == wanted.actor))
    if wanted.person:
        chosen = chosen.where(AuditRow.actor_id == wanted.person)
    if wanted.action:
        chosen = chosen.where(col(AuditRow.action).startswith(wanted.action, autoescape=True))
    if wanted.kind:
        chosen = chosen.where(AuditRow.kind == wanted.kind)
    if wanted.id:
        chosen = chosen.where(AuditRow.target_id == wanted.id)
    if wanted.starts is not None:
        chosen = chosen.where(col(AuditRow.at) >= wanted.starts)
    if wanted.ends is not None:
        chosen = chosen.where(col(AuditRow.at) < wanted.ends)
    return chosen


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(**row.model_dump(exclude={"target_id"}), id=row.target_id)
