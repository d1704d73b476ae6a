"""Alerts as they were raised and taken back, and which wall showed them when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.models import Document
from displayctl.hub.tables import AlertReceiptRow, AlertRow

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class StoredAlert:
    """An alert's document (`schedules.codec`), when it came, when it was taken back, and who showed it when."""

    id: str
    document: Document
    raised_at: datetime
    withdrawn_at: datetime | None
    receipts: dict[str, datetime]


class AlertRepository:
    """Alerts by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def listed(self) -> tuple[StoredAlert, ...]:
        """Newest first, at most 200."""
        order = col(AlertRow.raised_at).desc(), col(AlertRow.id)
        rows = self._session.exec(select(AlertRow).order_by(*order).limit(MOST_LISTED)).all()
        return tuple(self._alert(row) for row in rows)

    def find(self, id: str) -> StoredAlert | None:
        row = self._session.get(AlertRow, id)
        return None if row is None else self._alert(row)

    def raise_alert(self, id: str, document: Document, now: datetime) -> None:
        """Stores an alert; a second time nothing changes but that it is not withdrawn any more."""
        row = self._session.get(AlertRow, id) or AlertRow(id=id, document=document, raised_at=now)
        row.withdrawn_at = None
        self._session.add(row)
        self._session.flush()

    def withdraw_others(self, carried: frozenset[str], now: datetime) -> tuple[str, ...]:
        """Marks every alert that is not carried any more as taken back; returns those that were not before."""
        rows = self._session.exec(select(AlertRow).where(col(AlertRow.withdrawn_at).is_(None))).all()
        gone = [row for row in rows if row.id not in carried]
        for row in gone:
            row.withdrawn_at = now
            self._session.add(row)
        return tuple(row.id for row in gone)

    def forget_before(self, instant: datetime) -> int:
        """Deletes alerts that were taken back before `instant`, and who showed them; how many."""
        over = select(AlertRow.id).where(col(AlertRow.withdrawn_at) < instant)
        self._session.exec(delete(AlertReceiptRow).where(col(AlertReceiptRow.alert_id).in_(over)))
        return self._session.exec(delete(AlertRow).where(col(AlertRow.withdrawn_at) < instant)).rowcount

    def shown(self, alert_id: str, display_id: str, at: datetime) -> bool:
        """Notes the first time a wall showed an alert; whether this is news."""
        if self._session.get(AlertReceiptRow, (alert_id, display_id)) is not None:
            return False
        self._session.add(AlertReceiptRow(alert_id=alert_id, display_id=display_id, at=at))
        self._session.flush()
        return True

    def _alert(self, row: AlertRow) -> StoredAlert:
        receipts = self._session.exec(select(AlertReceiptRow).where(AlertReceiptRow.alert_id == row.id))
        seen = {receipt.display_id: receipt.at for receipt in receipts}
        return StoredAlert(row.id, row.document, row.raised_at, row.withdrawn_at, seen)
