"""Warnings from outside, what was decided on each, and the feeds they come from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _messages()
    _decisions()
    _feeds()


def _messages() -> None:
    """Messages as they came, and the ends of those that may come late."""
    op.create_table(
        "warnings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("identifier", sa.String(), nullable=False),
        sa.Column("sent", UtcInstant(), nullable=False),
        sa.Column("expires", UtcInstant(), nullable=False),
        sa.Column("received_at", UtcInstant(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("reach", sa.JSON(), nullable=False),
        sa.Column("ended_at", UtcInstant(), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warnings")),
    )
    op.create_index(op.f("ix_warnings_event_id"), "warnings", ["event_id"])
    op.create_index(op.f("ix_warnings_expires"), "warnings", ["expires"])
    op.create_index(op.f("ix_warnings_source_identifier"), "warnings", ["source", "identifier"], unique=True)
    op.create_table(
        "warning_endings",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("identifier", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("named_sent", UtcInstant(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("at", UtcInstant(), nullable=False),
        sa.PrimaryKeyConstraint("source", "identifier", name=op.f("pk_warning_endings")),
    )
    op.create_index(op.f("ix_warning_endings_at"), "warning_endings", ["at"])


def _decisions() -> None:
    """What people decided."""
    op.create_table(
        "warning_decisions",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("alert_id", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", UtcInstant(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_warning_decisions")),
    )


def _feeds() -> None:
    """Where warnings come from."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
    )
