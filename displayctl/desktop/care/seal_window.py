"""Asks for the passphrase that keys are sealed with before they go into a backup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from displayctl.desk.backups.keys_box import gather_keys, seal_keys
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.passphrase_fields import NewPassphrase


class SealWindow(AskWindow):
    """`went` carries the sealed box. Sealing alone changes nothing: who closes it meanwhile gets no backup."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tasks, self.tr("A backup with the keys"), parent)
        self._desk = desk
        self._given_up = False
        self.fields = NewPassphrase()
        self.fields.changed.connect(self.check)
        words = self.tr(
            "Whoever has this backup and its passphrase can be the hub and, with the passphrases of people, sign. Keep "
            "the passphrase elsewhere than the stick, as in the safe. It cannot be looked up anywhere."
        )
        self.ask(words, (self.fields,), self.tr("Seal and back up"), self._work_of, lambda: not self.fields.problem)

    def _wait_unseen(self) -> None:
        self._given_up = True
        QDialog.reject(self)

    def _went(self, result: object) -> None:
        if not self._given_up:
            super()._went(result)

    def _refused(self, error: Exception) -> None:
        if not self._given_up:
            super()._refused(error)

    def _work_of(self) -> Callable[[], bytes]:
        installation, passphrase = self._desk.installation, self.fields.text
        self.fields.forget()
        return lambda: seal_keys(gather_keys(installation), passphrase)
