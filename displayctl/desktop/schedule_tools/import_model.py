"""The events of a calendar as a table to tick: what becomes of each, its name, when it runs, what was made simpler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from displayctl.desk.calendars.plan import CHANGING, Action, Proposal
from displayctl.desktop.presenters.calendar_words import action_words, remark_words
from schedules.slot import Slot

_Index = QModelIndex | QPersistentModelIndex
ORDER = {Action.ADD: 0, Action.CHANGE: 1, Action.REMOVE: 2, Action.SAME: 3, Action.OVER: 4, Action.GONE: 5}


class ImportModel(QAbstractTableModel):
    """Those that do something can be ticked. Signal: `ticked` when a person did."""

    ticked = Signal()

    def __init__(self, headings: tuple[str, ...], when: Callable[[Slot], str]) -> None:
        super().__init__()
        self._headings, self._when = headings, when
        self._left_out: set[str] = set()
        self.proposals: tuple[Proposal, ...] = ()

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show these, what does something first; what was left out before stays left out."""
        self.beginResetModel()
        self.proposals = tuple(sorted(proposals, key=lambda each: (ORDER[each.action], each.name.casefold())))
        self.endResetModel()

    def chosen(self) -> tuple[Proposal, ...]:
        """Those that are ticked."""
        return tuple(each for each in self.proposals if each.action in CHANGING and _key(each) not in self._left_out)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.proposals)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        proposal = self.proposals[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells(proposal)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and proposal.action in CHANGING:
            return Qt.CheckState.Unchecked if _key(proposal) in self._left_out else Qt.CheckState.Checked
        return proposal if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self.proposals[index.row()].action in CHANGING:
            return able | Qt.ItemFlag.ItemIsUserCheckable
        return able

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        key = _key(self.proposals[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

    def _cells(self, proposal: Proposal) -> tuple[str, ...]:
        slot = proposal.slot
        when = self._when(slot) if slot is not None else "–"
        remarks = ", ".join(remark_words(remark) for remark in proposal.remarks)
        return action_words(proposal.action), proposal.name, when, remarks


def _key(proposal: Proposal) -> str:
    slot = proposal.slot
    return slot.id if slot is not None else ""
