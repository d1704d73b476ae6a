"""The middle of the library page: media as cards or as a list, in an order, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from displayctl.api.models import MediumInfo
from displayctl.desktop.library.kept import KeptFilters
from displayctl.desktop.library.query import Order
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.presenters.library_words import order_words
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.late import Late
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.media_grid import MediaGrid, MediaModel
from displayctl.desktop.widgets.media_table import MediaTable
from displayctl.desktop.widgets.pieces import button, column, frame, row
from displayctl.desktop.widgets.selection import rows_of, select_rows


class LibraryShelf(QFrame):
    """Signals: `chosen` when other media are, `menu_asked` with a place on the screen, `delete_asked` by the key for
    it, `order_changed`."""

    chosen = Signal()
    menu_asked = Signal(QPoint)
    delete_asked = Signal()
    order_changed = Signal()

    def __init__(self, pictures: Pictures, kept: KeptFilters, empties: tuple[QWidget, ...], tools: tuple[QWidget, ...]):
        super().__init__()
        self.setProperty("role", "card")
        self._pictures, self._kept, self._empties = pictures, kept, empties
        self.backwards = False
        self.model = MediaModel()
        self.grid = MediaGrid(self.model, pictures)
        self._table = Late(self._make_table)
        self._shown: MediaGrid | MediaTable = self.grid
        self._places = Stack()
        self._take_in(self.grid)
        for place in empties:
            self._places.addWidget(place)
        self.as_cards = button(self.tr("Cards"), lambda: self.show_as(as_list=False), "segment")
        self.as_list = button(self.tr("List"), lambda: self.show_as(as_list=True), "segment")
        for made in (self.as_cards, self.as_list):
            made.setCheckable(True)
            made.setAutoExclusive(True)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        for order in Order:
            self.order.addItem(order_words(order), order)
        self.order.setCurrentIndex(self.order.findData(kept.order))
        self.order.currentIndexChanged.connect(self._order_picked)
        ways = frame("plain", row(self.as_cards, self.as_list, self.order, None, spacing=SPACE_S))
        bar = Beside(ways, frame("plain", row(*tools, None, spacing=SPACE_S)), spacing=SPACE_S)
        layout = column(bar, self._places, spacing=SPACE_S, margins=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_as(as_list=kept.as_list)
        self._show_order()

    def _make_table(self) -> MediaTable:
        made = MediaTable(self.model, self._pictures)
        made.order_asked.connect(self._take_order)
        made.show_order(self.current_order, backwards=self.backwards)
        self._take_in(made)
        return made

    def _take_in(self, view: MediaGrid | MediaTable) -> None:
        ListKeys(view)
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_menu)
        key = QShortcut(QKeySequence.StandardKey.Delete, view, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.delete_asked)
        self._places.addWidget(view)

    @property
    def table(self) -> MediaTable:
        """The list, made when it is first wanted."""
        return self._table.get()

    def _ask_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self._shown.viewport().mapToGlobal(place))

    @property
    def view(self) -> MediaGrid | MediaTable:
        """The one on show."""
        return self._shown

    @property
    def media(self) -> tuple[MediumInfo, ...]:
        """The chosen media, in the order on show."""
        count = len(self.model.media)
        return tuple(self.model.media[number] for number in rows_of(self._shown) if number < count)

    @property
    def current_order(self) -> Order:
        # A combo box gives the word back, not the value.
        return Order(self.order.currentData())

    def show_as(self, *, as_list: bool) -> None:
        """Show cards, or a list; what is chosen stays so."""
        before = rows_of(self._shown)
        self._shown = self.table if as_list else self.grid
        (self.as_list if as_list else self.as_cards).setChecked(True)
        self._kept.as_list = as_list
        select_rows(self._shown, before)
        if self._places.currentWidget() not in self._empties:
            self._places.setCurrentWidget(self._shown)

    def show_media(self, media: Iterable[MediumInfo], empty: int | None) -> None:
        """Show these; where there are none, the `empty`-th of what is said then (None: nothing). What is chosen stays
        so."""
        before = {medium.id for medium in self.media}
        self.model.show_media(media)
        if self.model.media or empty is None:
            self._places.setCurrentWidget(self._shown)
        else:
            self._places.setCurrentWidget(self._empties[empty])
        if before:
            self.choose(before)
            self.chosen.emit()

    def choose(self, ids: Iterable[str]) -> None:
        """Choose those of these that are on show."""
        rows = (self.model.row_of(name) for name in ids)
        wanted = sorted(number for number in rows if number is not None)
        if wanted != list(rows_of(self._shown)):
            select_rows(self._shown, wanted)

    def _tell_chosen(self) -> None:
        self.chosen.emit()

    def _order_picked(self) -> None:
        self.backwards = False
        self._kept.order = self.current_order
        self._show_order()
        self.order_changed.emit()

    def _take_order(self, order: Order, backwards: bool) -> None:
        """A heading was clicked; once more on the same one turns it round."""
        self.order.blockSignals(True)
        self.order.setCurrentIndex(self.order.findData(order))
        self.order.blockSignals(False)
        self.backwards = backwards
        self._kept.order = order
        self._show_order()
        self.order_changed.emit()

    def _show_order(self) -> None:
        if self._table.made is not None:
            self._table.made.show_order(self.current_order, backwards=self.backwards)
