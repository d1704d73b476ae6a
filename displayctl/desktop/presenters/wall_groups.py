"""Groups of walls: which there are, and what making, renaming or dissolving one changes. Arithmetic on walls alone.

The programme of a wall comes from the first of its groups, which also says who may work on it; that is changed in the
form of the wall. All further groups only gather walls: to find them, and to choose them together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from schedules.checks import check_id
from schedules.display import Display
from schedules.errors import InvalidValue

FIELD = "display.groups"
LONGEST = 64
MOST_OF_A_WALL = 32
_STRANGE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Group:
    """`at_home` are the ids of the walls whose programme is this group's, `gathered` those of the others in it."""

    name: str
    at_home: tuple[str, ...] = ()
    gathered: tuple[str, ...] = ()

    @property
    def has_programme(self) -> bool:
        """Whether walls play its programme; then it is neither renamed nor dissolved here."""
        return bool(self.at_home)

    @property
    def walls(self) -> tuple[str, ...]:
        """Everything in it."""
        return (*self.at_home, *self.gathered)


def groups_of(displays: Iterable[Display]) -> tuple[Group, ...]:
    """Those with a programme first, then by name; walls within in their order."""
    walls = tuple(displays)
    names = {name for wall in walls for name in wall.groups}
    found = (
        Group(
            name,
            tuple(wall.id for wall in walls if wall.groups[0] == name),
            tuple(wall.id for wall in walls if name in wall.groups[1:]),
        )
        for name in names
    )
    return tuple(sorted(found, key=lambda group: (not group.has_programme, group.name)))


def group_name(words: str) -> str:
    """The name a group gets from what somebody typed: ``Pasar Luwuk`` becomes ``pasar-luwuk``. Raises InvalidValue."""
    plain = unicodedata.normalize("NFKD", words[:200]).encode("ascii", "ignore").decode().lower()
    name = _STRANGE.sub("-", plain).strip("-")[:LONGEST].strip("-")
    check_id(FIELD, name)
    return name


def with_members(displays: Iterable[Display], name: str, members: Collection[str]) -> tuple[Display, ...]:
    """The walls that change so that exactly `members` are in the group, besides those at home there.

    Raises InvalidValue where a wall would be in too many.
    """
    changed = []
    for wall in displays:
        if wall.groups[0] == name or (wall.id in members) == (name in wall.groups):
            continue
        inside = wall.id in members
        groups = (*wall.groups, name) if inside else tuple(each for each in wall.groups if each != name)
        if len(groups) > MOST_OF_A_WALL:
            raise InvalidValue(FIELD, f"{wall.name!r:.80} is in {MOST_OF_A_WALL} groups already; take it out of one")
        changed.append(replace(wall, groups=groups))
    return tuple(changed)


def renamed(displays: Iterable[Display], old: str, new: str) -> tuple[Display, ...]:
    """The walls that change when a group is called otherwise.

    Raises InvalidValue where walls play its programme, or a group is called so already.
    """
    walls = tuple(displays)
    _check_free_of_programme(walls, old)
    if any(new in wall.groups for wall in walls):
        raise InvalidValue(FIELD, f"there is a group {new!r} already; choose another name")
    return tuple(
        replace(wall, groups=tuple(new if each == old else each for each in wall.groups))
        for wall in walls
        if old in wall.groups
    )


def dissolved(displays: Iterable[Display], name: str) -> tuple[Display, ...]:
    """The walls that change when a group is no more. Raises InvalidValue where walls play its programme."""
    walls = tuple(displays)
    _check_free_of_programme(walls, name)
    return with_members(walls, name, ())


def _check_free_of_programme(walls: Iterable[Display], name: str) -> None:
    if any(wall.groups[0] == name for wall in walls):
        raise InvalidValue(FIELD, f"walls play the programme of {name!r}; change their first group in the wall's form")
