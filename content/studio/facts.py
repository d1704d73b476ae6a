"""What a file turned out to be, told as a value that may cross a process border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from schedules.checks import check_int, check_name
from schedules.errors import InvalidValue, UnreadableDocument


class MediaKind(StrEnum):
    """A picture stands still, an animation moves without sound, a document has pages to choose from."""

    PICTURE = "picture"
    ANIMATION = "animation"
    VIDEO = "video"
    DOCUMENT = "document"

    @property
    def moves(self) -> bool:
        """Whether a wall plays it as video."""
        return self in (MediaKind.ANIMATION, MediaKind.VIDEO)


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """A file as it really is, never as its name says.

    `width_px` and `height_px` are the picture as people see it: upright and with square pixels (of a document: its
    first page at 72 dpi). `duration` and `frame_rate` (frames a second, on average) belong to what moves.
    `rotation_degrees` is the clockwise turn already counted into the size. `codec` is the short name of what the
    pictures are packed with, as ``h264`` or ``jpeg``. `pages` is 1 for anything but a document.
    """

    kind: MediaKind
    mime: str
    size_bytes: int
    width_px: int
    height_px: int
    duration: timedelta | None = None
    frame_rate: float | None = None
    variable_rate: bool = False
    rotation_degrees: int = 0
    has_sound: bool = False
    interlaced: bool = False
    codec: str = ""
    pages: int = 1

    def __post_init__(self) -> None:
        check_name("media.mime", self.mime, most=100)
        check_int("media.size_bytes", self.size_bytes, 1, 1 << 40)
        check_int("media.width_px", self.width_px, 1, 1 << 20)
        check_int("media.height_px", self.height_px, 1, 1 << 20)
        check_int("media.pages", self.pages, 1, 100_000)
        if self.kind.moves != (self.duration is not None):
            raise InvalidValue("media.duration", "belongs to what moves, and everything that moves has one")

    def to_dict(self) -> dict[str, Any]:
        """A plain form for JSON, with the duration in milliseconds; `from_dict` reads it."""
        return {
            "kind": self.kind.value,
            "mime": self.mime,
            "size_bytes": self.size_bytes,
            "width_px": self.width_px,
            "height_px": self.height_px,
            "duration_ms": None if self.duration is None else round(self.duration / timedelta(milliseconds=1)),
            "frame_rate": self.frame_rate,
            "variable_rate": self.variable_rate,
            "rotation_degrees": self.rotation_degrees,
            "has_sound": self.has_sound,
            "interlaced": self.interlaced,
            "codec": self.codec,
            "pages": self.pages,
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> MediaFacts:
        """Reads what `to_dict` wrote; raises UnreadableDocument for anything else, InvalidValue for bad numbers."""
        try:
            fields = {key: value for key, value in plain.items() if key not in ("kind", "duration_ms")}
            duration_ms = plain["duration_ms"]
            duration = None if duration_ms is None else timedelta(milliseconds=duration_ms)
            return cls(kind=MediaKind(plain["kind"]), duration=duration, **fields)
        except InvalidValue:
            raise
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableDocument(
                f"these are not the facts of a medium ({error}); inspect the file again"
            ) from error


@dataclass(frozen=True, slots=True)
class Loud:
    """How loud a sound is (EBU R 128): `integrated_lufs` the whole of it, `loudest_lufs` the three seconds that are
    loudest."""

    integrated_lufs: float
    loudest_lufs: float
