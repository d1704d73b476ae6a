"""Interrupts: so many plays an hour, evenly, between the clips of the loop beneath where that can be."""

from __future__ import annotations

from datetime import timedelta

from schedules.compiler import Compilation, compile_programme
from schedules.director import cue_at
from schedules.playlist import PlaylistEntry
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from tests.builders import at, interrupt, picture, playlist, programme, slot, span, video

HOUR = span("2026-11-22 08:00", "2026-11-22 09:00")
SEVEN = (video("a", 7), video("b", 20), video("c", 30), video("j", 10), video("k", 10), picture("p"))
LISTS = (
    playlist("a", "a"),
    playlist("ab", "a", "b"),
    playlist("j", "j"),
    playlist("k", "k"),
    playlist("jk", "j", "k"),
    playlist("p", "p"),
)


def plan(*slots: object, **changes: object) -> Programme:
    return programme(*slots, **{"media": SEVEN, "playlists": LISTS, **changes})  # type: ignore[arg-type]


def compiled(programme: Programme) -> Compilation:
    return compile_programme(programme, "tugu", HOUR)


def plays(programme: Programme) -> list[str]:
    """The interrupts of the hour as ``"08:15:03 slot medium"``."""
    return [
        f"{segment.span.starts + timedelta(hours=8):%H:%M:%S} {segment.slot_id} {segment.items[0].medium_id}"
        for segment in compiled(programme).segments
        if segment.kind is ShowingKind.INTERRUPT
    ]


def test_it_plays_exactly_as_often_as_booked_with_its_entries_in_turn() -> None:
    found = plays(plan(slot("loop", "p"), interrupt("spot", "jk", 4, "08:00-12:00")))
    assert found == ["08:00:00 spot j", "08:15:00 spot k", "08:30:00 spot j", "08:45:00 spot k"]


def test_it_waits_for_the_end_of_the_clip_that_is_playing() -> None:
    # A loop of 7 s, paused for 10 s each time: boundaries at 7k + 10n seconds.
    found = plays(plan(slot("loop", "a", "08:00-10:00"), interrupt("spot", "j", 4, "08:00-12:00")))
    assert found == ["08:00:00 spot j", "08:15:06 spot j", "08:30:05 spot j", "08:45:04 spot j"]


def test_the_loop_goes_on_exactly_where_it_paused() -> None:
    compilation = compiled(plan(slot("loop", "ab", "08:00-10:00"), interrupt("spot", "j", 2, "08:00-12:00")))
    before, after = at("2026-11-22 08:29:59"), at("2026-11-22 08:30:30")
    positions = []
    for instant in (before, after):
        segment = next(s for s in compilation.segments if s.span.contains(instant))
        assert segment.slot_id == "loop"
        positions.append(instant - segment.anchor)
    assert positions[1] - positions[0] == timedelta(seconds=31 - 10)


def test_it_cuts_a_long_clip_at_its_ideal_instant() -> None:
    long_clip = playlist("long", PlaylistEntry("c", timedelta(hours=1)))
    found = plays(plan(slot("loop", "long"), interrupt("spot", "j", 3, "08:05-09:05"), playlists=(*LISTS, long_clip)))
    assert found == ["08:05:00 spot j", "08:25:00 spot j", "08:45:00 spot j"]


def test_after_a_cut_the_rest_of_the_clip_is_shown() -> None:
    long_clip = playlist("long", PlaylistEntry("c", timedelta(hours=1)))
    programme = plan(slot("loop", "long"), interrupt("spot", "j", 1, "08:05-09:05"), playlists=(*LISTS, long_clip))
    cue = cue_at(compiled(programme), at("2026-11-22 08:06"))
    assert cue.medium_id == "c"
    assert cue.span.starts == at("2026-11-22 08:05:10")
    assert cue.offset == timedelta(minutes=5)
    assert cue.begins == at("2026-11-22 08:00:10")


def test_it_never_interrupts_a_loop_of_higher_priority_but_plays_after_it() -> None:
    important = slot("important", "p", "08:10-08:20", priority=80)
    programme = plan(important, interrupt("spot", "j", 4, "08:00-12:00"))
    assert plays(programme) == ["08:00:00 spot j", "08:20:00 spot j", "08:30:00 spot j", "08:45:00 spot j"]
    (overlap,) = compiled(programme).overlaps
    assert (overlap.winner_id, overlap.loser_id, overlap.rule) == ("important", "spot", LosingRule.LOWER_PRIORITY)


def test_a_turn_hidden_until_the_next_one_is_due_is_left_out() -> None:
    important = slot("important", "p", "08:10-08:40", priority=80)
    found = plays(plan(important, interrupt("spot", "j", 4, "08:00-12:00")))
    assert found == ["08:00:00 spot j", "08:40:00 spot j", "08:45:00 spot j"]


def test_of_two_that_collide_the_better_ranked_goes_first_and_the_other_right_behind_it() -> None:
    found = plays(plan(interrupt("low", "j", 2, priority=40), interrupt("high", "k", 2, priority=60)))
    assert found == ["08:00:00 high k", "08:00:10 low j", "08:30:00 high k", "08:30:10 low j"]


def test_one_that_becomes_due_while_another_waits_for_a_boundary_may_go_first() -> None:
    slots = (
        slot("loop", "a", "08:00-10:00"),
        interrupt("low", "j", 1, "08:10-09:10", priority=55),
        interrupt("high", "k", 1, "08:10:01-09:09", priority=60),
    )
    assert plays(plan(*slots)) == ["08:10:02 high k", "08:10:12 low j"]


def test_one_moved_behind_beyond_its_next_turn_is_left_out() -> None:
    media = (*SEVEN, video("long", 55))
    found = plays(
        plan(
            interrupt("low", "j", 60, "08:00-08:03", priority=40),
            interrupt("high", "long", 60, "08:00-08:02", priority=60),
            media=media,
            playlists=(*LISTS, playlist("long", "long")),
        )
    )
    assert found == ["08:00:00 high long", "08:01:05 high long", "08:02:00 low j"]


def test_a_clip_longer_than_the_time_between_turns_is_never_played() -> None:
    media = (*SEVEN, video("long", 70))
    slots = interrupt("spot", "long", 60, "08:00-12:00")
    assert plays(plan(slots, media=media, playlists=(*LISTS, playlist("long", "long")))) == []


def test_a_clip_is_not_played_beyond_its_validity() -> None:
    entry = PlaylistEntry("j", valid_until=at("2026-11-22 08:30:05"))
    programme = plan(interrupt("spot", "s", 4, "08:00-12:00"), playlists=(*LISTS, playlist("s", entry)))
    assert plays(programme) == ["08:00:00 spot j", "08:15:00 spot j"]


def test_it_plays_over_filler_and_over_a_slate_without_items() -> None:
    assert len(plays(plan(interrupt("spot", "j", 6)))) == 6
    assert len(plays(plan(interrupt("spot", "j", 6), filler_id=None))) == 6


def test_it_ends_with_its_occurrence_and_with_the_programme() -> None:
    assert plays(plan(interrupt("spot", "j", 60, "07:00-08:00"))) == []
    assert len(plays(plan(interrupt("spot", "j", 60), valid_until=at("2026-11-22 08:02")))) == 2


def test_one_may_end_exactly_with_the_loop_beneath() -> None:
    found = plays(plan(slot("loop", "p", "08:00-08:30"), interrupt("spot", "j", 1, "08:29:50-08:30")))
    assert found == ["08:29:50 spot j"]


def test_seven_an_hour_are_seven_in_every_hour() -> None:
    found = plays(plan(interrupt("spot", "j", 7, "06:00-12:00")))
    assert len(found) == 7
