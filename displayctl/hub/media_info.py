"""A stored medium as desks see it."""

from __future__ import annotations

from displayctl.api.models import Count, MediumInfo, MediumKind, MediumState, RenditionInfo
from displayctl.hub.renditions import current_renditions
from displayctl.hub.repositories.media import StoredMedium, StoredRendition

_SAME_FIELDS = (
    "id",
    "title",
    "message",
    "version",
    "created_at",
    "updated_at",
    "source_name",
    "size_bytes",
    "width_px",
    "height_px",
    "duration_ms",
    "has_sound",
    "muted",
    "fit",
    "tags",
    "expires_at",
    "announcement",
)


def medium_info(medium: StoredMedium) -> MediumInfo:
    """The message about `medium`, with the renditions that are made by today's choices."""
    return MediumInfo(
        kind=MediumKind(medium.kind),
        state=MediumState(medium.state),
        renditions=tuple(_rendition(rendition) for rendition in current_renditions(medium)),
        **{name: getattr(medium, name) for name in _SAME_FIELDS},
    )


def _rendition(rendition: StoredRendition) -> RenditionInfo:
    duration: Count | None = rendition.asset["duration_ms"]
    return RenditionInfo(
        format=rendition.format,
        sha256=rendition.sha256,
        size_bytes=rendition.asset["size_bytes"],
        duration_ms=duration,
        has_sound=rendition.asset["has_sound"],
    )
