"""What needs a person: a sentence, how urgent it is, and the one place where it is dealt with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from displayctl.api.accounts import Role
from displayctl.desktop.places import Place


class Urgency(IntEnum):
    """`NOW`: walls or people suffer already. `SOON`: they will within days. `LATER`: somebody waits, nothing breaks."""

    NOW = 3
    SOON = 2
    LATER = 1


@dataclass(frozen=True, slots=True)
class Need:
    """`key` stays the same as long as it is the same matter; `action` are the words of the button that goes to
    `place`."""

    key: str
    urgency: Urgency
    sentence: str
    action: str
    place: Place


class Rights(Protocol):
    """What the one who works here may do."""

    def may(self, *roles: Role, group: str = "") -> bool:
        """Whether one of `roles` is held for `group`; without one, for any."""
        ...


def in_order(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The most urgent first; what is alike in that stays in the order in which it came. A key is told once."""
    once = {need.key: need for need in reversed(tuple(needs))}
    kept = reversed(tuple(once.values()))
    return tuple(sorted(kept, key=lambda need: -need.urgency))
