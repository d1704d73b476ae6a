"""The hub's tables of requests for airtime: what was asked for, what happened, files, and what was made from each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


def _instant(*, index: bool = False) -> Any:
    return Field(sa_column=Column(UtcInstant(), nullable=False, index=index))


def _owner() -> Any:
    return Field(primary_key=True, foreign_key="requests.id", ondelete="CASCADE")


class RequestRow(Table, table=True):
    """A request by its number. `words` is what a search looks in, `letter_key` the letter number without what people
    write differently each time, `once` what keeps one wish from being taken in twice. What was asked for, the rules
    looked at and the answer are in `document`.
    """

    __tablename__ = "requests"
    id: str = Field(primary_key=True)
    agency: str = Field(index=True)
    title: str
    state: str = Field(index=True)
    letter_key: str = Field(index=True)
    words: str = Field(sa_column=Column(Text, nullable=False))
    once: str | None = Field(unique=True, nullable=True)
    created_at: datetime = _instant(index=True)
    updated_at: datetime = _instant()
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class RequestStepRow(Table, table=True):
    """Something that happened to a request."""

    __tablename__ = "request_steps"
    request_id: str = _owner()
    seq: int = Field(primary_key=True)
    at: datetime = _instant()
    by: str
    side: str
    kind: str
    state: str
    words: str = Field(sa_column=Column(Text, nullable=False))


class RequestFileRow(Table, table=True):
    """An attachment; its bytes are in the store of requests, by digest. `kept` ends with the bytes."""

    __tablename__ = "request_files"
    id: str = Field(primary_key=True)
    request_id: str = Field(foreign_key="requests.id", ondelete="CASCADE", index=True)
    name: str
    kind: str
    size_bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    sha256: str = Field(index=True)
    added_at: datetime = _instant()
    by: str
    medium_id: str
    kept: bool


class RequestLinkRow(Table, table=True):
    """Something that was made from a request."""

    __tablename__ = "request_links"
    request_id: str = _owner()
    kind: str = Field(primary_key=True)
    target_id: str = Field(primary_key=True, index=True)
    at: datetime = _instant()


class RequestSettingsRow(Table, table=True):
    """What the office decides about requests; there is one row."""

    __tablename__ = "request_settings"
    id: int = Field(primary_key=True)
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
