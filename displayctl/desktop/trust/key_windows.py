"""Windows about one key at this desk: make it with an invitation, bring it in, change its passphrase, recovery file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from content.studio.invitations import write_invitation
from content.studio.operators import LONGEST_NAME, Operator, id_for
from content.studio.sealed_keys import OperatorKey
from displayctl.desk.adopting import Adopted, adopt_former_keys
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.unlocking import KeyCabinet
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L
from displayctl.desktop.trust.recovery_step import RecoveryStep
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.passphrase_fields import NewPassphrase, passphrase_edit
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import button, column, field, row, rule
from schedules.errors import InvalidValue


class MakeKeyWindow(AskWindow):
    """A key for somebody who is to sign, and the invitation file for those who let them."""

    def __init__(self, desk: Desk, cabinet: KeyCabinet, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks, "", parent)
        self.setWindowTitle(self.tr("Make a key"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.passphrase, self.folder = NewPassphrase(), PickFile(self.tr("Where the invitation goes: a USB stick"))

        def work() -> Callable[[], object]:
            name, words, folder = self.name.text().strip(), self.passphrase.text, self.folder.path
            return lambda: _make_invited(cabinet, name, words, folder or Path())

        self.ask(
            self.tr(
                "The key stays on this computer. The invitation holds your name and the public half; those who change "
                "the rules take it in and read the fingerprint to you."
            ),
            (field(self.tr("Name"), self.name), self.passphrase, self.folder),
            self.tr("Make"),
            work,
            lambda: bool(_has_id(self.name.text()) and self.folder.path) and not self.passphrase.problem,
        )
        for changed in (self.name.textChanged, self.passphrase.changed, self.folder.changed):
            changed.connect(self.check)


class BringInWindow(AskWindow):
    """A key that was copied from another desk."""

    def __init__(self, desk: Desk, cabinet: KeyCabinet, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks, "", parent)
        self.setWindowTitle(self.tr("Bring a key in"))
        self.file, self.passphrase = PickFile(self.tr("Key file"), self.tr("Keys (*.key)")), passphrase_edit()

        def work() -> Callable[[], object]:
            file, words = self.file.path or Path(), self.passphrase.text()
            return lambda: cabinet.keys.bring_in(file, words)

        self.ask(
            self.tr("Delete the file from the stick afterwards."),
            (self.file, field(self.tr("Passphrase"), self.passphrase)),
            self.tr("Bring in"),
            work,
            lambda: bool(self.file.path and self.passphrase.text()),
        )
        self.file.changed.connect(self.check)
        self.passphrase.textChanged.connect(self.check)


class PassphraseWindow(AskWindow):
    """Another passphrase for a key; copies elsewhere keep the old one."""

    def __init__(self, desk: Desk, cabinet: KeyCabinet, person: Operator, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks, "", parent)
        self.setWindowTitle(self.tr("Change the passphrase of {name}").format(name=person.name))
        self.old, self.new = passphrase_edit(), NewPassphrase(caption=self.tr("New passphrase"))
        self.new.belongs_to(person.name, person.id)

        def work() -> Callable[[], object]:
            old, new = self.old.text(), self.new.text
            return lambda: _change(cabinet, person.id, old, new)

        self.ask(
            self.tr("Copies of the key elsewhere keep the old passphrase."),
            (field(self.tr("Passphrase until now"), self.old), self.new),
            self.tr("Change"),
            work,
            lambda: bool(self.old.text()) and not self.new.problem,
        )
        self.old.textChanged.connect(self.check)
        self.new.changed.connect(self.check)


class AdoptWindow(AskWindow):
    """A person with a passphrase in the place of the unencrypted keys of a former version."""

    def __init__(self, desk: Desk, cabinet: KeyCabinet, ceremonies: Ceremonies, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks, "", parent)
        self.setWindowTitle(self.tr("Protect the old keys"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.passphrase = NewPassphrase()

        def work() -> Callable[[], object]:
            name, words = self.name.text().strip(), self.passphrase.text

            def adopt() -> Adopted:
                return adopt_former_keys(ceremonies, cabinet, name, words, id_for(name))

            return adopt

        self.ask(
            self.tr(
                "Your key takes the place of the unencrypted ones, which are deleted. The walls go on without a break."
            ),
            (field(self.tr("Name"), self.name), self.passphrase),
            self.tr("Take over"),
            work,
            lambda: _has_id(self.name.text()) and not self.passphrase.problem,
        )
        self.name.textChanged.connect(self.check)
        self.passphrase.changed.connect(self.check)


class RecoveryWindow(QDialog):
    """The recovery file of one person whose key is unlocked."""

    def __init__(self, desk: Desk, cabinet: KeyCabinet, key: OperatorKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recovery file"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(620, 380)
        self.recovery = RecoveryStep(desk, cabinet)
        self.recovery.offer(((key.operator, lambda: key),))
        layout = column(self.recovery, rule(), row(None, button(self.tr("Close"), self.accept, "primary")))
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)


def _has_id(name: str) -> bool:
    try:
        return bool(id_for(name.strip()))
    except InvalidValue:
        return False


def _make_invited(cabinet: KeyCabinet, name: str, passphrase: str, folder: Path) -> Path:
    key = cabinet.keys.make(name, passphrase, id_for(name))
    return write_invitation(key, folder)


def _change(cabinet: KeyCabinet, person: str, old: str, new: str) -> None:
    cabinet.keys.change_passphrase(person, old, new)
    cabinet.store.forget(person)
    cabinet.lock(person)
