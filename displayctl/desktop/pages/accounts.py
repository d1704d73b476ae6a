"""Accounts: the people who may sign in, and one's own account. Before there are any, how the first one is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from displayctl.api.accounts import Role
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.myself import grey
from displayctl.desktop.people.first_administrator import FirstAdministratorWindow
from displayctl.desktop.people.own_account import OwnAccount
from displayctl.desktop.people.people_list import PeopleList
from displayctl.desktop.people.sign_in_window import SignInWindow
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, scrolled

SEGMENT_PX = 130


class AccountsPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._factor_due = False
        self.people, self.own = PeopleList(desk), OwnAccount(desk)
        self.people.told.connect(self.told)
        self.own.told.connect(self.told)
        self._build()
        desk.myself.changed.connect(self._rights_changed)
        self._rights_changed()

    def _build(self) -> None:
        self._mine = button(self.tr("My account"), self._choose, "segment")
        self._all = button(self.tr("People"), self._choose, "segment")
        self._choice = QButtonGroup(self)
        for made in (self._mine, self._all):
            made.setCheckable(True)
            made.setMinimumWidth(max(SEGMENT_PX, made.minimumWidth()))
            self._choice.addButton(made)
        self._mine.setChecked(True)
        self._segments = frame("segments", row(self._mine, self._all, spacing=2, margins=3))
        self.add_button = button(self.tr("Add a person"), self.people.add, "primary", "plus")
        bar = row(label(self.tr("Accounts"), "title"), None, self._segments, self.add_button, spacing=SPACE_M)
        words = self.tr(
            "Whoever uses this computer may do everything here, and nobody is asked for a name. Are several people at "
            "work, or will others reach the hub over the network? Then make accounts, beginning with an administrator."
        )
        self.first_button = button(self.tr("Create the first administrator…"), self.make_first, "primary", "people")
        self._places = Stack()
        self._places.addWidget(scrolled(self.own))
        self._places.addWidget(self.people)
        self._places.addWidget(EmptyState("people", self.tr("There are no accounts yet"), words, self.first_button))
        again = button(self.tr("Sign in…"), self.sign_in, "primary", "door")
        self._places.addWidget(
            EmptyState("door", self.tr("Nobody is signed in"), self.tr("Sign in to see your account."), again)
        )
        layout = column(bar, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def refresh(self) -> None:
        """Ask the hub anew who this is, and who there is."""
        self._desk.myself.ask()

    def keep(self) -> bool:
        """Whether everybody is on show."""
        return self._all.isChecked()

    def restore(self, kept: bool) -> None:
        (self._all if kept else self._mine).setChecked(True)
        self._choose()

    def show_people(self) -> None:
        """Everybody with an account."""
        self._all.setChecked(True)
        self._choose()

    def _rights_changed(self) -> None:
        why = self._desk.myself.hindrance(Role.ADMINISTRATOR)
        grey(self._all, why)
        grey(self.add_button, why)
        if why and self._all.isChecked():
            self._mine.setChecked(True)
        if self._desk.myself.is_person:
            self.people.refresh()
        self._choose()
        if self._factor_due and self._desk.myself.is_person:
            self._factor_due = False
            self.own.set_up_factor()

    def _choose(self) -> None:
        myself = self._desk.myself
        person = myself.is_person
        self._segments.setVisible(person)
        self.add_button.setVisible(person and self._all.isChecked())
        if person:
            self._places.setCurrentIndex(1 if self._all.isChecked() else 0)
        else:
            self._places.setCurrentIndex(2 if myself.me is not None and myself.me.kind == "desk" else 3)

    def make_first(self) -> FirstAdministratorWindow:
        """The window that makes the first account; a second factor is set up right after it."""
        window = FirstAdministratorWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.made.connect(self._made)
        window.open()
        return window

    def _made(self) -> None:
        """The desk comes back with the new session; then the QR code is due, whatever was on its way from before."""
        self._factor_due = True

    def sign_in(self) -> None:
        """The window to sign in with."""
        window = SignInWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
