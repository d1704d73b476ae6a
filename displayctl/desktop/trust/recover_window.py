"""A lost key: brought back with its recovery file and the code of the printed page, or what to do without them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from content.studio.operators import Operator
from displayctl.desk.unlocking import KeyCabinet, cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.passphrase_fields import NewPassphrase
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import break_words_at, button, column, field, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark

LONGEST_CODE, WIDTH_PX = 80, 520


class RecoverWindow(QDialog):
    """Accepted once the key is at this desk again, unlocked, under a new passphrase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, cabinet: KeyCabinet | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cabinet = cabinet or cabinet_at(desk.installation.keys_folder)
        self.setWindowTitle(self.tr("Bring a lost key back"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH_PX)
        self.file = PickFile(self.tr("Recovery file"), self.tr("Recovery files (*.key)"))
        self.code = QLineEdit()
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText("BCDF-GHJK-…")
        self.passphrase = NewPassphrase(caption=self.tr("New passphrase"))
        self._error = Remark()
        self._recover = button(self.tr("Bring the key back"), self.recover, "primary")
        self._recover.setDefault(True)
        for changed in (self.file.changed, self.code.textChanged, self.passphrase.changed):
            changed.connect(self._check)
        self._build()
        self._check()

    def _build(self) -> None:
        without = column(
            label(self.tr("Without them"), "strong"),
            label(
                self.tr(
                    "Nobody can open a key without its passphrase. Make a new key on the page “Keys and authority” and "
                    "let the others put it in the place of the lost one. If it was stolen, let them retire it at once."
                ),
                "caption",
                wrap=True,
            ),
            spacing=2,
        )
        without.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        layout = column(
            label(self.tr("Take the recovery file, and the printed page from the safe."), "", wrap=True),
            self.file,
            field(self.tr("Code of the page"), self.code, self.tr("Eight groups of four letters.")),
            self.passphrase,
            self._error,
            frame("banner-warning", without),
            None,
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self._recover, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        words = [each for each in self.findChildren(QLabel) if each.wordWrap() and each.text()]
        break_words_at(WIDTH_PX - 2 * (SPACE_L + SPACE_M), *words)

    def sizeHint(self) -> QSize:
        """As wide as it will be: words that wrap are as high as they are then, with no room left over below them."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    @property
    def error(self) -> str:
        """Why the key did not come back."""
        return self._error.text()

    def _check(self) -> None:
        self._recover.setEnabled(bool(self.file.path and self.code.text().strip()) and not self.passphrase.problem)

    def recover(self) -> None:
        """Open the recovery file with the code, and keep the key under the new passphrase."""
        if self.file.path is None:
            return
        cabinet, file, code, new = self._cabinet, self.file.path, self.code.text(), self.passphrase.text
        self._error.setText("")
        self._recover.setEnabled(False)
        self._desk.tasks.run(lambda: _bring_back(cabinet, file, code, new), self._done, self._refused, owner=self)

    def _done(self, person: Operator) -> None:
        self.passphrase.forget()
        self.code.clear()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._error.setText(say_problem(error))
        self._check()


def _bring_back(cabinet: KeyCabinet, file: Path, code: str, new: str) -> Operator:
    person = cabinet.keys.recover(file, code, new)
    cabinet.store.forget(person.id)  # the passphrase that it may keep is the lost one
    cabinet.unlock(person.id, new)
    return person
