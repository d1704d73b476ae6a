"""Wall by wall: when the message arrived, when it was shown and with which frame, when it ended, and who is missing."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from displayctl.api.emergencies import AlertInfo
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.presenters.emergency_words import WallAnswer, wall_answer
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.widgets.pieces import column, label

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_PX, LEAST_COLUMN_PX = 28, 76
MOST_NAMED = 4


class AnswersModel(QAbstractTableModel):
    """The walls that are missing come first."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: tuple[WallAnswer, ...] = ()
        self._titles = (
            self.tr("Wall"),
            self.tr("Arrived"),
            self.tr("Shown at"),
            self.tr("Frame"),
            self.tr("Ended"),
            self.tr("State"),
        )

    def show_answers(self, answers: tuple[WallAnswer, ...]) -> None:
        ordered = tuple(sorted(answers, key=lambda each: (not each.missing, each.wall.casefold())))
        if ordered == self.answers:
            return
        if len(ordered) == len(self.answers):
            self.answers = ordered
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(self._titles) - 1))
            return
        self.beginResetModel()
        self.answers = ordered
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.answers)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self.answers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (answer.wall, answer.delivered, answer.shown, answer.frame, answer.ended, answer.state)
            return cells[index.column()] or "–"
        if role == Qt.ItemDataRole.ToolTipRole:
            return answer.advice or None
        if role == Qt.ItemDataRole.ForegroundRole and answer.missing:
            return QColor(COLOURS.danger)
        if role == Qt.ItemDataRole.FontRole and answer.missing:
            font = QFont()
            font.setBold(True)
            return font
        return None


class Receipts(QWidget):
    """The table, and below it what to do about the walls that are missing."""

    def __init__(self) -> None:
        super().__init__()
        self.model = AnswersModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(self.tr("What each wall has said"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(LEAST_COLUMN_PX)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.advice = label("", "error", wrap=True)
        layout = column(self.table, self.advice, spacing=SPACE_S)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_alert(self, info: AlertInfo, names: dict[str, str], zone: ZoneInfo) -> None:
        """Show what the walls have said of this alert."""
        walls = dict.fromkeys((*info.walls, *info.receipts))
        self.model.show_answers(tuple(wall_answer(info, wall, names.get(wall, wall), zone) for wall in walls))
        told: dict[str, list[str]] = {}
        for answer in self.model.answers:
            if answer.advice:
                told.setdefault(answer.advice, []).append(answer.wall)
        lines = [f"{_few(walls)}: {advice}" for advice, walls in told.items()]
        self.advice.setText("\n".join(lines))
        self.advice.setVisible(bool(lines))


def _few(walls: list[str]) -> str:
    more = [f"+{len(walls) - MOST_NAMED}"] if len(walls) > MOST_NAMED else []
    return listed([*walls[:MOST_NAMED], *more])
