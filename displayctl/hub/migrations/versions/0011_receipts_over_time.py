"""What walls told of each publication over time, for whoever asks about a night that is over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "receipt_steps",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcInstant(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("missing_assets", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", "revision", "at", name=op.f("pk_receipt_steps")),
    )
    op.create_index(op.f("ix_receipt_steps_at"), "receipt_steps", ["at"])
    op.execute(
        "INSERT INTO receipt_steps (display_id, revision, at, stage, detail, missing_assets) "
        "SELECT display_id, revision, at, stage, detail, missing_assets FROM receipts"
    )
