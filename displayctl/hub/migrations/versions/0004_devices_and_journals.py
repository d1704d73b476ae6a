"""What devices sign, and the chains of their journals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journal_batches",
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("journal", sa.String(), nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("received_at", UtcInstant(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "journal", "first", name=op.f("pk_journal_batches")),
    )
    op.create_index(op.f("ix_journal_batches_received_at"), "journal_batches", ["received_at"])
    op.create_index(op.f("ix_journal_batches_display_id_received_at"), "journal_batches", ["display_id", "received_at"])
    op.create_table(
        "refusals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("first_at", UtcInstant(), nullable=False),
        sa.Column("last_at", UtcInstant(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
    )
    op.create_index(op.f("ix_refusals_display_id"), "refusals", ["display_id"])
