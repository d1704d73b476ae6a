"""One's own account: another password, the second factor, and the sessions that are open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.api.accounts import SessionInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.people.password_fields import NewPassword, password_edit
from displayctl.desktop.people.second_factor_window import SecondFactorWindow
from displayctl.desktop.presenters.people_words import grants_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.widgets.pieces import button, clear, column, field, label, panel, row, rule


class OwnAccount(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = label("", "heading")
        self._rights = label("", "soft", wrap=True)
        self._factor = label("", "", wrap=True)
        self.factor_button = button(self.tr("Set up the second factor…"), self.set_up_factor, "", "approve")
        self.present = password_edit()
        self.fresh = NewPassword()
        self.present.textChanged.connect(self._check)
        self.fresh.changed.connect(self._check)
        self.change_button = button(self.tr("Change the password"), self.change_password, "primary")
        self._sessions: QVBoxLayout = column(spacing=SPACE_S)
        self._build()
        desk.myself.changed.connect(self.refresh)

    def _build(self) -> None:
        leave = button(self.tr("Sign out"), self._desk.myself.sign_out, "", "door")
        head = row(self._name, None, leave)
        factor = row(self._factor, self.factor_button, spacing=SPACE_M)
        factor.setStretch(0, 1)
        about = panel(column(head, self._rights, rule(), factor, spacing=SPACE_M))
        password = panel(
            column(
                label(self.tr("Password"), "strong"),
                field(self.tr("Present password"), self.present),
                self.fresh,
                row(self.change_button, None),
                spacing=SPACE_M,
            )
        )
        everywhere = button(self.tr("Sign out everywhere"), self._leave_everywhere, "danger")
        sessions = panel(
            column(
                row(label(self.tr("Open sessions"), "strong"), None, everywhere), self._sessions, None, spacing=SPACE_M
            )
        )
        lower = row(password, sessions, spacing=SPACE_M)
        lower.setStretch(0, 1)
        lower.setStretch(1, 1)
        self.setLayout(column(about, lower, None, spacing=SPACE_M))
        self._check()

    def refresh(self) -> None:
        """Show the one who is signed in."""
        me, myself = self._desk.myself.me, self._desk.myself
        if me is None or not myself.is_person:
            return
        self._name.setText(f"{me.title} ({me.name})")
        self._rights.setText(grants_words(me.grants))
        if me.has_second_factor:
            self._factor.setText(self.tr("A second factor is set up."))
            self.factor_button.setText(self.tr("Set it up anew…"))
        elif me.second_factor_due:
            self._factor.setText(self.tr("The rights of an administrator count once a second factor is set up."))
        else:
            self._factor.setText(self.tr("No second factor yet; it protects the account when the password is known."))
        client = self._desk.hub.client
        self._desk.tasks.run(client.accounts.sessions, self._show_sessions, lambda _: None, owner=self)

    def _show_sessions(self, sessions: tuple[SessionInfo, ...]) -> None:
        clear(self._sessions)
        now = self._desk.clock.now()
        for each in sessions:
            words = f"{each.client or each.address}\n{each.address} · {ago_words(now, each.last_used_at)}"
            line = row(label(words, "caption", wrap=True), spacing=SPACE_M)
            line.setStretch(0, 1)
            if each.this_one:
                line.addWidget(label(self.tr("This one"), "chip-good"), 0, Qt.AlignmentFlag.AlignTop)
            else:
                line.addWidget(button(self.tr("Close"), partial(self._close, each.id)))
            self._sessions.addLayout(line)

    def _close(self, id: str) -> None:
        client = self._desk.hub.client
        self._desk.tasks.run(
            lambda: client.accounts.close_session(id), lambda _: self.refresh(), self._tell, owner=self
        )

    def _leave_everywhere(self) -> None:
        client = self._desk.hub.client
        self._desk.tasks.run(
            client.accounts.sign_out_everywhere, lambda _: self._desk.myself.sign_out(), self._tell, owner=self
        )

    def _check(self) -> None:
        self.change_button.setEnabled(bool(self.present.text()) and not self.fresh.problem)

    def change_password(self) -> None:
        """Replace the password; other sessions end."""
        client, present, new = self._desk.hub.client, self.present.text(), self.fresh.text
        self.change_button.setEnabled(False)
        self._desk.tasks.run(
            lambda: client.accounts.change_password(present, new), lambda _: self._changed(), self._tell, owner=self
        )

    def _changed(self) -> None:
        self.present.clear()
        self.fresh.forget()
        self.told.emit(self.tr("The password is changed. Your other sessions are closed."), "good")
        self._desk.myself.ask()

    def _tell(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")
        self._check()

    def set_up_factor(self) -> SecondFactorWindow:
        """The window with the QR code."""
        window = SecondFactorWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
        return window
