"""Sessions by the hash of their token; the token itself is nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.hub.account_tables import SessionRow


@dataclass(frozen=True, slots=True)
class StoredSession:
    """An open session. See `account_tables.SessionRow` for the fields."""

    token_hash: str
    id: str
    user_id: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    address: str
    client: str
    strong: bool


class SessionRepository:
    """All sessions that were opened and not closed, over or not."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, opened: StoredSession) -> None:
        self._session.add(SessionRow(**{name: getattr(opened, name) for name in StoredSession.__dataclass_fields__}))
        self._session.flush()

    def find(self, token_hash: str) -> StoredSession | None:
        row = self._session.get(SessionRow, token_hash)
        return None if row is None else _session(row)

    def of_user(self, user_id: str) -> tuple[StoredSession, ...]:
        """The newest first."""
        chosen = select(SessionRow).where(SessionRow.user_id == user_id).order_by(col(SessionRow.created_at).desc())
        return tuple(_session(row) for row in self._session.exec(chosen))

    def touch(self, token_hash: str, now: datetime) -> None:
        row = self._session.get(SessionRow, token_hash)
        if row is not None:
            row.last_used_at = now
            self._session.add(row)

    def strengthen(self, id: str) -> None:
        """From now on the session counts as opened with a second factor."""
        row = self._session.exec(select(SessionRow).where(SessionRow.id == id)).first()
        if row is not None:
            row.strong = True
            self._session.add(row)
            self._session.flush()

    def close(self, id: str) -> int:
        return self._session.exec(delete(SessionRow).where(col(SessionRow.id) == id)).rowcount

    def close_all(self, user_id: str, but: str = "") -> int:
        """Closes a person's sessions except `but`; how many."""
        mine = delete(SessionRow).where(col(SessionRow.user_id) == user_id, col(SessionRow.id) != but)
        return self._session.exec(mine).rowcount

    def forget(self, now: datetime, idle_since: datetime) -> int:
        """Deletes those that are over, or were not used since `idle_since`; how many."""
        over = (col(SessionRow.expires_at) <= now) | (col(SessionRow.last_used_at) <= idle_since)
        return self._session.exec(delete(SessionRow).where(over)).rowcount


def _session(row: SessionRow) -> StoredSession:
    return StoredSession(**{name: getattr(row, name) for name in StoredSession.__dataclass_fields__})
