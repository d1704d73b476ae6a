"""The tables of accounts and of the audit trail. The trail takes new rows only: triggers refuse everything else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, Text
from sqlmodel import Field

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


class UserRow(Table, table=True):
    """A person. The TOTP secret counts from `totp_since` on; `totp_step` is the last one used, so none works twice."""

    __tablename__ = "users"
    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    title: str
    password_hash: str = Field(sa_column=Column(Text, nullable=False))
    must_change_password: bool = False
    enabled: bool = True
    totp_secret: str = ""
    totp_since: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))
    totp_step: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    created_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    last_seen_at: datetime | None = Field(default=None, sa_column=Column(UtcInstant(), nullable=True))


class GrantRow(Table, table=True):
    """A role that a person has for a group, or for all (``*``)."""

    __tablename__ = "grants"
    user_id: str = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    role: str = Field(primary_key=True)
    group: str = Field(primary_key=True)


class RecoveryCodeRow(Table, table=True):
    """The hash of a code that stands in for the second factor once."""

    __tablename__ = "recovery_codes"
    user_id: str = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    code_hash: str = Field(primary_key=True)


class SessionRow(Table, table=True):
    """A session by the hash of its token. `strong`: it was opened, or raised, with a second factor."""

    __tablename__ = "sessions"
    token_hash: str = Field(primary_key=True)
    id: str = Field(unique=True)
    user_id: str = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    last_used_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False))
    address: str = ""
    client: str = ""
    strong: bool = False


class AuditRow(Table, table=True):
    """An entry of the audit trail, in the form of `displayctl.api.audit.AuditEntry`."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "kind", "target_id"),)
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=Column(UtcInstant(), nullable=False, index=True))
    actor_kind: str
    actor_id: str = Field(index=True)
    actor_name: str
    address: str
    action: str
    kind: str
    target_id: str
    before: str = Field(sa_column=Column(Text, nullable=False))
    after: str = Field(sa_column=Column(Text, nullable=False))
    previous: str
    hash: str
