"""What would change on which wall, as rows for people and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from displayctl.desk.comparing import WallChange

COLUMNS = ("wall", "booking", "what", "first (UTC)")
NO_CHANGE = "no wall changes within a week"


def change_rows(walls: Iterable[WallChange]) -> list[tuple[str, str, str, str]]:
    """One row for each booking that changes, under `COLUMNS`."""
    return [
        (
            wall.display_name,
            each.slot_name or each.slot_id or "filler",
            each.kind.value,
            f"{each.first_difference:%Y-%m-%d %H:%M}",
        )
        for wall in walls
        for each in wall.changes
    ]


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
        }
        for wall in walls
    ]
