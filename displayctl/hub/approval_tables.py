"""The hub's tables of what waits for signatures."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class SubmissionRow(Table, table=True):
    """A draft as it was handed in: `document` and `role` are the bytes that are signed, `role` with its signatures."""

    __tablename__ = "submissions"
    __table_args__ = (Index(None, "group", "submitted_at"),)
    id: str = Field(primary_key=True)
    group: str
    by: str
    reference: str = Field(default="", sa_column=Column(Text, nullable=False))
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    submitted_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    revision: int = Field(sa_column=Column(BigInteger, nullable=False))
    base_revision: int = Field(sa_column=Column(BigInteger, nullable=False))
    digest: str
    document: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    role: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    state: str
    decided_at: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))
    decided_by: str = ""
    reason: str = Field(default="", sa_column=Column(Text, nullable=False))
    replaces: str = ""


class ProposalRow(Table, table=True):
    """A ceremony that waits for signatures, as a file that people carry on."""

    __tablename__ = "proposals"
    id: str = Field(primary_key=True)
    proposed_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
