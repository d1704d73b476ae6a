"""The settings of the whole installation."""

from __future__ import annotations

from sqlmodel import Session

from displayctl.api.models import SettingsInfo
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.tables import SettingsRow

_ONLY = 1


class SettingsRepository:
    """One value; before the first `put` it has version 0 and the defaults."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> SettingsInfo:
        row = self._session.get(SettingsRow, _ONLY)
        return SettingsInfo(version=0) if row is None else SettingsInfo(version=row.version, **row.document)

    def put(self, settings: SettingsInfo) -> SettingsInfo:
        """Stores `settings` under a new version."""
        row = self._session.get(SettingsRow, _ONLY) or SettingsRow(id=_ONLY, version=0, document={})
        row.version = next_version(self._session)
        row.document = settings.model_dump(mode="json", exclude={"version"})
        self._session.add(row)
        self._session.flush()
        return self.get()
