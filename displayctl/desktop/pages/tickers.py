"""Running texts: choose one at the left, see it run and change it at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, new_id
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.presenters.ticker_words import ticker_state
from displayctl.desktop.presenters.validity import office_today
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.ticker_memory import NEW, TickerMemory
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.name_rows import NameRows
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row
from displayctl.desktop.widgets.ticker_form import TickerForm
from schedules.ticker import RunningText, Ticker


class TickersPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ""
        self._new: Kept[Ticker] | None = None
        self._sent: tuple[Ticker, Unsaved | None] | None = None
        self.form = desk.myself.guarded(TickerForm(desk.catalogue, office_today(desk.clock)), Role.EDITOR)
        self.banner = Banner()
        self.memory = TickerMemory(desk, self.form, self.banner, self)
        self._build()
        self.memory.asked.connect(self.pick)
        desk.drawer.opened.connect(self._drawer_opened)
        desk.edits.settled.connect(self._settled)
        desk.edits.turned_down.connect(self._turned_down)
        self.list.currentItemChanged.connect(self._chosen)
        self.form.saved.connect(self._save)
        self.form.removal_asked.connect(self._remove)
        self._redrawing = Redrawing(self, self.redraw)
        self._find_new()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._redrawing.ask)
        self.redraw()

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setAccessibleName(self.tr("Running texts"))
        self.list.setItemDelegate(NameRows(self.list))
        self.list.setSpacing(1)
        self._left = frame("panel", column(self.list, margins=6))
        self._left.setFixedWidth(240)
        self._places = Stack()
        self._places.addWidget(self.form)
        self._empty = EmptyState(
            "ticker",
            self.tr("No running text yet"),
            self.tr(
                "A running text passes along the lower edge of the walls, or in a part of them made for it, "
                "while pictures and videos go on above."
            ),
            self._desk.myself.guarded(
                button(self.tr("New running text"), self.make_new, "primary", "plus"), Role.EDITOR
            ),
        )
        self._places.addWidget(frame("panel", column(self._empty)))
        body = row(self._left, self._places, spacing=SPACE_M)
        body.setStretch(1, 1)
        bar = row(
            label(self.tr("Running text"), "title"),
            None,
            self._desk.myself.guarded(
                button(self.tr("New running text"), self.make_new, "primary", "plus"), Role.EDITOR
            ),
        )
        layout = column(bar, self.banner, body, spacing=SPACE_M)
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def refresh(self) -> None:
        self._desk.catalogue.read(Topic.TICKER, Topic.MEDIUM, Topic.DISPLAY)

    def keep(self) -> tuple[str, Unsaved | None]:
        """The chosen one, and what is typed about it."""
        return self._wanted, self.form.unsaved()

    def restore(self, kept: tuple[str, Unsaved | None]) -> None:
        self._wanted, unsaved = kept
        if self._wanted == NEW and self._new is None:
            self._new = self._made_up()
        self.redraw()
        if unsaved is not None:
            self.form.take_unsaved(unsaved)

    def pick(self, id: str) -> None:
        """Show the running text `id`; an unknown one changes nothing."""
        if self._found(id) is not None:
            self._wanted = id
            self.redraw()

    # Showing

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.TICKER, Topic.MEDIUM, Topic.DISPLAY):
            self._redrawing.ask()

    def redraw(self) -> None:
        """Show from the catalogue; the chosen one stays chosen."""
        tickers = (*self._desk.catalogue.tickers, *((self._new,) if self._new is not None else ()))
        if self._wanted not in {kept.id for kept in tickers}:
            self.memory.meet_removal()
            self._wanted = tickers[0].id if tickers else ""
        self.list.blockSignals(True)
        self.list.clear()
        for kept in tickers:
            self.list.addItem(self._item(kept))
            if kept.id == self._wanted:
                self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self._left.setVisible(bool(tickers))  # an empty list beside a sentence that says so looks broken
        self._places.setCurrentIndex(0 if tickers else 1)
        self._empty.setVisible(self._desk.catalogue.loaded)
        self._show()

    def _item(self, kept: Kept[Ticker]) -> QListWidgetItem:
        item = QListWidgetItem(f"{kept.value.name}\n{self._second_line(kept)}")
        item.setData(Qt.ItemDataRole.UserRole, kept.id)
        item.setSizeHint(QSize(200, 52))
        item.setToolTip(kept.value.name)
        return item

    def _second_line(self, kept: Kept[Ticker]) -> str:
        if kept.id == NEW:
            return self.tr("not saved yet")
        count = len(kept.value.texts)
        words = self.tr("{count} texts") if count != 1 else self.tr("{count} text")
        return f"{words.format(count=count)} · {ticker_state(kept.value, self._desk.clock.now())}"

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._wanted = item.data(Qt.ItemDataRole.UserRole)
            self._show()

    def _show(self) -> None:
        kept = self._found(self._wanted)
        if kept is not None and kept is self._new:
            self.memory.show_new(kept)
        elif kept is not None:
            self.memory.show_ticker(kept)

    def _found(self, id: str) -> Kept[Ticker] | None:
        return self._new if id == NEW else self._desk.catalogue.find(Topic.TICKER, id)

    # Changing

    def make_new(self) -> None:
        """A new one, whose words are to be written; the hub has it once it is saved, and walls once it is published."""
        if self._new is None:
            self._new = self._made_up()
        self.pick(NEW)
        self.form.texts.setFocus()

    def _made_up(self) -> Kept[Ticker]:
        names = {kept.value.name for kept in self._desk.catalogue.tickers}
        name, number = self.tr("Running text"), 2
        while name in names:
            name, number = f"{self.tr('Running text')} {number}", number + 1
        return Kept(NEW, 0, Ticker(NEW, name, (RunningText(name),)))

    def _drawer_opened(self) -> None:
        self._find_new()
        self.memory.give_back()
        self._redrawing.ask()

    def _find_new(self) -> None:
        if self._new is None and self.memory.has_new:
            self._new = self._made_up()

    def _save(self, kept: Kept[Ticker], ticker: Ticker) -> None:
        if kept.id != NEW:
            words = self.tr("Change {name}").format(name=ticker.name)
            self._desk.edits.replace(PartKind.TICKER, kept, ticker, words)
            return
        made = replace(ticker, id=new_id(PartKind.TICKER))
        self._sent = made, self.memory.drop_new()
        self._new, self._wanted = None, made.id
        self._desk.edits.create(PartKind.TICKER, made, self.tr("Make {name}").format(name=made.name))
        self.redraw()

    def _settled(self, changes: tuple[Change, ...]) -> None:
        if self._sent is not None and self._sent[0].id in {change.id for change in changes}:
            self._sent = None

    def _turned_down(self, changes: tuple[Change, ...]) -> None:
        """What the hub would not have is in the form of a new one again, unless another one is begun."""
        if self._sent is None or self._sent[0].id not in {change.id for change in changes}:
            return
        (ticker, unsaved), self._sent = self._sent, None
        if self._new is not None:
            return
        self.memory.take_back_new(ticker.name, unsaved)
        self._new = self._made_up()
        if self._wanted == ticker.id:
            self._wanted = NEW
        self._redrawing.ask()

    def _remove(self, kept: Kept[Ticker]) -> None:
        if kept.id != NEW:
            self._desk.edits.remove(PartKind.TICKER, kept, self.tr("Delete {name}").format(name=kept.value.name))
            return
        self.memory.drop_new()
        self._new, self._wanted = None, ""
        self.redraw()
