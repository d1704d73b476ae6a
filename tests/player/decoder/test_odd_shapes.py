"""A film a little narrower than the canvas, in a real decoder: nothing is written beside its pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from player.decoder.frames import FrameFormat, Word
from player.decoder.orders import Go, Prepare
from player.decoder.shape import Shape, fit
from player.decoder.supervisor import DecoderProcess
from tests.fakes.marked_media import write_clip

CANVAS = FrameFormat(320, 192, 21)
SIZE = (296, 192)


@pytest.mark.wall
def test_what_lies_beside_the_pictures_stays_black_and_the_decoder_alive(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "narrow.mp4", 1, frames=40, size=SIZE)
    decoder = DecoderProcess(CANVAS, sound=False)
    try:
        _until(lambda: decoder.up)
        decoder.order(Prepare(7, str(path), start_s=0.0, frame_rate=30.0, lead_s=0.0))
        _until(lambda: decoder.ring[Word.PREPARED_NS])
        decoder.order(Go(7, time.monotonic_ns() + 50_000_000))
        _until(lambda: decoder.ring[Word.ENDED_NS])
        assert decoder.life == 1
        slots = decoder.ring.slots_of(7)
        assert len(slots) > CANVAS.slots // 2
        assert all(_is_black_beside(decoder, slot) for slot in slots)
    finally:
        decoder.close()


def _is_black_beside(decoder: DecoderProcess, slot: int) -> bool:
    left, top, wide, high = fit(Shape(*SIZE, exact=True), CANVAS.width_px, CANVAS.height_px)
    shown = np.frombuffer(decoder.ring.pixels(slot), np.uint8).reshape(CANVAS.height_px, -1, 4)[:, :, :3].copy()
    assert shown[top : top + high, left : left + wide].max() > 200
    shown[top : top + high, left : left + wide] = 0
    return not shown.any()


def _until(fact: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not fact():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.01)
