"""The decision about a draft: sign it with one's own passphrase, at this very desk if need be, or send it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from content.studio.operators import Operator
from displayctl.api.approvals import Submission, SubmissionState
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.widgets.passphrase_fields import passphrase_edit
from displayctl.desktop.widgets.pieces import button, column, field, label, row

LONGEST_REASON = 500


class DecisionBar(QFrame):
    """Signals: `approve_asked` operator's id and passphrase; `reject_asked` who and why; `withdraw_asked`;
    `again_asked` to hand an overtaken draft in anew.
    """

    approve_asked = Signal(str, str)
    reject_asked = Signal(str, str)
    withdraw_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._submission: Submission | None = None
        self._seen, self._busy = False, False
        self._hindrance = self._withdraw_hindrance = ""
        self.person = QComboBox()
        self.person.setMinimumWidth(170)
        self.person.currentIndexChanged.connect(self._check)
        self.passphrase = passphrase_edit()
        self.passphrase.textChanged.connect(self._check)
        self.passphrase.returnPressed.connect(self._approve)
        self.approve_button = button(self.tr("Approve and sign"), self._approve, "primary", "approve")
        self.reject_button = button(self.tr("Send back…"), lambda: self._ask_reason(True), "danger")
        self.withdraw_button = button(self.tr("Take back"), self.withdraw_asked.emit)
        self.again_button = button(self.tr("Hand in anew…"), self.again_asked.emit, "primary", "refresh")
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("What has to be different? The one who handed it in reads this."))
        self.reason.textChanged.connect(self._check)
        self.reason.returnPressed.connect(self._reject)
        self.send_back_button = button(self.tr("Send back"), self._reject, "danger")
        self._words = label("", "soft", wrap=True)
        self._error = label("", "error", wrap=True)
        self._build()

    def _build(self) -> None:
        self._signing = QWidget()
        self._signing.setLayout(
            row(
                field(self.tr("I am"), self.person),
                field(self.tr("My passphrase"), self.passphrase),
                column(None, self.approve_button, spacing=0),
                spacing=SPACE_M,
            )
        )
        self._returning = QWidget()
        returning = row(
            field(self.tr("Reason"), self.reason),
            column(None, self.send_back_button, spacing=0),
            column(None, button(self.tr("Cancel"), lambda: self._ask_reason(False)), spacing=0),
            spacing=SPACE_M,
        )
        returning.setStretch(0, 1)
        self._returning.setLayout(returning)
        self._returning.hide()
        tools = row(self._words, self.again_button, self.withdraw_button, self.reject_button, spacing=SPACE_S)
        tools.setStretch(0, 1)
        layout = column(self._signing, self._returning, self._error, tools, spacing=SPACE_S)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(layout)

    def offer(self, people: tuple[Operator, ...], submission: Submission, hindrance: str, withdrawing: str) -> None:
        """Decide about `submission`; `people` have their keys at this desk. The others say why one may not."""
        fresh = self._submission is None or self._submission.id != submission.id
        self._submission, self._hindrance, self._withdraw_hindrance = submission, hindrance, withdrawing
        if fresh:
            self._seen = False
            self.forget()
            self._ask_reason(False)
            self.person.clear()
            for each in people:
                self.person.addItem(each.name, each.id)
            waiting = [at for at, each in enumerate(people) if each.name not in submission.signed_by]
            self.person.setCurrentIndex(waiting[0] if waiting else 0)
        self._check()

    def allow(self) -> None:
        """Everything was looked at: what is signed is what was seen."""
        self._seen = True
        self._check()

    def work(self, busy: bool) -> None:
        """While something is under way nothing can be pressed twice."""
        self._busy = busy
        self._check()

    def tell(self, error: str) -> None:
        """Say why it did not go; empty for nothing."""
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def forget(self) -> None:
        """Let go of what was typed."""
        self.passphrase.clear()
        self.reason.clear()
        self.tell("")

    @property
    def words(self) -> str:
        """What is said beside the buttons."""
        return self._words.text()

    def _ask_reason(self, asked: bool) -> None:
        self._returning.setVisible(asked)
        self.reject_button.setVisible(not asked)
        if asked:
            self.reason.setFocus()
        self._check()

    def _check(self) -> None:
        submission = self._submission
        if submission is None:
            return
        is_open = submission.state is SubmissionState.OPEN
        signed = self.person.currentText() in submission.signed_by and submission.needed > 1
        able = self._seen and not self._busy
        returning = is_open and not self._returning.isHidden()
        self._signing.setVisible(is_open and self.person.count() > 0 and not returning)
        grey(self.approve_button, self._hindrance, able=able and bool(self.passphrase.text()) and not signed)
        grey(self.reject_button, self._hindrance, able=not self._busy)
        grey(self.send_back_button, self._hindrance, able=bool(self.reason.text().strip()) and not self._busy)
        grey(self.withdraw_button, self._withdraw_hindrance, able=not self._busy)
        grey(self.again_button, self._withdraw_hindrance, able=not self._busy)
        self._returning.setVisible(returning)
        self.reject_button.setVisible(is_open and not returning)
        takes_back = submission.state in (SubmissionState.OPEN, SubmissionState.OVERTAKEN)
        self.withdraw_button.setVisible(takes_back and not returning)
        self.again_button.setVisible(submission.state in (SubmissionState.OVERTAKEN, SubmissionState.REJECTED))
        self._words.setText(self._hint(is_open=is_open, signed=signed))
        self._words.setVisible(not returning or bool(self._words.text()))

    def _hint(self, *, is_open: bool, signed: bool) -> str:
        if not is_open:
            return ""
        if self._hindrance:
            return self._hindrance
        if not self.person.count():
            return self.tr("No key is at this desk; bring one in, or approve at the desk of somebody who has one.")
        if signed:
            words = self.tr("{name} has signed this already. Another person has to look at it and sign.")
            return words.format(name=self.person.currentText())
        if not self._returning.isHidden():
            return ""
        if not self._seen:
            return self.tr("Every file is being fetched and checked at this desk…")
        return self.tr("You sign exactly what is shown here. The passphrase is asked for each time and is not kept.")

    def _approve(self) -> None:
        if self.approve_button.isEnabled():
            self.approve_asked.emit(str(self.person.currentData()), self.passphrase.text())

    def _reject(self) -> None:
        if self.send_back_button.isEnabled():
            self.reject_asked.emit(self.person.currentText(), self.reason.text().strip())
