"""Walls that people have taken off the air, so that one that is away follows when it comes back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wall_holds",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", name=op.f("pk_wall_holds")),
    )
