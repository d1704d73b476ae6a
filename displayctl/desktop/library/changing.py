"""Changing a few choices of a medium while the hub prepares it, which gives it new versions all the time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict
from displayctl.api.models import MediumChange, MediumInfo, Problem

TRIES = 4


def change_choices(
    client: HubClient, id: str, choices: Mapping[str, Any], before: Mapping[str, Any] | None = None
) -> MediumInfo:
    """Gives a medium these choices, whatever became of the rest in the meantime.

    With `before` they have to be so now. Raises Conflict where they are not, and what `HubClient.change_medium` raises.
    """
    for _ in range(TRIES):
        medium = client.medium(id)
        if any(getattr(medium, name) != value for name, value in (before or {}).items()):
            break
        try:
            return client.change_medium(id, MediumChange(version=medium.version, **choices))
        except Conflict:
            continue
    raise Conflict(Problem(type="conflict", title="Changed", status=409, detail=f"{id!r} was changed meanwhile"))
