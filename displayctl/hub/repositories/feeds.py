"""The feeds that warnings come from, as settings."""

from __future__ import annotations

from sqlmodel import Session, col, select

from displayctl.api.feeds import FeedSettings
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.warning_tables import FeedRow


class FeedRepository:
    """Feeds by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[FeedSettings, ...]:
        """By id."""
        rows = self._session.exec(select(FeedRow).order_by(col(FeedRow.id)))
        return tuple(FeedSettings.model_validate(row.document) for row in rows)

    def find(self, id: str) -> FeedSettings | None:
        row = self._session.get(FeedRow, id)
        return None if row is None else FeedSettings.model_validate(row.document)

    def versions(self) -> dict[str, int]:
        """Those of the feeds that are stored, by id."""
        return dict(self._session.exec(select(FeedRow.id, FeedRow.version)).all())

    def put(self, settings: FeedSettings) -> int:
        """Stores a feed over the one with its id; returns its new version."""
        row = self._session.get(FeedRow, settings.id) or FeedRow(id=settings.id, version=0, document={})
        row.version, row.document = next_version(self._session), settings.model_dump(mode="json")
        self._session.add(row)
        return row.version

    def remove(self, id: str) -> None:
        """Deletes a feed; nothing where there is none."""
        row = self._session.get(FeedRow, id)
        if row is not None:
            self._session.delete(row)
