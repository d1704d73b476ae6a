"""Python's records of libVLC's threads: kept from picture to picture, and gone with the file they belong to."""

from __future__ import annotations

import ctypes
import time

import pytest

from player.decoder.calibration import CLIP, CLIP_RATE
from player.decoder.deck import UNSEEN, Deck
from player.decoder.foreign_thread import ForeignThread
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.libvlc import open_vlc
from player.decoder.orders import Prepare

FILES = 6


def records() -> int:
    """How many threads Python knows of now."""
    python = ctypes.pythonapi
    for name in ("PyInterpreterState_Get", "PyInterpreterState_ThreadHead", "PyThreadState_Next"):
        getattr(python, name).restype = ctypes.c_void_p
    record = python.PyInterpreterState_ThreadHead(ctypes.c_void_p(python.PyInterpreterState_Get()))
    count = 0
    while record:
        record, count = python.PyThreadState_Next(ctypes.c_void_p(record)), count + 1
    return count


def test_a_thread_that_keeps_its_record_twice_lets_go_of_it_once() -> None:
    thread = ForeignThread()
    thread.keep()
    thread.keep()
    assert thread.keeps
    thread.let_go()
    thread.let_go()
    assert not thread.keeps


@pytest.mark.wall
def test_no_record_is_left_of_a_file_that_was_played() -> None:
    vlc, instance = open_vlc(sound=False)
    ring = Ring.make(FrameFormat(320, 192, 21))
    deck = Deck(vlc, instance, ring)
    counts = []
    for _ in range(FILES):
        deck.prepare(Prepare(UNSEEN, str(CLIP), start_s=0.0, frame_rate=CLIP_RATE, lead_s=0.0))
        deadline = time.monotonic() + 20
        while not ring[Word.PREPARED_NS]:
            assert time.monotonic() < deadline, "the file did not open"
            time.sleep(0.005)
        deck.halt()
        counts.append(records())
    instance.release()
    ring.close()
    assert max(counts) <= counts[0] + 1 < counts[0] + FILES - 1  # one may be on its way out
