"""The library as a grid of cards: thumbnails come when they are first seen; cards can be dragged into playlists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.api.models import MediumInfo, MediumState
from displayctl.desktop.look.palette import COLOURS, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.presenters.media_words import facts_line
from displayctl.desktop.widgets.long_list import LongList
from displayctl.desktop.widgets.own_ground import paint_ground, take_own_ground
from displayctl.desktop.widgets.picture_paint import paint_picture
from displayctl.desktop.widgets.pieces import set_role

MIME_MEDIA = "application/x-displayctl-media"
CARD, PICTURE = QSize(186, 166), QSize(170, 100)
_Index = QModelIndex | QPersistentModelIndex
MOST_LINES = 4000
"""So many lines are kept cut to their width."""


class MediaModel(QAbstractListModel):
    """Media as items; `Qt.UserRole` gives the MediumInfo."""

    def __init__(self) -> None:
        super().__init__()
        self._media: tuple[MediumInfo, ...] = ()
        self._rows: dict[str, int] = {}

    def show_media(self, media: Iterable[MediumInfo]) -> None:
        """Show these in this order; where only facts changed, selection stays."""
        new = tuple(media)
        if len(new) == len(self._media) and [m.id for m in new] == [m.id for m in self._media]:
            pairs = enumerate(zip(self._media, new, strict=True))
            changed = [row for row, (ours, theirs) in pairs if ours.version != theirs.version]
            self._media = new
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._media = new
        self._rows = {medium.id: row for row, medium in enumerate(new)}
        self.endResetModel()

    @property
    def media(self) -> tuple[MediumInfo, ...]:
        return self._media

    def row_of(self, medium_id: str) -> int | None:
        return self._rows.get(medium_id)

    def picture_came(self, medium_id: str) -> None:
        """Have the card of this medium painted anew."""
        row = self.row_of(medium_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._media)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        medium = self._media[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return medium.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{medium.title}\n{facts_line(medium)}"
        return medium if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME_MEDIA]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = "\n".join(self._media[index.row()].id for index in indexes)
        data.setData(MIME_MEDIA, ids.encode())
        return data


class MediaCards(QStyledItemDelegate):
    """Paints a medium as a card."""

    def __init__(self, pictures: Pictures, view: QListView) -> None:
        super().__init__(view)
        self._pictures = pictures
        self._words = CardWords()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) and view.gridSize().isValid() else CARD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        medium: MediumInfo = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect.adjusted(3, 3, -3, -3)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(
            painter, rect, bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        )
        picture = QRect(rect.left() + 5, rect.top() + 5, rect.width() - 10, PICTURE.height())
        paint_picture(painter, picture, medium, self._pictures.thumbnail(medium.id, medium.version))
        self._words.paint(painter, QRect(rect.left() + 9, picture.bottom() + 6, rect.width() - 18, 50), medium)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool) -> None:
        colour = COLOURS.accent_soft if selected else COLOURS.surface
        painter.setBrush(QColor(colour))
        painter.setPen(
            QPen(QColor(COLOURS.accent), 2)
            if selected
            else QPen(QColor(COLOURS.line_strong if hovered else COLOURS.line))
        )
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class CardWords:
    """The two lines under a picture; each is cut to its width once for as long as the medium stays as it is."""

    def __init__(self) -> None:
        self._title, self._facts = QFont(), QFont()
        self._title.setPixelSize(TEXT_BODY)
        self._title.setWeight(QFont.Weight.DemiBold)
        self._facts.setPixelSize(TEXT_SMALL)
        self._known: dict[tuple[str, int, int], tuple[str, str]] = {}

    def paint(self, painter: QPainter, area: QRect, medium: MediumInfo) -> None:
        """Paint them at the top of `area`."""
        title, facts = self.lines(medium, area.width())
        painter.setFont(self._title)
        painter.setPen(QColor(COLOURS.text))
        painter.drawText(area.left(), area.top() + 15, title)
        painter.setFont(self._facts)
        failed = medium.state is MediumState.FAILED
        painter.setPen(QColor(COLOURS.danger if failed else COLOURS.text_soft))
        painter.drawText(area.left(), area.top() + 35, facts)

    def lines(self, medium: MediumInfo, width: int) -> tuple[str, str]:
        """Title and facts in so many pixels."""
        key = (medium.id, medium.version, width)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_LINES:
                self._known.clear()
            right = Qt.TextElideMode.ElideRight
            title = QFontMetrics(self._title).elidedText(medium.title, right, width)
            facts = QFontMetrics(self._facts).elidedText(facts_line(medium), right, width)
            found = self._known[key] = (title, facts)
        return found


class MediaGrid(LongList):
    """Cards that fill the width."""

    def __init__(self, model: MediaModel, pictures: Pictures) -> None:
        super().__init__()
        self.setModel(model)
        self._cards = MediaCards(pictures, self)
        self.setItemDelegate(self._cards)
        self.setProperty("role", "bare")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Media"))
        take_own_ground(self)
        pictures.came.connect(model.picture_came)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)

    def _show_bar(self, least: int, most: int) -> None:
        """Its room is kept, so that its coming moves no card; where all cards are seen, nothing is drawn there."""
        set_role(self.verticalScrollBar(), "" if most > least else "idle")

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, event)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards as fit, the rest of the width shared out among them."""
        super().resizeEvent(event)
        width = self.viewport().width() - 4
        columns = max(1, width // (CARD.width() - 8))
        self.setGridSize(QSize(width // columns, CARD.height() + 2))
