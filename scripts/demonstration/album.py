"""Puts screenshots into the manual, with few colours: ``python -m scripts.demonstration.album FROM TO``."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

COLOURS = 192


def main() -> int:
    source, target = (Path(argument) for argument in sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.glob("*.png")):
        with Image.open(file) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(target / file.name, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
