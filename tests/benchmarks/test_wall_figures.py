"""The figures of smoothness, on walls that showed exactly this."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.wall.clips import frame_of, number_of
from benchmarks.wall.cost import Taken
from benchmarks.wall.sampling import NoSampler, Pause, Samples, read_samples
from benchmarks.wall.seams import Expected, Seams, measure, together
from benchmarks.wall.soak import Look, growth
from benchmarks.wall.staged import agreement

RATE, FRAMES = 30, 60
CLIP_MS = FRAMES * 1000 / RATE
EXPECTED = Expected(RATE, FRAMES)
BLACK = -2

Shown = tuple[float, int]


def wall(items: int = 5, rate: float = RATE, frames: int = FRAMES) -> list[Shown]:
    """Clips one after another as they should be: when, and which mark from then on."""
    return [
        ((item * frames + frame) * 1000 / rate, number_of(item, frame))
        for item in range(items)
        for frame in range(frames)
    ]


def seen(shown: list[Shown], *pauses: Pause) -> Samples:
    return Samples(tuple((at_ms, (value, value)) for at_ms, value in sorted(shown)), pauses, 10_000, 0, True)


def later(shown: list[Shown], from_ms: float, by_ms: float) -> list[Shown]:
    return [(at_ms + by_ms * (at_ms >= from_ms), value) for at_ms, value in shown]


def test_a_perfect_wall_has_perfect_figures() -> None:
    seams = measure(seen(wall()), EXPECTED)
    assert seams.excess_ms == pytest.approx([0, 0, 0])
    assert (seams.lost_inside, seams.lost_ends, seams.black_ms, seams.torn_ms) == (0, 0, 0, 0)
    assert (seams.on_time, seams.even, max(seams.blank_ms)) == (1, 1, 0)


def test_a_picture_that_stays_too_long_is_a_seam_over_a_refresh() -> None:
    seams = measure(seen(later(wall(), 2 * CLIP_MS, 40)), EXPECTED)
    assert seams.worst_ms == pytest.approx(40)
    assert seams.over(17.7, explained=False) == 1


def test_a_seam_in_a_pause_of_the_machine_is_counted_apart() -> None:
    pause = Pause(2 * CLIP_MS + 20, 35)
    seams = measure(seen(later(wall(), 2 * CLIP_MS, 40), pause), EXPECTED)
    assert (seams.over(17.7, explained=False), seams.over(17.7, explained=True)) == (0, 1)
    assert seams.worst_ms == pytest.approx(0)


def test_black_between_items_is_blank() -> None:
    shown = [*later(wall(), 2 * CLIP_MS, 40), (2 * CLIP_MS, BLACK)]
    seams = measure(seen(shown), EXPECTED)
    assert (seams.black_ms, max(seams.blank_ms)) == pytest.approx((40, 40))


def test_frames_that_never_showed_are_counted_where_they_are_missing() -> None:
    missing = {number_of(2, 0), number_of(2, 30), number_of(3, FRAMES - 1)}
    seams = measure(seen([(at_ms, value) for at_ms, value in wall() if value not in missing]), EXPECTED)
    assert (seams.lost_inside, seams.lost_ends) == (1, 2)


def test_a_frame_that_is_lost_in_a_pause_of_the_machine_is_counted_apart() -> None:
    missing = {number_of(2, 0), number_of(2, 30), number_of(3, 10), number_of(3, FRAMES - 1)}
    pauses = [Pause(at_ms, 20) for at_ms in (2 * CLIP_MS + 5, 2 * CLIP_MS + 1010, 3 * CLIP_MS + 1000)]
    seams = measure(seen([(at_ms, value) for at_ms, value in wall() if value not in missing], *pauses), EXPECTED)
    assert (seams.lost_inside, seams.lost_inside_explained) == (1, 1)
    assert (seams.lost_ends, seams.lost_ends_explained) == (1, 1)


def test_a_pause_that_made_the_picture_before_late_explains_what_is_lost_after_it() -> None:
    after = 2 * CLIP_MS + 30 * 1000 / RATE
    shown = [(at_ms + 64 * (value == number_of(2, 29)), value) for at_ms, value in wall() if value != number_of(2, 30)]
    seams = measure(seen(shown, Pause(after + 28, 60)), EXPECTED)
    assert (seams.lost_inside, seams.lost_inside_explained) == (0, 1)


def test_a_pause_that_was_over_before_the_last_picture_explains_no_lost_frame() -> None:
    shown = [(at_ms, value) for at_ms, value in wall() if value != number_of(2, 30)]
    before = Pause(2 * CLIP_MS + 29 * 1000 / RATE - 1, 20)  # that picture came in time
    assert measure(seen(shown, before), EXPECTED).lost_inside == 1


def test_a_frame_held_for_over_a_refresh_too_long_is_neither_on_time_nor_in_its_refresh() -> None:
    shown = [(at_ms + 20 * (value == number_of(2, 30)), value) for at_ms, value in wall()]
    seams = measure(seen(shown), EXPECTED)
    assert seams.on_time_steps == seams.steps - 2
    assert seams.even_steps == seams.steps - 1


def test_25_frames_on_60_refreshes_are_even_where_each_stands_two_or_three() -> None:
    refresh_ms = 1000 / 60
    shown = [(-(-at_ms // refresh_ms) * refresh_ms, value) for at_ms, value in wall(rate=25, frames=50)]
    seams = measure(seen(shown), Expected(25, 50))
    assert (seams.even, seams.on_time) == (1, 1)
    assert max(map(abs, seams.excess_ms)) < refresh_ms


def test_a_picture_half_painted_for_a_moment_is_nothing() -> None:
    shown = [*wall(), (2 * CLIP_MS - 1, -1)]
    assert measure(seen(shown), EXPECTED).blank_ms == (0, 0, 0)


def test_runs_are_added_up() -> None:
    run = measure(seen(wall()), EXPECTED)
    both = together([run, run])
    assert (len(both.excess_ms), both.steps) == (6, 2 * run.steps)
    assert together([]) == Seams()


def test_marks_that_were_spoilt_are_not_read() -> None:
    assert frame_of(number_of(7, 59)) == (7, 59)
    assert frame_of(number_of(7, 59) ^ 1) is None
    assert frame_of(BLACK) is None


def test_two_walls_agree_where_they_differ_for_less_than_a_refresh() -> None:
    def looks() -> Iterator[tuple[float, int, int]]:
        for frame in range(40):
            late_ms = 100 if frame == 20 else 2
            yield frame * 1000 / RATE, number_of(1, frame), number_of(1, max(0, frame - 1))
            yield frame * 1000 / RATE + min(late_ms, 33), number_of(1, frame), number_of(1, frame)

    same, near, longest = agreement(list(looks()))
    assert longest == pytest.approx(33)
    assert near == pytest.approx(1 - 33 / 1302, abs=0.002)
    assert same < near


def test_memory_that_grows_after_it_has_settled_is_told() -> None:
    looks = [Look(at * 10.0, Taken(0, 150, 100 + (at >= 900) * 3.0, 10, 10, 0)) for at in range(1080)]
    assert growth(looks, 10_800.0) == pytest.approx((100, 103, 0.03))


def test_a_sampler_that_was_cut_off_is_not_believed() -> None:
    with pytest.raises(NoSampler):
        read_samples("1000000 5\n")
    samples = read_samples("1000000 5\n! 9000000 6000000\n= 10 0 1\n")
    assert (samples.changes, samples.longest_pause_ms) == (((1.0, (5,)),), 6.0)
