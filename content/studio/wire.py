"""What passes between the desk and its confined children: one JSON object a line, failures included."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from content.errors import Cancelled, ContentError, ContentMissing, DoesNotFit, FontsMissing, StorageFull, UnusableMedia
from content.studio.format import Fit, Part, RenderOptions, Sound
from schedules.errors import InvalidValue
from schedules.playlist import Asset, AssetKind

LONGEST_ANSWER_BYTES = 64 << 20
LONGEST_OVERFLOW = 4000
_MILLISECOND = timedelta(milliseconds=1)
_FAMILY: dict[str, type[ContentError]] = {
    kind.__name__: kind for kind in (UnusableMedia, FontsMissing, ContentMissing, StorageFull, Cancelled)
}


def pack(message: Mapping[str, Any]) -> bytes:
    """`message` as one line, line feed included."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def failure_to_dict(error: ContentError | InvalidValue) -> dict[str, Any]:
    """A failure as plain values that `failure_from_dict` makes whole again."""
    plain: dict[str, Any] = {"failed": type(error).__name__, "message": str(error)}
    if isinstance(error, DoesNotFit):
        plain |= {"excess_characters": error.excess_characters, "overflow": error.overflow, "part": error.part}
    if isinstance(error, InvalidValue):
        plain["field"] = error.field
        plain["message"] = str(error).removeprefix(f"{error.field}: ")
    return plain


def failure_from_dict(plain: Mapping[str, Any]) -> Exception:
    """The exception a child reported; an unknown kind becomes UnusableMedia, for the file caused it."""
    message = str(plain.get("message", ""))[:2000]
    if plain.get("failed") == "DoesNotFit":
        overflow, part = (
            str(plain.get("overflow", ""))[:LONGEST_OVERFLOW],
            str(plain.get("part", DoesNotFit.WORDS))[:20],
        )
        return DoesNotFit(message, max(1, int(plain.get("excess_characters", 1))), overflow=overflow, part=part)
    if plain.get("failed") == "InvalidValue":
        return InvalidValue(str(plain.get("field", "value"))[:100], message)
    return _FAMILY.get(str(plain.get("failed")), UnusableMedia)(message)


def asset_to_dict(asset: Asset) -> dict[str, Any]:
    return {
        "sha256": asset.sha256,
        "size_bytes": asset.size_bytes,
        "kind": asset.kind.value,
        "duration_ms": None if asset.duration is None else asset.duration // timedelta(milliseconds=1),
        "has_sound": asset.has_sound,
    }


def asset_from_dict(plain: Mapping[str, Any]) -> Asset:
    duration_ms = plain["duration_ms"]
    return Asset(
        sha256=plain["sha256"],
        size_bytes=plain["size_bytes"],
        kind=AssetKind(plain["kind"]),
        duration=None if duration_ms is None else timedelta(milliseconds=duration_ms),
        has_sound=plain["has_sound"],
    )


def options_to_dict(options: RenderOptions) -> dict[str, Any]:
    part = options.part
    return {
        "fit": options.fit.value,
        "background": options.background,
        "sound": options.sound.value,
        "page": options.page,
        "part": None if part is None else [part.x, part.y, part.width, part.height],
        "begins_ms": options.begins // _MILLISECOND,
        "ends_ms": None if options.ends is None else options.ends // _MILLISECOND,
    }


def options_from_dict(plain: Mapping[str, Any]) -> RenderOptions:
    part, ends_ms = plain.get("part"), plain.get("ends_ms")
    return RenderOptions(
        Fit(plain["fit"]),
        plain["background"],
        Sound(plain["sound"]),
        plain["page"],
        part=None if part is None else Part(*part),
        begins=plain.get("begins_ms", 0) * _MILLISECOND,
        ends=None if ends_ms is None else ends_ms * _MILLISECOND,
    )
