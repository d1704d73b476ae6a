"""Who has the wall when, told as an operator would: bookings on Sunday 22 November 2026 in Luwuk."""

from __future__ import annotations

import cProfile
from datetime import UTC, date, datetime, timedelta

import pytest

from schedules.compiler import Overlap, Segment, compile_programme
from schedules.daypart import Daypart
from schedules.errors import InvalidValue, UnknownName
from schedules.playlist import Arrangement, PlaylistEntry
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from schedules.slot import DisplayException
from schedules.span import Span
from tests.builders import SUNDAY, at, every_day, hours, picture, playlist, programme, slot, span, video, wall

MORNING = span("2026-11-22 06:00", "2026-11-22 12:00")


def told(programme: Programme, when: Span = MORNING) -> list[str]:
    """The segments as ``"08:00 name"`` in the time of Luwuk."""
    return [_line(segment) for segment in compile_programme(programme, "tugu", when).segments]


def _line(segment: Segment) -> str:
    local = segment.span.starts + timedelta(hours=8)
    return f"{local:%H:%M} {segment.slot_id or segment.kind.value}"


def media(segment: Segment) -> list[str]:
    return [item.medium_id for item in segment.items]


def test_a_slot_has_its_hours_and_the_filler_the_rest() -> None:
    assert told(programme(slot("pagi", "ab", "08:00-10:00"))) == ["06:00 filler", "08:00 pagi", "10:00 filler"]


def test_the_higher_priority_has_the_wall_and_the_lower_one_goes_on_after_it() -> None:
    lines = told(
        programme(
            slot("low", "ab", "08:00-11:00", priority=30),
            slot("high", "c", "09:00-10:00", priority=70),
        )
    )
    assert lines == ["06:00 filler", "08:00 low", "09:00 high", "10:00 low", "11:00 filler"]


def test_of_equal_priority_the_narrower_wins() -> None:
    lines = told(programme(slot("wide", "ab", "07:00-12:00"), slot("narrow", "c", "08:00-09:00")))
    assert lines == ["06:00 filler", "07:00 wide", "08:00 narrow", "09:00 wide"]


def test_of_equal_width_the_newer_wins_and_of_equal_age_the_first_id() -> None:
    newer = slot("newer", "c", "08:00-09:00", created_at=at("2026-11-02 08:00"))
    assert "08:00 newer" in told(programme(slot("a", "ab", "08:00-09:00"), newer))
    assert "08:00 a" in told(programme(slot("b", "ab", "08:00-09:00"), slot("a", "ab", "08:00-09:00")))


def test_a_slot_is_over_midnight_at_its_place_on_both_sides() -> None:
    night = programme(slot("malam", "ab", "22:00-02:00", recurrence=every_day(SUNDAY, SUNDAY)))
    lines = told(night, span("2026-11-22 21:00", "2026-11-23 03:00"))
    assert lines == ["21:00 filler", "22:00 malam", "02:00 filler"]


def test_a_daypart_gives_the_hours() -> None:
    rush = Daypart("sibuk", "Jam sibuk", (hours("06:30-07:00", (6,)), hours("09:00-10:00", (0, 6))))
    lines = told(programme(slot("s", "ab", daypart_id="sibuk"), dayparts=(rush,)))
    assert lines == ["06:00 filler", "06:30 s", "07:00 filler", "09:00 s", "10:00 filler"]


def test_a_daypart_that_overlaps_itself_plays_the_narrower_part() -> None:
    twice = Daypart("d", "D", (hours("07:00-11:00"), hours("08:00-09:00")))
    plan = programme(slot("s", "ab", daypart_id="d"), dayparts=(twice,))
    compilation = compile_programme(plan, "tugu", MORNING)
    anchors = [segment.anchor for segment in compilation.segments if segment.slot_id]
    assert anchors == [at("2026-11-22 07:00"), at("2026-11-22 08:00"), at("2026-11-22 07:00")]
    assert compilation.overlaps == ()


def test_a_display_exception_leaves_out_one_wall_on_one_day() -> None:
    closed = DisplayException("tugu", (SUNDAY,))
    plan = programme(
        slot("s", "ab", "08:00-09:00", display_ids=("tugu", "taman"), exceptions=(closed,)),
        displays=(wall("tugu"), wall("taman")),
    )
    assert told(plan) == ["06:00 filler"]
    assert "08:00 s" in told(plan, span("2026-11-23 06:00", "2026-11-23 12:00"))
    taman = compile_programme(plan, "taman", MORNING)
    assert [segment.slot_id for segment in taman.segments] == ["", "s", ""]


def test_slots_of_other_walls_do_not_matter() -> None:
    plan = programme(slot("s", "ab", display_ids=("taman",)), displays=(wall("tugu"), wall("taman")))
    assert told(plan) == ["06:00 filler"]


def test_a_slot_of_nothing_but_expired_items_hides_nobody() -> None:
    expired = PlaylistEntry("a", valid_until=at("2026-11-22 07:00"))
    plan = programme(
        slot("old", "old", priority=90),
        slot("next", "ab", "06:00-09:00"),
        playlists=(playlist("old", expired), playlist("ab", "a", "b"), playlist("p", "p")),
    )
    assert told(plan) == ["06:00 old", "07:00 next", "09:00 filler"]


def test_when_filler_is_expired_too_the_slate_is_shown_never_nothing() -> None:
    expired = PlaylistEntry("p", valid_until=at("2026-11-22 07:00"))
    plan = programme(playlists=(playlist("p", expired),), slate_id="a")
    segments = compile_programme(plan, "tugu", MORNING).segments
    assert [segment.kind for segment in segments] == [ShowingKind.FILLER, ShowingKind.SLATE]
    assert media(segments[1]) == ["a"]


def test_a_slate_without_rendition_has_no_items() -> None:
    plan = programme(media=(video("a", 10, "1x1@1"),), playlists=(), filler_id=None, slate_id="a")
    assert compile_programme(plan, "tugu", MORNING).segments[0].items == ()
    assert compile_programme(programme(filler_id=None), "tugu", MORNING).segments[0].items == ()


def test_a_picture_as_slate_stays_for_the_day() -> None:
    (segment,) = compile_programme(programme(filler_id=None, slate_id="p"), "tugu", MORNING).segments
    assert segment.items[0].duration == timedelta(hours=24)


def test_media_without_a_rendition_for_this_wall_are_left_out() -> None:
    plan = programme(slot("s", "ab"), media=(video("a", 10), video("b", 20, "512x256@30"), video("c", 3), picture("p")))
    (segment,) = compile_programme(plan, "tugu", MORNING).segments
    assert media(segment) == ["a"]


def test_after_the_programme_has_ended_only_filler_is_left() -> None:
    plan = programme(slot("s", "ab"), valid_until=at("2026-11-22 09:30"))
    assert told(plan) == ["06:00 s", "09:30 filler"]
    assert told(plan, span("2026-11-25 06:00", "2026-11-25 07:00")) == ["06:00 filler"]


def test_the_loop_begins_with_the_occurrence_whenever_one_looks() -> None:
    plan = programme(slot("s", "abc", "08:00-10:00"))
    whole = compile_programme(plan, "tugu", MORNING).segments[1]
    late = compile_programme(plan, "tugu", span("2026-11-22 09:17", "2026-11-22 09:18")).segments[0]
    assert whole.anchor == late.anchor == at("2026-11-22 08:00")
    assert [item.offset.seconds for item in late.items] == [0, 10, 30]


def test_the_loop_starts_anew_when_its_entries_change_and_only_then() -> None:
    entries = (
        PlaylistEntry("a"),
        PlaylistEntry("b", valid_from=at("2026-11-22 09:00")),
        PlaylistEntry("x", valid_until=at("2026-11-22 10:00")),  # no rendition for this wall: no change at its end
        PlaylistEntry("c", valid_until=at("2026-11-22 11:00")),
    )
    plan = programme(
        slot("s", "s", "08:00-12:00"),
        media=(video("a", 10), video("b", 20), video("c", 30), video("x", 5, "1x1@1"), picture("p")),
        playlists=(playlist("s", *entries), playlist("p", "p")),
    )
    segments = [s for s in compile_programme(plan, "tugu", MORNING).segments if s.slot_id]
    assert [(s.anchor, media(s)) for s in segments] == [
        (at("2026-11-22 08:00"), ["a", "c"]),
        (at("2026-11-22 09:00"), ["a", "b", "c"]),
        (at("2026-11-22 11:00"), ["a", "b"]),
    ]


def test_an_entry_that_takes_over_from_its_twin_starts_the_loop_anew() -> None:
    edge = at("2026-11-22 09:00")
    same = (PlaylistEntry("a", valid_until=edge), PlaylistEntry("a", valid_from=edge))
    plan = programme(slot("s", "s", "08:00-10:00"), playlists=(playlist("s", *same), playlist("p", "p")))
    anchors = [s.anchor for s in compile_programme(plan, "tugu", MORNING).segments if s.slot_id]
    assert anchors == [at("2026-11-22 08:00"), edge]


def test_a_loop_paused_by_a_higher_slot_keeps_its_clock() -> None:
    plan = programme(slot("low", "ab", "08:00-11:00", priority=30), slot("high", "c", "09:00-10:00"))
    lows = [s for s in compile_programme(plan, "tugu", MORNING).segments if s.slot_id == "low"]
    assert [segment.anchor for segment in lows] == [at("2026-11-22 08:00")] * 2


def test_filler_begins_anew_at_each_midnight_of_the_wall() -> None:
    segments = compile_programme(programme(), "tugu", span("2026-11-21 20:00", "2026-11-23 04:00")).segments
    assert [segment.anchor for segment in segments] == [at(f"2026-11-{day} 00:00") for day in (21, 22, 23)]


def test_a_picture_shows_ten_seconds_and_an_entry_may_say_otherwise() -> None:
    entries = ("p", PlaylistEntry("p", duration=timedelta(seconds=3)), PlaylistEntry("a", timedelta(seconds=15)))
    plan = programme(slot("s", "s"), playlists=(playlist("s", *entries), playlist("p", "p")))
    (segment,) = compile_programme(plan, "tugu", MORNING).segments
    assert [item.duration.seconds for item in segment.items] == [10, 3, 15]


def test_shares_are_seconds_on_air() -> None:
    by_shares = playlist("s", "a", PlaylistEntry("c", share=1), arrangement=Arrangement.SHARES)
    plan = programme(slot("s", "s"), playlists=(by_shares, playlist("p", "p")))
    (segment,) = compile_programme(plan, "tugu", MORNING).segments
    assert sorted(media(segment)) == ["a", "a", "a", "c"]


def test_a_day_with_a_clock_change_is_covered_whole() -> None:
    berlin = wall("tugu", time_zone="Europe/Berlin")
    plan = programme(slot("s", "ab", recurrence=every_day(date(2026, 10, 1))), displays=(berlin,))
    day = span("2026-10-25 00:00", "2026-10-26 00:00", "Europe/Berlin")
    (segment,) = compile_programme(plan, "tugu", day).segments
    assert segment.span.length == timedelta(hours=25)


def test_overlaps_tell_who_hid_whom_and_why() -> None:
    plan = programme(
        slot("low", "ab", "08:00-11:00", priority=30),
        slot("wide", "ab", "07:00-10:00"),
        slot("narrow", "c", "09:00-09:30"),
    )
    assert set(compile_programme(plan, "tugu", MORNING).overlaps) == {
        Overlap(span("2026-11-22 08:00", "2026-11-22 09:00"), "wide", "low", LosingRule.LOWER_PRIORITY),
        Overlap(span("2026-11-22 09:00", "2026-11-22 09:30"), "narrow", "low", LosingRule.LOWER_PRIORITY),
        Overlap(span("2026-11-22 09:30", "2026-11-22 10:00"), "wide", "low", LosingRule.LOWER_PRIORITY),
        Overlap(span("2026-11-22 09:00", "2026-11-22 09:30"), "narrow", "wide", LosingRule.WIDER),
    }


def test_age_and_id_settle_overlaps_too() -> None:
    twins = (slot("a", "ab", "08:00-09:00"), slot("b", "ab", "08:00-09:00"))
    newer = slot("newer", "ab", "08:00-09:00", created_at=at("2026-11-03 00:00"))
    rules = {o.loser_id: o.rule for o in compile_programme(programme(*twins, newer), "tugu", MORNING).overlaps}
    assert rules == {"a": LosingRule.OLDER, "b": LosingRule.OLDER}
    (overlap,) = compile_programme(programme(*twins), "tugu", MORNING).overlaps
    assert (overlap.winner_id, overlap.loser_id, overlap.rule) == ("a", "b", LosingRule.ID)


def test_overlaps_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schedules.overlaps.MOST_OVERLAPS", 5)
    plan = programme(*(slot(f"s{n}", "ab", "08:00-09:00") for n in range(9)))
    assert len(compile_programme(plan, "tugu", MORNING).overlaps) == 5


def test_what_cannot_be_compiled_is_said() -> None:
    with pytest.raises(UnknownName, match="display 'nowhere' is not in the programme"):
        compile_programme(programme(), "nowhere", MORNING)
    with pytest.raises(InvalidValue, match="span: is 401 days long"):
        compile_programme(programme(), "tugu", Span(MORNING.starts, MORNING.starts + timedelta(days=401)))
    early = datetime(1960, 1, 1, tzinfo=UTC)
    with pytest.raises(InvalidValue, match="is not within 1970 to 2199"):
        compile_programme(programme(), "tugu", Span(early, early + timedelta(days=1)))


def test_a_civil_day_that_was_left_out_of_the_calendar_leaves_no_gap() -> None:
    apia = wall("tugu", time_zone="Pacific/Apia")  # there was no 30 December 2011 there
    when = span("2011-12-29 12:00", "2011-12-31 12:00", "Pacific/Apia")
    plan = programme(slot("s", "ab", recurrence=every_day(date(2011, 12, 1))), displays=(apia,))
    segments = compile_programme(plan, "tugu", when).segments
    assert when.length == timedelta(hours=24)
    assert [segment.span.length for segment in segments] == [timedelta(hours=12)] * 2


@pytest.mark.parametrize("year", [1970, 2199])
def test_the_edges_of_time_can_be_compiled(year: int) -> None:
    starts = datetime(year, 1, 1, tzinfo=UTC) if year == 1970 else datetime(year, 12, 30, tzinfo=UTC)
    plan = programme(slot("s", "ab", "08:00-10:00"))
    assert compile_programme(plan, "tugu", Span(starts, starts + timedelta(days=1))).segments


def test_twice_the_slots_are_about_twice_the_work() -> None:
    few, many = (calls_to_compile(count) for count in (200, 400))
    assert many < 2.3 * few


def calls_to_compile(count: int) -> int:
    """How many calls it takes to compile a week of `count` slots: unlike a time, the same on a busy machine."""
    slots = (
        slot(f"s{n}", "ab", f"{n * 7 % 22:02}:{n % 4 * 15:02}-{n * 7 % 22 + 2:02}:00", priority=30 + n % 3)
        for n in range(count)
    )
    plan = programme(*slots)
    counter = cProfile.Profile()
    counter.runcall(compile_programme, plan, "tugu", span("2026-11-22 00:00", "2026-11-29 00:00"))
    return sum(entry.callcount for entry in counter.getstats())
