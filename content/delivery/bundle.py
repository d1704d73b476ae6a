"""A bundle: signed role files and documents on their way to a player, as one message or as a folder on a USB stick.

It only carries; whether to believe what it carries is decided in `content.delivery.trust`.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from content.delivery.files import Files, LocalFiles, write_atomically
from content.errors import ContentMissing, Damaged, Refused

FORMAT, VERSION = "displayctl-bundle", 1
MOST_FILES = 1024
LARGEST_FILE = 8 << 20
LARGEST_TOTAL = 32 << 20
LARGEST_PACKED = 48 << 20
_MOST_ENTRIES_READ = 20_000
_NAME = re.compile(r"\A[a-z0-9][a-z0-9._-]{0,159}(?:/[a-z0-9][a-z0-9._-]{0,159}){0,7}\Z")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by name, as ``metadata/timestamp.json``. Raises Refused (rule ``bounds`` or ``name``) beyond the bounds:
    1,024 files of at most 8 MiB, 32 MiB together, names of small letters, digits and ``. _ -`` in at most 8 steps.
    """

    files: Mapping[str, bytes]

    def __post_init__(self) -> None:
        if len(self.files) > MOST_FILES:
            raise Refused("bounds", f"the bundle has {len(self.files)} files; at most {MOST_FILES} are allowed")
        for name, data in self.files.items():
            if not is_safe_name(name):
                raise Refused("name", f"the bundle has a file called {name!r:.80}, which is not a name it may use")
            if len(data) > LARGEST_FILE:
                raise Refused("bounds", f"{name} in the bundle has {len(data)} bytes; at most 8 MiB are allowed")
        total = sum(map(len, self.files.values()))
        if total > LARGEST_TOTAL:
            raise Refused("bounds", f"the bundle has {total} bytes; at most 32 MiB are allowed")
        object.__setattr__(self, "files", MappingProxyType(dict(self.files)))


def is_safe_name(name: str) -> bool:
    """Whether `name` may name a file of a bundle: it cannot climb out of a folder and is the same on every system."""
    return isinstance(name, str) and len(name) <= 240 and bool(_NAME.match(name))


def pack(bundle: Bundle) -> bytes:
    """The bundle as one JSON message; the same bundle gives the same bytes."""
    files = {name: base64.b64encode(data).decode("ascii") for name, data in bundle.files.items()}
    return json.dumps({"format": FORMAT, "version": VERSION, "files": files}, sort_keys=True).encode("ascii")


def unpack(message: bytes) -> Bundle:
    """The bundle in `message`. Raises Damaged where it is not one, Refused where it is beyond the bounds or newer."""
    if len(message) > LARGEST_PACKED:
        raise Refused("bounds", f"the message has {len(message)} bytes; a bundle has at most {LARGEST_PACKED}")
    try:
        document = json.loads(message)
    except (ValueError, RecursionError) as error:
        raise Damaged("the message is not a bundle: it is no JSON; fetch it again") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Damaged("the message is not a bundle of displayctl; fetch it from the hub again")
    if document.get("version") != VERSION or document.keys() != {"format", "version", "files"}:
        raise Refused("version", f"the bundle has version {document.get('version')!r:.20}; update this program")
    files = document["files"]
    if not isinstance(files, dict) or len(files) > MOST_FILES:
        raise Refused("bounds", f"the bundle has no list of at most {MOST_FILES} files")
    return Bundle({name: _decoded(name, text) for name, text in files.items()})


def _decoded(name: str, text: object) -> bytes:
    if not isinstance(text, str):
        raise Damaged(f"{name!r:.80} in the bundle is no text; fetch the bundle again")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Damaged(f"{name!r:.80} in the bundle is not base64; fetch the bundle again") from error


def write_folder(bundle: Bundle, folder: Path, files: Files | None = None) -> None:
    """Put the bundle into `folder` as plain files, for a USB stick. Raises StorageFull, OSError."""
    files = files or LocalFiles()
    for name, data in sorted(bundle.files.items()):
        path = folder / name
        files.make_folder(path.parent)
        write_atomically(files, path, data)


def read_folder(folder: Path) -> Bundle:
    """The bundle in `folder`. What cannot belong to one (links, hidden files, capital letters) is passed over.

    Raises ContentMissing where the folder cannot be read, Refused where it holds more than a bundle may.
    """
    found: dict[str, bytes] = {}
    total = 0
    try:
        for name, path in _regular_files(folder):
            total += path.stat().st_size
            if len(found) >= MOST_FILES or total > LARGEST_TOTAL:
                raise Refused(
                    "bounds", f"{folder} holds more than a bundle may; choose the folder the desk has written"
                )
            with path.open("rb") as file:
                found[name] = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ContentMissing(f"{folder} cannot be read ({error.strerror}); put the stick in again") from error
    return Bundle(found)


def _regular_files(folder: Path) -> Iterator[tuple[str, Path]]:
    seen, waiting = 0, [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                seen += 1
                if seen > _MOST_ENTRIES_READ:
                    raise Refused("bounds", f"{folder} holds too much; choose the folder the desk has written")
                name = prefix + entry.name
                if not is_safe_name(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                elif entry.is_file(follow_symlinks=False):
                    yield name, Path(entry.path)
