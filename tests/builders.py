"""Small, valid values for tests, with civil times of Luwuk (Asia/Makassar, UTC+8) unless told otherwise."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from schedules.alert import Alert, AlertLevel
from schedules.daypart import EVERY_DAY, Hours
from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind
from schedules.span import Span

ZONE = "Asia/Makassar"
FORMAT = "640x384@30"
SUNDAY = date(2026, 11, 22)


def at(text: str, zone: str = ZONE) -> datetime:
    """``at("2026-11-22 08:00")``: the UTC instant at which clocks in `zone` show it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def span(starts: str, ends: str, zone: str = ZONE) -> Span:
    return Span(at(starts, zone), at(ends, zone))


def hours(text: str, weekdays: tuple[int, ...] = EVERY_DAY) -> Hours:
    """``hours("22:00-02:00")``."""
    starts, ends = text.split("-")
    return Hours(time.fromisoformat(starts), time.fromisoformat(ends), weekdays)


def wall(id: str = "tugu", **changes: Any) -> Display:
    fields: dict[str, Any] = {"name": id.title(), "time_zone": ZONE, "canvas": Canvas(640, 384)}
    return Display(id=id, **{**fields, **changes})


def asset(name: str, seconds: float | None = None) -> Asset:
    """A video of that many seconds, or a picture."""
    kind = AssetKind.PICTURE if seconds is None else AssetKind.VIDEO
    duration = None if seconds is None else timedelta(seconds=seconds)
    return Asset(sha256(name.encode()).hexdigest(), 1000, kind, duration)


def video(id: str, seconds: float, *formats: str) -> Medium:
    chosen = formats or (FORMAT,)
    return Medium(id, id.title(), tuple(Rendition(f, asset(f"{id} {f}", seconds)) for f in chosen))


def picture(id: str, *formats: str) -> Medium:
    return Medium(id, id.title(), tuple(Rendition(f, asset(f"{id} {f}")) for f in formats or (FORMAT,)))


def playlist(id: str, *entries: str | PlaylistEntry, **changes: Any) -> Playlist:
    """A playlist of media ids or whole entries."""
    whole = tuple(entry if isinstance(entry, PlaylistEntry) else PlaylistEntry(entry) for entry in entries)
    return Playlist(id=id, name=id.title(), entries=whole, **changes)


def every_day(first: date = SUNDAY, last: date | None = date(2027, 12, 31), **changes: Any) -> Recurrence:
    return Recurrence(first, last, **changes)


def slot(id: str, playlist_id: str, when: str | None = None, **changes: Any) -> Slot:
    """A slot on the wall ``tugu``, every day from Sunday 22 November 2026, at the hours `when` or all day."""
    fields: dict[str, Any] = {
        "name": id.title(),
        "display_ids": ("tugu",),
        "recurrence": every_day(),
        "created_at": at("2026-11-01 08:00"),
        "hours": hours(when) if when else None,
    }
    return Slot(id=id, playlist_id=playlist_id, **{**fields, **changes})


def interrupt(id: str, playlist_id: str, plays_per_hour: int, when: str | None = None, **changes: Any) -> Slot:
    return slot(id, playlist_id, when, kind=SlotKind.INTERRUPT, plays_per_hour=plays_per_hour, **changes)


def programme(*slots: Slot, **changes: Any) -> Programme:
    """A programme with the wall ``tugu`` (640x384) and these media and playlists, unless changed:

    ``a`` (10 s), ``b`` (20 s), ``c`` (30 s) and the picture ``p``; the playlists ``abc``, ``ab``, ``c``, ``p``; the
    filler is ``p``.
    """
    fields: dict[str, Any] = {
        "group": "utama",
        "revision": 1,
        "made_at": at("2026-11-21 08:00"),
        "valid_until": at("2028-01-01 00:00"),
        "displays": (wall(),),
        "media": (video("a", 10), video("b", 20), video("c", 30), picture("p")),
        "playlists": (playlist("abc", "a", "b", "c"), playlist("ab", "a", "b"), playlist("c", "c"), playlist("p", "p")),
        "slots": slots,
        "filler_id": "p",
    }
    return Programme(**{**fields, **changes})


def alert(id: str = "banjir", level: AlertLevel = AlertLevel.AWAS, **changes: Any) -> Alert:
    """An alert on all walls from 09:00 to 10:00 on Sunday 22 November 2026, issued a minute before."""
    fields: dict[str, Any] = {
        "headline": "Banjir bandang",
        "issued_at": at("2026-11-22 08:59"),
        "effective": at("2026-11-22 09:00"),
        "expires": at("2026-11-22 10:00"),
    }
    return Alert(id=id, level=level, **{**fields, **changes})


def png(width: int = 64, height: int = 48, *beside: tuple[bytes, bytes]) -> bytes:
    """A black PNG of so many pixels, with the parts `beside` (kind and content) between its header and its pixels."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(min(height * ((width + 7) // 8 + 1), 1 << 16)))
    parts = ((b"IHDR", header), *beside, (b"IDAT", rows), (b"IEND", b""))
    framed = (len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)
