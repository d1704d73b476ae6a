"""Numbers that only grow, drawn inside the transaction that uses them."""

from __future__ import annotations

from sqlmodel import Session

from displayctl.hub.tables import CounterRow


def next_version(session: Session) -> int:
    """A version that nothing in this database ever had."""
    row = session.get(CounterRow, "version") or CounterRow(name="version", value=0)
    row.value += 1
    session.add(row)
    return row.value
