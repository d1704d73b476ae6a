"""Walls that people have taken off the air."""

from __future__ import annotations

from sqlmodel import Session, col, delete, select

from displayctl.api.walls import WallHold
from displayctl.hub.wall_tables import WallHoldRow


class WallHoldRepository:
    """By display."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[WallHold, ...]:
        rows = self._session.exec(select(WallHoldRow).order_by(col(WallHoldRow.display_id)))
        return tuple(WallHold.model_validate(row.document) for row in rows)

    def put(self, hold: WallHold) -> None:
        row = self._session.get(WallHoldRow, hold.display_id) or WallHoldRow(display_id=hold.display_id, document={})
        row.document = hold.model_dump(mode="json")
        self._session.add(row)

    def forget(self, display_id: str) -> None:
        """Let go of a wall that is not held any more, or is gone."""
        self._session.exec(delete(WallHoldRow).where(col(WallHoldRow.display_id) == display_id))
