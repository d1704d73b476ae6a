"""Bad films on a real stage: the wall is never black, never stuck, and says which film is bad and why.

One parade shows them all, each followed by a good one. What is asked of it is true on a busy machine too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from player.local_loop import UnusableFile, probe_item
from player.stage import port
from schedules.display import Canvas
from tests.fakes import hostile_media as media
from tests.fakes.framebuffer import Framebuffer
from tests.player.stage.watched_stage import RATE, Sight, WatchedStage, clip, now_ms

pytestmark = pytest.mark.wall

GOOD, GOOD_MS = 60, 450
BAD_MS = 800
NEAR_MS = 100


@dataclass(frozen=True, slots=True)
class Film:
    """A bad film: its mark, what its programme says of it, and in which words it must be named, if any."""

    name: str
    item: int
    length_ms: int
    rate: float = float(RATE)
    words: tuple[str, ...] = ()


TOO_LATE = "gave no picture in time"  # so a busy machine may find
SHORT = ("is over after", "no picture that can be decoded", TOO_LATE)
BROKEN = ("no picture that can be decoded", TOO_LATE)
FILMS = (
    Film("two_frames.mp4", 1, 67),
    Film("one_key_frame.mp4", 2, 4000),
    Film("false_length.mp4", 3, 6000, words=SHORT),
    Film("cut_off.mp4", 4, 4000, words=SHORT),
    Film("without_index.mp4", 5, 3000, words=BROKEN),
    Film("size_change.mkv", 6, 1000),
    Film("fast.mp4", 7, 1000, rate=240.0),
    Film("interlaced.mp4", 8, 1320, rate=25.0),
    Film("uneven.mp4", 9, 1300, rate=0.0),
    Film("empty.mp4", 10, 3000, words=BROKEN),
    Film("vast.mp4", 11, 333),
    Film("hasty.gif", 12, 1000, rate=10.0),
    Film("sound_only.mp4", 13, 2000, words=BROKEN),
)


def write_films(folder: Path) -> None:
    media.write_film(folder / "two_frames.mp4", 1, frames=2)
    media.write_without_key_frames(folder / "one_key_frame.mp4", 2, frames=120)
    short = media.write_film(folder / "short.mp4", 3, frames=18)
    media.write_with_false_length(folder / "false_length.mp4", short, factor=10)
    long = media.write_film(folder / "long.mp4", 4, frames=120)
    media.write_cut_off(folder / "cut_off.mp4", long, share=0.25)
    (folder / "without_index.mp4").write_bytes(long.read_bytes()[:5000])
    media.write_size_change(folder / "size_change.mkv", 6, frames=30)
    media.write_film(folder / "fast.mp4", 7, frames=240, rate=240)
    media.write_interlaced(folder / "interlaced.mp4", 8, frames=33)
    media.write_uneven(folder / "uneven.mp4", 9, [0, 20, 100, 110, 300, 420, 600, 601, 650, 900, 1200])
    (folder / "empty.mp4").touch()
    media.write_film(folder / "vast.mp4", 11, frames=10, size=(4096, 2160))
    media.write_hasty_gif(folder / "hasty.gif", 12, frames=10)
    media.write_sound_only(folder / "sound_only.mp4")
    media.write_film(folder / "good.mp4", GOOD, frames=RATE * 3)


@dataclass(frozen=True, slots=True)
class Parade:
    """What was seen and heard while all of them were on."""

    cues: dict[str, port.StageCue]
    sights: list[Sight]
    faults: list[port.Fault]

    def during(self, token: str, near_ms: int = NEAR_MS) -> list[Sight]:
        cue = self.cues[token]
        return [sight for sight in self.sights if cue.starts_ms + near_ms < sight.at_ms < cue.ends_ms - near_ms]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("films")
    write_films(folder)
    return folder


@pytest.fixture(scope="module")
def parade(films: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parade]:
    screen = Framebuffer(tmp_path_factory.mktemp("screen"))
    stage = WatchedStage(screen, port.Arrange(Canvas(*media.SIZE), RATE)).ready()
    try:
        yield _march(stage, films)
    finally:
        stage.close()
        screen.close()


def _march(stage: WatchedStage, films: Path) -> Parade:
    at_ms, cues = now_ms() + 1500, []
    for film in FILMS:
        good = clip(films / "good.mp4", f"good before {film.name}", at_ms, at_ms + GOOD_MS, duration_ms=3000)
        at_ms += GOOD_MS
        bad = clip(
            films / film.name, film.name, at_ms, at_ms + BAD_MS, duration_ms=film.length_ms, frame_rate=film.rate
        )
        at_ms += BAD_MS
        cues += [good, bad]
    cues.append(clip(films / "good.mp4", "good at the end", at_ms, at_ms + 5000, duration_ms=3000))
    stage.send(port.Timeline(tuple(cues)))
    stage.until(lambda: stage.shows(GOOD), 10)
    sights = stage.watch(at_ms + 600)
    return Parade({cue.token: cue for cue in cues}, sights, stage.of(port.Fault))


def test_the_wall_is_never_black_or_blank(parade: Parade) -> None:
    assert len(parade.sights) > 500
    assert [sight for sight in parade.sights if sight.mark is None] == []


@pytest.mark.parametrize("film", FILMS, ids=lambda film: film.name)
def test_a_bad_film_is_named_with_what_is_wrong_and_a_playable_one_is_shown(parade: Parade, film: Film) -> None:
    named = [fault for fault in parade.faults if fault.token == film.name]
    assert all(film.name in fault.detail for fault in named)
    if film.words:
        assert any(words in fault.detail for words in film.words for fault in named), named
    else:
        seen = {sight.mark.item for sight in parade.during(film.name) if sight.mark}
        assert film.item in seen or named, "neither shown nor named"


@pytest.mark.parametrize("film", FILMS, ids=lambda film: film.name)
def test_the_wall_is_never_stuck_on_a_bad_film(parade: Parade, film: Film) -> None:
    tokens = list(parade.cues)
    after = parade.during(tokens[tokens.index(film.name) + 1], near_ms=0)  # of what stood before it is but one frame
    marks = [sight.mark for sight in after if sight.mark and sight.mark.item == GOOD]
    assert len({mark.frame for mark in marks}) > 2


def test_a_film_without_key_frames_is_entered_in_its_middle(films: Path, parade: Parade, tmp_path: Path) -> None:
    screen = Framebuffer(tmp_path)
    stage = WatchedStage(screen, port.Arrange(Canvas(*media.SIZE), RATE)).ready()
    try:
        start = now_ms() - 1000
        path = films / "one_key_frame.mp4"
        stage.send(port.Timeline((clip(path, "joined", start, start + 60_000, duration_ms=4000, loops=True),)))
        stage.until(lambda: (mark := stage.mark()) and mark.item == 2 and _is_due(mark.frame, start), 10)
    finally:
        stage.close()
        screen.close()


def _is_due(frame: int, start_ms: int) -> bool:
    return abs(frame - (now_ms() - start_ms) % 4000 * RATE / 1000) < 5


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("two_frames.mp4", "lasts 67 ms"),
        ("cut_off.mp4", "is cut off after"),
        ("without_index.mp4", "no video or picture that can be read"),
        ("empty.mp4", "no video or picture that can be read"),
        ("hasty.gif", "is an animation"),
        ("sound_only.mp4", "has no picture"),
        ("nowhere.mp4", "there is no such file"),
        ("", "is a folder; name the files in it"),
    ],
)
def test_what_a_local_loop_cannot_play_is_refused_before_it_starts(films: Path, name: str, words: str) -> None:
    with pytest.raises(UnusableFile, match=words):
        probe_item(films / name, picture_ms=1000)
