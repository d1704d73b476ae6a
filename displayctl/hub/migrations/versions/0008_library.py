"""The library in depth: folders, looks, cuts and crops, findings, and former files of media."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _choices()
    _versions()


def _choices() -> None:
    """What people choose for a medium, and what was measured of it."""
    op.add_column("media", sa.Column("folder", sa.String(), nullable=False, server_default=""))
    op.add_column("media", sa.Column("look", sa.String(), nullable=False, server_default=""))
    op.add_column("media", sa.Column("replaced", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("media", sa.Column("begins_ms", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("media", sa.Column("ends_ms", sa.Integer(), nullable=True))
    op.add_column("media", sa.Column("crops", sa.JSON(), nullable=True))
    op.add_column("media", sa.Column("findings", sa.JSON(), nullable=True))


def _versions() -> None:
    """Files that media had before they were replaced."""
    op.create_table(
        "medium_versions",
        sa.Column("medium_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(), nullable=False),
        sa.Column("thumbnail_sha256", sa.String(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("width_px", sa.Integer(), nullable=False),
        sa.Column("height_px", sa.Integer(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=True),
        sa.Column("has_sound", sa.Boolean(), nullable=False),
        sa.Column("replaced_at", UtcInstant(), nullable=False),
        sa.Column("replaced_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["medium_id"], ["media.id"], name=op.f("fk_medium_versions_medium_id_media"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("medium_id", "number", name=op.f("pk_medium_versions")),
    )
    op.create_index(op.f("ix_medium_versions_source_sha256"), "medium_versions", ["source_sha256"])
    # When a medium was last played is asked for whole libraries, of millions of records.
    op.create_index(op.f("ix_play_records_medium_id_ends"), "play_records", ["medium_id", "ends"])
