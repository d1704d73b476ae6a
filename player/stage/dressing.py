"""What stands on a wall beside its loops: the regions it is divided into, running text, clocks and logos."""

from __future__ import annotations

from dataclasses import dataclass

from player.stage.bounds import check_text, check_zone
from schedules.checks import check_colour, check_count, check_int
from schedules.clock_face import ClockStyle
from schedules.errors import InvalidValue
from schedules.region import Corner, RegionKind

__all__ = (
    "MOST_REGIONS",
    "ClockFace",
    "ClockStyle",
    "Clocks",
    "Corner",
    "Logo",
    "Logos",
    "RegionKind",
    "StageRegion",
    "TickerStrip",
    "Tickers",
)

MOST_REGIONS = 16
MOST_STRIPS = 8
MOST_TEXTS = 50


@dataclass(frozen=True, slots=True)
class StageRegion:
    """A rectangle in canvas pixels. The one with an empty name is where the main picture is.

    Regions lie above the main picture, later ones above earlier ones.
    """

    name: str
    x_px: int
    y_px: int
    width_px: int
    height_px: int
    kind: RegionKind = RegionKind.LOOP

    def __post_init__(self) -> None:
        check_text("region.name", self.name, most=64)
        check_int("region.x_px", self.x_px, 0, 16384)
        check_int("region.y_px", self.y_px, 0, 16384)
        check_int("region.width_px", self.width_px, 1, 16384)
        check_int("region.height_px", self.height_px, 1, 16384)
        if not self.name and self.kind is not RegionKind.LOOP:
            raise InvalidValue("region.kind", "of the main picture is a loop; give every other region a name")


@dataclass(frozen=True, slots=True)
class TickerStrip:
    """Texts that run from right to left without an end, in `region` or else in a band over the wall's lower edge.

    The band is `band_percent` of the canvas's height. `speed_px_s` is in pixels a second. A `separator` stands between
    texts: a picture file, or where that is empty a bullet.
    """

    texts: tuple[str, ...]
    region: str = ""
    band_percent: int = 12
    speed_px_s: int = 120
    ink: str = "#ffffff"
    ground: str = "#0b2545"
    separator: str = ""

    def __post_init__(self) -> None:
        check_count("ticker.texts", self.texts, least=1, most=MOST_TEXTS)
        for text in self.texts:
            check_text("ticker.texts", text, least=1, most=500)
        check_text("ticker.region", self.region, most=64)
        check_int("ticker.band_percent", self.band_percent, 3, 50)
        check_int("ticker.speed_px_s", self.speed_px_s, 10, 1200)
        check_colour("ticker.ink", self.ink)
        check_colour("ticker.ground", self.ground)
        check_text("ticker.separator", self.separator, most=4096)


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A clock in the civil time of `zone`, in `region`."""

    region: str
    zone: str
    style: ClockStyle = ClockStyle.TIME
    ink: str = "#ffffff"
    ground: str = "#0b2545"

    def __post_init__(self) -> None:
        check_text("clock.region", self.region, least=1, most=64)
        check_zone("clock.zone", self.zone)
        check_colour("clock.ink", self.ink)
        check_colour("clock.ground", self.ground)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file, with its transparency, in `region`; else in a corner, `percent` of the canvas's height high."""

    path: str
    region: str = ""
    corner: Corner = Corner.TOP_RIGHT
    percent: int = 15

    def __post_init__(self) -> None:
        check_text("logo.path", self.path, least=1, most=4096)
        check_text("logo.region", self.region, most=64)
        check_int("logo.percent", self.percent, 1, 100)


@dataclass(frozen=True, slots=True)
class Tickers:
    """All running text there is, in place of the former. A strip that stays as it was runs on undisturbed."""

    strips: tuple[TickerStrip, ...] = ()

    def __post_init__(self) -> None:
        check_count("tickers.strips", self.strips, most=MOST_STRIPS)


@dataclass(frozen=True, slots=True)
class Clocks:
    """All clocks there are, in place of the former."""

    faces: tuple[ClockFace, ...] = ()

    def __post_init__(self) -> None:
        check_count("clocks.faces", self.faces, most=MOST_REGIONS)


@dataclass(frozen=True, slots=True)
class Logos:
    """All logos there are, in place of the former."""

    logos: tuple[Logo, ...] = ()

    def __post_init__(self) -> None:
        check_count("logos.logos", self.logos, most=MOST_REGIONS)
