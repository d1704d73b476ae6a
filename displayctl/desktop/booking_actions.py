"""What an operator does with bookings on the calendar, asking which of a series are meant where it matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from displayctl.api.models import PartKind
from displayctl.desktop.bookings import Bookings, Pair
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.selection import Drop
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Occurrence
from displayctl.desktop.presenters.words import day_words, week_words
from schedules.slot import Slot


class BookingActions(QWidget):
    """Books, moves, copies and deletes, each as one step to take back. Not seen itself; it owns the menus that ask.

    Signals: `told` a sentence and its kind; `chosen` the occurrences that an action leaves to be chosen.
    """

    told = Signal(str, str)
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bookings = Bookings(desk, self)
        self._copied: tuple[Pair, ...] = ()
        self.question: QMenu | None = None
        self.hide()

    # Booking and changing

    def book(self, happening: Occurrence, display_ids: tuple[str, ...]) -> Slot | None:
        """A new slot where the hand drew it: the playlist booked last, on these walls."""
        slot = self._bookings.drawn(happening, display_ids)
        if slot is None:
            self.told.emit(self.tr("Make a playlist and add a wall first; then airtime can be booked."), "warning")
            return None
        self._desk.edits.create(PartKind.SLOT, slot, self.tr("Book {name}").format(name=slot.name))
        return slot

    def save(self, kept: Kept[Slot], slot: Slot) -> None:
        """Store what the form says."""
        self._bookings.change(kept, slot)

    # Moving

    def drop(self, drop: Drop) -> None:
        """Move or copy what a hand let go of; of series it asks which are meant."""
        if not self._bookings.pairs(drop.before):
            words = self.tr("What you moved was deleted at another desk meanwhile; nothing was changed.")
            self.told.emit(words, "warning")
        elif drop.copies:
            self.chosen.emit(self._bookings.copy_to(_targets(self._bookings.pairs(drop.before), drop)))
        elif self._bookings.has_series(drop.before):
            self._ask(
                drop.before,
                lambda: self.chosen.emit(self._bookings.move_these(drop)),
                lambda: self.chosen.emit(self._bookings.move_all(drop)),
            )
        else:
            self.chosen.emit(self._bookings.move_all(drop))

    def _ask(self, happenings: tuple[Occurrence, ...], these: Callable[[], None], all_of: Callable[[], None]) -> None:
        """Which of a series are meant: the question stands where the pointer is."""
        days = len({each.day for each in happenings})
        menu = QMenu(self)
        menu.addAction(self.tr("Only this day") if days == 1 else self.tr("Only on these days"), these)
        menu.addAction(self.tr("The whole series"), all_of)
        menu.addSeparator()
        menu.addAction(self.tr("Cancel"))
        if self.question is not None:
            self.question.deleteLater()
        self.question = menu
        menu.popup(QCursor.pos())

    # Deleting

    def remove(self, happenings: tuple[Occurrence, ...], slot_id: str) -> None:
        """Delete what is chosen; of series it asks. Without a choice, the whole slot `slot_id`."""
        if not happenings or not self._bookings.has_series(happenings):
            self._say_removed(self._bookings.remove([each.slot_id for each in happenings] or [slot_id]))
            return
        self._ask(
            happenings,
            lambda: self._say_taken_out(self._bookings.remove_these(happenings), happenings),
            lambda: self._say_removed(self._bookings.remove(each.slot_id for each in happenings)),
        )

    def remove_slot(self, slot_id: str) -> None:
        """Delete a whole slot."""
        self._say_removed(self._bookings.remove([slot_id]))

    def _say_removed(self, names: tuple[str, ...]) -> None:
        if not names:
            return
        self.chosen.emit(())
        if len(names) == 1:
            self.told.emit(self.tr("“{name}” was deleted. Ctrl+Z brings it back.").format(name=names[0]), "good")
        else:
            words = self.tr("{count} bookings were deleted. Ctrl+Z brings them back.")
            self.told.emit(words.format(count=len(names)), "good")

    def _say_taken_out(self, names: tuple[str, ...], happenings: tuple[Occurrence, ...]) -> None:
        if not names:
            return
        self.chosen.emit(())
        if len(names) > 1:
            words = self.tr("{count} bookings do not run on the chosen days any more. Ctrl+Z brings them back.")
            self.told.emit(words.format(count=len(names)), "good")
            return
        days = sorted({each.day for each in happenings})
        if len(days) == 1:
            words = self.tr("“{name}” does not run on {day} any more. Ctrl+Z brings it back.")
            self.told.emit(words.format(name=names[0], day=day_words(days[0])), "good")
        else:
            words = self.tr("“{name}” does not run on {count} days any more. Ctrl+Z brings them back.")
            self.told.emit(words.format(name=names[0], count=len(days)), "good")

    # Copying

    def copy(self, happenings: tuple[Occurrence, ...]) -> None:
        """Remember what is chosen, to be pasted on another day."""
        self._copied = self._bookings.pairs(happenings)
        if len(self._copied) == 1:
            words = self.tr("“{name}” was copied. Choose a day and press Ctrl+V.").format(name=self._copied[0][0].name)
            self.told.emit(words, "good")
        elif self._copied:
            words = self.tr("{count} bookings were copied. Choose a day and press Ctrl+V.")
            self.told.emit(words.format(count=len(self._copied)), "good")

    @property
    def can_paste(self) -> bool:
        """Whether something was copied."""
        return bool(self._copied)

    def paste(self, day: date) -> None:
        """Put what was copied on `day`; of several days the first goes there, and the others follow as they were."""
        if not self._copied:
            return
        step = day - min(happening.day for _, happening in self._copied)
        targets = tuple((slot, replace(each, day=each.day + step)) for slot, each in self._copied)
        self.chosen.emit(self._bookings.copy_to(targets))

    def double(self, happenings: tuple[Occurrence, ...], *, behind: bool) -> None:
        """A copy of what is chosen on the next day, or with `behind` on the same day, directly after itself."""
        targets = tuple(
            (slot, _behind(each) if behind else replace(each, day=each.day + timedelta(days=1)))
            for slot, each in self._bookings.pairs(happenings)
        )
        self.chosen.emit(self._bookings.copy_to(targets))

    def copy_week(self, slots: tuple[Slot, ...], monday: date, target: date) -> bool:
        """Repeat the week of `monday` in that of `target`, without what recurs there anyway; whether there was any."""
        count = self._bookings.copy_week(slots, monday, target)
        if not count:
            self.told.emit(self.tr("Everything in this week recurs there already; nothing to copy."), "warning")
            return False
        self.told.emit(self.tr("Copied slots: {count}. Ctrl+Z takes them back.").format(count=count), "good")
        return True

    def fill_week_menu(self, menu: QMenu, monday: date, copy: Callable[[date], object]) -> None:
        """Offer the weeks after `monday` to copy to."""
        menu.clear()
        for weeks in (1, 2, 3, 4):
            target = monday + timedelta(days=7 * weeks)
            words = self.tr("Copy this week to {week}").format(week=week_words(target))
            menu.addAction(words, partial(copy, target))


def _behind(happening: Occurrence) -> Occurrence:
    days, minute = divmod(happening.ends_minute, DAY_MINUTES)
    return replace(happening, day=happening.day + timedelta(days=days), starts_minute=minute)


def _targets(pairs: tuple[Pair, ...], drop: Drop) -> tuple[Pair, ...]:
    after = dict(drop.moves)
    return tuple((slot, after[happening]) for slot, happening in pairs)
