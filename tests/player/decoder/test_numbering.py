"""Telling frames by the time at which libVLC shows them."""

from __future__ import annotations

import random

from player.decoder.numbering import ANCHOR_S, Numbering


def shown(numbering: Numbering, frame: float, start_s: float = 0.0, rate: float = 30.0) -> int | None:
    """What a picture is called that is shown when frame `frame` is due."""
    return numbering.number(ANCHOR_S + frame / rate - start_s, ANCHOR_S)


def test_frames_from_the_top_are_counted_through() -> None:
    numbering = Numbering(0.0, 30)
    assert numbering.first() == 0
    assert [shown(numbering, frame) for frame in range(1, 100)] == list(range(1, 100))
    assert (numbering.repeats, numbering.resyncs) == (0, 0)


def test_jitter_of_a_third_of_a_frame_changes_nothing() -> None:
    numbering, dice = Numbering(0.0, 60), random.Random(7)
    numbering.first()
    jittered = [shown(numbering, frame + dice.uniform(-0.3, 0.5), rate=60) for frame in range(1, 300)]
    assert jittered == list(range(1, 300))


def test_a_picture_shown_again_is_no_new_frame() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    assert [shown(numbering, due) for due in (0.1, 1, 1.3, 2, 3)] == [None, 1, None, 2, 3]
    assert numbering.repeats == 2


def test_a_picture_shown_again_when_the_next_is_nearly_due_is_told_by_its_looks() -> None:
    """Measured at 1080p: 80 ms after the first picture was shown while waiting, 23 to 43 ms after playing began."""
    numbering = Numbering(0.0, 30)
    numbering.first()
    again = [numbering.number(ANCHOR_S + due / 30, ANCHOR_S, 0.07, lambda: True) for due in (0.45, 0.7, 1.5)]
    assert again == [None, None, None]
    assert numbering.number(ANCHOR_S + 1.6 / 30, ANCHOR_S, 0.003, lambda: False) == 1
    starved = [numbering.number(ANCHOR_S + due / 30, ANCHOR_S, 0.07, lambda: True) for due in (3.4, 5.5)]
    assert starved == [None, None]
    assert [shown(numbering, due) for due in (5.6, 5.7, 5.8, 5.9, 6)] == [2, 3, 4, 5, 6]


def test_a_film_that_does_not_move_is_counted_through_though_it_is_late() -> None:
    for rate in (12.0, 15.0, 30.0):
        numbering = Numbering(0.0, rate)
        numbering.first()
        assert shown(numbering, 1, rate=rate) == 1
        late = [
            numbering.number(ANCHOR_S + (frame + 0.4) / rate, ANCHOR_S, 1 / rate, lambda: True)
            for frame in range(2, 60)
        ]
        assert late == list(range(2, 60))


def test_after_frames_were_lost_the_count_finds_back() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    numbers = [shown(numbering, frame) for frame in (1, 2, *range(10, 30))]
    assert numbers[-1] == 29
    assert numbering.resyncs == 1


def test_a_decoder_that_was_held_up_and_catches_up_has_lost_nothing() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    late = [10 * 0.9**passed for passed in range(60)]  # a third of a second, and less with each frame
    numbers = [shown(numbering, frame + (late[frame - 20] if frame >= 20 else 0.0)) for frame in range(1, 80)]
    assert numbers == list(range(1, 80))
    assert (numbering.repeats, numbering.resyncs) == (0, 0)


def test_a_file_that_began_late_is_late_to_its_end_and_has_lost_nothing() -> None:
    numbering, dice = Numbering(0.0, 30), random.Random(5)
    numbering.first()
    assert [shown(numbering, frame + 0.7 + dice.uniform(-0.02, 0.02)) for frame in range(1, 60)] == list(range(1, 60))
    assert (numbering.repeats, numbering.resyncs) == (0, 0)


def test_a_file_that_takes_more_time_than_there_is_is_counted_through() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    assert [shown(numbering, 1.2 * frame) for frame in range(1, 90)] == list(range(1, 90))
    assert numbering.lag_s > 0.5


def test_entering_in_the_middle_leaves_out_what_libvlc_hurries_through() -> None:
    start_s = 45 / 30
    numbering = Numbering(start_s, 30)
    assert numbering.first() is None
    hurried = [shown(numbering, due, start_s) for due in (44.7, 44.8, 45.0)]
    assert hurried == [None, None, None]
    assert [shown(numbering, frame, start_s) for frame in (46, 47, 48)] == [46, 47, 48]


def test_where_frames_may_be_dropped_time_alone_counts() -> None:
    numbering = Numbering(0.0, 30, exact=False)
    assert [shown(numbering, frame) for frame in (1, 2, 7, 8)] == [1, 2, 7, 8]


def test_without_a_rate_the_number_is_the_position_in_milliseconds() -> None:
    numbering = Numbering(0.0, 0.0)
    assert numbering.number(ANCHOR_S + 1.234, ANCHOR_S) == 1234


def test_the_anchor_is_measured_from_the_frames_themselves() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    assert numbering.measured_anchor_s() is None
    for frame in range(1, 60):
        numbering.number(ANCHOR_S + 0.002 + frame / 30, ANCHOR_S)
    measured = numbering.measured_anchor_s()
    assert measured is not None
    assert abs(measured - ANCHOR_S - 0.002) < 1e-6


def test_where_frames_were_lost_the_next_one_is_numbered_by_its_time() -> None:
    numbering = Numbering(0.0, 30)
    numbering.first()
    assert [shown(numbering, frame) for frame in (1, 2, 3)] == [1, 2, 3]
    numbering.lose_count()
    assert [shown(numbering, frame) for frame in (20, 21)] == [20, 21]
