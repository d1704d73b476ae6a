"""Where this desk, the hub and the players are of different versions, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.words import listed

translate = QCoreApplication.translate
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Running:
    """What runs where: `place` is a wall's name, `version` empty where it is not known."""

    place: str
    version: str


def version_order(version: str) -> tuple[int, ...]:
    """For comparing; what is no number counts as 0, and a longer number as newer."""
    return tuple(int(part) if part.isdecimal() and len(part) < 10 else 0 for part in version.split("+")[0].split("."))


def version_notice(desk: str, hub: str, players: Iterable[Running]) -> tuple[str, ...]:
    """A sentence for each difference that somebody should do something about; none where all is the same."""
    told = []
    if hub and hub != desk:
        words = (
            translate("Versions", "The hub is newer ({hub}) than this window ({desk}). Update this computer.")
            if version_order(hub) > version_order(desk)
            else translate("Versions", "This window is newer ({desk}) than the hub ({hub}). Update the hub's computer.")
        )
        told.append(words.format(hub=hub, desk=desk))
    measure = hub or desk
    known = [player for player in players if player.version]
    for older, words in (
        (True, translate("Versions", "Players that are older than the hub: {names}. Update them.")),
        (False, translate("Versions", "Players that are newer than the hub: {names}. Update the hub.")),
    ):
        names = [
            f"{player.place} ({player.version})"
            for player in known
            if player.version != measure and (version_order(player.version) <= version_order(measure)) is older
        ]
        if names:
            told.append(words.format(names=_some(names)))
    return tuple(told)


def _some(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names)
    more = translate("Versions", "{count} more").format(count=len(names) - MOST_NAMED)
    return listed([*names[:MOST_NAMED], more])
