"""Signing in: name and password, then a code where the account has a second factor, then a first password of one's own.

What is wrong is said without telling which of them; who has to wait after many tries sees for how long.
"""

from __future__ import annotations

import platform
import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from displayctl.api.accounts import LONGEST_PASSWORD, SessionOpened, SignIn
from displayctl.api.client import HubClient
from displayctl.api.errors import NotAllowed, SecondFactorNeeded, TooManyTries
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.people.password_fields import NewPassword, password_edit
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark

LONGEST_NAME, LONGEST_CODE = 64, 32


class SignInWindow(QDialog):
    """Accepted once this desk has a session; it is kept for the next time, readable by this user alone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy, self._wait_seconds = False, 0
        self._opened: SessionOpened | None = None
        self.setWindowTitle(self.tr("Sign in"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        self.name = QLineEdit(desk.preferences.text("sign-in-name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.password = password_edit()
        self.code = QLineEdit()
        self.code.setMaxLength(LONGEST_CODE)
        self.code.setPlaceholderText("123456")
        self.fresh = NewPassword()
        for line in (self.name, self.password, self.code):
            line.textChanged.connect(self._check)
        self.fresh.changed.connect(self._check)
        self._error = Remark()
        self._go = button(self.tr("Sign in"), self.sign_in, "primary", "door")
        self._go.setDefault(True)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        self._build()
        self._check()
        (self.password if self.name.text() else self.name).setFocus()

    def _build(self) -> None:
        drawing = label()
        drawing.setPixmap(icons.pixmap("people", COLOURS.accent, 32))
        words = self.tr("Sign in at the hub {url}.").format(url=self._desk.hub.client.url)
        self._about = label(words, "", wrap=True)
        self._first = QWidget()
        self._first.setLayout(
            column(field(self.tr("Name"), self.name), field(self.tr("Password"), self.password), spacing=SPACE_M)
        )
        self._second = QWidget()
        note = self.tr("Six digits from the authenticator app. Without the phone: one of the recovery codes.")
        self._second.setLayout(field(self.tr("Code"), self.code, note))
        self._second.hide()
        self.fresh.hide()
        lost = self.tr("Forgotten the password? An administrator gives a new one.")
        self._lost = label(lost, "caption", wrap=True)
        cancel = button(self.tr("Not now"), self.reject)
        cancel.setAutoDefault(False)
        head = row(drawing, self._about, spacing=SPACE_M)
        head.setStretch(1, 1)
        layout = column(
            head,
            self._first,
            self._second,
            self.fresh,
            self._error,
            self._lost,
            None,
            rule(),
            row(None, cancel, self._go, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """What was wrong with the last try; empty while nothing is."""
        return self._error.text()

    @property
    def asks_for_code(self) -> bool:
        """Whether the password was right and a code is asked for."""
        return not self._second.isHidden()

    @property
    def wait_seconds(self) -> int:
        """How long the next try has to wait; 0: not at all."""
        return self._wait_seconds

    def _check(self) -> None:
        ready = bool(self.name.text().strip() and self.password.text())
        if self.asks_for_code:
            ready = ready and bool(self.code.text().strip())
        if self._opened is not None:
            ready = not self.fresh.problem
        self._go.setEnabled(ready and not self._busy and not self._wait_seconds)

    def sign_in(self) -> None:
        """Try what was typed."""
        if not self._go.isEnabled():
            return
        self._busy = True
        self._error.setText("")
        self._check()
        if self._opened is not None:
            self._replace_password(self._opened)
            return
        wish = SignIn(
            name=self.name.text().strip(),
            password=self.password.text()[:LONGEST_PASSWORD],
            code=self.code.text().strip() if self.asks_for_code else "",
            client=f"displayctl desktop on {platform.node()}"[:100],
        )
        door = self._desk.hub.client
        self._desk.tasks.run(
            lambda: _open(door, wish),
            self._signed_in,
            self._refused,
            owner=self,
        )

    def _signed_in(self, opened: SessionOpened) -> None:
        self._busy = False
        self._desk.preferences.keep("sign-in-name", self.name.text().strip())
        if not opened.me.must_change_password:
            self._enter(opened.token)
            return
        self._opened = opened
        self._about.setText(self.tr("Somebody else knows this password. Choose one of your own now."))
        for part in (self._first, self._second, self._lost):
            part.hide()
        self.fresh.belongs_to(self.name.text().strip())
        self.fresh.show()
        self._go.setText(self.tr("Keep it and go on"))
        self._check()

    def _replace_password(self, opened: SessionOpened) -> None:
        client, present, new = self._desk.hub.client, self.password.text(), self.fresh.text

        def work() -> str:
            with HubClient(client.url, opened.token, pin=client.transport.pin) as mine:
                mine.accounts.change_password(present, new)
            return opened.token

        self._desk.tasks.run(work, self._enter, self._refused, owner=self)

    def _enter(self, token: str) -> None:
        self.password.clear()
        self.code.clear()
        self.fresh.forget()
        self._desk.myself.enter(token)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, SecondFactorNeeded):
            self._second.show()
            self.code.setFocus()
        elif isinstance(error, TooManyTries):
            self._wait(error)
        elif isinstance(error, NotAllowed):
            self._error.setText(
                self.tr("The name, the password or the code is not right. Try again, or ask an administrator.")
            )
            (self.code if self.asks_for_code else self.password).selectAll()
        else:
            self._error.setText(say_problem(error))
        self._check()

    def _wait(self, error: TooManyTries) -> None:
        seconds = re.search(r"(\d+) s\b", str(error))
        self._wait_seconds = int(seconds.group(1)) + 1 if seconds else 5
        self._tick.start()
        self._say_wait()

    def _count_down(self) -> None:
        self._wait_seconds -= 1
        if self._wait_seconds <= 0:
            self._wait_seconds = 0
            self._tick.stop()
            self._error.setText("")
        else:
            self._say_wait()
        self._check()

    def _say_wait(self) -> None:
        words = self.tr("Too many tries failed. The next one is possible in {n} s; other people are not held up.")
        self._error.setText(words.format(n=self._wait_seconds))


def _open(door: HubClient, wish: SignIn) -> SessionOpened:
    with HubClient(door.url, pin=door.transport.pin) as stranger:
        return stranger.accounts.sign_in(wish)
