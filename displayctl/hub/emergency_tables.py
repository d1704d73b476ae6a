"""The hub's table of what walls have said of emergencies."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class WallAlertRow(Table, table=True):
    """What one wall has said of one alert, as `displayctl.api.emergencies.AlertReceipt`."""

    __tablename__ = "wall_alerts"
    alert_id: str = Field(primary_key=True)
    display_id: str = Field(primary_key=True)
    received_at: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))
    shown_at: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))
    frame: str = ""
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))
    why: str = ""
