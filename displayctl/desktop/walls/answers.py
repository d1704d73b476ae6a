"""What walls answered, the newest first, each with its time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.deed_words import Answer, AnswerState
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_seconds_words

MOST = 200
_Index = QModelIndex | QPersistentModelIndex


class AnswersModel(QAbstractListModel):
    """Answers as lines. What a wall answers takes the place of the word that it is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: tuple[Answer, ...] = ()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The newest first."""
        return self._answers

    def take(self, answer: Answer) -> None:
        """Show one more."""
        waited = next((row for row, each in enumerate(self._answers) if _is_waited_for(each, answer)), None)
        if waited is not None:
            self._answers = (*self._answers[:waited], answer, *self._answers[waited + 1 :])
            self.dataChanged.emit(self.index(waited), self.index(waited))
            return
        self.beginResetModel()
        self._answers = (answer, *self._answers)[:MOST]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._answers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            at = clock_seconds_words(answer.at.astimezone(office_zone()))
            return f"{at}  {answer.wall} {answer.words}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(*_mark(answer.state))
        return None


class AnswerList(QListView):
    """The lines on the screen."""

    def __init__(self, model: AnswersModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setWordWrap(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Answers of the walls"))
        self.setResizeMode(QListView.ResizeMode.Adjust)


def _is_waited_for(shown: Answer, new: Answer) -> bool:
    return shown.state is AnswerState.WAITING and (shown.wall_id, shown.deed) == (new.wall_id, new.deed)


def _mark(state: AnswerState) -> tuple[str, str]:
    return {
        AnswerState.WAITING: ("clock", COLOURS.text_soft),
        AnswerState.GOOD: ("check", COLOURS.good),
        AnswerState.BAD: ("alarm", COLOURS.danger),
    }[state]
