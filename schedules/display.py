"""A display is one addressable wall; a canvas is its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from schedules.brightness import Brightness
from schedules.checks import check_count, check_id, check_int, check_name, check_sha256, check_unique
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours
from schedules.position import Position
from schedules.region import MAIN, Logo, Region, RegionKind

ROTATIONS = (0, 90, 180, 270)
FRAME_RATES = (25, 30, 50, 60)
# Twice a 4K output: a decoder holds some twenty frames of a canvas in memory.
MOST_PIXELS = 1 << 24
MOST_OFFICE = 120


@dataclass(frozen=True, slots=True)
class Canvas:
    """A wall's pixels: size of the picture, where it lies in the video output, and its shape.

    `width_px` and `height_px` are the size of the picture as people see it; `x_px`, `y_px` place it, after
    clockwise rotation by `rotation_degrees`, in the output. `mask` is a polygon in canvas pixels outside of
    which nothing is shown; empty means the whole rectangle.
    """

    width_px: int
    height_px: int
    x_px: int = 0
    y_px: int = 0
    rotation_degrees: int = 0
    mask: tuple[tuple[int, int], ...] = ()
    regions: tuple[Region, ...] = ()

    def __post_init__(self) -> None:
        check_int("canvas.width_px", self.width_px, 16, 16384)
        check_int("canvas.height_px", self.height_px, 16, 16384)
        if self.width_px * self.height_px > MOST_PIXELS:
            size = f"{self.width_px}x{self.height_px}"
            raise InvalidValue("canvas.height_px", f"{size} is more than {MOST_PIXELS} pixels; use several displays")
        check_int("canvas.x_px", self.x_px, 0, 16384)
        check_int("canvas.y_px", self.y_px, 0, 16384)
        if self.rotation_degrees not in ROTATIONS:
            raise InvalidValue("canvas.rotation_degrees", f"{self.rotation_degrees} is not one of {ROTATIONS}")
        check_count("canvas.mask", self.mask, most=256)
        if self.mask and len(self.mask) < 3:
            raise InvalidValue("canvas.mask", "needs at least three corners, or none at all")
        for x, y in self.mask:
            check_int("canvas.mask.x", x, 0, self.width_px)
            check_int("canvas.mask.y", y, 0, self.height_px)
        check_count("canvas.regions", self.regions, most=16)
        check_unique("canvas.regions", [region.name for region in self.regions])
        for region in self.regions:
            if region.x_px + region.width_px > self.width_px or region.y_px + region.height_px > self.height_px:
                raise InvalidValue("canvas.regions", f"{region.name!r} reaches beyond the canvas; make it smaller")


@dataclass(frozen=True, slots=True)
class Display:
    """One addressable wall.

    `time_zone` is an IANA name; civil times of slots are read in it. `frame_rate` (frames a second) is what video is
    normalised to. `fingerprint` is the SHA-256 of the public key of the player that may show this wall's
    programme; empty until one is paired.

    `logo` lies in a corner of the wall. `volume`, in percent, is that of all sound, and there is none in `quiet_hours`.
    One picture at a time is heard: the main one, or that of the loop region `sound_region`.
    `position` is where the wall stands; None where nobody has said.

    Outside of its `opening` hours (None: always open) it is dark, but for emergencies; `brightness` dims it by hours.
    `quiet_basis` is the rule that the quiet hours rest on. `office` is whose wall it is, as its safe card says.
    """

    id: str
    name: str
    time_zone: str
    canvas: Canvas
    frame_rate: int = 30
    groups: tuple[str, ...] = ("utama",)
    fingerprint: str = ""
    logo: Logo | None = None
    volume: int = 100
    quiet_hours: tuple[Hours, ...] = ()
    sound_region: str = ""
    position: Position | None = None
    opening: OpeningHours | None = None
    brightness: Brightness | None = None
    quiet_basis: LegalBasis | None = None
    office: str = ""

    def __post_init__(self) -> None:
        check_id("display.id", self.id)
        check_name("display.name", self.name)
        zone(self.time_zone)
        if self.frame_rate not in FRAME_RATES:
            raise InvalidValue("display.frame_rate", f"{self.frame_rate} is not one of {FRAME_RATES}")
        check_count("display.groups", self.groups, most=32, least=1)
        check_unique("display.groups", self.groups)
        for group in self.groups:
            check_id("display.groups", group)
        if self.fingerprint:
            check_sha256("display.fingerprint", self.fingerprint)
        check_int("display.volume", self.volume, 0, 100)
        check_count("display.quiet_hours", self.quiet_hours, most=32)
        if self.sound_region and not self.has_loop(self.sound_region):
            raise InvalidValue("display.sound_region", f"{self.sound_region!r:.80} is no loop region of this wall")
        if self.office:
            check_name("display.office", self.office, most=MOST_OFFICE)

    @property
    def format(self) -> str:
        """The name of the whole canvas's pictures, as ``640x384@30``: walls of one format share renditions."""
        return f"{self.canvas.width_px}x{self.canvas.height_px}@{self.frame_rate}"

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of all that plays here: of the main picture first, then of the other loops and the logos."""
        loops = [self.format_of(name) for name in self.loops]
        logos = [region.logo_format for region in self.canvas.regions if region.kind is RegionKind.LOGO]
        corner = [self.logo_format] if self.logo else []
        return tuple(dict.fromkeys([*loops, *logos, *corner]))

    @property
    def loops(self) -> tuple[str, ...]:
        """The regions that have a loop: the main picture first, as an empty name, then the others in their order."""
        return ("", *(r.name for r in self.canvas.regions if r.kind is RegionKind.LOOP and not r.is_main))

    def has_loop(self, region: str) -> bool:
        """Whether slots may be booked into `region` here; empty, or ``utama``, is the main picture."""
        return region in (*self.loops, MAIN)

    def format_of(self, region: str) -> str:
        """The name of what plays in a loop region; raises InvalidValue for one this wall does not have."""
        if not self.has_loop(region):
            raise InvalidValue("region", f"{region!r:.80} is no loop region of {self.name!r}; choose another")
        found = next((r for r in self.canvas.regions if r.name == (region or MAIN)), None)
        return self.format if found is None else found.format(self.frame_rate)

    def region(self, name: str) -> Region:
        """The region called `name`; raises InvalidValue for one this wall does not have."""
        for region in self.canvas.regions:
            if region.name == name:
                return region
        raise InvalidValue("region", f"{name!r:.80} is no region of {self.name!r}; choose another")

    @property
    def logo_format(self) -> str:
        """The name of the size of the corner's logo; empty where there is none."""
        return self.logo.format(self.canvas.width_px, self.canvas.height_px) if self.logo else ""


def zone(name: str) -> ZoneInfo:
    """The time zone called `name`; raises InvalidValue for a name the time zone database does not have."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as error:
        raise InvalidValue("time_zone", f"{name!r} is not a known time zone; try Asia/Makassar") from error
