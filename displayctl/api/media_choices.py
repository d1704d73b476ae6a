"""What people choose for a medium beside its fit, and what was measured of it: folder, cut, crop, findings."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from displayctl.api.message import Message

WHOLE = 10_000
"""Crops are told in ten-thousandths of the picture's width and height."""
LEAST_CROP = 200
DEEPEST_FOLDER, LONGEST_FOLDER = 8, 200
EVERY_WALL = ""
"""The key of the crop for walls that have none of their own."""


def tidy_folder(path: str) -> str:
    """A folder's path as it is stored, ``Dinas/2026``; empty for none. Raises ValueError for one out of bounds."""
    names = [" ".join(name.split()) for name in path.split("/")]
    names = [name for name in names if name]
    if len(names) > DEEPEST_FOLDER:
        raise ValueError(f"has {len(names)} folders within each other; {DEEPEST_FOLDER} are the most")
    if not all(name.isprintable() for name in names):
        raise ValueError("has letters that cannot be seen; type the name anew")
    tidy = "/".join(names)
    if len(tidy) > LONGEST_FOLDER:
        raise ValueError(f"has {len(tidy)} letters; {LONGEST_FOLDER} are the most")
    return tidy


Folder = Annotated[str, Field(max_length=1000), AfterValidator(tidy_folder)]
Share = Annotated[int, Field(strict=True, ge=0, le=WHOLE)]


class Crop(Message):
    """A rectangle of the upright picture, in ten-thousandths of its width and height."""

    x: Share
    y: Share
    width: Annotated[int, Field(strict=True, ge=LEAST_CROP, le=WHOLE)]
    height: Annotated[int, Field(strict=True, ge=LEAST_CROP, le=WHOLE)]

    @model_validator(mode="after")
    def _within(self) -> Crop:
        if self.x + self.width > WHOLE or self.y + self.height > WHOLE:
            raise ValueError("reaches beyond the picture; move it inwards")
        return self


CropKey = Annotated[str, Field(max_length=24, pattern=r"^(\d{2,5}x\d{2,5}@[1-9]\d{1,2})?$")]
Crops = Annotated[dict[CropKey, Crop], Field(max_length=64)]
"""By the format of wall they are for; the key `EVERY_WALL` is for all others."""


Lufs = Annotated[float, Field(ge=-200, le=100, allow_inf_nan=False)]


class SoundFindings(Message):
    """How loud the sound of a film is, in LUFS (EBU R 128): as its file brought it (`source_lufs`), as walls play it
    (`wall_lufs`), and there in its loudest three seconds (`loudest_lufs`). None for silence, and where walls play none.
    """

    source_lufs: Lufs | None = None
    wall_lufs: Lufs | None = None
    loudest_lufs: Lufs | None = None


class Findings(Message):
    """What was measured of a medium.

    `flashes` is the largest number of general flashes (WCAG 2.3.1) within a second over a quarter of the picture or
    more that walls play, and `flashes_at_ms` when that is; more than three may trigger seizures. `letters` is how high
    the small print of a document's page is, in ten-thousandths of the page's height (0: hardly any text). `sound` is
    what was heard of a film; None where nobody has listened yet.
    """

    flashes: Annotated[int, Field(ge=0, le=1000)] = 0
    flashes_at_ms: Annotated[int, Field(ge=0, le=1 << 53)] = 0
    letters: Share = 0
    sound: SoundFindings | None = None

    @property
    def flashing(self) -> bool:
        """Whether it flashes more often than is safe."""
        return self.flashes > MOST_FLASHES


MOST_FLASHES = 3
"""General flashes a second that are still safe (WCAG 2.3.1)."""
