"""Setting up a second factor: a QR code for an authenticator app, a code to prove it, and the recovery codes, once."""

from __future__ import annotations

import io

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from displayctl.api.accounts import RecoveryCodes, SecondFactorSetup
from displayctl.api.errors import WrongRequest
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark

MODULE_PX, LONGEST_CODE, CODES_APART_PX = 5, 32, 48


class SecondFactorWindow(QDialog):
    """Signal: `set_up` once the hub has seen a code of the new secret; it stays open for the recovery codes."""

    set_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.codes: tuple[str, ...] = ()
        self.secret = ""
        self.setWindowTitle(self.tr("Second factor"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(560)
        self._picture = label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._secret = label("", "strong", selectable=True)
        self.code = QLineEdit()
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText("123456")
        self.code.textChanged.connect(self._check)
        self._error = Remark()
        self._codes = label("", "strong", selectable=True), label("", "strong", selectable=True)
        self._confirm = button(self.tr("Confirm"), self.confirm, "primary", "check")
        self._confirm.setDefault(True)
        self._copy = button(self.tr("Copy"), self._to_clipboard, "", "copy")
        self._close = button(self.tr("I have written them down"), self.accept, "primary")
        self._cancel = button(self.tr("Cancel"), self.reject)
        self._cancel.setAutoDefault(False)
        self._build()
        self._check()
        client = desk.hub.client
        desk.tasks.run(client.accounts.begin_second_factor, self._begun, self._not_begun, owner=self)

    def _build(self) -> None:
        steps = column(
            label(self.tr("1. Scan this with an authenticator app on your phone."), "", wrap=True),
            row(None, frame("card", column(self._picture, margins=SPACE_M)), None),
            label(self.tr("Or type this secret into the app:"), "caption"),
            self._secret,
            field(self.tr("2. The code that the app shows"), self.code),
            spacing=SPACE_S,
        )
        self._steps = QWidget()
        self._steps.setLayout(steps)
        told = column(
            label(self.tr("The second factor is set up."), "heading"),
            label(
                self.tr(
                    "Write these recovery codes down and keep them away from the phone. Each works once in place of a "
                    "code. They are never shown again."
                ),
                "",
                wrap=True,
            ),
            frame("card", row(*self._codes, None, spacing=CODES_APART_PX, margins=SPACE_L)),
            spacing=SPACE_M,
        )
        self._told = QWidget()
        self._told.setLayout(told)
        for part in (self._told, self._copy, self._close):
            part.hide()
        layout = column(
            self._steps,
            self._told,
            self._error,
            rule(),
            row(self._copy, None, self._cancel, self._confirm, self._close, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """What was wrong with the last try; empty while nothing is."""
        return self._error.text()

    def _begun(self, setup: SecondFactorSetup) -> None:
        self.secret = setup.secret
        self._secret.setText(" ".join(setup.secret[at : at + 4] for at in range(0, len(setup.secret), 4)))
        self._picture.setPixmap(qr_picture(setup.uri))
        self._check()
        self.code.setFocus()

    def _not_begun(self, error: Exception) -> None:
        """Without a secret there is nothing to scan and no code to type."""
        self._error.setText(say_problem(error))
        for part in (self._steps, self._confirm):
            part.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()
        self.adjustSize()

    def _check(self) -> None:
        self._confirm.setEnabled(bool(self.secret and self.code.text().strip()))

    def confirm(self) -> None:
        """Prove with a code that the app has the secret."""
        client, code = self._desk.hub.client, self.code.text().strip()
        self._error.setText("")
        self._confirm.setEnabled(False)
        self._desk.tasks.run(
            lambda: client.accounts.confirm_second_factor(code), self._confirmed, self._refused, owner=self
        )

    def _confirmed(self, answer: RecoveryCodes) -> None:
        self.codes = answer.codes
        half = (len(self.codes) + 1) // 2
        for shown, codes in zip(self._codes, (self.codes[:half], self.codes[half:]), strict=True):
            shown.setText("\n".join(codes))
        for part in (self._steps, self._confirm, self._cancel):
            part.hide()
        for part in (self._told, self._copy, self._close):
            part.show()
        self.adjustSize()
        self._desk.myself.ask()
        self.set_up.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongRequest):
            self._error.setText(self.tr("That is not a code of this secret. Is the clock of the phone right?"))
        else:
            self._error.setText(say_problem(error))
        self.code.selectAll()
        self._check()

    def _to_clipboard(self) -> None:
        QApplication.clipboard().setText("\n".join(self.codes))


def qr_picture(text: str) -> QPixmap:
    """`text` as a QR code, with the quiet zone that cameras need."""
    import segno  # slow to import, and few people need it

    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=MODULE_PX, border=4)
    picture = QPixmap()
    picture.loadFromData(out.getvalue())
    return picture
