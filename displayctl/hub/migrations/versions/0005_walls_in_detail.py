"""What walls say of themselves: what they can play, site checklists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _scenes()


def _scenes() -> None:
    """Live streams in the library, and where on a wall an item was played."""
    op.add_column("media", sa.Column("stream", sa.JSON(), nullable=True))
    op.add_column("play_records", sa.Column("region", sa.String(), nullable=False, server_default=""))
