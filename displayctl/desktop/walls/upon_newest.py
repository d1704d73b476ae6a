"""A wall that was changed at two desks at once: what each of them has changed, and what both have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from displayctl.desktop.widgets.inputs import merged
from schedules.display import Display


@dataclass(frozen=True, slots=True)
class Joined:
    """The wall with the changes of both; `is_disputed` where one thing was changed by both, which is as it is here."""

    display: Display
    is_disputed: bool


def joined(before: Display, here: Display, there: Display) -> Joined:
    """What `here` and `there` have made of `before`. Raises InvalidValue where these do not go together."""
    was, ours, theirs = (_facts(each) for each in (before, here, there))
    both = [name for name in was if was[name] not in (ours[name], theirs[name]) and ours[name] != theirs[name]]
    return Joined(Display(**merged(was, ours, theirs)), bool(both))


def _facts(display: Display) -> Mapping[str, Any]:
    return {each.name: getattr(display, each.name) for each in fields(display)}
