"""What an office's own template makes an announcement look like, carried within it: no hub has to know the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from content.studio.contrast import GRAPHIC_CONTRAST, READABLE_CONTRAST, least_contrast, readable_on
from content.studio.pictogram_names import check_pictogram
from schedules.checks import check_colour, check_name
from schedules.errors import InvalidValue

LONGEST_LABEL = 40


class Bearing(StrEnum):
    """How the words stand."""

    LEADING = "leading"
    CENTRED = "centred"


class Heading(StrEnum):
    """How the template's label is set: on a tab, on a band across the canvas, or between two rules."""

    TAB = "tab"
    BAND = "band"
    RULES = "rules"


class Ornament(StrEnum):
    """What is drawn on the ground, beside the words."""

    SIDE_BAR = "side-bar"
    FRAME = "frame"
    KAWUNG = "kawung"
    HORIZON = "horizon"
    NONE = "none"
    HAZARD = "hazard"


@dataclass(frozen=True, slots=True)
class Outfit:
    """One look. `ground_top` and `ground_bottom` are the ends of a gradient; all colours are ``#rrggbb``.

    Letters are white or near-black, whichever is read on both ends. HAZARD belongs to emergencies alone.
    """

    ground_top: str
    ground_bottom: str
    accent: str
    label: str = ""
    pictogram: str = ""
    bearing: Bearing = Bearing.LEADING
    heading: Heading = Heading.TAB
    ornament: Ornament = Ornament.NONE
    serif: bool = False

    def __post_init__(self) -> None:
        for field in ("ground_top", "ground_bottom", "accent"):
            check_colour(f"outfit.{field}", getattr(self, field))
        if self.label:
            check_name("outfit.label", self.label, most=LONGEST_LABEL)
        check_pictogram("outfit.pictogram", self.pictogram)
        if self.ornament is Ornament.HAZARD:
            raise InvalidValue("outfit.ornament", "warning stripes are for emergencies; choose another ornament")
        self._check_contrast()

    def _check_contrast(self) -> None:
        grounds = (self.ground_top, self.ground_bottom)
        if least_contrast(readable_on(*grounds), grounds) < READABLE_CONTRAST:
            raise InvalidValue(
                "outfit.ground_bottom",
                "no letters can be read on both ends of the ground; choose two dark colours, or two light ones",
            )
        ratio = least_contrast(self.accent, grounds)
        if ratio < GRAPHIC_CONTRAST:
            raise InvalidValue(
                "outfit.accent",
                f"stands out from the ground by {ratio:.1f} : 1, and 3 : 1 is the least; make it lighter or darker",
            )

    @property
    def letters(self) -> str:
        """The colour of words on the ground."""
        return readable_on(self.ground_top, self.ground_bottom)

    def to_dict(self) -> dict[str, Any]:
        """A plain form for JSON."""
        named = {"bearing": self.bearing.value, "heading": self.heading.value, "ornament": self.ornament.value}
        return {**asdict(self), **named}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Outfit:
        """Reads what `to_dict` wrote. Raises InvalidValue, and KeyError, TypeError or ValueError for another form."""
        fields = dict(plain)
        for name, sort in (("bearing", Bearing), ("heading", Heading), ("ornament", Ornament)):
            if name in fields:
                fields[name] = sort(fields[name])
        if not isinstance(fields.get("serif", False), bool):
            raise InvalidValue("outfit.serif", "is neither true nor false")
        return cls(**fields)
