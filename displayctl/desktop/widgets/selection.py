"""Chosen rows of a view by their ranges: asking each of ten thousand rows would be felt."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def rows_of(view: QAbstractItemView) -> tuple[int, ...]:
    """The rows of which anything is chosen, in their order."""
    selection = view.selectionModel().selection()
    return tuple(
        sorted({row for span in selection for row in range(span.top(), span.bottom() + 1)})  # type: ignore[attr-defined]
    )


def select_rows(view: QAbstractItemView, rows: Iterable[int]) -> None:
    """Choose exactly these rows, whole; the first becomes the current one."""
    model, wanted = view.model(), sorted(set(rows))
    # A list has one column, and Qt keeps that to itself.
    last_column = 0 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()) - 1
    selection = QItemSelection()
    for first, last in _spans(wanted):
        selection.select(model.index(first, 0), model.index(last, last_column))
    view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    if wanted:
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        view.selectionModel().setCurrentIndex(model.index(wanted[0], 0), flag)


def _spans(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
