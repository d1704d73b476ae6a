"""Where the room on the hub's disk has gone, and what could go; nothing is ever deleted by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from displayctl.api.library import MediumRoom, StorageInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import COLOURS, RADIUS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import date_short, size_words
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, rule
from displayctl.desktop.widgets.selection import rows_of

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
ENOUGH_BYTES = 5 << 30
"""Free room below which the meter warns: a few long videos with their renditions."""

LEAST_SHARE_PX = 4.0
"""However little the library takes of a large disk, it is seen."""


class Meter(QWidget):
    """A bar of the whole disk: the library's share, what else is on it, and what is free."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, int], ...] = ()
        self.setFixedHeight(18)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[tuple[str, int], ...], words: str) -> None:
        """Parts from the left, each a role of colour and its size; `words` say it for who cannot see it."""
        self._parts = parts
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total, left = max(1, sum(size for _, size in self._parts)), 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS / 2, RADIUS / 2)
        for role, size in self._parts:
            width = max(LEAST_SHARE_PX, self.width() * size / total) if size else 0.0
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(getattr(COLOURS, role)))
            left += width
        painter.end()


class Swatch(QWidget):
    """The colour of a part of the meter, beside its name."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setFixedSize(SPACE_M, SPACE_M)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(COLOURS.line_strong))
        painter.setBrush(QColor(getattr(COLOURS, self._role)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class RoomsModel(QAbstractTableModel):
    """Media by the room that deleting each would give back."""

    def __init__(self) -> None:
        super().__init__()
        self._rooms: tuple[MediumRoom, ...] = ()

    @property
    def rooms(self) -> tuple[MediumRoom, ...]:
        return self._rooms

    def show_rooms(self, rooms: tuple[MediumRoom, ...]) -> None:
        self.beginResetModel()
        self._rooms = rooms
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rooms)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        room = self._rooms[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return _RIGHT | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            room.title,
            size_words(room.size_bytes),
            date_short(room.made_at.astimezone(office_zone()).date()),
            self.tr("in use") if room.in_use else "",
        )[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (_RIGHT if section == 1 else _LEFT) | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Title"), self.tr("Gives back"), self.tr("Added"), self.tr("Used"))[section]


class StorageWindow(QDialog):
    """Signals: `delete_asked` with the ids of media to be deleted, which is asked about once more; `show_asked` with
    the id of a medium."""

    delete_asked = Signal(object)
    show_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Room on the disk"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(720, 560)
        self._info: StorageInfo | None = None
        self._words = label(self.tr("Being read…"), "", wrap=True)
        self._shares = label("", "soft", wrap=True)
        self.meter = Meter()
        self.largest = button(self.tr("What takes most"), lambda: self._show_list(idle=False), "segment")
        self.idle = button(self.tr("Not used for a year"), lambda: self._show_list(idle=True), "segment")
        for made in (self.largest, self.idle):
            made.setCheckable(True)
            made.setAutoExclusive(True)
        self.largest.setChecked(True)
        self.model = RoomsModel()
        self.table = _table(self.model, self.tr("Media by size"))
        self.table.selectionModel().selectionChanged.connect(self._check)
        self.model.modelReset.connect(self._check)
        idle_words = self.tr("Nothing lies idle: every medium is in a playlist, or was added or shown within a year.")
        self._none = label(idle_words, "soft", wrap=True)
        self._none.hide()
        self._in_use = label(
            self.tr("What is used stays; take it out of its playlist or wall first."), "soft", wrap=True
        )
        self._in_use.hide()
        self.delete_button = button(self.tr("Delete the chosen…"), self._delete, "danger", "trash")
        self.show_button = button(self.tr("Show in the library"), self._show_chosen)
        self.setLayout(self._layout())
        self._check()
        client = desk.hub.client
        desk.tasks.run(client.library.storage, self._show, self._failed, owner=self)

    def _layout(self) -> QVBoxLayout:
        layout = column(
            self._words,
            self.meter,
            self._legend(),
            self._shares,
            row(frame("segments", row(self.largest, self.idle, spacing=2, margins=3)), None),
            self._none,
            self.table,
            self._in_use,
            rule(),
            row(self.delete_button, self.show_button, None, button(self.tr("Close"), self.accept), spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(layout.indexOf(self.table), 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        return layout

    def _legend(self) -> QHBoxLayout:
        names = (("accent", self.tr("Media")), ("line_strong", self.tr("Other files")), ("sunken", self.tr("Free")))
        parts = [row(Swatch(role), label(name, "caption"), spacing=SPACE_S) for role, name in names]
        return row(*parts, None, spacing=SPACE_L)

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def hints(self) -> tuple[str, ...]:
        """Why a list is empty, or what is chosen cannot be deleted."""
        return tuple(each.text() for each in (self._none, self._in_use) if not each.isHidden())

    @property
    def chosen(self) -> tuple[MediumRoom, ...]:
        return tuple(self.model.rooms[number] for number in rows_of(self.table))

    def _show(self, info: StorageInfo) -> None:
        self._info = info
        ours = library_bytes(info)
        words = self.tr("Media take {ours} of {disk}; {free} are free.").format(
            ours=size_words(ours), disk=size_words(info.disk_bytes), free=size_words(info.free_bytes)
        )
        if info.free_bytes < ENOUGH_BYTES:
            words += " " + self.tr("That is little: delete what is not needed any more.")
        self._words.setText(words)
        else_bytes = max(0, info.disk_bytes - info.free_bytes - ours)
        self.meter.show_parts((("accent", ours), ("line_strong", else_bytes), ("sunken", info.free_bytes)), words)
        self._shares.setText(
            self.tr("Files brought: {sources} · made for walls: {renditions} · former files: {versions}").format(
                sources=size_words(info.sources_bytes),
                renditions=size_words(info.renditions_bytes),
                versions=size_words(info.versions_bytes),
            )
        )
        if info.idle:
            words = self.tr("Not used for a year ({size})")
            self.idle.setText(words.format(size=size_words(info.idle_bytes)))
        self._show_list(idle=self.idle.isChecked())

    def _show_list(self, *, idle: bool) -> None:
        if self._info is not None:
            self.model.show_rooms(self._info.idle if idle else self._info.largest)
            self._none.setVisible(idle and not self._info.idle)

    def _failed(self, error: Exception) -> None:
        self._words.setText(say_problem(error))

    def _check(self) -> None:
        chosen = self.chosen
        in_use = any(room.in_use for room in chosen)
        self._in_use.setVisible(in_use)
        self.delete_button.setEnabled(bool(chosen) and not in_use)
        self.show_button.setEnabled(len(chosen) == 1)

    def _delete(self) -> None:
        self.delete_asked.emit(tuple(room.id for room in self.chosen))
        self.accept()

    def _show_chosen(self) -> None:
        self.show_asked.emit(self.chosen[0].id)
        self.accept()


def library_bytes(info: StorageInfo) -> int:
    """Everything that is in the store of media."""
    made = info.renditions_bytes + info.versions_bytes + info.pictures_bytes
    return info.sources_bytes + made + info.other_bytes


def _table(model: RoomsModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for section, width in ((1, 110), (2, 120), (3, 110)):
        header.resizeSection(section, max(width, header.sectionSizeHint(section)))
    return table
