"""What is measured of a medium once it is rendered: how often it flashes, how small a page's letters are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from content.delivery.store import AssetStore
from content.studio.workshop import Workshop
from displayctl.api.media_choices import WHOLE, Findings
from displayctl.api.models import MediumKind
from displayctl.hub.renditions import current_renditions
from displayctl.hub.repositories.media import StoredMedium, StoredRendition

_MOVING = (MediumKind.VIDEO.value, MediumKind.ANIMATION.value)


@dataclass(frozen=True, slots=True)
class Measurements:
    """Measures in the workshop's children what is in the store."""

    workshop: Workshop
    store: AssetStore

    def of(self, medium: StoredMedium, cancelled: Callable[[], bool]) -> Findings | None:
        """None while there is nothing to measure, as before there is a wall. Raises UnusableMedia, ContentMissing,
        Cancelled."""
        if medium.kind in _MOVING:
            return self._of_film(medium, cancelled)
        if medium.kind == MediumKind.DOCUMENT.value and medium.source_sha256:
            path = self.store.path_of(medium.source_sha256)
            share = self.workshop.letters_share(path, medium.page, name=medium.source_name)
            return Findings(letters=round(share * WHOLE))
        return None

    def _of_film(self, medium: StoredMedium, cancelled: Callable[[], bool]) -> Findings | None:
        """Of the smallest rendition: what walls show, and quickest to decode."""
        films = [each for each in current_renditions(medium) if each.asset["duration_ms"] is not None]
        if not films:
            return None
        path = self.store.path_of(min(films, key=_size).sha256)
        most, at_ms = self.workshop.flashes(path, name=medium.title, cancelled=cancelled)
        return Findings(flashes=most, flashes_at_ms=at_ms)


def _size(rendition: StoredRendition) -> int:
    return int(rendition.asset["size_bytes"])
