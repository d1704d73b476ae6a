"""Former files of media: what a medium had before it was replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from displayctl.hub.tables import MediumVersionRow


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A former file of a medium, with its facts. `number` counts from 1 for each medium, the oldest first."""

    medium_id: str
    number: int
    source_name: str
    source_sha256: str
    thumbnail_sha256: str
    look: str
    kind: str
    page: int
    size_bytes: int
    width_px: int
    height_px: int
    duration_ms: int | None
    has_sound: bool
    replaced_at: datetime
    replaced_by: str


_FIELDS = tuple(StoredVersion.__dataclass_fields__)


class MediumVersionRepository:
    """Former files, by medium and number."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, medium_id: str) -> tuple[StoredVersion, ...]:
        """Newest first."""
        chosen = select(MediumVersionRow).where(MediumVersionRow.medium_id == medium_id)
        rows = self._session.exec(chosen.order_by(col(MediumVersionRow.number).desc()))
        return tuple(_version(row) for row in rows)

    def find(self, medium_id: str, number: int) -> StoredVersion | None:
        row = self._session.get(MediumVersionRow, (medium_id, number))
        return None if row is None else _version(row)

    def add(self, version: StoredVersion, most: int) -> None:
        """Keeps `version` under the next number (its own is not looked at), and no more than the `most` newest."""
        last = self._session.exec(
            select(func.max(MediumVersionRow.number)).where(MediumVersionRow.medium_id == version.medium_id)
        ).one()
        number = (last or 0) + 1
        fields = {name: getattr(version, name) for name in _FIELDS} | {"number": number}
        self._session.add(MediumVersionRow(**fields))
        self._session.exec(
            delete(MediumVersionRow).where(
                col(MediumVersionRow.medium_id) == version.medium_id, col(MediumVersionRow.number) <= number - most
            )
        )
        self._session.flush()

    def remove(self, medium_id: str, number: int) -> None:
        row = self._session.get(MediumVersionRow, (medium_id, number))
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def sizes(self) -> tuple[tuple[str, str, str], ...]:
        """Of every former file: the medium's id, and the digests of its source and its thumbnail."""
        row = MediumVersionRow
        found = self._session.exec(select(row.medium_id, row.source_sha256, row.thumbnail_sha256))
        return tuple((medium_id, source, thumbnail) for medium_id, source, thumbnail in found)


def _version(row: MediumVersionRow) -> StoredVersion:
    return StoredVersion(**{name: getattr(row, name) for name in _FIELDS})
