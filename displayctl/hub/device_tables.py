"""The tables of what devices sign: the batches of their journals, and what they refused to play."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class JournalBatchRow(Table, table=True):
    """Entries of a device's journal as it signed them; `packed` is their lines, compressed."""

    __tablename__ = "journal_batches"
    __table_args__ = (Index(None, "display_id", "received_at"),)
    device_id: str = Field(primary_key=True)
    journal: str = Field(primary_key=True)
    first: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    last: int = Field(sa_column=Column(BigInteger, nullable=False))
    before: str
    chain: str
    signature: str
    public_key: str
    display_id: str
    received_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False, index=True))
    packed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class RefusalRow(Table, table=True):
    """Something that a wall's player would not believe, and by which rule; `times` it was so in a row."""

    __tablename__ = "refusals"
    id: int | None = Field(default=None, primary_key=True)
    display_id: str = Field(index=True)
    first_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    last_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    times: int = 1
    rule: str
    detail: str = Field(sa_column=Column(Text, nullable=False))
    revision: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
