"""What would change on which wall, as rows for people and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from displayctl.desk.comparing import WallChange

COLUMNS = ("wall", "booking", "what", "first (UTC)")
NO_CHANGE = "nothing changes on any wall"


def change_rows(walls: Iterable[WallChange]) -> list[tuple[str, str, str, str]]:
    """One row for each change, under `COLUMNS`."""
    rows = []
    for wall in walls:
        for each in wall.changes:
            name = each.slot_name or each.slot_id or "filler"
            rows.append((wall.display_name, name, each.kind.value, f"{each.first_difference:%Y-%m-%d %H:%M}"))
        for other in wall.further:
            name = f"{other.subject.value} {other.name}".strip()
            rows.append((wall.display_name, name, other.kind.value, ""))
    return rows


def plain_changes(walls: Iterable[WallChange]) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "id": wall.display_id,
            "changes": [
                {
                    "slot": each.slot_name or each.slot_id,
                    "kind": each.kind.value,
                    "from": each.first_difference.isoformat(),
                }
                for each in wall.changes
            ],
            "further": [
                {"subject": each.subject.value, "name": each.name, "kind": each.kind.value} for each in wall.further
            ],
        }
        for wall in walls
    ]
