"""Proof of play: taken in once however often it is sent, and let go after its time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Insert
from sqlmodel import Session, col, delete, func, select

from displayctl.hub.tables import PlayRecordRow
from schedules.proof import PlayRecord, ShowingKind

_CHUNK = 200
LONGEST_RECORD = timedelta(days=9)  # an alert, at most; without it every record ever made would be looked at


class RecordRepository:
    """Play records by the player's id of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, records: tuple[PlayRecord, ...]) -> int:
        """Takes in those that are not known yet; how many that were."""
        accepted = 0
        for start in range(0, len(records), _CHUNK):
            rows = [_fields(record) for record in records[start : start + _CHUNK]]
            added = self._session.connection().execute(
                self._insert(rows),
                execution_options={"preserve_rowcount": True},  # else PostgreSQL's is not known any more
            )
            accepted += added.rowcount
        return accepted

    def within(
        self, starts: datetime, ends: datetime, display_ids: tuple[str, ...], kind: ShowingKind | None = None
    ) -> tuple[PlayRecord, ...]:
        """Records that overlap ``[starts, ends)``, by wall and start; of one kind alone where it is given."""
        chosen = select(PlayRecordRow).where(
            col(PlayRecordRow.display_id).in_(display_ids),
            PlayRecordRow.starts < ends,
            PlayRecordRow.starts > starts - LONGEST_RECORD,
            PlayRecordRow.ends > starts,
        )
        if kind is not None:
            chosen = chosen.where(PlayRecordRow.kind == kind.value)
        rows = self._session.exec(chosen.order_by(col(PlayRecordRow.display_id), col(PlayRecordRow.starts)))
        return tuple(_record(row) for row in rows)

    def by_id(self, display_id: str) -> dict[str, PlayRecord]:
        """Every record of a wall."""
        rows = self._session.exec(select(PlayRecordRow).where(PlayRecordRow.display_id == display_id))
        return {row.id: _record(row) for row in rows}

    def last_played(self, medium_id: str) -> datetime | None:
        """Until when a medium was shown last, as far as records are kept."""
        newest = select(func.max(PlayRecordRow.ends)).where(PlayRecordRow.medium_id == medium_id)
        return self._session.exec(newest).one()

    def last_of(self, display_id: str, medium_id: str, starts: datetime, ends: datetime) -> PlayRecord | None:
        """The newest record of a medium on a wall that began in ``[starts, ends)``."""
        row = PlayRecordRow
        mine = select(row).where(row.display_id == display_id, row.medium_id == medium_id)
        within = mine.where(row.starts >= starts, row.starts < ends)
        found = self._session.exec(within.order_by(col(row.starts).desc()).limit(1)).first()
        return None if found is None else _record(found)

    def forget_before(self, instant: datetime) -> int:
        """Deletes records that ended before `instant`; how many."""
        result = self._session.exec(delete(PlayRecordRow).where(col(PlayRecordRow.ends) < instant))
        return result.rowcount

    def _insert(self, rows: list[dict[str, object]]) -> Insert:
        table = PlayRecordRow.__table__  # type: ignore[attr-defined]
        if self._session.get_bind().dialect.name == "postgresql":
            from sqlalchemy.dialects import postgresql  # slow to import, and SQLite is what most hubs have

            return postgresql.insert(table).values(rows).on_conflict_do_nothing()
        return sqlite.insert(table).values(rows).on_conflict_do_nothing()


def _fields(record: PlayRecord) -> dict[str, object]:
    fields: dict[str, object] = {name: getattr(record, name) for name in PlayRecord.__dataclass_fields__}
    return {**fields, "kind": record.kind.value}


def _record(row: PlayRecordRow) -> PlayRecord:
    fields = {name: getattr(row, name) for name in PlayRecord.__dataclass_fields__}
    return PlayRecord(**{**fields, "kind": ShowingKind(row.kind)})
