"""What is heard of a clip: when, against its pictures, and how its sound is cut. With real libVLC, heard in memory."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from player.decoder.deck import Deck
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.libvlc import open_vlc, sound_arguments
from player.decoder.orders import Prepare, Volume
from tests.fakes.sounding_media import SAMPLES, write_sounding_clip

LEAD_S = 0.4
BEEP_S, SILENT_S = 0.6, 1.6
NOISE_PEAK = 16_384
_Play = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int64)
_Flush = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int64)


class Listener:
    """A deck whose sound ends in memory: blocks of samples, each with the instant at which it is to be heard."""

    def __init__(self) -> None:
        vlc, instance = open_vlc(sound=True)
        self.ring = Ring.make(FrameFormat(320, 192, 24))
        self.deck = Deck(vlc, instance, self.ring)
        self.blocks: list[tuple[int, Any]] = []
        self.flushed: list[float] = []
        self._callbacks = (_Play(self._play), _Flush(self._flush))
        player, nothing = self.deck._player, ctypes.c_void_p()
        play, flush = self._callbacks
        vlc.dll.libvlc_audio_set_callbacks(player, play, nothing, nothing, flush, nothing, nothing)
        vlc.dll.libvlc_audio_set_format(player, b"S16N", SAMPLES, 1)

    def open(self, path: Path, volume: int | None = 100, *, hushed: bool = False) -> None:
        self.deck.prepare(Prepare(1, str(path), 0.0, 30.0, LEAD_S, volume=volume, hushed=hushed))
        self.until(lambda: self.ring[Word.PREPARED_NS])

    def until(self, fact: Callable[[], object], seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while not fact():
            assert time.monotonic() < deadline, f"not within {seconds} s"
            time.sleep(0.002)

    def heard_s(self) -> list[float]:
        """Instants at which something loud is to be heard, on the monotonic clock."""
        loud = []
        for at_us, samples in self.blocks:
            places = np.flatnonzero(np.abs(samples) > 4000)
            loud += [at_us / 1e6 + place / SAMPLES for place in places[:1]]
        return loud

    def percents(self) -> set[int]:
        """How loud a clip was that is as loud as can be, as people hear it."""
        peaks = [float(np.abs(samples).max()) for _, samples in self.blocks]
        return {10 * round(10 * (peak / NOISE_PEAK) ** (1 / 3)) for peak in peaks}

    def close(self) -> None:
        self.deck.halt()
        self.ring.close()

    def _play(self, _opaque: int, samples: int, count: int, at_us: int) -> None:
        self.blocks.append((at_us, np.frombuffer(ctypes.string_at(samples, count * 2), np.int16)))

    def _flush(self, _opaque: int, _at_us: int) -> None:
        self.flushed.append(time.monotonic())


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sounding_clip(tmp_path_factory.mktemp("sound") / "1.mp4", 1, 1.8, ((BEEP_S, SILENT_S),))


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Loud from its beginning to its end."""
    return write_sounding_clip(tmp_path_factory.mktemp("noise") / "2.mp4", 2, 4, ((0.0, 4.0),))


def test_sound_is_heard_with_the_picture_it_belongs_to(listener: Listener, clip: Path) -> None:
    listener.open(clip)
    went = time.monotonic()
    listener.deck.go(1)
    listener.until(listener.heard_s)
    assert listener.heard_s()[0] - (went + LEAD_S + BEEP_S) == pytest.approx(0, abs=0.04)


def test_sound_that_is_cut_ends_at_once_and_the_pictures_go_on(listener: Listener, clip: Path) -> None:
    listener.open(clip)
    listener.deck.go(1)
    listener.until(listener.heard_s)
    listener.deck.sound(Volume(2, 0, cut=True))
    blocks = len(listener.blocks)
    listener.until(lambda: len(listener.blocks) > blocks)
    listener.deck.sound(Volume(1, 0, cut=True))
    listener.until(lambda: listener.flushed)
    blocks, frame = len(listener.blocks), listener.ring.newest(1, 1 << 40)
    listener.until(lambda: listener.ring[Word.ENDED_NS])
    assert len(listener.blocks) <= blocks + 1
    last = listener.ring.newest(1, 1 << 40)
    assert frame is not None
    assert last is not None
    assert frame[1] < last[1]
    assert last[1] >= 50  # of 53: on a machine with much to do the very last may come too late


def test_the_item_after_one_that_was_cut_is_heard_again(listener: Listener, clip: Path) -> None:
    listener.open(clip)
    listener.deck.go(1)
    listener.deck.sound(Volume(1, 0, cut=True))
    listener.open(clip)
    listener.blocks.clear()
    listener.deck.go(1)
    listener.until(listener.heard_s)


@pytest.mark.parametrize("hushed", [False, True], ids=["closed-before-it-plays", "prepared-in-a-hush"])
def test_sound_that_was_closed_comes_back_with_the_pictures_it_belongs_to(
    listener: Listener, clip: Path, *, hushed: bool
) -> None:
    listener.open(clip, hushed=hushed)
    listener.deck.sound(Volume(1, 0, cut=True))
    listener.until(lambda: listener.deck._player.audio_get_track() == -1)
    listener.blocks.clear()
    went = time.monotonic()
    listener.deck.go(1)
    listener.deck.sound(Volume(1, 100))
    listener.until(lambda: listener.ring[Word.ENDED_NS])
    heard = listener.heard_s()
    assert heard[0] > went + LEAD_S + BEEP_S - 0.04
    assert heard[-1] - (went + LEAD_S + SILENT_S) == pytest.approx(0, abs=0.08)


def test_each_item_is_as_loud_as_it_was_told_from_its_first_sample_on(listener: Listener, noise: Path) -> None:
    for percent in (50, 100, 0, 80):
        listener.open(noise, percent)
        listener.blocks.clear()
        listener.deck.go(1)
        listener.until(lambda: len(listener.blocks) >= 30)
        assert listener.percents() == {percent}


def test_an_item_that_is_told_another_volume_goes_on_with_it(listener: Listener, noise: Path) -> None:
    listener.open(noise, 80)
    listener.deck.go(1)
    listener.until(lambda: listener.percents() == {80})
    listener.deck.sound(Volume(1, 0))
    listener.until(lambda: listener.percents() == {80, 0})
    listener.deck.sound(Volume(1, 30))
    listener.until(lambda: listener.percents() == {80, 0, 30})


def test_an_item_without_sound_is_not_heard(listener: Listener, clip: Path) -> None:
    listener.open(clip, volume=None)
    listener.deck.go(1)
    listener.until(lambda: listener.ring[Word.ENDED_NS])
    assert listener.blocks == []


def test_the_device_that_is_heard_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "asound.conf").write_text("pcm.loudspeaker { type null }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    assert sound_arguments(False, "loudspeaker") == ("--no-audio",)
    assert sound_arguments(True, "loudspeaker") == ("--aout=alsa", "--alsa-audio-device=loudspeaker")
    assert sound_arguments(True, "none") == ("--aout=dummy",)


def test_a_device_that_is_not_there_is_named_once_and_clips_play_unheard(capfd: pytest.CaptureFixture[str]) -> None:
    assert sound_arguments(True, "hw:29") == ("--aout=dummy",)
    assert capfd.readouterr().err.splitlines() == [
        "displayctl-player: the sound device hw:29 cannot be opened; `aplay -L` lists those"
    ]
