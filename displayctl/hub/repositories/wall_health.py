"""What walls say of themselves: figures by the hour, and the last check-up of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.wall_health import Checkup, HourFigures
from displayctl.hub.wall_tables import WallCheckupRow, WallHourRow


class WallHealthRepository:
    """By display. An hour is taken in once; a newer check-up takes the place of the older."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_hours(self, display_id: str, hours: Iterable[HourFigures]) -> int:
        """Keeps the hours that are not known yet; how many that were."""
        given = {hour.starts: hour for hour in hours}
        known = self._session.exec(
            select(WallHourRow.starts).where(
                WallHourRow.display_id == display_id, col(WallHourRow.starts).in_(list(given))
            )
        ).all()
        new = [hour for starts, hour in given.items() if starts not in set(known)]
        for hour in new:
            self._session.add(
                WallHourRow(display_id=display_id, starts=hour.starts, document=hour.model_dump(exclude_none=True))
            )
        return len(new)

    def hours(self, display_id: str, since: datetime) -> tuple[HourFigures, ...]:
        """The hours that began at `since` or later, newest first."""
        rows = self._session.exec(
            select(WallHourRow)
            .where(WallHourRow.display_id == display_id, WallHourRow.starts >= since)
            .order_by(col(WallHourRow.starts).desc())
        )
        return tuple(HourFigures.model_validate(row.document) for row in rows)

    def put_checkup(self, display_id: str, checkup: Checkup) -> bool:
        """Keeps `checkup` unless a newer one is here; whether it was kept."""
        row = self._session.get(WallCheckupRow, display_id)
        if row is not None and row.measured_at >= checkup.measured_at:
            return False
        row = row or WallCheckupRow(display_id=display_id, measured_at=checkup.measured_at, document={})
        row.measured_at, row.document = checkup.measured_at, checkup.model_dump(mode="json")
        self._session.add(row)
        return True

    def checkup(self, display_id: str) -> Checkup | None:
        row = self._session.get(WallCheckupRow, display_id)
        return None if row is None else Checkup.model_validate(row.document)

    def forget_before(self, instant: datetime) -> int:
        """Deletes hours that began before `instant`; how many."""
        result = self._session.exec(delete(WallHourRow).where(col(WallHourRow.starts) < instant))
        return result.rowcount
