"""The hub's tables of what is kept of each emergency beside the alert itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class AlertStoryRow(Table, table=True):
    """Who raised and signed an alert, and for which walls, as `displayctl.api.incidents.AlertStory`."""

    __tablename__ = "alert_stories"
    alert_id: str = Field(primary_key=True)
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class IncidentPictureRow(Table, table=True):
    """A wall as it was seen while an alert was on it; its bytes are in the store of incidents, by digest."""

    __tablename__ = "incident_pictures"
    alert_id: str = Field(primary_key=True)
    display_id: str = Field(primary_key=True)
    taken_at: datetime = Field(sa_column=Column(UtcInstant(), primary_key=True, index=True))
    sha256: str
    size_bytes: int
