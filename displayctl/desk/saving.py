"""Writing a file that a person chose: all of it or nothing, so that a full disk does not take along what was there."""

from __future__ import annotations

from pathlib import Path

from content.delivery.files import LocalFiles, write_atomically


def save_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there. Raises StorageFull, OSError: then that is untouched."""
    write_atomically(LocalFiles(), path, data)
