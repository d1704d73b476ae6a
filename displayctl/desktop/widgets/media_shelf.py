"""The library as a narrow shelf to take media from: search, then drag or double-click."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.api.models import MediumInfo, MediumState
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.query import Texts
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.presenters.media_words import facts_line
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.long_list import LongList
from displayctl.desktop.widgets.media_grid import MediaModel
from displayctl.desktop.widgets.picture_paint import paint_picture
from displayctl.desktop.widgets.pieces import column, label

LEAST_LIST_PX = 48


class _ShelfRows(QStyledItemDelegate):
    """A small picture, the title, and what it is."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(160, 46)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        medium = index.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS.accent_soft if selected else COLOURS.window))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        area = QRect(rect.left() + 6, rect.top() + 6, 60, 34)
        paint_picture(painter, area, medium, self._pictures.thumbnail(medium.id, medium.version))
        for top, size, bold, colour, text in (
            (5, TEXT_BODY, True, COLOURS.text, medium.title),
            (25, TEXT_SMALL, False, COLOURS.text_soft, facts_line(medium)),
        ):
            font = QFont()
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRect(rect.left() + 76, rect.top() + top, rect.width() - 84, 18)
            words = painter.fontMetrics().elidedText(steady(text), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class MediaShelf(QFrame):
    """Signal: `chosen` with a medium's id, on double-click or Enter."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk = desk
        self.model = MediaModel()
        self._texts = Texts()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.textChanged.connect(self.redraw)
        self.list = LongList()
        self.list.setMinimumHeight(LEAST_LIST_PX)
        self.list.setModel(self.model)
        self._rows = _ShelfRows(desk.pictures)
        self.list.setItemDelegate(self._rows)
        self.list.setProperty("role", "bare")
        self.list.setMouseTracking(True)
        self.list.setDragEnabled(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Media"))
        self.list.activated.connect(lambda index: self.chosen.emit(index.data(Qt.ItemDataRole.UserRole).id))
        ListKeys(self.list, self.search)
        self.list.setToolTip(self.tr("Drag into the playlist, or double-click"))
        self._nothing = label(self.tr("Nothing in the library is called like that."), "soft", wrap=True)
        self._nothing.hide()
        title = label(self.tr("From the library"), "strong")
        layout = column(title, self.search, self._nothing, self.list, spacing=SPACE_S)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_S)
        self.setLayout(layout)
        desk.pictures.came.connect(self.model.picture_came)
        self._redrawing = Redrawing(self, self.redraw)
        desk.catalogue.changed.connect(self._topic_changed)
        self.redraw()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.MEDIUM:
            self._redrawing.ask()

    def redraw(self) -> None:
        """Show what can be played and has the words searched for."""
        words = self.search.text().casefold().split()
        self.model.show_media(
            medium
            for medium in self._desk.catalogue.media
            if medium.state is not MediumState.FAILED and (not words or self._has(medium, words))
        )
        self._nothing.setVisible(bool(words) and not self.model.media)

    def _has(self, medium: MediumInfo, words: list[str]) -> bool:
        text = self._texts.of(medium)
        return all(word in text for word in words)
