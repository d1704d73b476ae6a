"""Bringing a backup back: first what will be lost, then the agreement, then the work, then what is to be done next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedWidget, QWidget

from displayctl.desk.backups.keys_box import keys_are_there
from displayctl.desk.backups.losing import Loss, what_is_lost
from displayctl.desk.backups.restoring import Restored, restore_backup
from displayctl.desk.backups.shelf import BackupSet
from displayctl.desk.backups.watching import Watch
from displayctl.desktop.care.long_work import LongWork
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.backup_words import loss_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.widgets.passphrase_fields import passphrase_edit
from displayctl.desktop.widgets.pieces import button, clear, column, field, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark

LOSS, DONE = range(2)


class RestoreWindow(QDialog):
    """Signal: `told` a sentence and its kind, once it is done."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, backup: BackupSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._backup = desk, backup
        self.setWindowTitle(self.tr("Bring a backup back"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(560)
        self.work = LongWork(desk.tasks)
        self.work.changed.connect(self._check)
        self.agreed = QCheckBox(self.tr("I have read this, and want the backup back"))
        self.agreed.toggled.connect(self._check)
        self.passphrase = passphrase_edit()
        self.passphrase.textChanged.connect(self._check)
        self._wants_keys = backup.manifest.has_keys and not keys_are_there(desk.installation)
        self._error = Remark()
        self.go_button = button(self.tr("Bring back"), self.go, "danger", "history")
        self._close = button(self.tr("Cancel"), self.reject)
        self._close.setDefault(True)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._loss_step())
        self._steps.addWidget(self._done_step())
        foot = row(None, self._close, self.go_button, spacing=SPACE_S)
        layout = column(self._steps, self.work, self._error, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self._loss: Loss | None = None
        installation = desk.installation
        desk.tasks.run(lambda: what_is_lost(installation, backup), self._show_loss, self._failed, owner=self)
        self._check()

    def _loss_step(self) -> QWidget:
        made = QWidget()
        heading = self.tr("The backup of {moment}").format(moment=moment_words(self._backup.manifest.made_at))
        self._lines = column(spacing=SPACE_S)
        safety = self.tr(
            "What is here now is kept beside it first, so that you can go back. The hub is stopped meanwhile and "
            "started again; the walls play on."
        )
        layout = column(
            label(heading, "heading"),
            frame("banner-warning", self._lines),
            label(safety, "", wrap=True),
            spacing=SPACE_M,
        )
        self._lines.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        if self._wants_keys:
            layout.addLayout(
                field(self.tr("Passphrase of the keys in the backup (empty: without keys)"), self.passphrase)
            )
        layout.addWidget(self.agreed)
        layout.addStretch(1)
        made.setLayout(layout)
        return made

    def _done_step(self) -> QWidget:
        made = QWidget()
        self._result = label("", "", wrap=True, selectable=True)
        following = self.tr(
            "Next: look at the schedule and the walls, then publish once. Walls take only what is newer than what they "
            "have, and that is what publishing makes."
        )
        made.setLayout(
            column(
                label(self.tr("The backup is back"), "heading"),
                self._result,
                label(following, "", wrap=True),
                None,
                spacing=SPACE_M,
            )
        )
        return made

    @property
    def step(self) -> int:
        """LOSS or DONE."""
        return self._steps.currentIndex()

    @property
    def error(self) -> str:
        """Why it does not go."""
        return self._error.text()

    def _show_loss(self, loss: Loss) -> None:
        self._loss = loss
        clear(self._lines)
        for words in loss_words(loss):
            self._lines.addWidget(label(words, "", wrap=True))
        self._check()

    def _check(self) -> None:
        ready = self._loss is not None and self.agreed.isChecked() and not self.work.under_way
        self.go_button.setEnabled(ready)
        self.agreed.setEnabled(not self.work.under_way)
        self._close.setEnabled(not self.work.under_way)

    def go(self) -> None:
        """Stop the hub, bring the backup back, and let the hub be started again."""
        desk, backup, passphrase = self._desk, self._backup, self.passphrase.text()
        self._error.setText("")

        def restore(watch: Watch) -> Restored:
            with desk.rest.held():
                return restore_backup(desk.installation, backup, desk.clock, passphrase=passphrase, watch=watch)

        self.work.begin(self.tr("Bringing the backup back…"), restore, self._restored, self._failed)

    def _restored(self, restored: Restored) -> None:
        self.passphrase.clear()
        self._desk.link.come_anew()
        before = restored.safety.folder if restored.safety is not None else restored.replaced
        words = self.tr("What was here before is kept in {folder}.") if before is not None else ""
        self._result.setText(words.format(folder=before))
        self._steps.setCurrentIndex(DONE)
        self.go_button.hide()
        self._close.setText(self.tr("Close"))
        self.told.emit(self.tr("The backup is back. Publish once, so that the walls take it."), "good")

    def _failed(self, error: Exception) -> None:
        self._desk.link.hurry()
        self._error.setText(say_problem(error))
        self._check()

    def reject(self) -> None:
        """Not while the work is under way: it has a button of its own that stops it."""
        if not self.work.under_way:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.work.under_way:
            event.ignore()
        else:
            super().closeEvent(event)
