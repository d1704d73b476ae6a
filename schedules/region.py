"""The parts a canvas may be divided into: loops of their own, running text, a clock, a logo."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schedules.checks import check_colour, check_count, check_id, check_int, check_unique
from schedules.clock_face import ClockStyle
from schedules.errors import InvalidValue

MAIN = "utama"
"""The region that the main picture fills, on a canvas that has one of this name."""
_SMALLEST_PX = 16
INK, GROUND = "#ffffff", "#0b2545"


def loop_name(region: str) -> str:
    """The one name of a loop region: empty for the main picture, which may also be called ``utama``."""
    return "" if region == MAIN else region


class RegionKind(StrEnum):
    """What a region shows. Slots are booked into loops alone."""

    LOOP = "loop"
    TICKER = "ticker"
    CLOCK = "clock"
    LOGO = "logo"


class Corner(StrEnum):
    """A corner of a canvas."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


@dataclass(frozen=True, slots=True)
class Region:
    """A named rectangle of a canvas, in canvas pixels; later ones lie above earlier ones.

    A loop may have a `playlist_id` for the hours nobody booked in it; in the region `utama` that is the group's filler.
    A ticker runs the tickers named in `ticker_ids`, or else all that are meant for the wall. A clock shows the civil
    time of the wall in `clock_style`, in `ink` on `ground` (``#rrggbb``). A logo shows the medium `medium_id`.
    """

    name: str
    x_px: int
    y_px: int
    width_px: int
    height_px: int
    kind: RegionKind = RegionKind.LOOP
    playlist_id: str | None = None
    ticker_ids: tuple[str, ...] = ()
    clock_style: ClockStyle = ClockStyle.TIME
    medium_id: str | None = None
    ink: str = INK
    ground: str = GROUND

    def __post_init__(self) -> None:
        check_id("region.name", self.name)
        check_int("region.x_px", self.x_px, 0, 16384)
        check_int("region.y_px", self.y_px, 0, 16384)
        check_int("region.width_px", self.width_px, 1, 16384)
        check_int("region.height_px", self.height_px, 1, 16384)
        check_colour("region.ink", self.ink)
        check_colour("region.ground", self.ground)
        if self.name == MAIN and self.kind is not RegionKind.LOOP:
            raise InvalidValue("region.kind", f"of {MAIN!r} is a loop, since the main picture plays there")
        self._check_loop()
        self._check_ticker()
        self._check_logo()

    @property
    def is_main(self) -> bool:
        """Whether the main picture plays here."""
        return self.name == MAIN

    def format(self, frame_rate: int) -> str:
        """The name of what plays here on a wall of `frame_rate`, as ``320x180@30``."""
        return f"{max(_SMALLEST_PX, self.width_px)}x{max(_SMALLEST_PX, self.height_px)}@{frame_rate}"

    @property
    def logo_format(self) -> str:
        """The name of the size of a logo here, as ``120x60@0``: a still with its transparency."""
        return self.format(0)

    def _check_loop(self) -> None:
        if self.playlist_id is None:
            return
        check_id("region.playlist_id", self.playlist_id)
        if self.kind is not RegionKind.LOOP or self.is_main:
            raise InvalidValue("region.playlist_id", "belongs to a loop beside the main picture; leave it out here")

    def _check_ticker(self) -> None:
        check_count("region.ticker_ids", self.ticker_ids, most=20)
        check_unique("region.ticker_ids", self.ticker_ids)
        for name in self.ticker_ids:
            check_id("region.ticker_ids", name)
        if self.ticker_ids and self.kind is not RegionKind.TICKER:
            raise InvalidValue("region.ticker_ids", "belong to a ticker; leave them out here")

    def _check_logo(self) -> None:
        if (self.kind is RegionKind.LOGO) != (self.medium_id is not None):
            raise InvalidValue("region.medium_id", "belongs to a logo, and every logo has one")
        if self.medium_id is not None:
            check_id("region.medium_id", self.medium_id)


@dataclass(frozen=True, slots=True)
class Logo:
    """A medium in a `corner` of a whole wall, at most `percent` of the canvas's height high and half as wide as it."""

    medium_id: str
    corner: Corner = Corner.TOP_RIGHT
    percent: int = 15

    def __post_init__(self) -> None:
        check_id("logo.medium_id", self.medium_id)
        check_int("logo.percent", self.percent, 1, 100)

    def format(self, width_px: int, height_px: int) -> str:
        """The name of the size of this logo on a canvas of these pixels, as ``320x54@0``."""
        return f"{max(_SMALLEST_PX, width_px // 2)}x{max(_SMALLEST_PX, height_px * self.percent // 100)}@0"
