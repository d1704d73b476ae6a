"""The keys at this desk: unlocked or not, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QMenu, QVBoxLayout, QWidget

from content.studio.operators import Operator, Signatory
from content.studio.sealed_keys import OperatorKey
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.unlocking import KeyCabinet
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.trust.key_windows import (
    AdoptWindow,
    BringInWindow,
    MakeKeyWindow,
    PassphraseWindow,
    RecoveryWindow,
)
from displayctl.desktop.trust.recover_window import RecoverWindow
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, rule


class DeskKeys(QFrame):
    """Signals: `told` a sentence and its kind; `changed` when a key came or went."""

    told = Signal(str, str)
    changed = Signal()

    def __init__(self, desk: Desk, cabinet: KeyCabinet) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk, self._cabinet = desk, cabinet
        self._rows: QVBoxLayout = column(spacing=SPACE_S)
        layout = column(
            label(self.tr("Keys at this desk"), "heading"),
            rule(),
            self._rows,
            row(
                button(self.tr("Make a key…"), self.make, "", "plus"),
                button(self.tr("Bring one in…"), self.bring_in),
                button(self.tr("Lost…"), self.recover, "quiet"),
                None,
            ),
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self.redraw()

    def redraw(self) -> None:
        """Show the keys that are here now."""
        clear(self._rows)
        unlocked = {person.id for person in self._cabinet.unlocked()}
        people = self._cabinet.operators()
        for person in people:
            self._rows.addWidget(self._card(person, unlocked=person.id in unlocked))
        if self._cabinet.has_former_keys:
            words = self.tr("Unencrypted keys of a former version: whoever copies this folder can sign.")
            self._rows.addWidget(label(words, "error", wrap=True))
            self._rows.addWidget(button(self.tr("Protect them with a passphrase…"), self.adopt, "primary", "key"))
        elif not people:
            self._rows.addWidget(label(self.tr("No key is here; this desk signs nothing."), "soft", wrap=True))

    def _card(self, person: Operator, *, unlocked: bool) -> QFrame:
        chip = label(self.tr("unlocked") if unlocked else self.tr("locked"), "chip-good" if unlocked else "chip")
        if unlocked:
            main = button(self.tr("Lock"), partial(self._lock, person))
        else:
            main = button(self.tr("Unlock…"), partial(self._unlock, person), "", "key")
        more = button(self.tr("More"), _nothing)
        more.setMenu(self._menu(person))
        head = row(label(person.name, "strong"), chip, None, main, more, spacing=SPACE_S)
        inner = column(head, label(person.fingerprint, "caption", selectable=True), spacing=2)
        inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        return frame("card", inner)

    def _menu(self, person: Operator) -> QMenu:
        menu = QMenu(self)
        for words, act in (
            (self.tr("Recovery file…"), self.make_recovery),
            (self.tr("Change the passphrase…"), self.change_passphrase),
            (self.tr("Copy to a stick…"), self._choose_stick),
            (self.tr("Forget the remembered passphrase"), self._forget),
            (self.tr("Remove from this desk"), self.remove),
        ):
            menu.addAction(words).triggered.connect(partial(self._act, act, person))
        return menu

    def _act(self, act: Callable[[Operator], object], person: Operator, _: bool = False) -> None:
        act(person)

    # What can be done

    def _unlock(self, person: Operator) -> None:
        window = UnlockWindow(self._desk, person.id, self, self._cabinet)
        window.accepted.connect(self.redraw)
        _open(window)

    def _lock(self, person: Operator) -> None:
        self._cabinet.lock(person.id)
        self.redraw()

    def make(self) -> None:
        """A key for somebody, and their invitation."""
        window = MakeKeyWindow(self._desk, self._cabinet, self)
        window.went.connect(self._made)
        _open(window)

    def _made(self, path: Path) -> None:
        self.told.emit(self.tr("The invitation is {path}.").format(path=path), "good")
        self.changed.emit()

    def bring_in(self) -> None:
        """A key from another desk."""
        window = BringInWindow(self._desk, self._cabinet, self)
        window.went.connect(lambda _: self.changed.emit())
        _open(window)

    def recover(self) -> None:
        """A lost key, with its recovery file."""
        window = RecoverWindow(self._desk, self, self._cabinet)
        window.accepted.connect(self.changed)
        _open(window)

    def adopt(self) -> None:
        """A person in the place of the keys of a former version."""
        beliefs = Beliefs(self._desk.installation.keys_folder)
        ceremonies = Ceremonies(self._desk.hub.client, beliefs, self._desk.clock)
        window = AdoptWindow(self._desk, self._cabinet, ceremonies, self)
        window.went.connect(lambda _: self.changed.emit())
        _open(window)

    def change_passphrase(self, person: Operator) -> None:
        """Another passphrase for a key."""
        window = PassphraseWindow(self._desk, self._cabinet, person, self)
        window.went.connect(lambda _: self.changed.emit())
        _open(window)

    def make_recovery(self, person: Operator) -> None:
        """The recovery file of a person, who unlocks the key for it."""

        def ready(key: Signatory) -> None:
            if isinstance(key, OperatorKey):
                _open(RecoveryWindow(self._desk, self._cabinet, key, self))

        run_signed(self._desk, self, lambda key: key, ready, self._failed, operator=person.id)

    def _choose_stick(self, person: Operator) -> None:
        dialog = QFileDialog(self, self.tr("Folder on the stick"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.bring_out(person, Path(chosen)))
        dialog.open()

    def bring_out(self, person: Operator, folder: Path) -> None:
        """Copy a key, encrypted as it is, for its owner's own desk."""
        keys = self._cabinet.keys
        words = self.tr("{path}: bring it in at the other desk, then remove it here.")
        self._desk.tasks.run(
            lambda: keys.bring_out(person.id, folder),
            lambda path: self.told.emit(words.format(path=path), "good"),
            self._failed,
            owner=self,
        )

    def _forget(self, person: Operator) -> None:
        store = self._cabinet.store
        said = self.tr("The passphrase is not kept on this computer any more.")
        self._desk.tasks.run(
            lambda: store.forget(person.id), lambda _: self.told.emit(said, "good"), self._failed, owner=self
        )

    def remove(self, person: Operator) -> None:
        """Forget a key at this desk, once the person has read what that means."""
        cabinet = self._cabinet
        said = self.tr("{name}'s key is no longer at this desk. It counts until the rules drop it.")
        window = AskWindow(self._desk.tasks, self.tr("Remove the key of {name}").format(name=person.name), self)
        words = self.tr("Without a recovery file or a copy elsewhere the key is lost for good.")
        window.ask(words, (), self.tr("Remove"), lambda: lambda: cabinet.remove(person.id))
        window.went.connect(lambda _: self._gone(said.format(name=person.name)))
        _open(window)

    def _gone(self, said: str) -> None:
        self.told.emit(said, "good")
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()


def _nothing() -> QWidget | None:
    return None
