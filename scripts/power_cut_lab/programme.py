"""A small programme for the lab: one wall, one picture all day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme

MADE = datetime(2026, 11, 22, tzinfo=UTC)


def a_programme() -> Programme:
    """The programme as revision 1."""
    wall = Display("tugu", "Tugu", "Asia/Makassar", Canvas(640, 384))
    asset = Asset("a" * 64, 1, AssetKind.PICTURE, None)
    return Programme(
        group="utama",
        revision=1,
        made_at=MADE,
        valid_until=MADE + timedelta(days=90),
        displays=(wall,),
        media=(Medium("a", "A", (Rendition(wall.format, asset),)),),
        playlists=(Playlist("pagi", "Pagi", (PlaylistEntry("a", timedelta(seconds=10)),)),),
        filler_id="pagi",
    )
