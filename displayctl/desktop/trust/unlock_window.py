"""Unlocking a key: whose it is, the passphrase, whether this computer may keep it, and a way out for who lost it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QWidget

from displayctl.desk.unlocking import UNLOCKED_FOR, KeyCabinet, cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.trust.recover_window import RecoverWindow
from displayctl.desktop.widgets.passphrase_fields import passphrase_edit
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark
from displayctl.errors import NoKeyStore

LAST_SIGNER = "signer"
"""The fact of this desk's preferences whose key was unlocked here last."""


class UnlockWindow(QDialog):
    """Accepted once the key of the chosen person is unlocked at this desk.

    Without an `operator` it proposes whoever unlocked a key here last.
    """

    def __init__(
        self, desk: Desk, operator: str = "", parent: QWidget | None = None, cabinet: KeyCabinet | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cabinet = cabinet or cabinet_at(desk.installation.keys_folder)
        self.setWindowTitle(self.tr("Unlock your key"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.person = QComboBox()
        for known in self._cabinet.operators():
            self.person.addItem(known.name, known.id)
        proposed = operator or desk.preferences.text(LAST_SIGNER)
        self.person.setCurrentIndex(max(0, self.person.findData(proposed)))
        self.passphrase = passphrase_edit()
        self.passphrase.textChanged.connect(self._check)
        self.remember = QCheckBox(self.tr("Remember on this computer"))
        self._error = Remark()
        self._unlock = button(self.tr("Unlock"), self.unlock, "primary")
        self._unlock.setDefault(True)
        self._opened = False
        self._build()
        self._check()
        self.passphrase.setFocus()

    def _build(self) -> None:
        drawing = label()
        drawing.setPixmap(icons.pixmap("key", COLOURS.accent, 32))
        minutes = round(UNLOCKED_FOR.total_seconds() / 60)
        words = self.tr("You sign with your own key. It stays unlocked for {n} minutes.").format(n=minutes)
        head = row(drawing, label(words, "", wrap=True), spacing=SPACE_M)
        head.setStretch(1, 1)
        whose = field(self.tr("Who signs"), self.person)
        note = self.tr("Then whoever uses this computer's account can sign in your name, without a passphrase.")
        lost = button(self.tr("Lost the key or the passphrase…"), self.recover, "quiet")
        lost.setAutoDefault(False)
        layout = column(
            head,
            whose,
            field(self.tr("Passphrase"), self.passphrase),
            self.remember,
            label(note, "caption", wrap=True),
            self._error,
            None,
            rule(),
            row(lost, None, button(self.tr("Cancel"), self.reject), self._unlock, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """Why the key did not open; empty while nothing is wrong."""
        return self._error.text()

    def _check(self) -> None:
        self._unlock.setEnabled(self._opened or bool(self.passphrase.text() and self.person.count()))

    def unlock(self) -> None:
        """Try the passphrase; half a second, as guessing has to be dear."""
        if self._opened:
            self.accept()
            return
        cabinet, person, passphrase = self._cabinet, str(self.person.currentData()), self.passphrase.text()
        keep = self.remember.isChecked()
        self._error.setText("")
        self._unlock.setEnabled(False)
        self._desk.tasks.run(lambda: _open(cabinet, person, passphrase, keep), self._done, self._refused, owner=self)

    def _done(self, hindrance: str) -> None:
        self._desk.preferences.keep(LAST_SIGNER, str(self.person.currentData()))
        self.passphrase.clear()
        self._opened = True
        if not hindrance:
            self.accept()
            return
        self._error.setText(self.tr("The key is unlocked, but was not remembered. {why}").format(why=hindrance))
        self._unlock.setText(self.tr("Continue"))
        self._check()

    def _refused(self, error: Exception) -> None:
        self._error.setText(say_problem(error))
        self.passphrase.selectAll()
        self.passphrase.setFocus()
        self._check()

    def recover(self) -> None:
        """The way for who lost the passphrase or the key."""
        window = RecoverWindow(self._desk, self, self._cabinet)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.accepted.connect(self._recovered)
        window.open()

    def _recovered(self) -> None:
        """The key came back, unlocked."""
        self._opened = True
        self.accept()


def _open(cabinet: KeyCabinet, person: str, passphrase: str, keep: bool) -> str:
    """Unlock, and remember if wished; why that did not go, else nothing."""
    cabinet.unlock(person, passphrase)
    if keep:
        try:
            cabinet.store.remember(person, passphrase)
        except NoKeyStore as error:
            return say_problem(error)
    return ""
