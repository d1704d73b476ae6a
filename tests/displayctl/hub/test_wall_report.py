"""What a wall was to show and showed, in cases that are counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from displayctl.api.reports import WallReport
from displayctl.desk.reporting.times import read_month
from displayctl.hub.airtime.promised import Promise
from displayctl.hub.airtime.reckoning import NEVER_SHOWN, REFUSED, reckon
from displayctl.hub.airtime.stretches import Stretches
from schedules.alert import AlertLevel
from schedules.playlist import PlaylistEntry
from schedules.proof import ShowingKind
from schedules.span import Span
from tests.builders import alert, at, interrupt, playlist, programme, slot, span, wall
from tests.displayctl.hub.as_run import AsRun, as_run, perfect, record, row_of, without

DAY = "2026-11-22"
HOUR = span(f"{DAY} 08:00", f"{DAY} 09:00")
NOON = at(f"{DAY} 12:00")
MORNING = programme(slot("pagi", "ab", "08:00-09:00"))
"""From 08:00 to 09:00 `a` (10 s) and `b` (20 s) in turn, 120 times each; the filler `p` (10 s) at all other hours."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[AsRun]:
    with as_run(tmp_path, NOON) as made:
        yield made


def told(report: WallReport) -> float:
    """The parts of the broadcast time, added up."""
    air = report.wall
    parts = air.shown_seconds, air.alert_seconds, air.held_seconds, air.down_seconds
    return sum(parts) + air.unreported_seconds + air.other_seconds


def stretch(starts: float, ends: float) -> Span:
    return Span(HOUR.starts + timedelta(seconds=starts), HOUR.starts + timedelta(seconds=ends))


def test_an_hour_that_was_shown_whole_lacks_nothing(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*perfect(MORNING, "tugu", Span(HOUR.starts - timedelta(minutes=1), HOUR.ends + timedelta(minutes=1))))
    report = house.report(HOUR.starts, HOUR.ends)
    a, b = row_of(report, "a", "pagi"), row_of(report, "b", "pagi")
    assert (a.planned_plays, a.played_plays, a.planned_seconds, a.played_seconds) == (120, 120, 1200, 1200)
    assert (b.planned_plays, b.played_plays, b.planned_seconds, b.air_seconds) == (120, 120, 2400, 2400)
    assert (a.missing_seconds, b.missing_seconds, a.extra_seconds, len(report.rows)) == (0, 0, 0, 2)
    assert (a.slot_name, a.medium_title, a.kind) == ("Pagi", "A", "loop")
    air = report.wall
    assert (air.broadcast_seconds, air.shown_seconds, air.down_seconds, air.available) == (3600, 3600, 0, 1)
    assert report.downs == ()


def test_a_restart_in_mid_item_is_one_play_in_two_parts_and_five_seconds_of_silence(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*without(perfect(MORNING, "tugu", HOUR), stretch(15, 20)))
    report = house.report(HOUR.starts, HOUR.ends)
    b = row_of(report, "b", "pagi")
    assert (b.played_plays, b.played_seconds, b.down_seconds, b.other_seconds) == (120, 2395, 5, 0)
    assert (report.wall.down_seconds, report.wall.down_count, report.wall.longest_down_seconds) == (5, 1, 5)
    assert [(down.seconds, down.reported) for down in report.downs] == [(5, True)]


def test_a_pause_of_two_seconds_is_a_seam_and_no_silence(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*without(perfect(MORNING, "tugu", HOUR), stretch(12, 14)))
    report = house.report(HOUR.starts, HOUR.ends)
    b = row_of(report, "b", "pagi")
    assert (b.played_plays, b.played_seconds, b.down_seconds, b.other_seconds) == (120, 2398, 0, 2)
    assert (report.wall.down_count, report.wall.other_seconds, report.wall.available) == (0, 2, 1)


def test_an_emergency_over_all_of_the_wall_is_why_time_is_missing(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*perfect(MORNING, "tugu", HOUR))
    house.raise_alert(alert(), "tugu", stretch(600, 1200))
    report = house.report(HOUR.starts, HOUR.ends)
    a, b = row_of(report, "a", "pagi"), row_of(report, "b", "pagi")
    assert (a.alert_seconds, a.played_seconds, a.played_plays, a.planned_plays) == (200, 1000, 100, 120)
    assert (b.alert_seconds, b.played_seconds, b.other_seconds, b.extra_seconds) == (400, 2000, 0, 0)
    assert (report.wall.alert_seconds, report.wall.shown_seconds, report.wall.available) == (600, 3000, 1)


def test_a_warning_along_the_edge_takes_nothing_away(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*perfect(MORNING, "tugu", HOUR))
    house.raise_alert(alert(level=AlertLevel.WASPADA), "tugu", stretch(600, 1200))
    report = house.report(HOUR.starts, HOUR.ends)
    assert (row_of(report, "a", "pagi").played_seconds, report.wall.alert_seconds) == (1200, 0)
    assert (report.wall.banner_seconds, report.wall.shown_seconds) == (600, 3600)


def test_a_wall_that_is_dark_below_an_emergency_was_not_silent(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*without(perfect(MORNING, "tugu", HOUR), stretch(600, 1260)))
    house.raise_alert(alert(), "tugu", stretch(600, 1200))
    report = house.report(HOUR.starts, HOUR.ends)
    assert (report.wall.alert_seconds, report.wall.down_seconds) == (600, 60)
    assert row_of(report, "a", "pagi").alert_seconds == 200
    assert row_of(report, "a", "pagi").down_seconds == 20


def test_a_clock_that_is_set_back_makes_no_time(house: AsRun) -> None:
    house.publish(MORNING)
    a, b = stretch(0, 10), stretch(6, 30)
    house.say(
        record("tugu", ShowingKind.LOOP, a, "pagi", "a"),
        record("tugu", ShowingKind.LOOP, b, "pagi", "b"),
        *perfect(MORNING, "tugu", stretch(30, 3600)),
    )
    report = house.report(HOUR.starts, HOUR.ends)
    assert row_of(report, "a", "pagi").played_seconds == 1200
    assert row_of(report, "b", "pagi").played_seconds == 2400
    assert told(report) == report.wall.broadcast_seconds == 3600


def test_a_clock_that_is_set_forward_leaves_a_minute_that_nobody_can_prove(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*without(perfect(MORNING, "tugu", HOUR), stretch(300, 360)))
    report = house.report(HOUR.starts, HOUR.ends)
    assert (report.wall.down_seconds, report.wall.shown_seconds) == (60, 3540)
    assert round(report.wall.available or 0, 6) == round(1 - 60 / 3600, 6)


def test_records_that_arrive_twice_count_once(house: AsRun) -> None:
    house.publish(MORNING)
    records = perfect(MORNING, "tugu", HOUR)
    assert (house.say(*records), house.say(*records)) == (240, 0)
    assert row_of(house.report(HOUR.starts, HOUR.ends), "a", "pagi").played_plays == 120


def test_a_record_without_a_single_frame_shows_nothing(house: AsRun) -> None:
    house.publish(MORNING)
    kept = without(perfect(MORNING, "tugu", HOUR), stretch(10, 30))
    broken = record("tugu", ShowingKind.LOOP, stretch(10, 30), "pagi", "b", presented=0, dropped=600)
    house.say(*kept, broken)
    report = house.report(HOUR.starts, HOUR.ends)
    assert (row_of(report, "b", "pagi").played_plays, row_of(report, "b", "pagi").down_seconds) == (119, 20)


def test_two_walls_are_told_apart(house: AsRun) -> None:
    both = programme(slot("pagi", "ab", "08:00-09:00", display_ids=("tugu", "taman")), displays=(wall(), wall("taman")))
    house.publish(both)
    house.say(*perfect(both, "tugu", HOUR), *without(perfect(both, "taman", HOUR), stretch(0, 1800)))
    first, second = house.report(HOUR.starts, HOUR.ends), house.report(HOUR.starts, HOUR.ends, "taman")
    assert (first.wall.down_seconds, second.wall.down_seconds) == (0, 1800)
    assert row_of(second, "a", "pagi").played_seconds == 600


def test_the_month_ends_at_midnight_in_makassar_and_an_item_over_it_is_in_both(tmp_path: Path) -> None:
    night = Span(at("2026-11-30 23:00"), at("2026-12-01 01:00"))
    whole = programme()
    with as_run(tmp_path, at("2026-12-02 12:00")) as house:
        house.publish(whole)
        over = Span(at("2026-11-30 23:59") + timedelta(seconds=55), at("2026-12-01 00:00") + timedelta(seconds=5))
        house.say(
            *perfect(whole, "tugu", Span(night.starts, over.starts)),
            record("tugu", ShowingKind.FILLER, over, "", "p"),
            *perfect(whole, "tugu", Span(over.ends, night.ends)),
        )
        november, december = read_month("2026-11", "Asia/Makassar"), read_month("2026-12", "Asia/Makassar")
        assert november.ends == december.starts == at("2026-12-01 00:00")
        before, after = house.report(night.starts, november.ends), house.report(december.starts, night.ends)
        whole_night = house.report(night.starts, night.ends)
    assert (row_of(before, "p").played_seconds, row_of(after, "p").played_seconds) == (3600, 3600)
    plays = row_of(before, "p").played_plays, row_of(after, "p").played_plays
    assert sum(plays) == row_of(whole_night, "p").played_plays
    assert row_of(whole_night, "p").air_seconds == 7200


def test_an_emergency_over_the_end_of_a_month_counts_in_each_with_its_part(tmp_path: Path) -> None:
    midnight = at("2026-12-01 00:00")
    night = Span(midnight - timedelta(seconds=90), midnight + timedelta(seconds=30))
    with as_run(tmp_path, at("2026-12-02 12:00")) as house:
        house.raise_alert(alert(), "tugu", night, timedelta(seconds=60))
        with house.storage.reading() as work:
            spans = (midnight - timedelta(days=30), midnight), (midnight, midnight + timedelta(days=31))
            told = [work.presented.alert_seconds([alert().id], *span) for span in spans]
    assert [list(each.values()) for each in told] == [[90], [30]]


def test_what_a_wall_has_not_told_yet_is_neither_shown_nor_a_silence(house: AsRun) -> None:
    house.publish(MORNING)
    house.say(*perfect(MORNING, "tugu", stretch(0, 1800)))
    report = house.report(HOUR.starts, HOUR.ends)
    assert (report.wall.shown_seconds, report.wall.unreported_seconds, report.wall.down_seconds) == (1800, 1800, 0)
    assert row_of(report, "a", "pagi").unreported_seconds == 600
    assert [(down.seconds, down.reported) for down in report.downs] == [(1800, False)]
    assert house.report(HOUR.starts, HOUR.ends, "taman").published is False


def test_what_is_still_to_come_is_not_owed(house: AsRun) -> None:
    house.publish(MORNING)
    report = house.report(HOUR.starts, NOON + timedelta(days=2))
    assert (report.until, report.wall.broadcast_seconds) == (NOON, 4 * 3600)
    assert house.report(NOON, NOON + timedelta(hours=1)).wall.broadcast_seconds == 0


def test_before_the_first_programme_nothing_was_owed(house: AsRun) -> None:
    house.publish(MORNING, HOUR.starts + timedelta(minutes=30))
    report = house.report(HOUR.starts, HOUR.ends)
    assert (report.wall.broadcast_seconds, row_of(report, "a", "pagi").planned_seconds) == (1800, 600)


def test_a_second_until_the_first_picture_of_a_programme_is_a_seam_and_no_silence(house: AsRun) -> None:
    house.publish(MORNING, HOUR.starts)
    house.say(*without(perfect(MORNING, "tugu", HOUR), stretch(0, 1)))
    air = house.report(HOUR.starts - timedelta(hours=1), HOUR.ends).wall
    assert (air.broadcast_seconds, air.down_count, air.down_seconds, air.other_seconds) == (3600, 0, 0, 1)


def test_a_dark_wall_is_silent_also_where_its_programme_has_two_seconds_at_a_time(house: AsRun) -> None:
    flashes = playlist("kilat", PlaylistEntry("p", timedelta(seconds=2)))
    lonely = programme(
        interrupt("azan", "kilat", 60, "08:00-10:00"), playlists=(flashes, playlist("p", "p")), filler_id=None
    )
    house.publish(lonely)
    house.say(*perfect(lonely, "tugu", Span(HOUR.ends, HOUR.ends + timedelta(minutes=2))))
    air = house.report(HOUR.starts, HOUR.ends).wall
    assert (air.broadcast_seconds, air.down_seconds, air.other_seconds) == (120, 120, 0)


def test_a_programme_that_the_wall_refused_explains_what_it_did_not_show(house: AsRun) -> None:
    house.publish(MORNING)
    other = programme(slot("pagi", "c", "08:00-09:00"), revision=2)
    house.publish(other, HOUR.starts + timedelta(minutes=30))
    house.refuse("tugu", 2)
    house.say(*perfect(MORNING, "tugu", HOUR))
    report = house.report(HOUR.starts, HOUR.ends)
    c, a = row_of(report, "c", "pagi"), row_of(report, "a", "pagi")
    assert (c.planned_seconds, c.played_seconds, c.refused_seconds, c.other_seconds) == (1800, 0, 1800, 0)
    assert (a.planned_seconds, a.played_seconds, a.extra_seconds) == (600, 1200, 600)


def test_an_item_that_an_interrupt_parts_is_one_play(house: AsRun) -> None:
    parted = programme(slot("pagi", "c", "08:00-09:00"), interrupt("azan", "p", 6, "08:00-09:00"))
    house.publish(parted)
    house.say(*perfect(parted, "tugu", HOUR))
    report = house.report(HOUR.starts, HOUR.ends)
    c, p = row_of(report, "c", "pagi"), row_of(report, "p", "azan")
    assert (c.played_plays, c.played_seconds) == (c.planned_plays, c.planned_seconds)
    assert (p.played_plays, p.planned_plays, p.missing_seconds) == (6, 6, 0)


def test_of_very_many_silences_the_longest_are_listed(house: AsRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("displayctl.hub.airtime.wall_report.MOST_DOWNS", 2)
    house.publish(MORNING)
    records = perfect(MORNING, "tugu", HOUR)
    for starts, ends in ((100, 110), (200, 204), (300, 340)):
        records = without(records, stretch(starts, ends))
    house.say(*records)
    report = house.report(HOUR.starts, HOUR.ends)
    assert [down.seconds for down in report.downs] == [10, 40]
    assert (report.downs_left_out, report.wall.down_count) == (1, 3)


SECONDS = st.integers(0, 3600)
PIECES = st.lists(st.tuples(SECONDS, st.integers(1, 900)), max_size=4)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=PIECES, alerts=PIECES, until=st.integers(600, 3600))
def test_whatever_happened_all_of_it_adds_up(
    tmp_path_factory: pytest.TempPathFactory,
    gone: list[tuple[int, int]],
    alerts: list[tuple[int, int]],
    until: int,
) -> None:
    with as_run(tmp_path_factory.mktemp("run"), NOON) as house:
        house.publish(MORNING)
        records = perfect(MORNING, "tugu", stretch(0, until))
        for starts, length in gone:
            records = without(records, stretch(starts, starts + length))
        house.say(*records)
        for number, (starts, length) in enumerate(alerts):
            house.raise_alert(alert(f"a{number}"), "tugu", stretch(starts, starts + length), timedelta(seconds=60))
        report = house.report(HOUR.starts, HOUR.ends)
    assert round(told(report), 6) == report.wall.broadcast_seconds == 3600
    assert report.wall.other_seconds >= 0
    for row in report.rows:
        assert round(row.planned_seconds + row.extra_seconds, 6) == round(row.played_seconds + row.missing_seconds, 6)
        assert row.extra_seconds == 0


@given(
    aired=st.integers(0, 10_000),
    played=st.integers(0, 20_000),
    parts=st.lists(st.integers(0, 4000), min_size=5, max_size=5),
)
def test_played_and_missing_are_planned_and_extra(aired: int, played: int, parts: list[int]) -> None:
    lost = dict(zip((*NEVER_SHOWN, REFUSED), parts, strict=True))
    while sum(lost[name] for name in NEVER_SHOWN) > aired:
        lost = {name: part // 2 for name, part in lost.items()}
    kept = reckon(Promise(aired=aired, lost=lost), played)
    assert kept.planned + kept.extra == kept.played + kept.missing
    assert min(kept.other, kept.refused, kept.extra) >= 0


STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


@given(first=STRETCHES, second=STRETCHES)
def test_stretches_are_sets_of_instants(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    a, b = Stretches.of(first), Stretches.of(second)
    instants = [{n for starts, ends in each for n in range(starts, ends)} for each in (first, second)]

    def those(found: Stretches) -> set[int]:
        assert all(starts < ends for starts, ends in found.all)
        assert all(before[1] <= after[0] for before, after in zip(found.all, found.all[1:], strict=False))
        return {n for starts, ends in found.all for n in range(starts, ends)}

    assert those(a) == instants[0]
    assert those(a.meet(b)) == instants[0] & instants[1]
    assert those(a.join(b)) == instants[0] | instants[1]
    assert those(a.without(b)) == instants[0] - instants[1]
    assert a.length == len(instants[0])
    common = ({n for n in range(*stretch) if n in instants[1]} for stretch in a.all)
    assert those(a.meet_for(b, 3)) == set().union(*(each for each in common if len(each) >= 3))
    assert a.longest == max((ends - starts for starts, ends in a.all), default=0)
