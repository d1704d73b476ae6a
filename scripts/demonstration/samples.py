"""The sample media, made once and kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.demonstration.clips import make_clips
from scripts.demonstration.posters import draw_posters

EDITION = "2"


def sample_media(folder: Path) -> dict[str, Path]:
    """Files by key; made anew where a former run did not finish, or made another edition."""
    stamp = folder / "edition"
    if not stamp.is_file() or stamp.read_text() != EDITION:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        draw_posters(folder)
        make_clips(folder)
        stamp.write_text(EDITION)
    return {file.stem: file for file in sorted(folder.iterdir()) if file.suffix}
