"""The names of the signs that facts and labels may wear; `content.studio.pictograms` draws them."""

from __future__ import annotations

from schedules.errors import InvalidValue

PICTOGRAMS = (
    "briefcase",
    "building",
    "calendar",
    "clock",
    "document",
    "flag",
    "globe",
    "heart",
    "info",
    "mail",
    "megaphone",
    "money",
    "people",
    "person",
    "phone",
    "place",
    "star",
    "warning",
)


def check_pictogram(field: str, name: str) -> None:
    """One of `PICTOGRAMS`, or empty for none."""
    if name and name not in PICTOGRAMS:
        raise InvalidValue(field, f"{name!r:.40} is no sign; known are: {', '.join(PICTOGRAMS)}")
