"""Lists of thousands of rows that are laid out a few hundred at a time, so that none of them is waited for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QListView

ROWS_AT_ONCE = 300
"""Qt asks a model in Python for its count at every row that it places: this many take a few milliseconds."""
ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class LongList(QListView):
    """A QListView whose rows are all of one size. Whoever wants to see a row that has no place yet has it at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(ROWS_AT_ONCE)

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = ENSURE_VISIBLE
    ) -> None:
        if index.isValid() and not self.visualRect(index).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)
