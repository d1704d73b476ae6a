"""What walls' players would not believe, the newest hundred of each wall."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.device_reports import RefusalInfo
from displayctl.hub.device_tables import RefusalRow

MOST_KEPT = 100


class RefusalRepository:
    """Refusals by wall. One that is said again in a row is counted, not repeated."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, display_id: str, rule: str, detail: str, revision: int, at: datetime) -> bool:
        """Notes a refusal; whether it is another than the newest one of this wall."""
        newest = self._session.exec(_newest(display_id).limit(1)).first()
        if newest is not None and (newest.rule, newest.detail, newest.revision) == (rule, detail, revision):
            newest.last_at, newest.times = max(at, newest.last_at), newest.times + 1
            self._session.add(newest)
            return False
        row = RefusalRow(display_id=display_id, first_at=at, last_at=at, rule=rule, detail=detail, revision=revision)
        self._session.add(row)
        self._session.flush()
        kept = select(RefusalRow.id).where(RefusalRow.display_id == display_id)
        kept = kept.order_by(col(RefusalRow.id).desc()).limit(MOST_KEPT)
        gone = delete(RefusalRow).where(col(RefusalRow.display_id) == display_id, col(RefusalRow.id).not_in(kept))
        self._session.exec(gone)
        return True

    def of_display(self, display_id: str, most: int = MOST_KEPT) -> tuple[RefusalInfo, ...]:
        """The newest first."""
        return tuple(
            RefusalInfo(
                rule=row.rule,
                detail=row.detail,
                revision=row.revision,
                first_at=row.first_at,
                last_at=row.last_at,
                times=row.times,
            )
            for row in self._session.exec(_newest(display_id).limit(most))
        )


def _newest(display_id: str):  # type: ignore[no-untyped-def]
    return select(RefusalRow).where(RefusalRow.display_id == display_id).order_by(col(RefusalRow.id).desc())
