"""Documents as plain dicts of text, whole numbers, truth values, lists and null, ready for canonical JSON.

Whole documents (programme, alert, play record) carry ``kind`` and ``version``; parts do not. Instants are ISO 8601 in
UTC with a Z, durations whole milliseconds under a name ending in ``_ms``, enumerations their value. Every field is
written and required, but for those that came later: these are left out where they say nothing new. Reading raises
UnreadableDocument for a wrong form and InvalidValue for a wrong value, each naming the path to the field, UnknownName
for a reference to nothing, and nothing else, whatever it is given.
"""

from __future__ import annotations

from schedules.alert import Alert, AlertLevel, AlertPicture, AlertSound
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.forms import ASSET, DAYPART, DISPLAY, HOLIDAYS, MEDIUM, PLAYLIST, SLOT, STREAM, TICKER
from schedules.playlist import Asset, Medium, Playlist
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.reading import FLAG, INSTANT, NUMBER, TEXT, Plain, added, choice, document, form, optional, several
from schedules.recurrence import HolidaySet
from schedules.slot import Slot
from schedules.stream import LiveStream
from schedules.ticker import Ticker

VERSION = 1

_PROGRAMME = document(
    "displayctl-programme",
    VERSION,
    form(
        Programme,
        group=TEXT,
        revision=NUMBER,
        made_at=INSTANT,
        valid_until=INSTANT,
        displays=several(DISPLAY),
        media=several(MEDIUM),
        playlists=several(PLAYLIST),
        dayparts=several(DAYPART),
        holidays=several(HOLIDAYS),
        slots=several(SLOT),
        filler_id=optional(TEXT),
        slate_id=optional(TEXT),
        tickers=added(several(TICKER), ()),
    ),
)
_PICTURE = form(AlertPicture, format=TEXT, sha256=TEXT, page=added(NUMBER, 0), neutral=added(FLAG, False))
# An alert's own `kind` would stand where the document's does, so on the wire it is called `template`.
_ALERT = document(
    "displayctl-alert",
    VERSION,
    form(
        Alert,
        {"kind": "template"},
        id=TEXT,
        headline=TEXT,
        level=choice(AlertLevel),
        issued_at=INSTANT,
        effective=INSTANT,
        expires=INSTANT,
        display_ids=several(TEXT),
        supersedes=several(TEXT),
        pictures=several(_PICTURE),
        drill=FLAG,
        kind=added(TEXT, ""),
        area=added(TEXT, ""),
        source=added(TEXT, ""),
        page_seconds=added(NUMBER, 10),
        sound=added(choice(AlertSound), AlertSound.NONE),
        evacuation=added(FLAG, False),
        corrects=added(TEXT, ""),
        auto=added(FLAG, False),
    ),
)
# So is a record's, which is called `showing`.
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
        region=added(TEXT, ""),
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
    return dict(SLOT.write(slot))


def slot_from_dict(plain: Plain) -> Slot:
    """The Slot that `plain` describes; raises as this module says."""
    return SLOT.read(plain, "slot")


def playlist_to_dict(playlist: Playlist) -> dict[str, Plain]:
    """The plain form of a playlist."""
    return dict(PLAYLIST.write(playlist))


def playlist_from_dict(plain: Plain) -> Playlist:
    """The Playlist that `plain` describes; raises as this module says."""
    return PLAYLIST.read(plain, "playlist")


def display_to_dict(display: Display) -> dict[str, Plain]:
    """The plain form of a display."""
    return dict(DISPLAY.write(display))


def display_from_dict(plain: Plain) -> Display:
    """The Display that `plain` describes; raises as this module says."""
    return DISPLAY.read(plain, "display")


def daypart_to_dict(daypart: Daypart) -> dict[str, Plain]:
    """The plain form of a daypart."""
    return dict(DAYPART.write(daypart))


def daypart_from_dict(plain: Plain) -> Daypart:
    """The Daypart that `plain` describes; raises as this module says."""
    return DAYPART.read(plain, "daypart")


def holiday_set_to_dict(holiday_set: HolidaySet) -> dict[str, Plain]:
    """The plain form of a holiday set."""
    return dict(HOLIDAYS.write(holiday_set))


def holiday_set_from_dict(plain: Plain) -> HolidaySet:
    """The HolidaySet that `plain` describes; raises as this module says."""
    return HOLIDAYS.read(plain, "holiday_set")


def medium_to_dict(medium: Medium) -> dict[str, Plain]:
    """The plain form of a medium."""
    return dict(MEDIUM.write(medium))


def medium_from_dict(plain: Plain) -> Medium:
    """The Medium that `plain` describes; raises as this module says."""
    return MEDIUM.read(plain, "medium")


def asset_to_dict(asset: Asset) -> dict[str, Plain]:
    """The plain form of an asset."""
    return dict(ASSET.write(asset))


def asset_from_dict(plain: Plain) -> Asset:
    """The Asset that `plain` describes; raises as this module says."""
    return ASSET.read(plain, "asset")


def stream_to_dict(stream: LiveStream) -> dict[str, Plain]:
    """The plain form of a live stream."""
    return dict(STREAM.write(stream))


def stream_from_dict(plain: Plain) -> LiveStream:
    """The LiveStream that `plain` describes; raises as this module says."""
    return STREAM.read(plain, "stream")


def ticker_to_dict(ticker: Ticker) -> dict[str, Plain]:
    """The plain form of a ticker."""
    return dict(TICKER.write(ticker))


def ticker_from_dict(plain: Plain) -> Ticker:
    """The Ticker that `plain` describes; raises as this module says."""
    return TICKER.read(plain, "ticker")
