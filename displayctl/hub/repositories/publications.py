"""What was published, and how far each wall has come with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select

from displayctl.api.models import Document, Publication, Receipt, ReceiptStage
from displayctl.hub.tables import PublicationRow, ReceiptRow, ReceiptStepRow

MOST_LISTED = 200


class PublicationRepository:
    """Publications by group and revision."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, publication: Publication, document: Document) -> None:
        self._session.add(PublicationRow(**publication.model_dump(), document=document))
        self._session.flush()

    def newest(self, group: str) -> Publication | None:
        row = self._session.exec(_newest_first(select(*_PUBLICATION), group)).first()
        return None if row is None else _publication(row)

    def newest_document(self, group: str) -> Document | None:
        """The published programme's document."""
        document: Document | None = self._session.exec(_newest_first(select(PublicationRow.document), group)).first()
        return document

    def groups(self) -> tuple[str, ...]:
        """Groups that ever published, by name."""
        chosen = select(PublicationRow.group).distinct().order_by(col(PublicationRow.group))
        return tuple(self._session.exec(chosen))

    def listed(self) -> tuple[Publication, ...]:
        """The newest ones first, at most 200."""
        order = col(PublicationRow.published_at).desc(), col(PublicationRow.revision).desc()
        return tuple(
            _publication(row) for row in self._session.exec(select(*_PUBLICATION).order_by(*order).limit(MOST_LISTED))
        )

    def in_force(self, group: str, starts: datetime, ends: datetime) -> tuple[tuple[datetime, Document], ...]:
        """When each programme of ``[starts, ends)`` was published, and its document, oldest first.

        The first one is that in force at `starts`, where there was one.
        """
        mine = select(PublicationRow).where(PublicationRow.group == group)
        at = col(PublicationRow.published_at)
        before = self._session.exec(mine.where(at <= starts).order_by(at.desc()).limit(1)).all()
        within = self._session.exec(mine.where(at > starts, at < ends).order_by(at)).all()
        return tuple((row.published_at, row.document) for row in (*before, *within))

    def forget_before(self, instant: datetime) -> int:
        """Deletes publications that no wall played after `instant`, and receipts from before it; how many."""
        later = aliased(PublicationRow)
        over = select(later.revision).where(
            later.group == PublicationRow.group,
            col(later.revision) > col(PublicationRow.revision),
            col(later.published_at) < instant,
        )
        gone = self._session.exec(delete(PublicationRow).where(over.exists()))
        receipts = self._session.exec(delete(ReceiptRow).where(col(ReceiptRow.at) < instant))
        self._session.exec(delete(ReceiptStepRow).where(col(ReceiptStepRow.at) < instant))
        return gone.rowcount + receipts.rowcount

    def put_receipt(self, receipt: Receipt) -> None:
        """Stores it as the newest; and as a step where the stage is another, or files begin or cease to be missing."""
        known = self.receipt(receipt.display_id, receipt.revision)
        if known is None or _step_of(known) != _step_of(receipt):
            self._session.merge(ReceiptStepRow(**receipt.model_dump()))
        self._session.merge(ReceiptRow(**receipt.model_dump()))
        self._session.flush()

    def receipt(self, display_id: str, revision: int) -> Receipt | None:
        row = self._session.get(ReceiptRow, (display_id, revision))
        return None if row is None else Receipt(**row.model_dump())

    def steps(self, display_id: str, revision: int) -> tuple[Receipt, ...]:
        """How far a wall had come with a revision, and from when on, oldest first."""
        mine = select(ReceiptStepRow).where(
            ReceiptStepRow.display_id == display_id, ReceiptStepRow.revision == revision
        )
        rows = self._session.exec(mine.order_by(col(ReceiptStepRow.at)))
        return tuple(Receipt(**row.model_dump()) for row in rows)


_PUBLICATION = PublicationRow.group, PublicationRow.revision, PublicationRow.published_at, PublicationRow.digest
"""All but the document, which may be megabytes."""


def _newest_first(chosen: Any, group: str) -> Any:
    return chosen.where(PublicationRow.group == group).order_by(col(PublicationRow.revision).desc()).limit(1)


def _publication(row: tuple[str, int, datetime, str]) -> Publication:
    group, revision, published_at, digest = row
    return Publication(group=group, revision=revision, published_at=published_at, digest=digest)


def _step_of(receipt: Receipt) -> tuple[ReceiptStage, bool]:
    return receipt.stage, bool(receipt.missing_assets)


def is_news(known: ReceiptStage, said: ReceiptStage) -> bool:
    """Whether `said` changes what is `known` of a wall: it goes on, or refuses, or has thought better of a refusal.

    What only repeats an earlier stage, as a player does after its restart, is none.
    """
    if ReceiptStage.REFUSED in (known, said):
        return said is not ReceiptStage.WAITING
    return _ORDER[said] >= _ORDER[known]


_ORDER = {stage: number for number, stage in enumerate(ReceiptStage)}
