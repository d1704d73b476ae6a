"""Folders of the library, made, renamed, taken apart and filled; each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from displayctl.api.media_choices import tidy_folder
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.kept import KeptFilters
from displayctl.desktop.library.media_edits import MediaEdits, step_of
from displayctl.desktop.library.naming import Naming, ask_name


class Folders(QObject):
    """What can be done with folders, by a page; `changed` is called when there are others."""

    def __init__(
        self, desk: Desk, edits: MediaEdits, kept: KeptFilters, page: QWidget, changed: Callable[[], object]
    ) -> None:
        super().__init__(page)
        self._desk, self._edits, self._kept, self._page, self._changed = desk, edits, kept, page, changed

    @property
    def names(self) -> frozenset[str]:
        """All there are: those with media in them, and those that were made for some."""
        return self._kept.folders | {medium.folder for medium in self._desk.catalogue.media if medium.folder}

    def ask_new(self, above: str) -> None:
        """Ask what a new folder in `above` shall be called."""
        words = self.tr("A folder in “{folder}”.").format(folder=above) if above else self.tr("A folder for media.")
        title = self.tr("New folder")
        naming = Naming(title, words, title, tidy=lambda name: tidy_folder(f"{above}/{name}"))
        ask_name(self._desk, self._page, naming, self.make)

    def ask_rename(self, folder: str) -> None:
        """Ask for another name of a folder."""
        name = folder.rpartition("/")[2]
        words, title = self.tr("Its media stay in it, and wherever they are used."), self.tr("Rename the folder")
        naming = Naming(title, words, title, name, tidy=lambda typed: self._other_name(folder, typed))
        ask_name(self._desk, self._page, naming, lambda new: self.rename(folder, new))

    def _other_name(self, folder: str, typed: str) -> str:
        """The path with the name that was typed. Raises ValueError where it, or one of the folders in it, cannot be."""
        new = tidy_folder(f"{folder.rpartition('/')[0]}/{typed}")
        for name in self.names:
            tidy_folder(_renamed(name, folder, new))
        return new

    def make(self, folder: str) -> None:
        """Make a folder, which waits for its first medium."""
        self._kept.keep_folders(self._kept.folders | {tidy_folder(folder)})
        self._changed()

    def rename(self, folder: str, new: str) -> None:
        """Call a folder otherwise, with those in it."""
        new = tidy_folder(new)
        self._kept.keep_folders(_renamed(name, folder, new) for name in self._kept.folders)
        media = (medium for medium in self._desk.catalogue.media if _is_in(medium.folder, folder))
        steps = [step_of(medium, folder=_renamed(medium.folder, folder, new)) for medium in media]
        self._edits.change(steps, self.tr("Rename of “{folder}”").format(folder=folder))
        self._changed()

    def dissolve(self, folder: str) -> None:
        """Let a folder's media lie in the one above it."""
        above = folder.rpartition("/")[0]
        self._kept.keep_folders(name for name in self._kept.folders if not _is_in(name, folder))
        media = (medium for medium in self._desk.catalogue.media if _is_in(medium.folder, folder))
        steps = [step_of(medium, folder=_renamed(medium.folder, folder, above).strip("/")) for medium in media]
        self._edits.change(steps, self.tr("Taking “{folder}” apart").format(folder=folder))
        self._changed()

    def move(self, ids: Iterable[str], folder: str) -> None:
        """Let these media lie in a folder; empty: in none."""
        wanted = set(ids)
        media = (medium for medium in self._desk.catalogue.media if medium.id in wanted)
        steps = [step_of(medium, folder=folder) for medium in media]
        words = self.tr("Move into “{folder}”").format(folder=folder) if folder else self.tr("Taking out of its folder")
        self._edits.change(steps, words)


def _is_in(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}/")


def _renamed(name: str, folder: str, new: str) -> str:
    return new + name[len(folder) :] if _is_in(name, folder) else name
