"""A part of a log as a text file, for whoever helps: what fits a wish, oldest first, without passwords and tokens."""

from __future__ import annotations

from pathlib import Path

from displayctl.desk.saving import save_file
from displayctl.desktop.care.crash_files import scrub
from displayctl.desktop.care.log_file import LogFile, LogFilter
from displayctl.desktop.presenters.log_words import whole_words

MOST_ENTRIES = 100_000
LARGEST_BYTES = 64 << 20


def export_entries(file: LogFile, wish: LogFilter, target: Path) -> int:
    """Write at most 64 MiB of the newest entries that fit; how many there were. Raises StorageFull, OSError."""
    pieces: list[str] = []
    place: int | None = None
    size = 0
    while place != 0 and len(pieces) < MOST_ENTRIES and size < LARGEST_BYTES:
        page = file.before(place, wish)
        for entry in reversed(page.entries):
            pieces.append(scrub(whole_words(entry)))
            size += len(pieces[-1])
        if page.starts == page.ends:
            break
        place = page.starts
    text = "\n\n".join(reversed(pieces)) + "\n" if pieces else ""
    save_file(target, text.encode("utf-8", "replace"))
    return len(pieces)
