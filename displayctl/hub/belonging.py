"""To which groups a thing belongs. A wall belongs to its first group; all else to the groups of the walls it reaches.

A slot reaches the walls it names, a playlist the walls of the slots that play it (and the group whose filler it is), a
medium those of whatever shows it. What reaches no wall belongs to no group: it is everybody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.models import PartKind
from displayctl.hub.drafts import home_group
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.repositories.parts import Target
from displayctl.hub.storage import UnitOfWork
from schedules.codec import display_from_dict

SETTINGS = "settings"


class Belonging:
    """Answers from one transaction, of which the walls and all references are read when the first question comes."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._known: dict[Target, frozenset[str]] = {}

    def read(self) -> None:
        """Reads what there is now, before it changes."""
        self._known.clear()
        _ = self._groups, self._fillers, self._walls, self._referrers

    def of(self, kind: str, id: str) -> frozenset[str]:
        """The groups of a part or a medium; ``*`` is among them where it reaches every wall."""
        if kind == PartKind.DISPLAY.value:
            return self.of_displays((id,))
        if (kind, id) not in self._known:
            self._known[kind, id] = frozenset()  # whatever leads back here adds nothing
            self._known[kind, id] = self._own(kind, id) | self._of_referrers((kind, id))
        return self._known[kind, id]

    def _own(self, kind: str, id: str) -> frozenset[str]:
        """The groups of the walls that a thing names itself; a ticker that names none runs on every wall."""
        walls = self._walls.get((kind, id), ())
        if kind == PartKind.TICKER.value and not walls and self._work.parts.find(PartKind.TICKER, id) is not None:
            return frozenset({ALL_GROUPS})
        return self.of_displays(walls)

    def of_displays(self, ids: Iterable[str]) -> frozenset[str]:
        """The groups of these walls, of which some may not exist."""
        return frozenset(self._groups[name] for name in ids if name in self._groups)

    def _of_referrers(self, thing: Target) -> frozenset[str]:
        found: set[str] = set()
        for kind, name in self._referrers.get(thing, ()):
            found |= self._of_settings(thing) if kind == SETTINGS else self.of(kind, name)
        return frozenset(found)

    def _of_settings(self, thing: Target) -> set[str]:
        """The groups whose filler a playlist is; every group for the slate."""
        if thing[0] == MEDIUM:
            return {ALL_GROUPS}
        return {group for group, playlist_id in self._fillers.items() if playlist_id == thing[1]}

    @cached_property
    def _groups(self) -> dict[str, str]:
        parts = self._work.parts.all(PartKind.DISPLAY)
        return {part.id: home_group(display_from_dict(part.value)) for part in parts}

    @cached_property
    def _fillers(self) -> dict[str, str]:
        return self._work.settings.get().filler_ids

    @cached_property
    def _walls(self) -> dict[Target, list[str]]:
        """The walls that a thing names itself."""
        found: defaultdict[Target, list[str]] = defaultdict(list)
        for kind, name, target_kind, target_id in self._references:
            if target_kind == PartKind.DISPLAY.value:
                found[kind, name].append(target_id)
        return found

    @cached_property
    def _referrers(self) -> dict[Target, list[Target]]:
        found: defaultdict[Target, list[Target]] = defaultdict(list)
        for kind, name, target_kind, target_id in self._references:
            found[target_kind, target_id].append((kind, name))
        return found

    @cached_property
    def _references(self) -> tuple[tuple[str, str, str, str], ...]:
        return self._work.parts.references()
