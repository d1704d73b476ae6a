"""How each value of a schedule is written to plain values and read back: its fields, their names and kinds."""

from __future__ import annotations

import re
from datetime import time

from schedules.brightness import Brightness, BrightnessSpan
from schedules.checks import check_int
from schedules.clock_face import ClockStyle
from schedules.daypart import Daypart, Hours
from schedules.display import Canvas, Display
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours, OpenOnDates
from schedules.playlist import Arrangement, Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.position import Position
from schedules.reading import (
    DAY,
    DURATION,
    FLAG,
    INSTANT,
    NUMBER,
    TEXT,
    Kind,
    Plain,
    added,
    choice,
    form,
    optional,
    several,
)
from schedules.recurrence import HolidaySet, Recurrence
from schedules.region import GROUND, INK, Corner, Logo, Region, RegionKind
from schedules.slot import DisplayException, Slot, SlotKind
from schedules.stream import PATIENCE, LiveStream
from schedules.ticker import RunningText, Ticker
from schedules.transition import CUT, Motion, Transition, TransitionKind

_TIME = re.compile(r"\A\d\d:\d\d:\d\d\Z")


def _read_time(plain: Plain, path: str) -> time:
    text = TEXT.read(plain, path)
    try:
        if not _TIME.match(text):
            raise ValueError(text)
        return time.fromisoformat(text)
    except ValueError:
        raise InvalidValue(path, f"{text!r:.60} is not a time of day as 06:30:00") from None


def _read_corner(plain: Plain, path: str) -> tuple[int, int]:
    numbers = several(NUMBER).read(plain, path)
    if len(numbers) != 2:
        raise InvalidValue(path, f"has {len(numbers)} numbers; a corner is two, x and y")
    return numbers[0], numbers[1]


def _write_degrees(degrees: float) -> int:
    return round(degrees * 1_000_000)


def _read_degrees(plain: Plain, path: str) -> float:
    millionths = NUMBER.read(plain, path)
    check_int(path, millionths, -180_000_000, 180_000_000)
    return millionths / 1_000_000


_OPTIONAL_DURATION = optional(DURATION)
_MS = {"duration": "duration_ms"}
_TIME_OF_DAY: Kind[time] = Kind(lambda value: value.isoformat(timespec="seconds"), _read_time)
_CORNER: Kind[tuple[int, int]] = Kind(list, _read_corner)
_DEGREES: Kind[float] = Kind(_write_degrees, _read_degrees)
_TEXTS, _DAYS, _NUMBERS = several(TEXT), several(DAY), several(NUMBER)

ASSET = form(
    Asset,
    _MS,
    sha256=TEXT,
    size_bytes=NUMBER,
    kind=choice(AssetKind),
    duration=_OPTIONAL_DURATION,
    has_sound=FLAG,
)
_RENDITION = form(Rendition, format=TEXT, asset=ASSET)
STREAM = form(
    LiveStream,
    {"patience": "patience_ms"},
    url=TEXT,
    patience=added(DURATION, PATIENCE),
)
MEDIUM = form(Medium, id=TEXT, title=TEXT, renditions=several(_RENDITION), stream=added(optional(STREAM), None))
_TRANSITION = form(Transition, _MS, kind=choice(TransitionKind), duration=DURATION)
_ENTRY = form(
    PlaylistEntry,
    _MS,
    medium_id=TEXT,
    duration=_OPTIONAL_DURATION,
    valid_from=optional(INSTANT),
    valid_until=optional(INSTANT),
    share=NUMBER,
    volume=NUMBER,
    transition=added(optional(_TRANSITION), None),
    motion=added(choice(Motion), Motion.NONE),
)
PLAYLIST = form(
    Playlist,
    id=TEXT,
    name=TEXT,
    entries=several(_ENTRY),
    arrangement=choice(Arrangement),
    transition=added(_TRANSITION, CUT),
)
_HOURS = form(Hours, starts=_TIME_OF_DAY, ends=_TIME_OF_DAY, weekdays=_NUMBERS)
DAYPART = form(Daypart, id=TEXT, name=TEXT, hours=several(_HOURS))
HOLIDAYS = form(HolidaySet, id=TEXT, name=TEXT, dates=_DAYS)
_RECURRENCE = form(
    Recurrence,
    first=DAY,
    last=optional(DAY),
    rule=TEXT,
    include_dates=_DAYS,
    except_dates=_DAYS,
    include_holidays=_TEXTS,
    except_holidays=_TEXTS,
)
_EXCEPTION = form(DisplayException, display_id=TEXT, dates=_DAYS)
SLOT = form(
    Slot,
    id=TEXT,
    name=TEXT,
    playlist_id=TEXT,
    display_ids=_TEXTS,
    recurrence=_RECURRENCE,
    created_at=INSTANT,
    hours=optional(_HOURS),
    daypart_id=optional(TEXT),
    priority=NUMBER,
    kind=choice(SlotKind),
    plays_per_hour=optional(NUMBER),
    exceptions=several(_EXCEPTION),
    region=added(TEXT, ""),
    volume=added(NUMBER, 100),
)
_REGION = form(
    Region,
    name=TEXT,
    x_px=NUMBER,
    y_px=NUMBER,
    width_px=NUMBER,
    height_px=NUMBER,
    kind=added(choice(RegionKind), RegionKind.LOOP),
    playlist_id=added(optional(TEXT), None),
    ticker_ids=added(_TEXTS, ()),
    clock_style=added(choice(ClockStyle), ClockStyle.TIME),
    medium_id=added(optional(TEXT), None),
    ink=added(TEXT, INK),
    ground=added(TEXT, GROUND),
)
_LOGO = form(Logo, medium_id=TEXT, corner=choice(Corner), percent=NUMBER)
_CANVAS = form(
    Canvas,
    width_px=NUMBER,
    height_px=NUMBER,
    x_px=NUMBER,
    y_px=NUMBER,
    rotation_degrees=NUMBER,
    mask=several(_CORNER),
    regions=several(_REGION),
)
_POSITION = form(
    Position,
    {"latitude": "latitude_microdegrees", "longitude": "longitude_microdegrees"},
    latitude=_DEGREES,
    longitude=_DEGREES,
)
_BASIS = form(
    LegalBasis,
    regulation=TEXT,
    year=NUMBER,
    number=added(TEXT, ""),
    article=added(TEXT, ""),
)
_OPEN_ON_DATES = form(OpenOnDates, dates=_DAYS, hours=several(_HOURS))
_OPENING = form(
    OpeningHours,
    hours=several(_HOURS),
    exceptions=added(several(_OPEN_ON_DATES), ()),
    basis=added(optional(_BASIS), None),
)
_BRIGHTNESS_SPAN = form(BrightnessSpan, hours=_HOURS, percent=NUMBER)
_BRIGHTNESS = form(
    Brightness,
    spans=several(_BRIGHTNESS_SPAN),
    awas_full=added(FLAG, True),
    basis=added(optional(_BASIS), None),
)
DISPLAY = form(
    Display,
    id=TEXT,
    name=TEXT,
    time_zone=TEXT,
    canvas=_CANVAS,
    frame_rate=NUMBER,
    groups=_TEXTS,
    fingerprint=TEXT,
    logo=added(optional(_LOGO), None),
    volume=added(NUMBER, 100),
    quiet_hours=added(several(_HOURS), ()),
    sound_region=added(TEXT, ""),
    position=added(optional(_POSITION), None),
    opening=added(optional(_OPENING), None),
    brightness=added(optional(_BRIGHTNESS), None),
    quiet_basis=added(optional(_BASIS), None),
    office=added(TEXT, ""),
)
_RUNNING_TEXT = form(
    RunningText,
    text=added(TEXT, ""),
    announcement_id=added(TEXT, ""),
    valid_from=added(optional(INSTANT), None),
    valid_until=added(optional(INSTANT), None),
)
TICKER = form(
    Ticker,
    id=TEXT,
    name=TEXT,
    texts=several(_RUNNING_TEXT),
    display_ids=_TEXTS,
    speed_px_s=NUMBER,
    ink=TEXT,
    ground=TEXT,
    band_percent=NUMBER,
    valid_from=optional(INSTANT),
    valid_until=optional(INSTANT),
)
