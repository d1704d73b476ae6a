"""Puts pictures into the guide: ``python -m scripts.demonstration.guide_album GALLERY TASKS WALKS TARGET``.

Each is made as narrow and gets as few colours as it takes to stay small: the guide travels with the program.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

MOST_BYTES, MOST_ALTOGETHER_BYTES = 80_000, 4_000_000
WIDTHS_PX, COLOURS = (1180, 1024, 900, 760), (128, 64, 40, 24)
PAGES = (
    "home",
    "library",
    "playlists",
    "schedule",
    "publish",
    "requests",
    "walls",
    "reports",
    "keys",
    "care",
)
WINDOWS = (
    "absence",
    "card",
    "compare",
    "crop",
    "cut",
    "emergency",
    "drill",
    "folder-import",
    "holidays",
    "pairing",
    "request",
    "request-booking",
    "search",
    "settings-look",
    "storage",
    "unlock",
    "wall-blackout",
    "wall-hours",
    "wall-set-up",
    "week-on-paper",
)
STEPS = {
    "langkah-satu-orang": "gambar-pertama-01",
    "langkah-jendela": "gambar-pertama-10",
    "langkah-pengumuman": "gambar-pertama-14",
    "langkah-gambar-di-layar": "gambar-pertama-layar",
    "langkah-slot": "kampanye-mingguan-10",
    "langkah-ganti-berkas": "ganti-klip-04",
    "langkah-jawaban": "jawab-permohonan-07",
}
"""Of the five tasks: the name in the guide, and that of the picture."""

WALKS = {
    "halaman-tickers": "scene-teks-berjalan",
    "halaman-approvals": "approval-waiting",
    "halaman-accounts": "accounts-people",
    "halaman-warnings": "warnings-inbox",
    "halaman-incidents": "emergency-11-kejadian-id",
    "jendela-submit": "approval-hand-in",
    "jendela-on-air": "emergency-4-jawaban-id",
}
"""Of the walks, whose offices have what the demonstration's has not: names as of the steps."""


def chosen(gallery: Path, tasks: Path, walks: Path) -> Iterator[tuple[str, Path]]:
    """The guide's name of each picture, and the picture. Raises FileNotFoundError for one that was not taken."""
    for name in PAGES:
        yield f"halaman-{name}", _only(gallery, f"page-{name}-id-light-1366x768-100.png")
    for name in WINDOWS:
        yield f"jendela-{name}", _only(gallery, f"window-{name}-id-light-*-100.png")
    for folder, names in ((tasks, STEPS), (walks, WALKS)):
        for name, taken in names.items():
            yield name, _only(folder, f"{taken}.png")


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(f"{folder / pattern} was not taken")
    return found[0]


def small(source: Path) -> bytes:
    """The picture as a PNG file of at most `MOST_BYTES`. Raises ValueError where it cannot be made so small."""
    with Image.open(source) as opened:
        picture = opened.convert("RGB")
    for width in WIDTHS_PX:
        size = (width, round(picture.height * width / picture.width))
        narrow = picture if picture.width <= width else picture.resize(size, Image.Resampling.LANCZOS)
        for colours in COLOURS:
            out = io.BytesIO()
            narrow.quantize(colours, kmeans=1, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
            if out.tell() <= MOST_BYTES:
                return out.getvalue()
    raise ValueError(f"{source} stays larger than {MOST_BYTES} bytes")


def main() -> int:
    gallery, tasks, walks, target = (Path(argument) for argument in sys.argv[1:])
    pictures = {name: small(source) for name, source in chosen(gallery, tasks, walks)}
    total = sum(map(len, pictures.values()))
    if total > MOST_ALTOGETHER_BYTES:
        print(f"{total} bytes are too much for the guide; leave some out", file=sys.stderr)
        return 1
    target.mkdir(parents=True, exist_ok=True)
    for former in target.glob("*.png"):
        former.unlink()
    for name, data in pictures.items():
        (target / f"{name}.png").write_bytes(data)
    print(f"{len(pictures)} pictures, {total} bytes, in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
