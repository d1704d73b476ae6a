"""The first account of a hub, made on the hub's own machine: an administrator who holds every other role too."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from displayctl.api.accounts import FirstAdministrator, SessionOpened, SignIn
from displayctl.api.client import HubClient
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.people.password_fields import NewPassword
from displayctl.desktop.presenters.people_words import tidy_user_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark


class FirstAdministratorWindow(QDialog):
    """Signal: `made` once the account is there and signed in at this desk; a second factor comes next."""

    made = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.setWindowTitle(self.tr("First administrator"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.title, self.name = QLineEdit(), QLineEdit()
        self.title.setMaxLength(120)
        self.name.setMaxLength(64)
        self.title.textEdited.connect(lambda typed: self.name.setText(tidy_user_name(typed)))
        self.name.textChanged.connect(self._check)
        self.password = NewPassword()
        self.password.changed.connect(self._check)
        self._error = Remark()
        self.make_button = button(self.tr("Create and sign in"), self.make, "primary", "check")
        self.make_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        words = self.tr(
            "With accounts everybody signs in under their own name, and the audit trail says who did what. They are in "
            "force once you have set up your second factor; keep your phone at hand."
        )
        layout = column(
            label(words, "", wrap=True),
            field(self.tr("Your name"), self.title),
            field(self.tr("You sign in as"), self.name),
            self.password,
            self._error,
            rule(),
            row(None, cancel, self.make_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self._check()

    @property
    def error(self) -> str:
        """Why the account was not made; empty while nothing is wrong."""
        return self._error.text()

    def _check(self) -> None:
        ready = len(self.name.text().strip()) > 1 and self.title.text().strip() and not self.password.problem
        self.make_button.setEnabled(bool(ready) and not self._busy)

    def make(self) -> None:
        """Make the account with the desk token, and sign in."""
        client, name, password = self._desk.hub.client, tidy_user_name(self.name.text()), self.password.text
        try:
            wish = FirstAdministrator(name=name, title=self.title.text().strip(), password=password)
        except ValueError:
            self._error.setText(self.tr("The name to sign in with is made of letters, digits, dots and hyphens."))
            return

        def work() -> SessionOpened:
            client.accounts.create_first_administrator(wish)
            with HubClient(client.url, pin=client.transport.pin) as stranger:
                where = f"displayctl desktop on {platform.node()}"[:100]
                return stranger.accounts.sign_in(SignIn(name=name, password=password, client=where))

        self._busy = True
        self._error.setText("")
        self._check()
        self._desk.tasks.run(work, self._made, self._refused, owner=self)

    def _made(self, opened: SessionOpened) -> None:
        self.password.forget()
        self._desk.preferences.keep("sign-in-name", opened.me.name)
        self._desk.myself.enter(opened.token)
        self.made.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._error.setText(say_problem(error))
        self._check()
