"""The hub's tables of warnings: messages as they came, which event each belongs to, what was decided, and the feeds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


def _instant(*, nullable: bool = False, index: bool = False) -> Any:
    return Field(sa_column=Column(UtcInstant(), nullable=nullable, index=index))


class WarningRow(Table, table=True):
    """A message of a feed, as `displayctl.hub.feeds.warning.Warning`, whole in `document`.

    All messages with one `event_id` tell of one event of the world. `digest` changes with the document. `ended_why` is
    empty while its source has not ended it; expiry is read from `expires`. `reach` is where it arrives, as last
    computed.
    """

    __tablename__ = "warnings"
    __table_args__ = (Index(None, "source", "identifier", unique=True),)
    id: str = Field(primary_key=True)
    event_id: str = Field(index=True)
    source: str
    identifier: str
    sent: datetime = _instant()
    expires: datetime = _instant(index=True)
    received_at: datetime = _instant()
    digest: str
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    reach: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    ended_at: datetime | None = _instant(nullable=True)
    ended_why: str = ""


class WarningEndingRow(Table, table=True):
    """A message that its source has ended or replaced, kept where it came before the message that it names."""

    __tablename__ = "warning_endings"
    source: str = Field(primary_key=True)
    identifier: str = Field(primary_key=True)
    sender: str = ""
    named_sent: datetime | None = _instant(nullable=True)
    why: str
    event_id: str
    at: datetime = _instant(index=True)


class WarningDecisionRow(Table, table=True):
    """What a person decided about an event, and the digest of the message that they saw."""

    __tablename__ = "warning_decisions"
    event_id: str = Field(primary_key=True)
    seen: str
    state: str
    alert_id: str = ""
    reason: str = Field(default="", sa_column=Column(Text, nullable=False))
    by: str = ""
    at: datetime = _instant()


class FeedRow(Table, table=True):
    """A feed, as `displayctl.api.feeds.FeedSettings`."""

    __tablename__ = "feeds"
    id: str = Field(primary_key=True)
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    document: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
