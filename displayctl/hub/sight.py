"""What one who asks may see: of things in lists, and of facts as they happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from displayctl.api.models import Event, PartKind, SettingsInfo
from displayctl.hub.asking import Asker, current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.matrix import LOOK, MEND, OFFICE_PARTS
from displayctl.hub.storage import Storage, UnitOfWork

T = TypeVar("T")
_BY_WALL = {"receipt", "player", "hold", "wall-health", "checklist"}
_PARTS = {kind.value for kind in PartKind}
_SHARED = {kind.value for kind in OFFICE_PARTS} | {"medium", "job", "alert", "hello", "trust", "proposal", "submission"}
_SHARED |= {"incident", "drill", "warning", "feed", "request", "request-settings"}


def seen_parts(work: UnitOfWork, kind: PartKind, parts: Iterable[T], id_of: Callable[[T], str]) -> tuple[T, ...]:
    """Those of `parts` that the one who asks may see."""
    asker = current_asker()
    if asker.sees_all or kind in OFFICE_PARTS:
        return tuple(parts)
    belonging = Belonging(work)
    return tuple(part for part in parts if asker.sees(belonging.of(kind.value, id_of(part))))


def seen_settings(asker: Asker, settings: SettingsInfo) -> SettingsInfo:
    """The settings, with the fillers of the asker's own groups only."""
    if asker.sees_all:
        return settings
    mine = {group: name for group, name in settings.filler_ids.items() if asker.may(LOOK, group)}
    return settings.model_copy(update={"filler_ids": mine})


class EventSight:
    """Facts as one who follows them may see them. Of what is gone, its kind and id are told to all."""

    def __init__(self, storage: Storage, asker: Asker) -> None:
        self._storage, self._asker = storage, asker

    def of(self, event: Event) -> Event | None:
        """`event`, or as much of it as may be seen; None for nothing."""
        asker = self._asker
        if asker.sees_all or event.kind in _SHARED:
            return event
        if event.kind == "enrolment":
            return event if asker.may_somewhere(MEND) else None
        if event.kind == "publication":
            return event if asker.may(LOOK, event.id) else None
        if event.kind == "settings":
            seen = seen_settings(asker, SettingsInfo.model_validate(event.data))
            return event.model_copy(update={"data": seen.model_dump(mode="json")})
        if event.kind in _BY_WALL:
            return event if asker.sees(self._groups(PartKind.DISPLAY.value, event.id)) else None
        if event.kind in _PARTS:
            return event if not event.data or asker.sees(self._groups(event.kind, event.id)) else None
        return None

    def _groups(self, kind: str, id: str) -> frozenset[str]:
        with self._storage.reading() as work:
            return Belonging(work).of(kind, id)
