"""An X server without a monitor, whose screen is read straight from its memory: what a wall really shows."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from player.stage.xcb import XConnection

_HEADER_WORDS = 25


class ScreenMemory:
    """The pixels of a screen, in the file that its X server keeps them in. Any process may look on."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(f">{_HEADER_WORDS}I", self._memory[: _HEADER_WORDS * 4])
        self._size = (header[4], header[5])
        self._row_bytes = header[12]
        self._starts = header[0] + header[19] * 12

    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        """These pixels of the screen, now."""
        screen = Image.frombuffer("RGB", self._size, self._memory[self._starts :], "raw", "BGRX", self._row_bytes, 1)
        return screen.crop((left, top, left + width, top + height))

    def greens(self, xs: Sequence[int], ys: Sequence[int]) -> list[int]:
        """The green of single pixels, now; takes some microseconds."""
        return [self._memory[self._starts + y * self._row_bytes + x * 4 + 1] for x, y in zip(xs, ys, strict=True)]

    def row(self, left: int, y: int, width: int) -> bytes:
        """The bytes of a part of one row, now."""
        at = self._starts + y * self._row_bytes + left * 4
        return self._memory[at : at + width * 4]

    def close(self) -> None:
        self._memory.close()


class Framebuffer:
    """An Xvfb of its own, until `close`. `display` is the value for DISPLAY, `path` the file of its pixels.

    With `desktop` its root window looks like one: a pattern, and a cursor in the middle of the screen.
    """

    def __init__(self, folder: Path, size: tuple[int, int] = (1000, 700), *, desktop: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        looks = ("-retro", "-noreset") if desktop else ("-nocursor",)
        options = ("-fbdir", str(folder), *looks, "-nolisten", "tcp")
        self._process = subprocess.Popen(
            ("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", *options),
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            number = pipe.readline().strip().decode()
        assert number, "Xvfb did not start; is it installed?"
        self.display = f":{number}"
        self.path = folder / "Xvfb_screen0"
        self._memory = ScreenMemory(self.path)
        self.picture, self.greens, self.row = self._memory.picture, self._memory.greens, self._memory.row

    def close(self) -> None:
        self._memory.close()
        self._process.terminate()
        self._process.wait(10)


def forget_the_dead(display: str) -> None:
    """Take away the pictures that killed players left, as the X server's own end does in a power cut."""
    connection = XConnection.open(display)
    assert connection is not None, f"nothing answers on {display}"
    connection.free_the_dead()
    connection.flush()
    connection.close()
