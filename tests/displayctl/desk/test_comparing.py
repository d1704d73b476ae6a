"""What publishing would change, on walls that are in parts."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

from displayctl.desk.comparing import OF_A_WALL, ChangeKind, FurtherChange, Subject, compare_programmes, differ
from schedules.region import Region
from schedules.ticker import RunningText, Ticker
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


def test_running_text_alone_is_a_change_of_the_walls_on_which_it_runs() -> None:
    published = builders.programme(displays=(builders.wall("tugu"), builders.wall("taman")))
    text = Ticker("t", "Info", (RunningText("Tes"), RunningText("Dua")), display_ids=("tugu",))
    tugu, taman = compare_programmes(replace(published, tickers=(text,)), published, NOW)
    assert (tugu.changes, taman.count) == ((), 0)
    assert tugu.further == (FurtherChange(Subject.TICKER, ChangeKind.NEW, "Info", "Tes · Dua"),)
    gone, _ = compare_programmes(published, replace(published, tickers=(text,)), NOW)
    assert [each.kind for each in gone.further] == [ChangeKind.REMOVED]


def test_a_booking_of_next_month_is_a_change_of_this_draft() -> None:
    published = builders.programme()
    december = builders.slot("natal", "abc", "08:00-09:00", recurrence=builders.every_day(date(2026, 12, 20)))
    (wall,) = compare_programmes(replace(published, slots=(december,)), published, NOW)
    assert wall.changes == ()
    assert wall.further == (FurtherChange(Subject.BOOKING, ChangeKind.NEW, "Natal"),)
    assert differ(replace(published, slots=(december,)), published)
    assert not differ(replace(published, revision=2), published)


def test_every_setting_of_a_wall_is_a_change_of_it() -> None:
    published = builders.programme()
    (before,) = published.displays
    for change in ({"volume": 20}, {"frame_rate": 50}, {"name": "Lain"}, {"fingerprint": "0" * 64}):
        (wall,) = compare_programmes(replace(published, displays=(replace(before, **change),)), published, NOW)
        assert [each.kind for each in wall.further] == [ChangeKind.CONTENT]
    assert {field.name for field in fields(before)} - {"id"} == {name for names in OF_A_WALL.values() for name in names}
    (new,) = compare_programmes(published, None, NOW)
    assert new.further == ()
