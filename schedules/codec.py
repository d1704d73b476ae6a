"""Documents as plain dicts of text, whole numbers, truth values, lists and null, ready for canonical JSON.

Whole documents (programme, alert, play record) carry ``kind`` and ``version``; parts do not. Instants are ISO 8601 in
UTC with a Z, durations whole milliseconds under a name ending in ``_ms``, enumerations their value. Every field is
written and required. Reading raises UnreadableDocument for a wrong form and InvalidValue for a wrong value, each
naming the path to the field, UnknownName for a reference to nothing, and nothing else, whatever it is given.
"""

from __future__ import annotations

import re
from datetime import time

from schedules.alert import Alert, AlertLevel, AlertPicture
from schedules.daypart import Daypart, Hours
from schedules.display import Canvas, Display, Region
from schedules.errors import InvalidValue
from schedules.playlist import Arrangement, Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.reading import (
    DAY,
    DURATION,
    FLAG,
    INSTANT,
    NUMBER,
    TEXT,
    Kind,
    Plain,
    choice,
    document,
    form,
    optional,
    several,
)
from schedules.recurrence import HolidaySet, Recurrence
from schedules.slot import DisplayException, Slot, SlotKind

VERSION = 1
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


_OPTIONAL_DURATION = optional(DURATION)
_MS = {"duration": "duration_ms"}
_TIME_OF_DAY: Kind[time] = Kind(lambda value: value.isoformat(timespec="seconds"), _read_time)
_CORNER: Kind[tuple[int, int]] = Kind(list, _read_corner)
_TEXTS, _DAYS, _NUMBERS = several(TEXT), several(DAY), several(NUMBER)

_ASSET = form(
    Asset,
    _MS,
    sha256=TEXT,
    size_bytes=NUMBER,
    kind=choice(AssetKind),
    duration=_OPTIONAL_DURATION,
    has_sound=FLAG,
)
_RENDITION = form(Rendition, format=TEXT, asset=_ASSET)
_MEDIUM = form(Medium, id=TEXT, title=TEXT, renditions=several(_RENDITION))
_ENTRY = form(
    PlaylistEntry,
    _MS,
    medium_id=TEXT,
    duration=_OPTIONAL_DURATION,
    valid_from=optional(INSTANT),
    valid_until=optional(INSTANT),
    share=NUMBER,
    volume=NUMBER,
)
_PLAYLIST = form(Playlist, id=TEXT, name=TEXT, entries=several(_ENTRY), arrangement=choice(Arrangement))
_HOURS = form(Hours, starts=_TIME_OF_DAY, ends=_TIME_OF_DAY, weekdays=_NUMBERS)
_DAYPART = form(Daypart, id=TEXT, name=TEXT, hours=several(_HOURS))
_HOLIDAYS = form(HolidaySet, id=TEXT, name=TEXT, dates=_DAYS)
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
_SLOT = form(
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
)
_REGION = form(Region, name=TEXT, x_px=NUMBER, y_px=NUMBER, width_px=NUMBER, height_px=NUMBER)
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
_DISPLAY = form(
    Display,
    id=TEXT,
    name=TEXT,
    time_zone=TEXT,
    canvas=_CANVAS,
    frame_rate=NUMBER,
    groups=_TEXTS,
    fingerprint=TEXT,
)
_PROGRAMME = document(
    "displayctl-programme",
    VERSION,
    form(
        Programme,
        group=TEXT,
        revision=NUMBER,
        made_at=INSTANT,
        valid_until=INSTANT,
        displays=several(_DISPLAY),
        media=several(_MEDIUM),
        playlists=several(_PLAYLIST),
        dayparts=several(_DAYPART),
        holidays=several(_HOLIDAYS),
        slots=several(_SLOT),
        filler_id=optional(TEXT),
        slate_id=optional(TEXT),
    ),
)
_ALERT = document(
    "displayctl-alert",
    VERSION,
    form(
        Alert,
        id=TEXT,
        headline=TEXT,
        level=choice(AlertLevel),
        issued_at=INSTANT,
        effective=INSTANT,
        expires=INSTANT,
        display_ids=_TEXTS,
        supersedes=_TEXTS,
        pictures=several(form(AlertPicture, format=TEXT, sha256=TEXT)),
        drill=FLAG,
    ),
)
# A record's own `kind` would stand where the document's does, so on the wire it is called `showing`.
_RECORD = document(
    "displayctl-play-record",
    VERSION,
    form(
        PlayRecord,
        {"kind": "showing"},
        id=TEXT,
        display_id=TEXT,
        kind=choice(ShowingKind),
        starts=INSTANT,
        ends=INSTANT,
        revision=NUMBER,
        slot_id=TEXT,
        medium_id=TEXT,
        sha256=TEXT,
        presented=NUMBER,
        late=NUMBER,
        dropped=NUMBER,
    ),
)


def programme_to_dict(programme: Programme) -> dict[str, Plain]:
    """The plain form of a programme, with its header."""
    return dict(_PROGRAMME.write(programme))


def programme_from_dict(plain: Plain) -> Programme:
    """The Programme that `plain` describes; raises as this module says."""
    return _PROGRAMME.read(plain, "programme")


def alert_to_dict(alert: Alert) -> dict[str, Plain]:
    """The plain form of an alert, with its header."""
    return dict(_ALERT.write(alert))


def alert_from_dict(plain: Plain) -> Alert:
    """The Alert that `plain` describes; raises as this module says."""
    return _ALERT.read(plain, "alert")


def play_record_to_dict(play_record: PlayRecord) -> dict[str, Plain]:
    """The plain form of a play record, with its header."""
    return dict(_RECORD.write(play_record))


def play_record_from_dict(plain: Plain) -> PlayRecord:
    """The PlayRecord that `plain` describes; raises as this module says."""
    return _RECORD.read(plain, "play_record")


def slot_to_dict(slot: Slot) -> dict[str, Plain]:
    """The plain form of a slot."""
    return dict(_SLOT.write(slot))


def slot_from_dict(plain: Plain) -> Slot:
    """The Slot that `plain` describes; raises as this module says."""
    return _SLOT.read(plain, "slot")


def playlist_to_dict(playlist: Playlist) -> dict[str, Plain]:
    """The plain form of a playlist."""
    return dict(_PLAYLIST.write(playlist))


def playlist_from_dict(plain: Plain) -> Playlist:
    """The Playlist that `plain` describes; raises as this module says."""
    return _PLAYLIST.read(plain, "playlist")


def display_to_dict(display: Display) -> dict[str, Plain]:
    """The plain form of a display."""
    return dict(_DISPLAY.write(display))


def display_from_dict(plain: Plain) -> Display:
    """The Display that `plain` describes; raises as this module says."""
    return _DISPLAY.read(plain, "display")


def daypart_to_dict(daypart: Daypart) -> dict[str, Plain]:
    """The plain form of a daypart."""
    return dict(_DAYPART.write(daypart))


def daypart_from_dict(plain: Plain) -> Daypart:
    """The Daypart that `plain` describes; raises as this module says."""
    return _DAYPART.read(plain, "daypart")


def holiday_set_to_dict(holiday_set: HolidaySet) -> dict[str, Plain]:
    """The plain form of a holiday set."""
    return dict(_HOLIDAYS.write(holiday_set))


def holiday_set_from_dict(plain: Plain) -> HolidaySet:
    """The HolidaySet that `plain` describes; raises as this module says."""
    return _HOLIDAYS.read(plain, "holiday_set")


def medium_to_dict(medium: Medium) -> dict[str, Plain]:
    """The plain form of a medium."""
    return dict(_MEDIUM.write(medium))


def medium_from_dict(plain: Plain) -> Medium:
    """The Medium that `plain` describes; raises as this module says."""
    return _MEDIUM.read(plain, "medium")


def asset_to_dict(asset: Asset) -> dict[str, Plain]:
    """The plain form of an asset."""
    return dict(_ASSET.write(asset))


def asset_from_dict(plain: Plain) -> Asset:
    """The Asset that `plain` describes; raises as this module says."""
    return _ASSET.read(plain, "asset")
