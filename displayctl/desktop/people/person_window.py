"""A new person with an account: what they sign in with, a first password to be told to them, and their roles."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from displayctl.api.accounts import LONGEST_PASSWORD, UserCreation, UserInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.people.grants_editor import GrantsEditor, agency_names
from displayctl.desktop.presenters.people_words import tidy_user_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS_OF_FOUR = 4


def made_password() -> str:
    """A password that is told once and replaced at the first sign-in: sixteen letters that are not mistaken."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(GROUPS_OF_FOUR))


class PersonWindow(QDialog):
    """Signal: `added` with the new account and the password to be told."""

    added = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.setWindowTitle(self.tr("Add a person"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(640)
        self.title = QLineEdit()
        self.title.setMaxLength(120)
        self.title.setPlaceholderText("Sekar Ayu")
        self.title.textEdited.connect(self._suggest)
        self.name = QLineEdit()
        self.name.setMaxLength(64)
        self.name.setPlaceholderText("sekar.ayu")
        self.name.textChanged.connect(self._check)
        self.password = QLineEdit(made_password())
        self.password.setMaxLength(LONGEST_PASSWORD)
        self.password.textChanged.connect(self._check)
        self.grants = GrantsEditor(desk.catalogue.groups, agency_names(desk.catalogue.request_settings))
        self._error = Remark()
        self.add_button = button(self.tr("Add"), self.add, "primary", "plus")
        self.add_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        note = self.tr("Tell it to the person yourself. They choose another one when they first sign in.")
        layout = column(
            field(self.tr("The person's name"), self.title),
            field(self.tr("Signs in as"), self.name),
            field(self.tr("First password"), self.password, note),
            label(self.tr("Roles; each of them includes looking"), "field"),
            self.grants,
            self._error,
            rule(),
            row(None, cancel, self.add_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.grants.changed.connect(self._check)
        self._check()

    @property
    def error(self) -> str:
        """Why the person was not added; empty while nothing is wrong."""
        return self._error.text()

    def _suggest(self, title: str) -> None:
        if not self.name.isModified():
            self.name.setText(tidy_user_name(title))
        self._check()

    def _check(self) -> None:
        ready = len(self.name.text().strip()) > 1 and self.title.text().strip() and self.password.text()
        self.add_button.setEnabled(bool(ready) and self.grants.is_complete and not self._busy)

    def add(self) -> None:
        """Make the account."""
        client, password = self._desk.hub.client, self.password.text()
        try:
            wish = UserCreation(
                name=tidy_user_name(self.name.text()),
                title=self.title.text().strip(),
                password=password,
                grants=self.grants.grants,
            )
        except ValueError:
            self._error.setText(self.tr("The name to sign in with is made of letters, digits, dots and hyphens."))
            return
        self._busy = True
        self._error.setText("")
        self._check()
        self._desk.tasks.run(
            lambda: client.accounts.create_user(wish),
            lambda user: self._added(user, password),
            self._refused,
            owner=self,
        )

    def _added(self, user: UserInfo, password: str) -> None:
        self.added.emit(user, password)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._error.setText(say_problem(error))
        self._check()
