"""What is measured of a medium once it is rendered: how often it flashes, how loud it is, how small its letters are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from content.delivery.store import AssetStore
from content.studio.workshop import Workshop
from displayctl.api.media_choices import WHOLE, Findings, SoundFindings
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
        return Findings(flashes=most, flashes_at_ms=at_ms, sound=self.of_sound(medium, cancelled))

    def of_sound(self, medium: StoredMedium, cancelled: Callable[[], bool]) -> SoundFindings:
        """How loud a film came, and how loud walls play it. Raises as `of`."""
        sounding = [each for each in current_renditions(medium) if each.asset["has_sound"]]
        if not sounding:
            return SoundFindings()
        name = medium.source_name or medium.title
        came = self.workshop.loudness(self.store.path_of(medium.source_sha256), name=name, cancelled=cancelled)
        path = self.store.path_of(min(sounding, key=_size).sha256)
        played = self.workshop.loudness(path, name=medium.title, cancelled=cancelled)
        return SoundFindings(
            source_lufs=None if came is None else round(came.integrated_lufs, 1),
            wall_lufs=None if played is None else round(played.integrated_lufs, 1),
            loudest_lufs=None if played is None else round(played.loudest_lufs, 1),
        )


def _size(rendition: StoredRendition) -> int:
    return int(rendition.asset["size_bytes"])
