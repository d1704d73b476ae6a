"""The hub's tables of what walls say of themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class WallHourRow(Table, table=True):
    """The figures of one hour of a wall, as `displayctl.api.wall_health.HourFigures`."""

    __tablename__ = "wall_hours"
    display_id: str = Field(primary_key=True)
    starts: datetime = Field(sa_column=Column(UtcInstant(), primary_key=True, index=True))
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class WallCheckupRow(Table, table=True):
    """A wall's last check-up, as `displayctl.api.wall_health.Checkup`."""

    __tablename__ = "wall_checkups"
    display_id: str = Field(primary_key=True)
    measured_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class SiteCheckRow(Table, table=True):
    """What was found at a wall's site about one item, as `displayctl.api.site.SiteCheck`."""

    __tablename__ = "site_checks"
    display_id: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    answer: str
    note: str = Field(sa_column=Column(Text, nullable=False))
    by: str
    has_photo: bool
    checked_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))


class SitePhotoRow(Table, table=True):
    """The photo of such an item: JPEG, made by the hub."""

    __tablename__ = "site_photos"
    display_id: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    jpeg: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class WallHoldRow(Table, table=True):
    """How a wall is held, as `displayctl.api.walls.WallHold`."""

    __tablename__ = "wall_holds"
    display_id: str = Field(primary_key=True)
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
