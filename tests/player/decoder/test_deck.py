"""One deck for weeks: what a file took is given back when the next one comes."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.marked_media import write_clip

ROOT = Path(__file__).parents[3]
FILES = 60
MOST_BYTES_A_FILE = 400
"""libVLC takes some 1,500 for each, and keeps them for as long as anybody has a hold on it."""

PREPARE_MANY = """
import ctypes, os, sys, time
from player.decoder.deck import Deck
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.libvlc import open_vlc
from player.decoder.orders import Prepare

class Memory(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Memory

frames = FrameFormat(64, 64, 8)
fd = os.memfd_create("ring")
os.ftruncate(fd, frames.total_bytes)
ring = Ring(fd, frames)
deck = Deck(*open_vlc(sound=False), ring)

def prepare(number):
    deck.prepare(Prepare(token=number, path=sys.argv[1], start_s=0.0, frame_rate=30.0, lead_s=0.1))
    deadline = time.monotonic() + 30
    while not ring[Word.PREPARED_NS]:
        assert time.monotonic() < deadline, "no picture within 30 s"
        time.sleep(0.001)

for number in range(1, 21):
    prepare(number)
before = libc.mallinfo2().uordblks
for number in range(21, 21 + int(sys.argv[2])):
    prepare(number)
print(libc.mallinfo2().uordblks - before, flush=True)
os._exit(0)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="this C library does not tell what is taken")
def test_a_file_leaves_nothing_behind_when_the_next_one_comes(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", 1, frames=6, size=(64, 64))
    told = subprocess.run(
        [sys.executable, "-c", PREPARE_MANY, str(clip), str(FILES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert int(told.stdout) < FILES * MOST_BYTES_A_FILE
