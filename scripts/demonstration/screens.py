"""Virtual screens: an Xvfb each, and what stands on it as a picture, read from its own memory."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

import numpy as np
from PIL import Image

from scripts.demonstration.programs import Programs

HEADER_WORDS = 25


class Screen:
    """An X server without a monitor."""

    def __init__(self, programs: Programs, name: str, size: tuple[int, int], memory: Path) -> None:
        shutil.rmtree(memory, ignore_errors=True)
        memory.mkdir(parents=True)
        self._memory = memory / "Xvfb_screen0"
        reading, writing = os.pipe()
        geometry = f"{size[0]}x{size[1]}x24"
        command = (
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            geometry,
            "-fbdir",
            str(memory),
            "-nolisten",
            "tcp",
        )
        programs.start(name, *command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            number = pipe.readline().strip().decode()
        if not number:
            programs.check()
            raise RuntimeError(f"{name} did not start; see {programs.log(name)}")
        self.display = f":{number}"

    def picture(self) -> Image.Image:
        """What stands on the screen now. The memory is an XWD file: header, colour map, then rows of 32-bit BGRX."""
        data = self._memory.read_bytes()
        header = struct.unpack(f">{HEADER_WORDS}I", data[: HEADER_WORDS * 4])
        width, height, row_bytes, colours = header[4], header[5], header[12], header[19]
        start = header[0] + colours * 12
        rows = np.frombuffer(data, np.uint8, height * row_bytes, start).reshape(height, row_bytes)
        pixels = rows[:, : width * 4].reshape(height, width, 4)
        return Image.fromarray(pixels[:, :, 2::-1])
