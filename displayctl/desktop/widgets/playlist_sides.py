"""What stands left and right of a playlist's entries: the playlists, a preview, and the shelf of media.

The preview is above the shelf. In a narrow window it goes below the playlists, and the entries keep their room.
"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.widgets.media_shelf import MediaShelf
from displayctl.desktop.widgets.pieces import column, frame
from displayctl.desktop.widgets.player_view import PlayerView

LEAST_WIDE_PX = 900
LEFT_PX, RIGHT_PX, PLAYER_PX = 196, 310, 262
NARROW_SIDES_PX, NARROW_PLAYER_PX = 218, 180


class PlaylistSides:
    """`left` and `right`, of which the page makes a row with what is between them."""

    def __init__(self, playlists: QWidget, heading: QBoxLayout, player: PlayerView, shelf: MediaShelf) -> None:
        self._heading, self._player = heading, player
        preview = column(heading, player, spacing=SPACE_S)
        preview.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self._preview = frame("panel", preview)
        self._lists, self._shelves = column(playlists, spacing=SPACE_M), column(shelf, spacing=SPACE_M)
        for line in (self._lists, self._shelves):
            line.setStretch(0, 1)
        self.left, self.right = frame("plain", self._lists), frame("plain", self._shelves)
        self._narrow = False
        self._arrange()

    def follow(self, width_px: int) -> None:
        """Stand as fits a page of this width."""
        narrow = width_px < LEAST_WIDE_PX
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        narrow, directions = self._narrow, QBoxLayout.Direction
        if narrow:
            self._lists.addWidget(self._preview)
        else:
            self._shelves.insertWidget(0, self._preview)
        self._heading.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._player.setFixedHeight(NARROW_PLAYER_PX if narrow else PLAYER_PX)
        self.left.setFixedWidth(NARROW_SIDES_PX if narrow else LEFT_PX)
        self.right.setFixedWidth(NARROW_SIDES_PX if narrow else RIGHT_PX)
