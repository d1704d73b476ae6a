"""What publishing would change, on walls that are in parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from displayctl.desk.comparing import ChangeKind, compare_programmes
from schedules.region import Region
from tests import builders

NOW = builders.at("2026-11-22 09:00")
WEEK_LONG = timedelta(days=7)


def test_what_plays_in_two_parts_at_once_counts_once() -> None:
    whole = builders.wall()
    regions = (
        Region("utama", 0, 0, 480, 384),
        Region("sisi", 480, 0, 160, 384, playlist_id="side"),
    )
    parted = replace(whole, canvas=replace(whole.canvas, regions=regions))
    shown = (whole.format, "480x384@30", "160x384@30")
    draft = builders.programme(
        displays=(parted,),
        media=(builders.picture("a", *shown),),
        playlists=(builders.playlist("p", "a"), builders.playlist("side", "a")),
    )
    (wall,) = compare_programmes(draft, None, NOW)
    (filler,) = wall.changes
    assert filler.kind is ChangeKind.NEW
    assert filler.airtime_after == WEEK_LONG
