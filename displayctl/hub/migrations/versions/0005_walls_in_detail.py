"""What walls say of themselves: what they can play, site checklists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _scenes()
    _health()
    _sites()


def _scenes() -> None:
    """Live streams in the library, and where on a wall an item was played."""
    op.add_column("media", sa.Column("stream", sa.JSON(), nullable=True))
    op.add_column("play_records", sa.Column("region", sa.String(), nullable=False, server_default=""))


def _health() -> None:
    """What walls tell of their hours, and their last check-up."""
    op.create_table(
        "wall_hours",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("starts", UtcInstant(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", "starts", name=op.f("pk_wall_hours")),
    )
    op.create_index(op.f("ix_wall_hours_starts"), "wall_hours", ["starts"])
    op.create_table(
        "wall_checkups",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("measured_at", UtcInstant(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", name=op.f("pk_wall_checkups")),
    )


def _sites() -> None:
    """What was checked where each wall stands, with photos."""
    op.create_table(
        "site_checks",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("has_photo", sa.Boolean(), nullable=False),
        sa.Column("checked_at", UtcInstant(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", "item", name=op.f("pk_site_checks")),
    )
    op.create_table(
        "site_photos",
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("display_id", "item", name=op.f("pk_site_photos")),
    )
