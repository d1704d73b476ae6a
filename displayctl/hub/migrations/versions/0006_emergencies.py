"""What walls tell of emergencies, and what is kept of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from displayctl.hub.instants import UtcInstant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _wall_section()
    """Adds the tables."""
    _incidents()


def _incidents() -> None:
    """Who raised and signed each alert and for which walls, and pictures of the walls while it was on."""
    op.create_table(
        "alert_stories",
        sa.Column("alert_id", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("alert_id", name=op.f("pk_alert_stories")),
    )
    op.create_table(
        "incident_pictures",
        sa.Column("alert_id", sa.String(), nullable=False),
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("taken_at", UtcInstant(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("alert_id", "display_id", "taken_at", name=op.f("pk_incident_pictures")),
    )
    op.create_index(op.f("ix_incident_pictures_taken_at"), "incident_pictures", ["taken_at"])


def _wall_section() -> None:
    """What walls say of alerts: more than when they showed them."""
    op.create_table(
        "wall_alerts",
        sa.Column("alert_id", sa.String(), nullable=False),
        sa.Column("display_id", sa.String(), nullable=False),
        sa.Column("received_at", UtcInstant(), nullable=True),
        sa.Column("shown_at", UtcInstant(), nullable=True),
        sa.Column("frame", sa.String(), nullable=False),
        sa.Column("ended_at", UtcInstant(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("alert_id", "display_id", name=op.f("pk_wall_alerts")),
    )
    op.execute(
        "INSERT INTO wall_alerts (alert_id, display_id, received_at, shown_at, frame, ended_at, why) "
        "SELECT alert_id, display_id, NULL, at, '', NULL, '' FROM alert_receipts"
    )
    op.drop_table("alert_receipts")
