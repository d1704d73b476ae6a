"""The pages of a document as pictures: one to be shown in its place, or several as media of their own."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from displayctl.api.client import HubClient
from displayctl.api.models import Job, MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.medium_window import MediumWindow
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.widgets.pieces import button, label
from displayctl.desktop.widgets.selection import rows_of, select_rows

PICTURE, PLACE = QSize(160, 120), QSize(176, 156)
BESIDE_PX = 92
"""Margins of window and list, and the bar to scroll with: so that four pages stand side by side."""

MOST_FETCHES, MOST_KEPT, MOST_AT_ONCE = 2, 300, 200
_Index = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractListModel):
    """Pages by number; their pictures are fetched when they are first seen, the last ones are kept."""

    def __init__(self, desk: Desk, medium: MediumInfo) -> None:
        super().__init__()
        self._desk, self._medium = desk, medium
        self._count = 0
        self._icons: dict[int, QIcon] = {}
        self._wanted: list[int] = []
        self._under_way: set[int] = set()

    def show_count(self, count: int) -> None:
        """So many pages there are."""
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Page {number}").format(number=index.row() + 1)
        if role == Qt.ItemDataRole.SizeHintRole:  # the same with and without its picture
            return PLACE
        return self._icon(index.row()) if role == Qt.ItemDataRole.DecorationRole else None

    def _icon(self, row: int) -> QIcon | None:
        if row not in self._icons and row not in self._under_way and row not in self._wanted:
            self._wanted = [*self._wanted, row][-MOST_KEPT:]
            self._fetch()
        return self._icons.get(row)

    def _fetch(self) -> None:
        client, medium_id = self._desk.hub.client, self._medium.id
        while self._wanted and len(self._under_way) < MOST_FETCHES:
            row = self._wanted.pop()
            self._under_way.add(row)
            self._desk.tasks.run(
                partial(_drawing, client, medium_id, row + 1),
                partial(self._came, row),
                partial(self._failed, row),
                owner=self,
            )

    def _failed(self, row: int, error: Exception) -> None:
        """A page that cannot be drawn has no picture; choosing it says why."""
        self._came(row, QImage())

    def _came(self, row: int, image: QImage) -> None:
        self._under_way.discard(row)
        if len(self._icons) >= MOST_KEPT:
            del self._icons[next(iter(self._icons))]
        self._icons[row] = QIcon(_framed(QPixmap.fromImage(image)))
        self.dataChanged.emit(self.index(row), self.index(row))
        self._fetch()


class PagesWindow(MediumWindow):
    """One chosen page can be shown in place of the present one; several become media of their own."""

    def __init__(self, desk: Desk, medium: MediumInfo, parent: QWidget | None = None) -> None:
        super().__init__(desk, medium, self.tr("Pages"), parent)
        self.model = PagesModel(desk, medium)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(PICTURE)
        self.list.setGridSize(PLACE)
        self.list.setViewportMargins(SPACE_S, SPACE_S, SPACE_S, 0)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.selectionModel().selectionChanged.connect(self._check)
        self._counted = self.tr("Being read…")
        self._count = label(self._counted, "soft")
        self.show_button = button(self.tr("Show this page"), self.show_page, "primary")
        self.split_button = button(self.tr("Make a medium of each"), self.split)
        self._lay_out(self._count, self.list, actions=(self.split_button, self.show_button))
        self.resize(4 * PLACE.width() + BESIDE_PX, 560)
        self._check()
        client = desk.hub.client
        desk.tasks.run(lambda: client.library.page_count(medium.id), self._show_count, self._not_counted, owner=self)

    @property
    def pages(self) -> tuple[int, ...]:
        """The chosen pages, counted from 1."""
        return tuple(row + 1 for row in rows_of(self.list))

    @property
    def said(self) -> str:
        """What it says above the pages."""
        return self._count.text()

    def _show_count(self, count: int) -> None:
        one, many = self.tr("{count} page; walls show page {page}"), self.tr("{count} pages; walls show page {page}")
        self._counted = counted(one, many, count, page=self._medium.page)
        self.model.show_count(count)
        select_rows(self.list, [self._medium.page - 1])

    def _not_counted(self, error: Exception) -> None:
        self._count.hide()
        self._say(error)

    def _check(self) -> None:
        chosen = self.pages
        self.show_button.setEnabled(len(chosen) == 1 and chosen[0] != self._medium.page)
        self.split_button.setEnabled(0 < len(chosen) <= MOST_AT_ONCE)
        if len(chosen) > MOST_AT_ONCE:
            words = self.tr("{chosen} pages are chosen; at most {most} become media at once.")
            self._count.setText(words.format(chosen=len(chosen), most=MOST_AT_ONCE))
        else:
            self._count.setText(self._counted)

    def show_page(self) -> None:
        """Let walls show the chosen page."""
        words = self.tr("“{title}” shows page {page} now; it is being made anew for the walls.")
        page = self.pages[0]
        self._store(words.format(title=self._medium.title, page=page), page=page)

    def split(self) -> None:
        """Make a medium of each chosen page."""
        client, medium_id, pages = self._desk.hub.client, self._medium.id, self.pages
        self._desk.tasks.run(
            lambda: client.library.add_pages(medium_id, pages), self._split_done, self._say, owner=self
        )

    def _split_done(self, jobs: tuple[Job, ...]) -> None:
        self._desk.catalogue.read(Topic.JOB)
        one, many = (
            self.tr("{count} page was added to the library."),
            self.tr("{count} pages were added to the library."),
        )
        self._stored(counted(one, many, len(jobs)))


def _framed(page: QPixmap) -> QPixmap:
    """With a thin line around it: most pages are as white as the window."""
    if not page.isNull():
        painter = QPainter(page)
        painter.setPen(QColor(COLOURS.line_strong))
        painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
        painter.end()
    return page


def _drawing(client: HubClient, medium_id: str, page: int) -> QImage:
    return QImage.fromData(client.library.page_thumbnail(medium_id, page))
