"""The messages about media, the things in the library."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from displayctl.api.media_choices import Crop, Crops, Findings, Folder
from displayctl.api.message import Count, Document, Instant, Message, Name
from displayctl.api.streams import StreamInfo


class MediumKind(StrEnum):
    PICTURE = "picture"
    ANIMATION = "animation"
    VIDEO = "video"
    DOCUMENT = "document"
    ANNOUNCEMENT = "announcement"
    STREAM = "stream"
    CARD = "card"


def a_kind(kind: str) -> str:
    """A kind of medium with its article, for sentences: "an announcement"."""
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


class MediumState(StrEnum):
    """A medium is usable on walls when `ready`."""

    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


class RenditionInfo(Message):
    format: str
    sha256: str
    size_bytes: Count
    duration_ms: Count | None = None
    has_sound: bool = False


class MediumInfo(Message):
    """One thing in the library. `duration_ms` is the source's own; pictures have none.

    Of a video, walls play what is between `begins_ms` and `ends_ms` (None: its end). `look` is a hash of what it looks
    like (see `content.studio.looks`), empty where it was not looked at; `replaced` counts how often its file was
    replaced.
    """

    id: str
    title: str
    kind: MediumKind
    state: MediumState
    message: str = ""
    version: Count
    created_at: Instant
    updated_at: Instant
    source_name: str = ""
    size_bytes: Count = 0
    width_px: Count = 0
    height_px: Count = 0
    duration_ms: Count | None = None
    has_sound: bool = False
    muted: bool = False
    fit: str = "contain"
    tags: tuple[str, ...] = ()
    expires_at: Instant | None = None
    announcement: Document | None = None
    stream: StreamInfo | None = None
    renditions: tuple[RenditionInfo, ...] = ()
    source_sha256: str = ""
    page: Count = 1
    folder: str = ""
    look: str = ""
    replaced: Count = 0
    begins_ms: Count = 0
    ends_ms: Count | None = None
    crops: dict[str, Crop] = Field(default_factory=dict)
    findings: Findings | None = None

    @property
    def played_ms(self) -> int | None:
        """How long what walls play of it lasts; None for what stands still."""
        if not self.duration_ms:
            return None
        return (self.ends_ms or self.duration_ms) - self.begins_ms


class MediumChange(Message):
    """New properties of a medium; what is left out stays. What changes its pictures makes its renditions anew.

    None stays too, but of `expires_at` (never) and `ends_ms` (to the end of the clip).
    """

    version: Count
    title: Name | None = None
    fit: Annotated[str, Field(pattern="^(contain|cover|stretch)$")] | None = None
    muted: bool | None = None
    tags: Annotated[tuple[Name, ...], Field(max_length=32)] | None = None
    expires_at: Instant | None = None
    folder: Folder | None = None
    page: Annotated[int, Field(strict=True, ge=1, le=5000)] | None = None
    begins_ms: Annotated[int, Field(strict=True, ge=0, le=86_400_000)] | None = None
    ends_ms: Annotated[int, Field(strict=True, ge=500, le=86_400_000)] | None = None
    crops: Crops | None = None


class MediaPage(Message):
    total: Count
    media: tuple[MediumInfo, ...]
