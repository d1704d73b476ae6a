"""Submissions and proposals: what waits for signatures, and what became of it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from displayctl.api.approvals import ProposalInfo, SubmissionState
from displayctl.hub.approval_tables import ProposalRow, SubmissionRow

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class StoredSubmission:
    """A draft that was handed in; `role` is its role file with the signatures so far. See `SubmissionRow`."""

    id: str
    group: str
    by: str
    reference: str
    note: str
    submitted_at: datetime
    revision: int
    base_revision: int
    digest: str
    document: bytes
    role: bytes
    state: SubmissionState
    decided_at: datetime | None = None
    decided_by: str = ""
    reason: str = ""
    replaces: str = ""


class SubmissionRepository:
    """Submissions by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, submission: StoredSubmission) -> None:
        """Stores a submission, in place of the one with its id."""
        fields = {name: getattr(submission, name) for name in submission.__slots__}
        self._session.merge(SubmissionRow(**{**fields, "state": submission.state.value}))
        self._session.flush()

    def find(self, id: str) -> StoredSubmission | None:
        row = self._session.get(SubmissionRow, id)
        return None if row is None else _submission(row)

    def listed(self) -> tuple[StoredSubmission, ...]:
        """The newest first, at most 200."""
        order = col(SubmissionRow.submitted_at).desc(), col(SubmissionRow.id)
        return tuple(
            _submission(row) for row in self._session.exec(select(SubmissionRow).order_by(*order).limit(MOST_LISTED))
        )

    def open_in(self, group: str) -> int:
        """How many of a group wait."""
        waiting = (
            select(func.count())
            .select_from(SubmissionRow)
            .where(SubmissionRow.group == group, SubmissionRow.state == SubmissionState.OPEN.value)
        )
        return int(self._session.exec(waiting).one())

    def waiting_in(self, group: str) -> tuple[StoredSubmission, ...]:
        """Those of a group that nobody has decided on, in no order."""
        open_ones = SubmissionRow.group == group, SubmissionRow.state == SubmissionState.OPEN.value
        return tuple(_submission(row) for row in self._session.exec(select(SubmissionRow).where(*open_ones)))

    def forget_before(self, instant: datetime) -> int:
        """Deletes those that were decided before `instant`; how many."""
        return self._session.exec(delete(SubmissionRow).where(col(SubmissionRow.decided_at) < instant)).rowcount


class ProposalRepository:
    """Proposals by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, proposal: ProposalInfo) -> None:
        data = base64.b64decode(proposal.data)
        self._session.merge(ProposalRow(id=proposal.id, proposed_at=proposal.proposed_at, data=data))
        self._session.flush()

    def find(self, id: str) -> ProposalInfo | None:
        row = self._session.get(ProposalRow, id)
        if row is None:
            return None
        return ProposalInfo(id=row.id, proposed_at=row.proposed_at, data=base64.b64encode(row.data).decode())

    def listed(self) -> tuple[ProposalInfo, ...]:
        """The newest first, without their data."""
        chosen = select(ProposalRow.id, ProposalRow.proposed_at).order_by(col(ProposalRow.proposed_at).desc())
        return tuple(ProposalInfo(id=id, proposed_at=at) for id, at in self._session.exec(chosen))  # noqa: A001

    def count(self) -> int:
        return int(self._session.exec(select(func.count()).select_from(ProposalRow)).one())

    def delete(self, id: str) -> None:
        self._session.exec(delete(ProposalRow).where(col(ProposalRow.id) == id))


def _submission(row: SubmissionRow) -> StoredSubmission:
    fields = {name: getattr(row, name) for name in StoredSubmission.__slots__}
    return StoredSubmission(**{**fields, "state": SubmissionState(row.state)})
