"""A stored medium as desks see it."""

from __future__ import annotations

from datetime import timedelta

from displayctl.api.media_choices import Findings
from displayctl.api.models import Count, MediumInfo, MediumKind, MediumState, RenditionInfo
from displayctl.api.streams import StreamInfo
from displayctl.hub.renditions import crops_of, current_renditions
from displayctl.hub.repositories.media import StoredMedium, StoredRendition
from schedules.codec import stream_from_dict
from schedules.stream import LiveStream

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
    "source_sha256",
    "page",
    "folder",
    "look",
    "replaced",
    "begins_ms",
    "ends_ms",
)


def medium_info(medium: StoredMedium) -> MediumInfo:
    """The message about `medium`, with the renditions that are made by today's choices."""
    return MediumInfo(
        kind=MediumKind(medium.kind),
        state=MediumState(medium.state),
        renditions=tuple(_rendition(rendition) for rendition in current_renditions(medium)),
        crops=crops_of(medium),
        findings=None if medium.findings is None else Findings(**medium.findings),
        stream=None if medium.stream is None else _stream(stream_from_dict(medium.stream)),
        **{name: getattr(medium, name) for name in _SAME_FIELDS},
    )


def _stream(stream: LiveStream) -> StreamInfo:
    patience_ms = stream.patience // timedelta(milliseconds=1)
    return StreamInfo(address=stream.shown, patience_ms=patience_ms)


def _rendition(rendition: StoredRendition) -> RenditionInfo:
    duration: Count | None = rendition.asset["duration_ms"]
    return RenditionInfo(
        format=rendition.format,
        sha256=rendition.sha256,
        size_bytes=rendition.asset["size_bytes"],
        duration_ms=duration,
        has_sound=rendition.asset["has_sound"],
    )
