"""The entries of a playlist as rows: drag to order, drop media in, copy and paste, delete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.presenters.entry_words import entry_length, entry_note
from displayctl.desktop.presenters.words import duration_words
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.media_grid import MIME_MEDIA
from displayctl.desktop.widgets.picture_paint import paint_picture
from schedules.playlist import PlaylistEntry

MIME_ROWS = "application/x-displayctl-entries"
ROW_PX = 62
_Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """A playlist's entries; `Qt.UserRole` gives the PlaylistEntry. Signal: `edited` with the new entries, when a person
    reorders, adds or takes away.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[PlaylistEntry, ...] = ()

    @property
    def entries(self) -> tuple[PlaylistEntry, ...]:
        return self._entries

    def show_entries(self, entries: Sequence[PlaylistEntry]) -> None:
        """Show these, without telling; with the same number of rows selection stays."""
        new = tuple(entries)
        if len(new) == len(self._entries):
            self._entries = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._entries = new
        self.endResetModel()

    def insert_media(self, medium_ids: Iterable[str], place: int | None = None) -> None:
        """Add media as entries, at the end or before row `place`."""
        at = len(self._entries) if place is None else place
        self._insert([PlaylistEntry(medium_id) for medium_id in medium_ids], at)

    def insert_entries(self, entries: Iterable[PlaylistEntry], place: int) -> None:
        self._insert(list(entries), place)

    def _insert(self, entries: list[PlaylistEntry], at: int) -> None:
        self.edited.emit((*self._entries[:at], *entries, *self._entries[at:]))

    def remove_rows(self, rows: Iterable[int]) -> None:
        """Take entries away."""
        gone = set(rows)
        self.edited.emit(tuple(entry for row, entry in enumerate(self._entries) if row not in gone))

    def replace_entry(self, row: int, entry: PlaylistEntry) -> None:
        """Change one entry."""
        self.edited.emit((*self._entries[:row], entry, *self._entries[row + 1 :]))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._entries[index.row()] if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME_ROWS, MIME_MEDIA]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME_ROWS, ",".join(str(index.row()) for index in indexes).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        return data.hasFormat(MIME_ROWS) or data.hasFormat(MIME_MEDIA)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Rows are moved here and the view is told nothing more to remove; media are added."""
        at = row if row >= 0 else parent.row() if parent.isValid() else len(self._entries)
        if data.hasFormat(MIME_MEDIA):
            self.insert_media(bytes(data.data(MIME_MEDIA).data()).decode().split("\n"), at)
        elif data.hasFormat(MIME_ROWS):
            self.move_rows([int(text) for text in bytes(data.data(MIME_ROWS).data()).decode().split(",")], at)
        return False

    def move_rows(self, rows: list[int], at: int) -> None:
        """Move rows, in their order, to before row `at`."""
        moving = [self._entries[row] for row in sorted(rows) if row < len(self._entries)]
        before = [entry for row, entry in enumerate(self._entries) if row < at and row not in rows]
        after = [entry for row, entry in enumerate(self._entries) if row >= at and row not in rows]
        new = (*before, *moving, *after)
        if new != self._entries:
            self.edited.emit(new)


class _Rows(QStyledItemDelegate):
    """Paints an entry: its number, picture, title, what is special about it, and its length."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(300, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: PlaylistEntry = index.data(Qt.ItemDataRole.UserRole)
        medium = self._desk.catalogue.find(Topic.MEDIUM, entry.medium_id)
        rect: QRect = option.rect.adjusted(2, 2, -2, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        now = self._desk.clock.now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(COLOURS.accent if selected else COLOURS.line))
        painter.setBrush(QColor(COLOURS.accent_soft if selected else COLOURS.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._words(painter, rect, index.row() + 1, entry, medium, now)
        if medium is not None:
            area = QRect(rect.left() + 38, rect.top() + 6, 80, rect.height() - 12)
            paint_picture(painter, area, medium, self._desk.pictures.thumbnail(medium.id, medium.version))
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        number: int,
        entry: PlaylistEntry,
        medium: MediumInfo | None,
        now: datetime,
    ) -> None:
        small, strong = _font(TEXT_SMALL), _font(TEXT_BODY, bold=True)
        painter.setFont(small)
        painter.setPen(QColor(COLOURS.text_faint))
        painter.drawText(QRect(rect.left(), rect.top(), 34, rect.height()), Qt.AlignmentFlag.AlignCenter, str(number))
        words = QRect(rect.left() + 130, rect.top() + 7, rect.width() - 130 - 92, 22)
        painter.setFont(strong)
        painter.setPen(QColor(COLOURS.text))
        title = medium.title if medium is not None else entry.medium_id
        text = painter.fontMetrics().elidedText(steady(title), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        note, warning = entry_note(entry, medium, now)
        painter.setPen(QColor(COLOURS.warning if warning else COLOURS.text_soft))
        text = painter.fontMetrics().elidedText(steady(note), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.translated(0, 22), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(strong)
        painter.setPen(QColor(COLOURS.text))
        length = QRect(rect.right() - 92, rect.top(), 80, rect.height())
        painter.drawText(
            length,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            duration_words(entry_length(entry, medium)),
        )


class EntryList(QListView):
    """Rows with the keys Delete, Ctrl+C, Ctrl+V, and Ctrl+Up or Ctrl+Down to carry one."""

    def __init__(self, desk: Desk, model: EntryModel) -> None:
        super().__init__()
        self._entries = model
        self._clipboard: tuple[PlaylistEntry, ...] = ()
        self._rows = _Rows(desk)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setProperty("role", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Entries"))
        ListKeys(self)
        desk.pictures.came.connect(self._picture_came)

    def _picture_came(self, medium_id: str) -> None:
        self.viewport().update()

    @property
    def chosen_rows(self) -> tuple[int, ...]:
        return tuple(sorted(index.row() for index in self.selectedIndexes()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        rows, key = self.chosen_rows, event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and rows:
            self._entries.remove_rows(rows)
        elif control and key == Qt.Key.Key_C:
            self._clipboard = tuple(self._entries.entries[row] for row in rows)
        elif control and key == Qt.Key.Key_V and self._clipboard:
            self._entries.insert_entries(self._clipboard, rows[-1] + 1 if rows else len(self._entries.entries))
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and len(rows) == 1:
            self._carry(rows[0], -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _carry(self, row: int, step: int) -> None:
        target = row + step
        if 0 <= target < len(self._entries.entries):
            self._entries.move_rows([row], target + (1 if step > 0 else 0))
            chosen = self._entries.index(target)
            self.selectionModel().setCurrentIndex(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _font(size_px: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size_px)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
