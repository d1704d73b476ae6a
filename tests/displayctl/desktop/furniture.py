"""What a furnished hub holds at first, to be put back after a test that shares the hub with others."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.api.errors import Conflict, NotFound
from displayctl.api.models import Document, MediumChange, MediumInfo, PartKind
from displayctl.desktop.catalogue import Catalogue
from tests.fakes.hub_in_thread import RunningHub

KINDS = (PartKind.SLOT, PartKind.TICKER, PartKind.PLAYLIST, PartKind.DISPLAY)
"""What refers to others comes before what it refers to."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Parts by kind and id, and media by id, as they were."""

    parts: dict[tuple[PartKind, str], Document]
    media: dict[str, MediumInfo]

    def put_back(self, hub: RunningHub) -> None:
        """Make the hub hold these again, and nothing else of their kinds."""
        for kind in KINDS:
            for part in hub.client.parts(kind):
                before = self.parts.get((kind, part.id))
                if before is None:
                    hub.client.delete_part(kind, part.id, part.version)
                elif before != part.value:
                    hub.client.put_part(kind, part.id, before, part.version)
        for medium in hub.client.media().media:
            was = self.media.get(medium.id)
            if was is None:
                _delete(hub, medium)
            elif (was.title, was.tags) != (medium.title, medium.tags):
                hub.client.change_medium(
                    medium.id, MediumChange(version=medium.version, title=was.title, tags=was.tags)
                )

    def is_seen(self, catalogue: Catalogue) -> bool:
        """Whether a desk knows that everything is as it was."""
        wanted = {name: (was.title, was.tags) for name, was in self.media.items()}
        media = {medium.id: (medium.title, medium.tags) for medium in catalogue.media}
        shown = (catalogue.slots, catalogue.tickers, catalogue.playlists, catalogue.displays)
        ids = {(kind, kept.id) for kind, several in zip(KINDS, shown, strict=True) for kept in several}
        return ids == set(self.parts) and media == wanted


def furniture_of(hub: RunningHub) -> Furniture:
    """What the hub holds now."""
    parts = {(kind, part.id): part.value for kind in KINDS for part in hub.client.parts(kind)}
    return Furniture(parts, {medium.id: medium for medium in hub.client.media().media})


def _delete(hub: RunningHub, medium: MediumInfo) -> None:
    """Deletes a medium that may be being prepared, which gives it new versions all the time, or deleted already."""
    while True:
        try:
            hub.client.delete_medium(medium.id, hub.client.medium(medium.id).version)
        except Conflict:
            continue
        except NotFound:
            return
        return
