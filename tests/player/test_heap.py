"""Memory that was let go of, measured at the process itself."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

BLOCKS, BLOCK_BYTES = 1500, 20_000
FRAY = f"""
import ctypes
from pathlib import Path
from player.heap import Heap

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]

def resident_kb():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in line)

blocks = [libc.malloc({BLOCK_BYTES}) for _ in range({BLOCKS})]
for block in blocks:
    ctypes.memset(block, 1, {BLOCK_BYTES})
for block in blocks[:-1]:  # the last one lies above them and keeps the heap from shrinking by itself
    libc.free(block)
early, late = Heap(apart_seconds=3600), Heap(apart_seconds=0)
before = resident_kb()
early.tidy()
between = resident_kb()
late.tidy()
print(before - between, between - resident_kb())
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="this C library gives memory back by itself")
def test_memory_among_what_is_kept_is_given_back_and_not_too_often() -> None:
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", FRAY], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    too_early, given_back = map(int, told.stdout.split())
    assert too_early < 1000
    assert given_back > BLOCKS * BLOCK_BYTES * 0.8 / 1024
