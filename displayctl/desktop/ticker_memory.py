"""What is typed about running texts and not saved: kept beside another choice, a crash, and a second desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.unsaved.form_memory import FormMemory, Watched
from displayctl.desktop.unsaved.removal import removed_while_typed
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.ticker_form import TickerForm
from schedules.ticker import Ticker

KIND = PartKind.TICKER.value
NEW = f"{KIND}-new"
"""The one that is being written and that the hub has not yet."""


class TickerMemory(FormMemory):
    """Watches the form of running texts, and shows one in it. Signal: `asked` with the one that is to be shown."""

    asked = Signal(str)

    def __init__(self, desk: Desk, form: TickerForm, banner: Banner, parent: QObject | None = None) -> None:
        watched = Watched(
            kind=KIND,
            id=lambda: form.kept.id if form.kept is not None else "",
            title=form.name.text,
            unsaved=form.unsaved,
            take=form.take_unsaved,
            count=lambda: form.inputs_count,
        )
        super().__init__(desk, watched, parent)
        self._ticker_form, self._banner = form, banner
        self._told = ""
        form.saved.connect(lambda kept, _: self._saved(kept.id))

    def _saved(self, ticker_id: str) -> None:
        if ticker_id != NEW:
            self.sent(ticker_id)
        self._banner.take_back(self._told)

    @property
    def has_new(self) -> bool:
        """Whether something is typed about one that the hub has not yet."""
        return self.drawer.of(KIND, NEW) is not None

    def show_new(self, kept: Kept[Ticker]) -> None:
        """Bring the one that is not at the hub yet into the form, with what was typed about it."""
        if self._ticker_form.kept != kept:
            self.note()
            self._ticker_form.show_new(kept)
            self.give_back()

    def drop_new(self) -> Unsaved | None:
        """It is being stored, or not wanted any more; gives what was typed about it."""
        unsaved = self._ticker_form.unsaved()
        self._ticker_form.let_go()
        self.forget(NEW)
        return unsaved

    def take_back_new(self, title: str, unsaved: Unsaved | None) -> None:
        """The hub would not have it: what was typed waits for the form."""
        if unsaved is not None:
            self.drawer.keep(KeptForm(KIND, title, self._desk.clock.now(), unsaved))

    def show_ticker(self, kept: Kept[Ticker]) -> None:
        """Bring one into the form, with what was typed about it; what was typed about the one before is kept."""
        before, unsaved = self._ticker_form.kept, self._ticker_form.unsaved()
        self.note()
        self._ticker_form.show_ticker(kept)
        if before is None or before.id != kept.id:
            self.give_back()
            return
        self.give_back()
        if unsaved is not None and kept.version > before.version and kept.value != before.value:
            words = self.tr("Somebody else changed “{name}” meanwhile. The form has it now, beside what you typed.")
            self._told = words.format(name=kept.value.name)
            self._banner.tell(self._told, "warning", self.tr("Take theirs"), lambda: self.take_theirs(kept))

    def meet_removal(self) -> None:
        """The one on show was deleted at another desk while something was typed: it can be made again as typed."""
        removed = removed_while_typed(self._desk, PartKind.TICKER, self._ticker_form)
        if removed is None or removed.before.id == NEW:
            return
        words = self.tr("“{name}” was deleted at another desk while you changed it. What you typed is kept.")
        said, wanted = words.format(name=removed.before.name), removed.wanted
        self._banner.tell(said, "warning", self.tr("Make it again"), lambda: self._make_again(wanted))

    def _make_again(self, wanted: Ticker) -> None:
        made = replace(wanted, id=new_id(PartKind.TICKER))
        self._desk.edits.create(PartKind.TICKER, made, self.tr("Make {name}").format(name=made.name))
        self.asked.emit(made.id)
        self.forget(wanted.id)

    def take_theirs(self, kept: Kept[Ticker]) -> None:
        """Let go of what was typed here."""
        self.forget(kept.id)
        self._ticker_form.show_anew(kept)
