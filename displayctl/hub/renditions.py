"""Which renditions a medium needs, and making them: for each format of wall one, by the recipe of its choices."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from content.delivery.canonical import canonical_bytes
from content.delivery.store import AssetStore
from content.errors import DoesNotFit
from content.studio.announcement import Announcement
from content.studio.format import Fit, Format, Part, RenderedAsset, RenderOptions, Sound
from content.studio.workshop import Workshop
from displayctl.api.media_choices import EVERY_WALL, Crop
from displayctl.api.models import MediumKind
from displayctl.hub.cards.neutral import is_neutral
from displayctl.hub.cards.told import shorter
from displayctl.hub.repositories.media import StoredMedium, StoredRendition
from schedules.codec import asset_to_dict

LIVE = "Siaran langsung"
TOO_LONG = "too long for "
"""How the message of an announcement begins that some walls have no room for; their formats follow."""
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class RenditionMaker:
    """Makes renditions in the workshop and puts them into the store."""

    workshop: Workshop
    store: AssetStore

    def make(
        self, medium: StoredMedium, format: Format, on_progress: Progress, cancelled: Callable[[], bool]
    ) -> StoredRendition:
        """`medium` for walls of `format`. Raises UnusableMedia, DoesNotFit, StorageFull, ContentMissing, Cancelled."""
        rendered = self._rendered(medium, format, on_progress, cancelled)
        try:
            self.store.add_file(rendered.path)
        finally:
            rendered.path.unlink(missing_ok=True)
        return StoredRendition(str(format), recipe_of(medium, str(format)), asset_to_dict(rendered.asset))

    def _rendered(
        self, medium: StoredMedium, format: Format, on_progress: Progress, cancelled: Callable[[], bool]
    ) -> RenderedAsset:
        words = words_of(medium)
        if words is not None:
            return self._typeset(medium, words, format)
        source, name = self.store.path_of(medium.source_sha256), medium.source_name
        options = _options(medium, format)
        return self.workshop.render(source, format, options, name=name, on_progress=on_progress, cancelled=cancelled)

    def _typeset(self, medium: StoredMedium, words: Announcement, format: Format) -> RenderedAsset:
        """The words; where a wall is too small for the title of a stream, its card made small, and for a data card,
        its first lines."""
        try:
            return self.workshop.render_announcement(words, format)
        except DoesNotFit:
            card = medium.kind == MediumKind.CARD or is_neutral(medium.id)
            fewer = shorter(words) if card else None
            if fewer is not None:
                return self._typeset(medium, fewer, format)
            if medium.stream is None or not medium.poster_sha256:
                raise
        return self.workshop.render(self.store.path_of(medium.poster_sha256), format, name=medium.title)


def _options(medium: StoredMedium, format: Format) -> RenderOptions:
    crop = None if format.is_logo else crop_for(medium, str(format))
    return RenderOptions(
        fit=Fit(medium.fit),
        sound=Sound.MUTED if medium.muted else Sound.LEVELLED,
        page=medium.page,
        part=None if crop is None else Part(crop.x, crop.y, crop.width, crop.height),
        begins=timedelta(milliseconds=medium.begins_ms),
        ends=None if medium.ends_ms is None else timedelta(milliseconds=medium.ends_ms),
    )


def words_of(medium: StoredMedium) -> Announcement | None:
    """What is typeset for a medium that has no file: the announcement, or the title of a stream without a poster."""
    if medium.announcement is not None:
        return Announcement.from_dict(medium.announcement)
    if medium.stream is not None and not medium.source_sha256:
        return Announcement(title=medium.title, body=LIVE)
    return None


def recipe_of(medium: StoredMedium, format: str) -> str:
    """The choices that a rendition for `format` depends on: another recipe means that it has to be made anew."""
    return _recipe_of_words(medium) or _recipe_of_file(medium, format)


def _recipe_of_words(medium: StoredMedium) -> str:
    """That of an announcement or a stream, which is the same for every format; empty for a file."""
    words = medium.announcement
    if words is None and medium.stream is not None:
        words = {"poster": medium.source_sha256 or medium.title, "fit": medium.fit, "page": medium.page}
    return "" if words is None else hashlib.sha256(canonical_bytes(words)).hexdigest()


def _recipe_of_file(medium: StoredMedium, format: str) -> str:
    plain = f"{medium.fit} {'muted' if medium.muted else 'sound'} page {medium.page}"
    return " ".join((plain, *_cut_of(medium, format)))


def _cut_of(medium: StoredMedium, format: str) -> Iterator[str]:
    """What only some media have: another file than they came with, a part of the clip, a part of the picture."""
    if medium.replaced:
        yield f"file {medium.source_sha256}"
    if medium.begins_ms or medium.ends_ms is not None:
        yield f"from {medium.begins_ms} to {medium.ends_ms}"
    crop = crop_for(medium, format)
    if crop is not None:
        yield f"crop {crop.x} {crop.y} {crop.width} {crop.height}"


def crops_of(medium: StoredMedium) -> dict[str, Crop]:
    """By format of wall, or `EVERY_WALL`."""
    return {name: Crop(**crop) for name, crop in (medium.crops or {}).items()}


def crop_for(medium: StoredMedium, format: str) -> Crop | None:
    """The part of the picture that walls of `format` show; None for the whole."""
    crops = medium.crops or {}
    found = crops.get(format, crops.get(EVERY_WALL))
    return None if found is None else Crop(**found)


def same_pictures(one: StoredMedium, other: StoredMedium) -> bool:
    """Whether what walls show of both is the same, whatever their format."""
    formats = {EVERY_WALL, *(one.crops or {}), *(other.crops or {})}
    return all(recipe_of(one, name) == recipe_of(other, name) for name in formats)


def current_renditions(medium: StoredMedium) -> tuple[StoredRendition, ...]:
    """Those made by the recipe of today."""
    words = _recipe_of_words(medium)
    return tuple(
        rendition
        for rendition in medium.renditions
        if rendition.recipe == (words or _recipe_of_file(medium, rendition.format))
    )


def missing_formats(medium: StoredMedium, formats: tuple[Format, ...]) -> tuple[Format, ...]:
    """Those of `formats` that `medium` has no current rendition for."""
    there = {rendition.format for rendition in current_renditions(medium)}
    return tuple(wanted for wanted in formats if str(wanted) not in there)
