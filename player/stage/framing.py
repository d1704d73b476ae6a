"""A wall that is a window among others on somebody's desk, for those who have no wall yet, not a whole output."""

from __future__ import annotations

import os
from collections.abc import Mapping

VARIABLE = "DISPLAYCTL_PLAYER_WINDOW"
FRAMED = "framed"


def is_framed(environment: Mapping[str, str] | None = None) -> bool:
    """Whether this player was asked to be a window that can be moved and closed."""
    return (os.environ if environment is None else environment).get(VARIABLE, "") == FRAMED
