"""Whether the one who asks may make a change to the schedule: judged by what was there before and what is there after.

A change needs its role for every group of a part, before and after it; and nobody may take what they cannot see for
their own, as a playlist that another group plays.
"""

from __future__ import annotations

from collections.abc import Iterable

from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.models import BatchStep, Operation, PartKind, SettingsInfo
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.matrix import EDIT, OFFICE_PARTS, PART_WRITERS
from displayctl.hub.part_forms import FORMS, MEDIUM, WORDS
from displayctl.hub.storage import UnitOfWork

_SHARED = {kind.value for kind in OFFICE_PARTS} | {MEDIUM}


class ChangeRights:
    """Made before the change; `check_after` when it is done and not yet committed."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work, self._asker = work, current_asker()
        self._before = Belonging(work)
        if not self._asker.unbounded:
            self._before.read()

    def check_before(self, steps: Iterable[BatchStep]) -> None:
        """Raises NotPermitted unless everything that `steps` touch may be changed."""
        if not self._asker.unbounded:
            for step in steps:
                self._require(step.kind, step.id, self._before)

    def check_after(self, steps: Iterable[BatchStep]) -> None:
        """Raises NotPermitted unless what the steps have made of it may be made by the one who asks."""
        if self._asker.unbounded:
            return
        after = Belonging(self._work)
        for step in steps:
            if step.operation is Operation.PUT:
                self._require(step.kind, step.id, after)
                self._require_sight_of_targets(step.kind, step.id)

    def _require(self, kind: PartKind, id: str, belonging: Belonging) -> None:
        groups = {ALL_GROUPS} if kind in OFFICE_PARTS else belonging.of(kind.value, id)
        self._asker.require(PART_WRITERS[kind], groups, f"changing the {WORDS[kind.value]} {id!r}")

    def _require_sight_of_targets(self, kind: PartKind, id: str) -> None:
        stored = self._work.parts.find(kind, id)
        if stored is None:
            return
        form = FORMS[kind]
        for target, name in form.targets(form.read(stored.part.value)):
            if target not in _SHARED:
                self._asker.require_sight(self._before.of(target, name), f"the {WORDS[target]} {name!r}")


def require_medium_rights(work: UnitOfWork, id: str) -> None:
    """Raises NotPermitted unless the one who asks may change every use of a medium."""
    asker = current_asker()
    if not asker.unbounded:
        asker.require(EDIT, Belonging(work).of(MEDIUM, id), "changing this medium where it is used")


def settings_to_store(work: UnitOfWork, wanted: SettingsInfo) -> SettingsInfo:
    """`wanted`, with the fillers of groups that the one who asks does not see. Raises NotPermitted for a change of
    what is not theirs.
    """
    asker, current = current_asker(), work.settings.get()
    if asker.sees_all and asker.may(EDIT, ALL_GROUPS):
        return wanted
    kept = {group: name for group, name in current.filler_ids.items() if not asker.sees(frozenset({group}))}
    whole = wanted.model_copy(update={"filler_ids": {**wanted.filler_ids, **kept}})
    groups = set(current.filler_ids) | set(wanted.filler_ids)
    changed = {
        group for group in groups if current.filler_ids.get(group) != wanted.filler_ids.get(group, kept.get(group))
    }
    if current.model_dump(exclude={"filler_ids"}) != whole.model_dump(exclude={"filler_ids"}):
        changed.add(ALL_GROUPS)
    asker.require(EDIT, changed, "changing these settings")
    belonging = Belonging(work)
    for group in changed & set(whole.filler_ids):
        playlist = whole.filler_ids[group]
        asker.require_sight(belonging.of(PartKind.PLAYLIST.value, playlist), f"the playlist {playlist!r}")
    return whole
