"""Handing a draft in: the request it came from, a word for those who approve, and the first signature if one may."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from displayctl.api.approvals import Submission
from displayctl.desk.approving import submit
from displayctl.desk.believing import Beliefs
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.passphrase_fields import passphrase_edit
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark

LONGEST_WORDS = 500
UNSIGNED, LAST_SIGNER = "", "submit-as"


class SubmitWindow(QDialog):
    """Hands the draft of `group` in, as it is now; with `former` in the place of that one. `seen` is the digest of the
    preview that was looked at, where one was.

    Signal: `told` a sentence and its kind.
    """

    told = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        group: str,
        former: Submission | None = None,
        parent: QWidget | None = None,
        *,
        seen: str = "",
    ) -> None:
        super().__init__(parent)
        self._desk, self._group, self._former, self._seen = desk, group, former, seen
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self._sending = False
        self.setWindowTitle(self.tr("Hand in for approval"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(540)
        self.reference = QLineEdit(former.reference if former is not None else "")
        self.reference.setMaxLength(LONGEST_WORDS)
        self.reference.setPlaceholderText(self.tr("Letter 400.14/123/2026"))
        self.note = BoundedText(LONGEST_WORDS, former.note if former is not None else "")
        self.note.setMinimumHeight(56)
        self.person = QComboBox()
        for each in self._cabinet.operators():
            self.person.addItem(each.name, each.id)
        self.person.addItem(self.tr("Without a signature of mine"), UNSIGNED)
        last = desk.preferences.text(LAST_SIGNER)
        self.person.setCurrentIndex(max(0, self.person.findData(last)) if last else 0)
        self.person.currentIndexChanged.connect(self._check)
        self.passphrase = passphrase_edit()
        self.passphrase.textChanged.connect(self._check)
        self.name = QLineEdit(desk.myself.name)
        self.name.setMaxLength(80)
        self.name.textChanged.connect(self._check)
        self._error = Remark()
        self.send_button = button(self.tr("Hand in"), self.send, "primary", "publish")
        self.send_button.setDefault(True)
        self._build()
        self._check()

    def _build(self) -> None:
        words = self.tr(
            "The draft of the group {group} is frozen as it is now. Another person looks at it and signs it; only then "
            "do the walls take it. What you change afterwards is not part of it."
        ).format(group=self._group)
        self._passphrase_field, self._name_field = QWidget(), QWidget()
        self._passphrase_field.setLayout(field(self.tr("My passphrase"), self.passphrase))
        self._name_field.setLayout(field(self.tr("My name"), self.name))
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        layout = column(
            label(words, "", wrap=True),
            field(self.tr("The request it came from"), self.reference),
            field(self.tr("A word for those who approve"), self.note),
            field(self.tr("First signature"), self.person),
            self._passphrase_field,
            self._name_field,
            self._error,
            rule(),
            row(None, cancel, self.send_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """Why it was not handed in; empty while nothing is wrong."""
        return self._error.text()

    def _check(self) -> None:
        unsigned = self.person.currentData() == UNSIGNED
        self._passphrase_field.setVisible(not unsigned)
        self._name_field.setVisible(unsigned)
        ready = self.name.text().strip() if unsigned else self.passphrase.text()
        self.send_button.setEnabled(bool(ready) and not self._sending)

    def send(self) -> None:
        """Freeze the draft, sign it if that was chosen, and leave it at the hub."""
        operator, passphrase = str(self.person.currentData()), self.passphrase.text()
        by = self.person.currentText() if operator else self.name.text().strip()
        reference, note = self.reference.text().strip(), self.note.toPlainText().strip()
        client, cabinet, group = self._desk.hub.client, self._cabinet, self._group
        beliefs, clock = Beliefs(self._desk.installation.keys_folder), self._desk.clock
        replaces, seen = self._replaces, self._seen

        def work() -> Submission:
            key = cabinet.keys.unlock(operator, passphrase) if operator else None
            return submit(
                client,
                key,
                group,
                by=by,
                beliefs=beliefs,
                reference=reference,
                note=note,
                replaces=replaces,
                clock=clock,
                seen=seen,
            )

        self._sending = True
        self._error.setText("")
        self._check()
        self._desk.tasks.run(work, self._sent, self._refused, owner=self)

    @property
    def _replaces(self) -> str:
        return "" if self._former is None else self._former.id

    def _sent(self, submission: Submission) -> None:
        self.passphrase.clear()
        self._desk.preferences.keep(LAST_SIGNER, str(self.person.currentData()))
        self._desk.catalogue.read(Topic.SUBMISSION)
        left = submission.needed - len(submission.signed_by)
        words = self.tr("Handed in. Signatures still missing: {count}. See the page Approvals.")
        if left <= 0:
            words = self.tr("Handed in with all signatures. Approve it on the page Approvals, and the walls take it.")
        self.told.emit(words.format(count=left), "good")
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._sending = False
        self._error.setText(say_problem(error))
        self._check()
