"""The walls of the home page on the screen: tiles that fill the width, by mouse and by keyboard."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.screens import Screens
from displayctl.desktop.home.tile_paint import TileLook, paint_tile, tile_height
from displayctl.desktop.home.walls_model import WallsModel
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.outlook_words import computed_words, taken_words
from displayctl.desktop.presenters.wall_tiles import WallTile

LEAST_WIDTH_PX, MOST_WIDTH_PX = 228, 400
AIR_PX = 5
"""What Qt keeps free beside a bar; tiles that leave it no room wrap one too early."""
_Index = QModelIndex | QPersistentModelIndex


class WallTiles(QStyledItemDelegate):
    """Paints a wall; where its own picture is not fresh, the one that is worked out of the programme."""

    def __init__(self, desk: Desk, screens: Screens, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._screens = desk, screens

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        if isinstance(view, QListView) and view.gridSize().isValid():
            return view.gridSize()
        return QSize(LEAST_WIDTH_PX, tile_height(LEAST_WIDTH_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tile: WallTile = index.data(Qt.ItemDataRole.UserRole)
        picture, mark = self._picture(tile)
        state, view = option.state, self.parent()
        look = TileLook(
            tile,
            picture,
            mark,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=isinstance(view, QListView) and view.hasFocus(),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        painter.save()
        paint_tile(painter, option.rect, look)
        painter.restore()

    def _picture(self, tile: WallTile) -> tuple[QPixmap | None, str]:
        seen = self._screens.look(tile.id, tile.connected)
        if seen is not None:
            kept = self._desk.catalogue.find(Topic.DISPLAY, tile.id)
            zone = ZoneInfo(kept.value.time_zone) if kept is not None else office_zone()
            return seen.picture, taken_words(seen.taken_at, zone)
        medium = self._desk.catalogue.find(Topic.MEDIUM, tile.medium_id)
        if medium is None:
            return None, ""
        picture = self._desk.pictures.thumbnail(medium.id, medium.version)
        return picture, computed_words() if picture is not None else ""


class WallsView(QListView):
    """Signal: `opened` with the id of a wall that was clicked, or chosen with Enter."""

    opened = Signal(str)

    def __init__(self, desk: Desk, model: WallsModel, screens: Screens) -> None:
        super().__init__()
        self._walls = model
        self.setModel(model)
        self._tiles = WallTiles(desk, screens, self)
        self.setItemDelegate(self._tiles)
        self.setProperty("role", "bare")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Walls as they are now"))
        self.clicked.connect(self._open)
        model.modelReset.connect(self._share_width)
        screens.came.connect(model.picture_came)
        desk.pictures.came.connect(model.pictures_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            tile: WallTile = index.data(Qt.ItemDataRole.UserRole)
            self.opened.emit(tile.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """As many tiles side by side as fit, or as there are walls, and the width shared out among them."""
        bar = self.verticalScrollBar().sizeHint().width()  # kept free, so that its coming changes no tile
        width = self.contentsRect().width() - bar - AIR_PX
        columns = max(1, min(width // LEAST_WIDTH_PX, len(self._walls.every)))
        each = min(MOST_WIDTH_PX, width // columns)
        self.setGridSize(QSize(each, tile_height(each)))
