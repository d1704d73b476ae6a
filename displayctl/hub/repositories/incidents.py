"""What is kept of emergencies beside the alerts: who raised and signed them, and how the walls looked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from displayctl.api.incidents import AlertStory, IncidentPicture
from displayctl.hub.incident_tables import AlertStoryRow, IncidentPictureRow
from displayctl.hub.tables import AlertRow


class IncidentRepository:
    """By the ids of alerts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def story(self, alert_id: str) -> AlertStory:
        """What was noted when the alert came; empty for alerts of a former version."""
        row = self._session.get(AlertStoryRow, alert_id)
        return AlertStory() if row is None else AlertStory.model_validate(row.document)

    def stories(self, alert_ids: Iterable[str]) -> dict[str, AlertStory]:
        """The same for several alerts at once; those without one are left out."""
        rows = self._session.exec(select(AlertStoryRow).where(col(AlertStoryRow.alert_id).in_(list(alert_ids))))
        return {row.alert_id: AlertStory.model_validate(row.document) for row in rows}

    def put_story(self, alert_id: str, story: AlertStory) -> None:
        row = self._session.get(AlertStoryRow, alert_id) or AlertStoryRow(alert_id=alert_id, document={})
        row.document = story.model_dump(mode="json")
        self._session.add(row)

    def pictures(self, alert_ids: Iterable[str]) -> tuple[IncidentPicture, ...]:
        """Pictures taken while these alerts were on, oldest first."""
        found = select(IncidentPictureRow).where(col(IncidentPictureRow.alert_id).in_(list(alert_ids)))
        order = col(IncidentPictureRow.taken_at), col(IncidentPictureRow.display_id)
        return tuple(_picture(row) for row in self._session.exec(found.order_by(*order)))

    def add_picture(self, picture: IncidentPicture) -> None:
        self._session.add(IncidentPictureRow(**picture.model_dump()))
        self._session.flush()

    def digests(self) -> frozenset[str]:
        """Every picture that is kept."""
        return frozenset(self._session.exec(select(IncidentPictureRow.sha256)).all())

    def size_bytes(self) -> int:
        """What all pictures take."""
        total = self._session.exec(select(func.sum(IncidentPictureRow.size_bytes))).one()
        return int(total or 0)

    def forget_before(self, instant: datetime) -> int:
        """Deletes pictures taken before `instant`, and all about alerts that are gone; how many pictures."""
        known = select(AlertRow.id)
        self._session.exec(delete(AlertStoryRow).where(col(AlertStoryRow.alert_id).not_in(known)))
        over = (col(IncidentPictureRow.taken_at) < instant) | col(IncidentPictureRow.alert_id).not_in(known)
        return self._session.exec(delete(IncidentPictureRow).where(over)).rowcount

    def forget_oldest(self, count: int) -> int:
        """Deletes the `count` oldest pictures; how many there were."""
        order = col(IncidentPictureRow.taken_at), col(IncidentPictureRow.display_id)
        rows = self._session.exec(select(IncidentPictureRow).order_by(*order).limit(count)).all()
        for row in rows:
            self._session.delete(row)
        self._session.flush()
        return len(rows)


def _picture(row: IncidentPictureRow) -> IncidentPicture:
    return IncidentPicture(
        alert_id=row.alert_id,
        display_id=row.display_id,
        taken_at=row.taken_at,
        sha256=row.sha256,
        size_bytes=row.size_bytes,
    )
