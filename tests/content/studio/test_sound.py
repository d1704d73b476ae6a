"""Loudness to -23 LUFS, and sound that stays with its picture."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from content.studio.format import Format, RenderOptions
from content.studio.normalise import normalise
from content.studio.sound import SAMPLE_RATE, TARGET_LUFS, Loudness
from content.studio.workshop import Workshop
from tests.content.studio import samples
from tests.content.studio.samples import Clip
from tests.fakes.sounding_media import write_sounding_clip

WALL = Format(64, 48, 25)


def film_of(source: Path) -> Path:
    target = source.with_suffix(".out")
    normalise(source, target, WALL, RenderOptions(), lambda share: None)
    return target


def loudness_of(path: Path) -> float:
    loudness = Loudness()
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            loudness.hear(frame)
    loudness.hear(None)
    return loudness.integrated_lufs


def samples_of(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


@pytest.mark.parametrize("level", [0.9, 0.25, 0.03, 0.004])
def test_loud_and_soft_come_to_the_same_loudness(tmp_path: Path, level: float) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=75, sound="aac", sound_level=level)
    source = samples.movie(tmp_path / "a.mp4", clip)
    before = loudness_of(source)
    assert loudness_of(film_of(source)) == pytest.approx(TARGET_LUFS, abs=1), before


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "mp2"), ("a.webm", "libopus"), ("a.mov", "pcm_s16le")])
def test_every_kind_of_sound_is_levelled(tmp_path: Path, name: str, codec: str) -> None:
    video = "libvpx-vp9" if name.endswith("webm") else "libx264"
    clip = Clip(video, size=(64, 48), rate=25, frames=50, sound=codec, sound_level=0.6)
    path = film_of(samples.movie(tmp_path / name, clip))
    assert loudness_of(path) == pytest.approx(TARGET_LUFS, abs=1)
    with av.open(str(path)) as container:
        audio = container.streams.audio[0]
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == ("aac", 48000, "stereo")


def test_soft_speech_with_loud_clicks_is_raised_without_clipping(tmp_path: Path) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=75, sound="pcm_s16le", sound_level=0.02, click_level=0.5)
    film = film_of(samples.movie(tmp_path / "a.mov", clip))
    assert loudness_of(film) == pytest.approx(TARGET_LUFS, abs=1)
    assert np.abs(samples_of(film)).max() < 1


def test_silence_stays_silence(tmp_path: Path) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=50, sound="aac", sound_level=0)
    assert np.abs(samples_of(film_of(samples.movie(tmp_path / "a.mp4", clip)))).max() < 1e-3


def test_sound_that_comes_late_stays_late(tmp_path: Path) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=50, sound="pcm_s16le", sound_starts=1.0)
    heard = np.abs(samples_of(film_of(samples.movie(tmp_path / "a.mov", clip)))[0]) > 0.01
    assert abs(int(np.argmax(heard)) - SAMPLE_RATE) < SAMPLE_RATE // 50


def test_sound_neither_begins_before_nor_outlasts_the_picture(tmp_path: Path) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=40, sound="aac")
    with av.open(str(film_of(samples.movie(tmp_path / "a.mp4", clip)))) as container:
        audio = container.streams.audio[0]
        assert audio.start_time == 0
        assert Fraction(-1, 40) < audio.duration * audio.time_base - Fraction(40, 25) <= 0


def test_mono_from_a_phone_is_levelled(tmp_path: Path) -> None:
    clip = Clip(size=(64, 48), rate=25, frames=50, sound="libmp3lame", sound_level=0.1)
    assert loudness_of(film_of(samples.movie(tmp_path / "a.mkv", clip))) == pytest.approx(TARGET_LUFS, abs=1)


def test_a_film_is_listened_to_as_a_whole_and_in_its_loudest_passage(workshop: Workshop, tmp_path: Path) -> None:
    even = write_sounding_clip(tmp_path / "rata.mp4", 1, seconds=4, beeps=((0, 4),))
    found = workshop.loudness(even)
    assert found is not None
    assert found.integrated_lufs == pytest.approx(-6, abs=1)
    assert found.loudest_lufs == pytest.approx(found.integrated_lufs, abs=0.5)
    assert workshop.loudness(write_sounding_clip(tmp_path / "diam.mp4", 1, seconds=1, beeps=())) is None
    assert workshop.loudness(samples.picture(tmp_path / "gambar.png")) is None
