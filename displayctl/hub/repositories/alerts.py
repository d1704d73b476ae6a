"""Alerts as they were raised and taken back, and what each wall has said of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, delete, select

from displayctl.api.emergencies import AlertEnd, AlertReceipt
from displayctl.api.models import Document
from displayctl.hub.emergency_tables import WallAlertRow
from displayctl.hub.tables import AlertRow

MOST_LISTED, MOST_DOCUMENTS = 200, 2000


@dataclass(frozen=True, slots=True)
class StoredAlert:
    """An alert's document (`schedules.codec`), when it came, when it was taken back, and what walls said, by wall."""

    id: str
    document: Document
    raised_at: datetime
    withdrawn_at: datetime | None
    receipts: dict[str, AlertReceipt]


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells which alerts belong together, and when they began."""

    id: str
    issued_at: datetime
    effective: datetime
    drill: bool
    supersedes: tuple[str, ...]
    corrects: str


class AlertRepository:
    """Alerts by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def listed(self, most: int = MOST_LISTED) -> tuple[StoredAlert, ...]:
        """The newest `most`, newest first."""
        order = col(AlertRow.raised_at).desc(), col(AlertRow.id)
        return self._alerts(self._session.exec(select(AlertRow).order_by(*order).limit(most)).all())

    def carried(self) -> tuple[StoredAlert, ...]:
        """Those that nobody has taken back, newest first."""
        order = col(AlertRow.raised_at).desc(), col(AlertRow.id)
        found = self._session.exec(select(AlertRow).where(col(AlertRow.withdrawn_at).is_(None)).order_by(*order))
        return self._alerts(found.all())

    def documents(self, most: int = MOST_DOCUMENTS) -> tuple[Document, ...]:
        """The documents of the newest `most` alerts, newest first, without what walls said of them."""
        order = col(AlertRow.raised_at).desc(), col(AlertRow.id)
        found = self._session.exec(select(AlertRow.document).order_by(*order).limit(most))
        return tuple(dict(document) for document in found)

    def chosen(self, ids: Collection[str]) -> dict[str, StoredAlert]:
        """Those of `ids` that are there."""
        found = self._session.exec(select(AlertRow).where(col(AlertRow.id).in_(list(ids))))
        return {alert.id: alert for alert in self._alerts(found.all())}

    def outlines(self, most: int) -> tuple[Outline, ...]:
        """How the newest `most` hang together, newest first, without what is in them."""
        document = col(AlertRow.document)
        texts = (document[name].as_string() for name in ("issued_at", "effective", "corrects"))
        columns = (col(AlertRow.id), document["drill"].as_boolean(), document["supersedes"], *texts)
        order = col(AlertRow.raised_at).desc(), col(AlertRow.id)
        rows = self._session.connection().execute(select_columns(*columns).order_by(*order).limit(most))
        return tuple(_outline(*row) for row in rows)

    def find(self, id: str) -> StoredAlert | None:
        row = self._session.get(AlertRow, id)
        return None if row is None else self._alerts((row,))[0]

    def standing_at(self, at: datetime) -> tuple[StoredAlert, ...]:
        """Those that were raised by `at` and not taken back before it."""
        withdrawn = col(AlertRow.withdrawn_at)
        then = select(AlertRow).where(col(AlertRow.raised_at) <= at, or_(withdrawn.is_(None), withdrawn > at))
        return self._alerts(self._session.exec(then.order_by(col(AlertRow.raised_at))).all())

    def raise_alert(self, id: str, document: Document, at: datetime) -> bool:
        """Stores an alert as raised at `at`; whether it was not carried before. One that is known keeps its instant."""
        row = self._session.get(AlertRow, id)
        news = row is None or row.withdrawn_at is not None
        row = row or AlertRow(id=id, document=document, raised_at=at)
        row.document, row.withdrawn_at = document, None
        self._session.add(row)
        self._session.flush()
        return news

    def withdraw(self, id: str, at: datetime) -> bool:
        """Marks an alert as taken back; whether this is news."""
        row = self._session.get(AlertRow, id)
        if row is None or row.withdrawn_at is not None:
            return False
        row.withdrawn_at = at
        self._session.add(row)
        self._session.flush()
        return True

    def forget_before(self, instant: datetime) -> int:
        """Deletes alerts that were taken back before `instant`, and what walls said of them; how many."""
        over = select(AlertRow.id).where(col(AlertRow.withdrawn_at) < instant)
        self._session.exec(delete(WallAlertRow).where(col(WallAlertRow.alert_id).in_(over)))
        return self._session.exec(delete(AlertRow).where(col(AlertRow.withdrawn_at) < instant)).rowcount

    def receipt(self, alert_id: str, display_id: str) -> AlertReceipt | None:
        """What a wall has said of an alert so far."""
        row = self._session.get(WallAlertRow, (alert_id, display_id))
        return None if row is None else _receipt(row)

    def put_receipt(self, alert_id: str, display_id: str, receipt: AlertReceipt) -> None:
        """Stores what a wall has said of an alert, in place of what it said before."""
        row = self._session.get(WallAlertRow, (alert_id, display_id))
        row = row or WallAlertRow(alert_id=alert_id, display_id=display_id)
        row.received_at, row.shown_at, row.ended_at = receipt.received_at, receipt.shown_at, receipt.ended_at
        row.frame, row.why = receipt.frame, "" if receipt.why is None else receipt.why.value
        self._session.add(row)
        self._session.flush()

    def _alerts(self, rows: Sequence[AlertRow]) -> tuple[StoredAlert, ...]:
        ids = [row.id for row in rows]
        receipts: dict[str, dict[str, AlertReceipt]] = {each: {} for each in ids}
        for said in self._session.exec(select(WallAlertRow).where(col(WallAlertRow.alert_id).in_(ids))):
            receipts[said.alert_id][said.display_id] = _receipt(said)
        return tuple(
            StoredAlert(row.id, row.document, row.raised_at, row.withdrawn_at, receipts[row.id]) for row in rows
        )


def _receipt(row: WallAlertRow) -> AlertReceipt:
    why = AlertEnd(row.why) if row.why else None
    return AlertReceipt(
        received_at=row.received_at, shown_at=row.shown_at, frame=row.frame, ended_at=row.ended_at, why=why
    )


def _outline(
    alert_id: str, drill: bool | None, supersedes: list[str] | None, issued: str, effective: str, corrects: str | None
) -> Outline:
    return Outline(
        alert_id,
        datetime.fromisoformat(issued),
        datetime.fromisoformat(effective),
        drill is True,
        tuple(supersedes or ()),
        corrects or "",
    )
