"""Writing a file that a person chose: all of it or nothing, so that a full disk does not take along what was there."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from content.delivery.files import LocalFiles, storage_error

_MODE = 0o644


def save_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there. Raises StorageFull, OSError: then that is untouched.

    A link stays one: the file it leads to is replaced. What is no file, as a pipe, takes the data as it is.
    """
    save_pieces(path, (data,))


def save_pieces(path: Path, pieces: Iterable[bytes]) -> int:
    """Put `pieces` at `path` as they come, as `save_file` does, and tell their size. What was there is untouched, too,
    where the pieces break off: whatever they raise is raised on.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as pipe:
            return sum(pipe.write(piece) for piece in pieces)
    target = Path(os.path.realpath(path))
    try:
        return _replace(target, pieces)
    except OSError as error:
        error.filename = str(path)  # as it was chosen, not the one beside it that is written first
        raise storage_error(error, target) from error


def _replace(target: Path, pieces: Iterable[bytes]) -> int:
    files, fresh, size = LocalFiles(), _beside(target), 0
    try:
        with files.open_new(fresh, _mode_for(target)) as file:
            for piece in pieces:
                files.write(file, piece)
                size += len(piece)
            files.sync(file)
        files.rename(fresh, target)
    finally:
        files.remove(fresh)  # its name is free where it became the file
    files.sync_folder(target.parent)
    return size


def _beside(target: Path) -> Path:
    """A name that nobody else has in a folder that is not ours alone, and as short as any folder takes."""
    return target.with_name(f".{secrets.token_hex(8)}.new")


def _mode_for(target: Path) -> int:
    """The permissions of what is replaced: what others could not read stays so."""
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else _MODE
