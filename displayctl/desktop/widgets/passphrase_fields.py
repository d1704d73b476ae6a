"""Fields for passphrases: hidden letters that can be shown, and a new one typed twice with what is wrong said below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from content.errors import Refused
from content.studio.passphrases import LONGEST, SHORTEST, check_passphrase
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.widgets.pieces import column, field
from displayctl.desktop.widgets.remark import Remark


def passphrase_edit() -> QLineEdit:
    """A line whose letters are hidden; it keeps no history and suggests nothing."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(LONGEST)
    return made


class NewPassphrase(QWidget):
    """A new passphrase, typed twice. Signal: `changed` at every key."""

    changed = Signal()

    def __init__(self, *, caption: str = "") -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self.first, self.second = passphrase_edit(), passphrase_edit()
        self._show = QCheckBox(self.tr("Show what is typed"))
        self._show.toggled.connect(self._reveal)
        self._said = Remark()
        rule = self.tr("At least {n} characters; four words that have nothing to do with each other are easy to keep.")
        layout = column(
            field(caption or self.tr("Passphrase"), self.first, rule.format(n=SHORTEST)),
            field(self.tr("The same again"), self.second),
            self._show,
            self._said,
            spacing=SPACE_S,
        )
        self.setLayout(layout)
        for line in (self.first, self.second):
            line.textChanged.connect(self._changed)

    def belongs_to(self, *names: str) -> None:
        """Whose it is: their name makes no passphrase."""
        self._names = names
        self._changed()

    @property
    def text(self) -> str:
        return self.first.text()

    @property
    def problem(self) -> str:
        """Why it cannot be taken yet; empty where it can."""
        try:
            check_passphrase(self.first.text(), *self._names)
        except Refused as error:
            return say_sentence(str(error))
        if self.first.text() != self.second.text():
            return self.tr("The two passphrases differ.")
        return ""

    def forget(self) -> None:
        """Empty both lines, and hide what the next person types."""
        self._show.setChecked(False)
        self.first.clear()
        self.second.clear()

    def _changed(self) -> None:
        self._said.setText(self.problem if self.second.text() else "")
        self.changed.emit()

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)
