"""Everybody with an account, as administrators see to them: roles, passwords, second factors, sessions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from displayctl.api.accounts import Role, UserChange, UserInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.people.grants_editor import GrantsEditor, agency_names
from displayctl.desktop.people.person_window import PersonWindow, made_password
from displayctl.desktop.presenters.people_words import grants_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.inputs import Inputs
from displayctl.desktop.widgets.pieces import EmptyState, button, column, field, label, panel, row, rule, scrolled

LIST_PX = 330


class PeopleList(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._users: dict[str, UserInfo] = {}
        self._asked = 0
        self._shown: UserInfo | None = None
        self.list = QListWidget()
        self.list.setFixedWidth(LIST_PX)
        self.list.setAccessibleName(self.tr("People with accounts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda: self._show_current())
        self.title = QLineEdit()
        self.title.setMaxLength(120)
        self.grants = GrantsEditor(desk.catalogue.groups, agency_names(desk.catalogue.request_settings))
        self._fields = Inputs(
            ((self.title.text, self.title.setText), (lambda: self.grants.grants, self.grants.show_grants))
        )
        self._read = self._fields.read()
        self._name = label("", "heading")
        self._facts = label("", "soft", wrap=True)
        self._secret = label("", "strong", selectable=True, wrap=True)
        self.save_button = button(self.tr("Save"), self.save, "primary", "save")
        self.grants.changed.connect(lambda: self.save_button.setEnabled(self.grants.is_complete))
        self.password_button = button(self.tr("New password"), self.give_password)
        self.factor_button = button(self.tr("Take the second factor away"), self.drop_factor)
        self.sessions_button = button(self.tr("Close all sessions"), self.close_sessions)
        self.enable_button = button(self.tr("Disable"), self.switch, "danger")
        self._places = Stack()
        self._places.addWidget(self._form())
        self._places.addWidget(
            EmptyState("people", self.tr("Nobody is chosen"), self.tr("Choose somebody at the left, or add a person."))
        )
        self._places.setCurrentIndex(1)
        body = row(self.list, self._places, spacing=SPACE_M)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _form(self) -> QWidget:
        layout = column(
            self._name,
            self._facts,
            self._secret,
            rule(),
            field(self.tr("The person's name"), self.title),
            label(self.tr("Roles; each of them includes looking"), "field"),
            self.grants,
            row(self.save_button, None),
            rule(),
            row(self.password_button, self.factor_button, None, spacing=SPACE_S),
            row(self.sessions_button, self.enable_button, None, spacing=SPACE_S),
            None,
            spacing=SPACE_M,
        )
        return scrolled(panel(layout))

    def refresh(self) -> None:
        """Read everybody anew, if one may; what a former reading still brings is not shown."""
        self._asked += 1
        asked = self._asked
        if self._desk.myself.may(Role.ADMINISTRATOR):
            client = self._desk.hub.client
            self._desk.tasks.run(
                client.accounts.users, lambda users: self._show_users(asked, users), self._tell, owner=self
            )
        else:
            self._shown = None
            self._show_users(asked, ())

    def _show_users(self, asked: int, users: tuple[UserInfo, ...]) -> None:
        if asked != self._asked:
            return
        chosen = self._shown.id if self._shown is not None else ""
        self._users = {user.id: user for user in users}
        self.list.blockSignals(True)
        self.list.clear()
        for user in users:
            state = "" if user.enabled else f" · {self.tr('disabled')}"
            item = QListWidgetItem(f"{user.title}{state}\n{user.name} · {grants_words(user.grants)}")
            item.setData(Qt.ItemDataRole.UserRole, user.id)
            item.setToolTip(grants_words(user.grants))
            self.list.addItem(item)
        self.list.blockSignals(False)
        ids = [user.id for user in users]
        if ids:
            self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self._show_current()

    def _show_current(self) -> None:
        item = self.list.currentItem()
        user = None if item is None else self._users.get(item.data(Qt.ItemDataRole.UserRole))
        self._places.setCurrentIndex(0 if user is not None else 1)
        if user is None:
            return
        is_same = self._shown is not None and self._shown.id == user.id
        before, typed = self._read, self._fields.read()
        if not is_same:
            self._secret.clear()
        self._secret.setVisible(bool(self._secret.text()))
        self._shown = user
        self._name.setText(f"{user.title} ({user.name})")
        self._facts.setText(self._facts_of(user))
        self.grants.offer_agencies(agency_names(self._desk.catalogue.request_settings))
        self._fields.fill((user.title, user.grants))
        self._read = self._fields.read()
        if is_same:
            self._fields.merge(before, typed)
        self.save_button.setEnabled(self.grants.is_complete)
        self.factor_button.setEnabled(user.has_second_factor)
        self.enable_button.setText(self.tr("Disable") if user.enabled else self.tr("Enable again"))

    def _facts_of(self, user: UserInfo) -> str:
        seen = self.tr("Last seen: {ago}").format(ago=ago_words(self._desk.clock.now(), user.last_seen_at))
        factor = self.tr("second factor set up") if user.has_second_factor else self.tr("no second factor")
        waits = [self.tr("has to choose a password")] if user.must_change_password else []
        return " · ".join([seen, factor, *waits, *([] if user.enabled else [self.tr("disabled")])])

    # Changing

    def add(self) -> PersonWindow:
        """The window in which a person is added."""
        window = PersonWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.added.connect(self._added)
        window.open()
        return window

    def _added(self, user: UserInfo, password: str) -> None:
        self._shown = user
        self._tell_password(password)
        self.refresh()

    def save(self) -> None:
        """Store name and roles."""
        user = self._shown
        if user is None:
            return
        change = UserChange(version=user.version, title=self.title.text().strip() or None, grants=self.grants.grants)
        client = self._desk.hub.client
        sent = self._fields.read()

        def work() -> UserInfo:
            return client.accounts.change_user(user.id, change)

        def stored(_: object) -> None:
            self._read = sent
            self._done(self.tr("Saved."))

        self._desk.tasks.run(work, stored, self._failed, owner=self)

    def switch(self) -> None:
        """Disable the account, or enable it again; a disabled one's sessions end at once."""
        user = self._shown
        if user is None:
            return
        change, client = UserChange(version=user.version, enabled=not user.enabled), self._desk.hub.client
        words = self.tr("{name} cannot sign in any more.") if user.enabled else self.tr("{name} may sign in again.")
        self._do(lambda: client.accounts.change_user(user.id, change), words.format(name=user.title))

    def give_password(self) -> None:
        """A new password, to be told to the person, who replaces it."""
        user, password, client = self._shown, made_password(), self._desk.hub.client
        if user is not None:
            self._tell_password(password)
            words = self.tr("{name} has a new password; tell it to them.").format(name=user.title)
            self._do(lambda: client.accounts.set_password(user.id, password), words)

    def drop_factor(self) -> None:
        """For a lost phone: the person sets a new one up after signing in."""
        user, client = self._shown, self._desk.hub.client
        if user is not None:
            words = self.tr("{name} sets up a new second factor at the next sign-in.").format(name=user.title)
            self._do(lambda: client.accounts.drop_second_factor(user.id), words)

    def close_sessions(self) -> None:
        """Whoever works with this account has to sign in again."""
        user, client = self._shown, self._desk.hub.client
        if user is not None:
            words = self.tr("All sessions of {name} are closed.").format(name=user.title)
            self._do(lambda: client.accounts.close_sessions(user.id), words)

    def _tell_password(self, password: str) -> None:
        self._secret.setText(self.tr("Password to be told, shown only now: {password}").format(password=password))
        self._secret.show()

    def _do(self, work: Callable[[], object], words: str) -> None:
        """In the order of the clicks: of two passwords the one that is told last is the one that counts."""
        self._desk.tasks.run(work, lambda _: self._done(words), self._failed, owner=self, in_order=True)

    def _done(self, words: str) -> None:
        self.told.emit(words, "good")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._secret.clear()
        self._tell(error)
        self.refresh()

    def _tell(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")
