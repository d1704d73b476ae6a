"""Parts of the schedule and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.models import Document, Part, PartKind
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.tables import PartRow, ReferenceRow

Target = tuple[str, str]
"""Kind and id of what is referred to; a kind is a PartKind's value or ``medium``."""


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part as it is stored, with who changed it last."""

    kind: PartKind
    part: Part
    name: str
    updated_by: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """Something that refers to another; `name` is for people."""

    kind: str
    id: str
    name: str


class PartRepository:
    """All parts, by kind and id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, kind: PartKind) -> tuple[Part, ...]:
        """By id."""
        # Columns, not rows: making thousands of row objects costs more than the query.
        columns = select(PartRow.id, PartRow.version, PartRow.updated_at, PartRow.document, PartRow.updated_by)  # type: ignore[call-overload]
        found = self._session.exec(columns.where(PartRow.kind == kind.value).order_by(col(PartRow.id)))
        return tuple(
            Part(id=name, version=version, updated_at=at, value=value, updated_by=by)
            for name, version, at, value, by in found
        )

    def find(self, kind: PartKind, id: str) -> StoredPart | None:
        row = self._session.get(PartRow, (kind.value, id))
        return None if row is None else StoredPart(kind, _part(row), row.name, row.updated_by)

    def put(self, kind: PartKind, id: str, name: str, document: Document, *, now: datetime, by: str) -> Part:
        """Stores `document` under a new version."""
        row = self._session.get(PartRow, (kind.value, id)) or PartRow(
            kind=kind.value, id=id, name=name, version=0, updated_at=now, document={}
        )
        row.name, row.document, row.updated_at, row.updated_by = name, document, now, by
        row.version = next_version(self._session)
        self._session.add(row)
        self._session.flush()
        return _part(row)

    def delete(self, kind: PartKind, id: str) -> None:
        row = self._session.get(PartRow, (kind.value, id))
        if row is not None:
            self._session.delete(row)
        self.set_references(kind.value, id, ())

    def set_references(self, kind: str, id: str, targets: Iterable[Target]) -> None:
        """From now on (`kind`, `id`) refers to exactly `targets`."""
        mine = delete(ReferenceRow).where(col(ReferenceRow.kind) == kind, col(ReferenceRow.id) == id)
        self._session.exec(mine)
        for target_kind, target_id in sorted(set(targets)):
            self._session.add(ReferenceRow(kind=kind, id=id, target_kind=target_kind, target_id=target_id))
        self._session.flush()

    def references(self) -> tuple[tuple[str, str, str, str], ...]:
        """Every reference there is: kind and id of who refers, kind and id of what to."""
        row = ReferenceRow
        found = self._session.exec(select(row.kind, row.id, row.target_kind, row.target_id))
        return tuple((kind, name, target_kind, target_id) for kind, name, target_kind, target_id in found)

    def referrers(self, target_kind: str, target_id: str) -> tuple[Referrer, ...]:
        """What refers to the target, by kind and name."""
        found = self._session.exec(
            select(ReferenceRow.kind, ReferenceRow.id, PartRow.name)
            .join(
                PartRow, (col(PartRow.kind) == ReferenceRow.kind) & (col(PartRow.id) == ReferenceRow.id), isouter=True
            )
            .where(ReferenceRow.target_kind == target_kind, ReferenceRow.target_id == target_id)
            .order_by(col(ReferenceRow.kind), col(PartRow.name), col(ReferenceRow.id))
        )
        return tuple(Referrer(kind, owner, name or owner) for kind, owner, name in found)


def _part(row: PartRow) -> Part:
    return Part(
        id=row.id, version=row.version, updated_at=row.updated_at, value=row.document, updated_by=row.updated_by
    )
