"""The hub's tables. Rows never leave `displayctl.hub.repositories`; documents are the dicts of `schedules.codec`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, Index, MetaData, Text
from sqlmodel import Field, SQLModel

from displayctl.hub.instants import UtcInstant

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """Root of the hub's tables, with names for every constraint so that a migration can speak of it."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


def _instant(*, nullable: bool = False, index: bool = False) -> Any:
    return Field(sa_column=Column(UtcInstant(), nullable=nullable, index=index))


def _document(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=nullable))


class CounterRow(Table, table=True):
    """A number that only grows: versions are drawn from it, so that a thing made anew never repeats one."""

    __tablename__ = "counters"
    name: str = Field(primary_key=True)
    value: int = Field(sa_column=Column(BigInteger, nullable=False))


class PartRow(Table, table=True):
    """An editable part of the schedule."""

    __tablename__ = "parts"
    kind: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    updated_at: datetime = _instant()
    updated_by: str = ""
    document: dict[str, Any] = _document()


class ReferenceRow(Table, table=True):
    """Part (`kind`, `id`) refers to (`target_kind`, `target_id`), where a target may be a medium too."""

    __tablename__ = "part_references"
    __table_args__ = (Index(None, "target_kind", "target_id"),)
    kind: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    target_kind: str = Field(primary_key=True)
    target_id: str = Field(primary_key=True)


class MediumRow(Table, table=True):
    """A thing in the library. `source_sha256` is empty for an announcement, and a live stream without a poster."""

    __tablename__ = "media"
    id: str = Field(primary_key=True)
    title: str
    kind: str
    state: str
    message: str = Field(default="", sa_column=Column(Text, nullable=False))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    created_at: datetime = _instant(index=True)
    updated_at: datetime = _instant()
    source_name: str = ""
    source_sha256: str = Field(default="", index=True)
    page: int = 1
    size_bytes: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    width_px: int = 0
    height_px: int = 0
    duration_ms: int | None = None
    has_sound: bool = False
    muted: bool = False
    fit: str = "contain"
    tags: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    expires_at: datetime | None = _instant(nullable=True)
    announcement: dict[str, Any] | None = _document(nullable=True)
    stream: dict[str, Any] | None = _document(nullable=True)
    thumbnail_sha256: str = ""
    poster_sha256: str = ""
    folder: str = Field(default="", sa_column_kwargs={"server_default": ""})
    look: str = Field(default="", sa_column_kwargs={"server_default": ""})
    replaced: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    begins_ms: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    ends_ms: int | None = None
    crops: dict[str, Any] | None = _document(nullable=True)
    findings: dict[str, Any] | None = _document(nullable=True)


class MediumVersionRow(Table, table=True):
    """A file that a medium had before it was replaced."""

    __tablename__ = "medium_versions"
    medium_id: str = Field(primary_key=True, foreign_key="media.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    source_name: str
    source_sha256: str = Field(index=True)
    thumbnail_sha256: str
    look: str
    kind: str
    page: int
    size_bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    width_px: int
    height_px: int
    duration_ms: int | None = None
    has_sound: bool
    replaced_at: datetime = _instant()
    replaced_by: str


class RenditionRow(Table, table=True):
    """A medium made for walls of one format; `recipe` says with which choices, so that a change makes it anew."""

    __tablename__ = "renditions"
    medium_id: str = Field(primary_key=True, foreign_key="media.id", ondelete="CASCADE")
    format: str = Field(primary_key=True)
    recipe: str
    asset: dict[str, Any] = _document()
    sha256: str = Field(index=True)


class SettingsRow(Table, table=True):
    """What belongs to the whole installation; there is one row."""

    __tablename__ = "settings"
    id: int = Field(primary_key=True)
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    document: dict[str, Any] = _document()


class PublicationRow(Table, table=True):
    """An act of publishing, with the programme's document for reports about its time."""

    __tablename__ = "publications"
    group: str = Field(primary_key=True)
    revision: int = Field(sa_column=Column(BigInteger, primary_key=True))
    published_at: datetime = _instant(index=True)
    digest: str
    document: dict[str, Any] = _document()


class ReceiptRow(Table, table=True):
    """How far a wall has come with a revision."""

    __tablename__ = "receipts"
    display_id: str = Field(primary_key=True)
    revision: int = Field(sa_column=Column(BigInteger, primary_key=True))
    stage: str
    at: datetime = _instant()
    detail: str = Field(default="", sa_column=Column(Text, nullable=False))
    missing_assets: int = 0


class ReceiptStepRow(Table, table=True):
    """How far a wall had come with a revision from an instant on."""

    __tablename__ = "receipt_steps"
    display_id: str = Field(primary_key=True)
    revision: int = Field(sa_column=Column(BigInteger, primary_key=True))
    at: datetime = Field(sa_column=Column(UtcInstant(), primary_key=True, index=True))
    stage: str
    detail: str = Field(default="", sa_column=Column(Text, nullable=False))
    missing_assets: int = 0


class DeviceRow(Table, table=True):
    """A player that a person has bound to a display."""

    __tablename__ = "devices"
    device_id: str = Field(primary_key=True)
    public_key: str
    display_id: str = Field(unique=True)
    host_name: str = ""
    version: str = ""
    approved_at: datetime = _instant()
    last_seen: datetime | None = _instant(nullable=True)


class AlertRow(Table, table=True):
    """An alert as it was raised, and when it was taken back."""

    __tablename__ = "alerts"
    id: str = Field(primary_key=True)
    document: dict[str, Any] = _document()
    raised_at: datetime = _instant(index=True)
    withdrawn_at: datetime | None = _instant(nullable=True)


class PlayRecordRow(Table, table=True):
    """Proof of play; the player's id of it makes intake idempotent."""

    __tablename__ = "play_records"
    __table_args__ = (Index(None, "display_id", "starts"), Index(None, "medium_id", "ends"))
    id: str = Field(primary_key=True)
    display_id: str
    kind: str
    starts: datetime = _instant(index=True)
    ends: datetime = _instant()
    revision: int = Field(sa_column=Column(BigInteger, nullable=False))
    slot_id: str = ""
    medium_id: str = ""
    sha256: str = ""
    presented: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    late: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    dropped: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    region: str = Field(default="", sa_column_kwargs={"server_default": ""})
