"""What the agent lays over the programme beside emergencies: the dark, the safe card, test patterns; and dimming."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from player.stage.bounds import check_text
from schedules.brightness import FULL, LEAST
from schedules.checks import check_int
from schedules.errors import InvalidValue

SMALLEST_MODULE_PX, LARGEST_MODULE_PX = 16, 4096
PATTERN = "pattern"
"""What a test pattern is called where covers are told."""


class CoverKind(StrEnum):
    """What hides the programme: nothing, black, or a card that says whose wall it is."""

    NONE = "none"
    DARK = "dark"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Cover:
    """Hides all of the programme, which runs on beneath; overlays lie above it.

    `token` is told in `Showing` as long as it is painted, and reported like an item, with `Presented`, when it is gone.
    `title` and `detail` stand on the card.
    """

    kind: CoverKind = CoverKind.NONE
    token: str = ""
    title: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        check_text("cover.token", self.token, most=200)
        check_text("cover.title", self.title, most=200)
        check_text("cover.detail", self.detail, most=400)
        if (self.kind is CoverKind.NONE) != (not self.token):
            raise InvalidValue("cover.token", "every cover has one, and nothing has none")


@dataclass(frozen=True, slots=True)
class Brightness:
    """How bright all that is painted is, in percent; takes effect at the next refresh."""

    percent: int = FULL

    def __post_init__(self) -> None:
        check_int("brightness.percent", self.percent, LEAST, FULL)


class PatternKind(StrEnum):
    """What a test pattern tests: everything at a glance, or one thing thoroughly."""

    ALL = "all"
    GRID = "grid"
    BARS = "bars"
    GRADIENT = "gradient"
    BORDER = "border"
    MODULES = "modules"
    GREYS = "greys"


@dataclass(frozen=True, slots=True)
class ShowTestPattern:
    """Shows a test pattern above the programme and below overlays, or takes it away.

    `label` stands on that of kind ``all``; that of kind ``modules`` numbers modules of the given size.
    """

    on: bool
    kind: PatternKind = PatternKind.ALL
    label: str = ""
    module_width_px: int = 64
    module_height_px: int = 64

    def __post_init__(self) -> None:
        check_text("test_pattern.label", self.label, most=200)
        for name in ("module_width_px", "module_height_px"):
            check_int(f"test_pattern.{name}", getattr(self, name), SMALLEST_MODULE_PX, LARGEST_MODULE_PX)
