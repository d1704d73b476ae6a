"""What a wall's decoder makes of our films: libVLC shows every pixel in its source's colours, on odd canvases too."""

from __future__ import annotations

import ctypes
import time
from pathlib import Path

import numpy as np
import pytest
import vlc
from PIL import Image

from content.studio.format import Fit, Format, RenderOptions
from content.studio.normalise import normalise
from tests.content.studio import samples
from tests.content.studio.samples import BLUE, GREEN, RED, WHITE, Clip, close, colour_at

pytestmark = pytest.mark.wall
_FRAMES_WANTED = 10


def shown_by_vlc(film: Path, width: int, height: int) -> Image.Image:
    """The tenth frame as libVLC hands it to a player, in RGB."""
    pixels = (ctypes.c_ubyte * (width * height * 4))()
    frames: list[np.ndarray] = []

    @vlc.CallbackDecorators.VideoLockCb
    def lock(_opaque: object, planes: object) -> None:
        planes[0] = ctypes.addressof(pixels)

    @vlc.CallbackDecorators.VideoDisplayCb
    def display(_opaque: object, _picture: object) -> None:
        if len(frames) < _FRAMES_WANTED:
            frames.append(np.frombuffer(pixels, np.uint8).reshape(height, width, 4).copy())

    instance = vlc.Instance("--intf=dummy", "--no-xlib", "--no-audio", "--quiet")
    player = instance.media_player_new()
    unlock = ctypes.cast(None, vlc.CallbackDecorators.VideoUnlockCb)
    player.video_set_callbacks(lock, unlock, display, None)
    player.video_set_format("RV32", width, height, width * 4)
    player.set_media(instance.media_new(str(film)))
    player.play()
    deadline = time.monotonic() + 20
    while len(frames) < _FRAMES_WANTED and time.monotonic() < deadline:
        time.sleep(0.01)
    player.stop()
    player.release()
    instance.release()
    return Image.fromarray(frames[_FRAMES_WANTED - 1][..., 2::-1])


@pytest.mark.parametrize(("width", "height"), [(640, 384), (505, 337), (1280, 720)])
def test_colours_arrive_as_they_were(tmp_path: Path, width: int, height: int) -> None:
    source = samples.movie(tmp_path / "a.mp4", Clip(size=(640, 384), frames=30))
    film = tmp_path / "film.mp4"
    normalise(source, film, Format(width, height, 30), RenderOptions(fit=Fit.STRETCH), lambda share: None)
    image = shown_by_vlc(film, width, height)
    for across, down, colour in ((0.1, 0.1, RED), (0.9, 0.1, GREEN), (0.1, 0.9, BLUE), (0.9, 0.9, WHITE)):
        assert close(colour_at(image, across, down), colour, by=6)
