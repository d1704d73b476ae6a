"""A playlist in the list of playlists: what it says of its length is worked out when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem

from displayctl.desktop.catalogue import Kept
from schedules.playlist import Playlist

SIZE = QSize(160, 52)


class PlaylistItem(QListWidgetItem):
    """`Qt.UserRole` gives the playlist's id; `words_of` says both lines of a playlist."""

    def __init__(self, kept: Kept[Playlist], words_of: Callable[[Playlist], str]) -> None:
        super().__init__()
        self._kept, self._words_of = kept, words_of

    def data(self, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words_of(self._kept.value)
        if role == Qt.ItemDataRole.UserRole:
            return self._kept.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._kept.value.name
        return SIZE if role == Qt.ItemDataRole.SizeHintRole else super().data(role)
