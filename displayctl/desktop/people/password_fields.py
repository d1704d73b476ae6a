"""Fields for passwords: hidden letters, and a new one typed twice with what is wrong said below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.api.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.pieces import column, field
from displayctl.desktop.widgets.remark import Remark


def password_edit() -> QLineEdit:
    """A line whose letters are hidden."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(LONGEST_PASSWORD)
    return made


class NewPassword(QWidget):
    """A new password, typed twice. Signal: `changed` at every key."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.first, self.second = password_edit(), password_edit()
        self._said = Remark()
        note = self.tr("At least {n} characters; three or four words are good.").format(n=SHORTEST_PASSWORD)
        self.setLayout(
            column(
                field(self.tr("New password"), self.first, note),
                field(self.tr("The same again"), self.second),
                self._said,
                spacing=SPACE_S,
            )
        )
        for line in (self.first, self.second):
            line.textChanged.connect(self._typed)

    def belongs_to(self, name: str) -> None:
        """Whose it is: their name makes no password."""
        self._name = name.casefold()

    @property
    def text(self) -> str:
        return self.first.text()

    @property
    def problem(self) -> str:
        """Why it cannot be taken yet; empty where it can. The hub has the last word."""
        typed = self.first.text()
        if len(typed) < SHORTEST_PASSWORD:
            return self.tr("The password is too short.")
        if self._name and self._name in typed.casefold():
            return self.tr("The password may not hold the name.")
        if typed != self.second.text():
            return self.tr("The two passwords differ.")
        return ""

    def forget(self) -> None:
        """Empty both lines."""
        self.first.clear()
        self.second.clear()

    def _typed(self) -> None:
        self._said.setText(self.problem if self.second.text() else "")
        self.changed.emit()
