"""Writing a file that a person chose: all of it or nothing, so that a full disk does not take along what was there."""

from __future__ import annotations

import os
from pathlib import Path

from content.delivery.files import LocalFiles, write_atomically


def save_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there. Raises StorageFull, OSError: then that is untouched.

    A link stays one: the file it leads to is replaced. What is no file, as a pipe, takes the data as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    try:
        write_atomically(LocalFiles(), Path(os.path.realpath(path)), data)
    except OSError as error:
        error.filename = str(path)  # as it was chosen, not the one beside it that is written first
        raise
