"""What an alarm sounds like: begins quietly, is never clipped, is as loud as it was told; and that it ends."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from player.decoder.alarm import in_memory
from player.decoder.alarm_sounds import CHIME_S, RATE_HZ, SIREN_S, chime, siren
from player.decoder.libvlc import open_vlc

Samples = npt.NDArray[np.int64]


def heard(file: bytes) -> Samples:
    with wave.open(io.BytesIO(file)) as reader:
        assert reader.getparams()[:3] == (1, 2, RATE_HZ)
        return np.frombuffer(reader.readframes(reader.getnframes()), "<i2").astype(np.int64)


@pytest.mark.parametrize(("make", "seconds"), [(chime, CHIME_S), (siren, SIREN_S)])
def test_it_begins_quietly_ends_without_a_click_and_is_never_clipped(
    make: Callable[[int], bytes], seconds: float
) -> None:
    samples = heard(make(100))
    assert len(samples) == round(seconds * RATE_HZ)
    loudest = int(np.abs(samples).max())
    assert 8_000 < loudest <= round(0.8 * 32_767)
    first, last = samples[: RATE_HZ // 500], samples[-RATE_HZ // 500 :]
    assert max(np.abs(first).max(), np.abs(last).max()) < loudest / 5
    assert int(np.abs(np.diff(samples)).max()) < loudest, "no jump"
    half = heard(make(50))
    assert int(np.abs(half).max()) == pytest.approx(loudest / 2, abs=1)


def test_a_siren_swells_for_two_seconds() -> None:
    samples = np.abs(heard(siren(100)))
    louder = [int(samples[RATE_HZ * at // 2 : RATE_HZ * (at + 1) // 2].max()) for at in range(5)]
    assert louder[:4] == sorted(louder[:4])
    assert louder[0] < louder[4] / 3


def test_a_chime_is_played_to_its_end_though_nothing_can_be_heard_here(tmp_path: Path) -> None:
    program = (sys.executable, "-m", "player.decoder.alarm", "chime", "30", str(os.getpid()))
    told = subprocess.run(program, timeout=100, check=False, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert told.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_vlc_reads_a_sound_that_has_no_name() -> None:
    _, instance = open_vlc(sound=True)
    player = instance.media_player_new()
    player.set_media(instance.media_new_path(str(in_memory(chime(10)))))
    player.play()
    ends = time.monotonic() + 60
    while player.get_length() != CHIME_S * 1000:
        assert time.monotonic() < ends, player.get_state()
        time.sleep(0.02)
    player.stop()
    player.release()
    instance.release()


def test_the_file_of_a_sound_has_no_name_and_is_read_from_its_beginning_each_time() -> None:
    file = in_memory(chime(10))
    try:
        assert [file.read_bytes() for _ in range(2)] == [chime(10)] * 2
        assert "(deleted)" in str(file.readlink())
    finally:
        os.close(int(file.name))
