"""Keeps the name that is typed for a playlist and not saved, whoever reads the page anew or renames it meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.unsaved.form_memory import FormMemory, Watched
from displayctl.desktop.widgets.inputs import Unsaved
from schedules.playlist import Playlist


class PlaylistName(FormMemory):
    """All else about a playlist is saved at once. Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, field: QLineEdit, parent: QObject) -> None:
        watched = Watched(
            kind=PartKind.PLAYLIST.value,
            id=lambda: self._kept.id if self._kept is not None else "",
            title=field.text,
            unsaved=self._typed,
            take=self._take,
            count=lambda: 1,
        )
        self._kept: Kept[Playlist] | None = None
        self._field, self._given_back = field, ""
        super().__init__(desk, watched, parent)

    def show_name(self, kept: Kept[Playlist] | None) -> None:
        """Of the playlist on show, None for none; what is typed for that one stays, and whose name it hides is told."""
        before, self._kept = self._kept, kept
        if before is not None and (kept is None or kept.id != before.id):
            self._tell_gone(before)
        if kept is None:
            return
        if before is not None and before.id == kept.id and self._is_typed_upon(before, kept):
            if before.value.name != kept.value.name:
                self._tell_theirs(kept.value.name)
            return
        if self._field.text() != kept.value.name:
            self._field.setText(kept.value.name)
            self._field.setCursorPosition(0)  # a long name is read from its beginning
        self.offer()

    def offer(self) -> None:
        """Put back what was typed for the playlist on show in an earlier run, or what the hub refused."""
        kept = self._kept
        if kept is not None and self._field.isVisible() and self.give_back() and self._given_back != kept.id:
            self._given_back = kept.id
            self.told.emit(self.tr("The name that was typed last and not saved is here again."), "warning")

    def _is_typed_upon(self, before: Kept[Playlist], kept: Kept[Playlist]) -> bool:
        typed = self._field.text().strip()
        return typed not in (before.value.name, kept.value.name) and (bool(typed) or self._field.hasFocus())

    def _tell_theirs(self, name: str) -> None:
        words = self.tr("Somebody else called this playlist “{name}” meanwhile. What you typed is still in the field.")
        self.told.emit(words.format(name=name), "warning")

    def _tell_gone(self, before: Kept[Playlist]) -> None:
        """Where the one on show was deleted, and not here: another one stands in its place."""
        desk = self._desk
        gone = desk.catalogue.loaded and desk.catalogue.find(Topic.PLAYLIST, before.id) is None
        if gone and desk.myself.who is not None and not desk.edits.is_on_its_way(PartKind.PLAYLIST, before.id):
            words = self.tr("The playlist “{name}” was deleted at another desk.")
            self.told.emit(words.format(name=before.value.name), "warning")

    def let_go(self) -> None:
        """The one on show is deleted here."""
        self._kept = None

    def _typed(self) -> Unsaved | None:
        kept, typed = self._kept, self._field.text()
        if kept is None or typed.strip() in ("", kept.value.name):
            return None
        return Unsaved(kept.id, (kept.value.name,), (typed,))

    def _take(self, unsaved: Unsaved) -> None:
        """It is saved when the keyboard goes elsewhere, as any name that is typed."""
        self._field.setText(str(unsaved.typed[0]))
        self._field.setFocus()
