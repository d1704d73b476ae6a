"""The pages of alerts as files: each alert that stands has those for this wall on the disk, whole, and no others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from player.auto_cards import SUFFIX
from player.errors import StateUnusable
from player.events import LiveAlert
from player.identity import write_atomically
from player.spare_folder import SpareFolder
from schedules.alert import AlertPicture

if TYPE_CHECKING:
    from content.delivery.notices import Notice


class AlertShelf:
    """Pictures in the folder `alerts` of `folder`, or in the `spare` one where the disk takes nothing.

    `make_room` gives room on a full disk once, if it can; `note` takes a cause and a sentence where something is amiss.
    """

    def __init__(
        self, folder: Path, make_room: Callable[[], bool], note: Callable[[str, str], None], spare: SpareFolder
    ) -> None:
        self._folder, self._make_room, self._note = folder / "alerts", make_room, note
        self._spare = spare

    def place(self, notice: Notice, format: str, *, is_own: bool, confirmed: bool) -> LiveAlert:
        """The alert as a wall of `format` shows it: with the pages of that format, else of the nearest size.

        `is_own` tells whether the wall's format is known for certain. Raises StateUnusable where neither the
        disk, even without the ballast, nor memory takes the pages.
        """
        alert = notice.alert
        shown = alert.nearest_format(format)
        if not shown:
            self._note(f"alert-{alert.id}", f"the alert {alert.id} has no picture to show")
        elif is_own and shown != format:
            self._note(f"alert-{alert.id}", f"the alert {alert.id} has no picture of {format}")
        usual, neutral = alert.pages(shown), alert.pages(shown, neutral=True)
        own = replace(alert, pictures=tuple(picture for picture in alert.pictures if picture.format == shown))
        return LiveAlert(own, self._files(notice, usual), self._files(notice, neutral), confirmed)

    def tidy(self, kept: tuple[LiveAlert, ...]) -> None:
        """Remove the pages of all other alerts, and what a power cut left half written, as far as the disk lets us."""
        files = {file for live in kept for file in (*live.pages, *live.neutral)}
        for folder in (self._folder, self._spare.made):
            for pattern in ("*.png", f"*{SUFFIX}", "*.new"):
                for path in folder.glob(pattern) if folder else ():
                    if str(path) not in files:
                        with suppress(OSError):
                            path.unlink(missing_ok=True)

    def _files(self, notice: Notice, pages: tuple[AlertPicture, ...]) -> tuple[str, ...]:
        return tuple(self._file(page.sha256, notice.pictures[page.sha256]) for page in pages)

    def _file(self, sha256: str, picture: bytes) -> str:
        path = self._folder / f"{sha256}.png"
        if not _holds(path, sha256) and not self._is_written(path, picture):
            path = self._spare.folder() / path.name
            if not _holds(path, sha256):
                write_atomically(path, picture)
        return str(path)

    def _is_written(self, path: Path, picture: bytes) -> bool:
        """Whether the disk has taken it, if need be with the room that was kept back."""
        for _ in range(2):
            with suppress(StateUnusable):
                write_atomically(path, picture)
                return True
            if not self._make_room():
                break
        return False


def _holds(path: Path, sha256: str) -> bool:
    """Whether the file can be read and is what it should be; one that is damaged is written anew."""
    try:
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
