"""How Alembic runs here: on the connection that `displayctl.hub.database` hands over, in one transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from displayctl.hub.instants import UtcInstant
from displayctl.hub.tables import Table


def spell(kind: str, item: Any, autogenerate: object) -> str | Literal[False]:
    """How a column's type is written in a new step; False leaves it to Alembic."""
    if kind == "type" and isinstance(item, UtcInstant):
        return "UtcInstant()"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


def run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Table.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        render_item=spell,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
