"""The templates of announcements: those that come with the program, and an office's own in a folder.

A file of the office with the id of one of ours takes its place. A file that cannot be read takes nothing away: the
others stay, and the reason is told.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from content.errors import UnusableMedia
from content.studio.given_pictures import shrunk_picture
from content.studio.stencils.reading import (
    LARGEST_FILE,
    SUFFIXES,
    no_pictures,
    picture_in,
    read_plain,
    stencil_of,
)
from content.studio.stencils.stencil import Stencil
from content.studio.template_files import find_template, read_bounded
from schedules.checks import check_id
from schedules.errors import InvalidValue

OWN_FOLDER = "announcement-templates"
MOST_FILES = 64
PICTURE_SIDES_PX = {"logo": 512, "background": 1920}
"""The longest side that the pictures of a template keep."""
_PNG = b"\x89PNG"
_ENDINGS = (".json", ".toml", *(f"-{what}.{end}" for what in PICTURE_SIDES_PX for end in ("png", "jpg")))


@dataclass(frozen=True, slots=True)
class Stencils:
    """All templates in the order of lists; `complaints` says which files of the office were not taken, and why."""

    all: tuple[Stencil, ...]
    complaints: tuple[str, ...] = ()

    def find(self, id: str) -> Stencil:
        """The template with this id. Raises ContentMissing, which lists what there is."""
        return find_template(self.all, id)

    def behind(self, stencil_id: str, template: str) -> Stencil:
        """The one an announcement was written with, else ours for its kind: every announcement can be edited."""
        for wanted in (stencil_id, template):
            for stencil in self.all:
                if stencil.id == wanted:
                    return stencil
        return self.all[0]


def load_stencils(folder: Path | None = None) -> Stencils:
    """Ours and those in `folder` (``*.toml`` and ``*.json``; it may be missing)."""
    found = {stencil.id: stencil for stencil in _ours()}
    complaints: list[str] = []
    taken: dict[str, str] = {}
    for path in _own_files(folder):
        try:
            stencil = stencil_of(
                read_plain(read_bounded(path, LARGEST_FILE), path.name), picture_in(path.parent), own=True
            )
            if stencil.id in taken:
                raise InvalidValue("id", f"{stencil.id!r} is that of {taken[stencil.id]}, too; give it another")
        except InvalidValue as error:
            complaints.append(f"{path.name} is not used: {error}")
        else:
            found[stencil.id] = stencil
            taken[stencil.id] = path.name
    ordered = sorted(found.values(), key=lambda stencil: (stencil.order, stencil.id))
    return Stencils(tuple(ordered), tuple(complaints))


def import_stencil(file: Path, folder: Path) -> Stencil:
    """Takes a template file, and the pictures beside it, into the office's `folder`; one with its id is replaced.

    Nothing of the given file is used as a path but plain names of pictures in its own folder; what is stored is
    called by the template's id, and pictures are written anew. Raises InvalidValue, UnusableMedia, OSError.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise InvalidValue("file", f"{file.name} is no template; choose a .toml or .json file")
    plain = read_plain(read_bounded(file, LARGEST_FILE), file.name)
    stencil = stencil_of(plain, picture_in(file.parent), own=True)
    others = [path for path in _own_files(folder) if path.stem != stencil.id]
    if len(others) >= MOST_FILES:
        raise InvalidValue("file", f"there are {MOST_FILES} templates of the office already; remove one first")
    pictures = {what: _picture(getattr(stencil, what), what) for what in PICTURE_SIDES_PX}
    folder.mkdir(parents=True, exist_ok=True)
    stored: dict[str, Any] = dict(plain)
    for what, data in pictures.items():
        if data:
            ending = "png" if data.startswith(_PNG) else "jpg"
            stored[what] = f"{stencil.id}-{what}.{ending}"
            _write(folder / stored[what], data)
    name = f"{stencil.id}.json"
    _write(folder / name, json.dumps(stored, ensure_ascii=False, indent=1).encode())
    _clear(stencil.id, folder, {name, *(stored[what] for what, data in pictures.items() if data)})
    return stencil_of(stored, picture_in(folder), own=True)


def remove_stencil(stencil_id: str, folder: Path) -> None:
    """Removes an office's own template and its pictures; one that is not there is none. Raises InvalidValue, OSError.

    Announcements that were made with it stay as they are: each carries its look.
    """
    check_id("id", stencil_id)
    _clear(stencil_id, folder, set())


def _clear(stencil_id: str, folder: Path, kept: set[str]) -> None:
    """Removes what there is of a template, but the files called `kept`."""
    for path in _own_files(folder):
        if path.name not in kept and _id_in(path) == stencil_id:  # also one written by hand, under another name
            path.unlink(missing_ok=True)
    for ending in _ENDINGS:
        path = folder / f"{stencil_id}{ending}"
        if path.name not in kept:
            path.unlink(missing_ok=True)


@cache
def _ours() -> tuple[Stencil, ...]:
    """Those in the package; a damaged one is a fault of the program and is raised."""
    folder = files("content.studio.stencils") / "files"
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    return tuple(
        stencil_of(read_plain(path.read_bytes(), path.name), no_pictures, own=False)
        for path in paths
        if path.name.endswith(SUFFIXES)
    )


def _own_files(folder: Path | None) -> Iterable[Path]:
    if folder is None or not folder.is_dir():
        return ()
    paths = (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(paths)[:MOST_FILES]


def _id_in(path: Path) -> str:
    try:
        return str(read_plain(read_bounded(path, LARGEST_FILE), path.name).get("id", ""))
    except InvalidValue:
        return ""


def _picture(path: Path | None, what: str) -> bytes:
    if path is None:
        return b""
    try:
        return shrunk_picture(path, PICTURE_SIDES_PX[what])
    except OSError as error:
        raise UnusableMedia(f"{path.name} cannot be read ({error.strerror}); look who may read it") from error


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    beside.replace(path)
