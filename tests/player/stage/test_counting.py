"""Tally and quarantine: what was shown, and what may be shown."""

from __future__ import annotations

from player.stage.quarantine import WITHIN_NS, Quarantine
from player.stage.tally import Tally

MS = 1_000_000
S = 1000 * MS


def test_each_frame_is_counted_once_however_often_it_is_painted() -> None:
    tally = Tally("a", due_ns=0, since_ns=2 * MS)
    for refresh in range(8):
        tally.paint(refresh * 16 * MS, "lap", refresh // 2, late=False, hidden=False)
    report = tally.finish(133 * MS)
    assert (report.token, report.starts_ms, report.ends_ms) == ("a", 2, 133)
    assert (report.presented, report.late, report.dropped, report.slip_ms) == (4, 0, 0, 2.0)


def test_frames_that_were_left_out_or_late_are_told() -> None:
    tally = Tally("a", due_ns=0, since_ns=0)
    for index, late in ((0, False), (1, False), (2, True), (6, False)):
        tally.paint(index * MS, "lap", index, late=late, hidden=False)
    report = tally.finish(S)
    assert (report.presented, report.late, report.dropped, report.underruns) == (4, 1, 3, 1)


def test_every_refresh_that_waits_for_a_frame_counts_as_an_underrun() -> None:
    tally = Tally("a", due_ns=0, since_ns=0)
    for refresh, late in enumerate((False, True, True, True, False)):
        tally.paint(refresh * 16 * MS, "lap", 0 if late else refresh, late=late, hidden=False)
    assert tally.finish(S).underruns == 3


def test_a_new_lap_begins_at_its_first_frame_without_counting_as_a_gap() -> None:
    tally = Tally("a", due_ns=0, since_ns=0)
    tally.paint(0, "lap 0", 119, late=False, hidden=False)
    tally.paint(MS, "lap 1", 0, late=False, hidden=False)
    assert tally.finish(S).dropped == 0


def test_time_under_a_takeover_is_told() -> None:
    tally = Tally("a", due_ns=0, since_ns=0)
    for second in range(10):
        tally.paint(second * S, "lap", 0, late=False, hidden=3 <= second < 6)
    assert tally.finish(10 * S).hidden_ms == 3000


def test_the_third_failure_within_ten_minutes_shuts_a_file_out() -> None:
    quarantine = Quarantine()
    assert not quarantine.record("/a.mp4", 0)
    assert not quarantine.record("/a.mp4", 60 * S)
    assert not quarantine.holds("/a.mp4", 61 * S)
    assert quarantine.record("/a.mp4", 120 * S)
    assert quarantine.holds("/a.mp4", 121 * S)
    assert not quarantine.holds("/b.mp4", 121 * S)


def test_failures_far_apart_do_not_add_up() -> None:
    quarantine = Quarantine()
    assert not any(quarantine.record("/a.mp4", number * WITHIN_NS) for number in range(10))


def test_a_file_that_was_shut_out_may_try_again_after_ten_minutes() -> None:
    quarantine = Quarantine()
    for second in range(3):
        quarantine.record("/a.mp4", second * S)
    assert quarantine.holds("/a.mp4", 2 * S + WITHIN_NS)
    assert not quarantine.holds("/a.mp4", 2 * S + WITHIN_NS + 1)
