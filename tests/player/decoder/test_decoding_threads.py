"""How many threads a file is decoded with: one where that does, since each holds pictures and costs switches."""

from __future__ import annotations

import os

import pytest

from player.decoder.libvlc import decoding_threads

ALL = min(4, os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("size", "rate", "heavy", "threads"),
    [
        ((640, 320), 30.0, False, 1),
        ((640, 320), 60.0, False, 1),
        ((1920, 1080), 30.0, False, 1),
        ((1920, 1080), 50.0, False, ALL),
        ((3840, 2160), 25.0, False, ALL),
        ((640, 320), 0.0, False, ALL),
        ((640, 320), 30.0, True, ALL),
    ],
)
def test_one_thread_decodes_what_is_easy(size: tuple[int, int], rate: float, heavy: bool, threads: int) -> None:
    assert decoding_threads(*size, rate, heavy=heavy) == threads
