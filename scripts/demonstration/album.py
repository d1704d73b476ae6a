"""Puts screenshots into the manual, with few colours: ``python -m scripts.demonstration.album FROM TO``.

Only what a page of the manual shows is put there.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PIL import Image

COLOURS = 192
ROOT = Path(__file__).resolve().parents[2]
_SHOWN = re.compile(r"screenshots/([\w.-]+\.png)")


def shown_pictures() -> set[str]:
    """The files that the manual's pages name."""
    pages = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    return {name for page in pages for name in _SHOWN.findall(page.read_text(encoding="utf-8"))}


def main() -> int:
    source, target = (Path(argument) for argument in sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(shown_pictures()):
        file = source / name
        if not file.is_file():
            continue  # of a walk that was not gone this time
        with Image.open(file) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(target / name, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
