"""Who works at this desk, as the hub knows them, and what they may do: the rest is greyed, with the reason."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from displayctl.api.accounts import ALL_GROUPS, Role, WhoAmI
from displayctl.api.errors import NotAllowed
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.link import Link
from displayctl.desktop.presenters.people_words import role_name
from displayctl.desktop.presenters.words import listed_or
from displayctl.desktop.tasks import Tasks

translate = QCoreApplication.translate
W = TypeVar("W", bound=QWidget)


def must_sign_in(me: WhoAmI) -> bool:
    """Whether somebody has to say who they are first: accounts are in force, and this is only the machine itself."""
    return me.kind == "recovery"


class SessionKeeper(Protocol):
    """Where the session of this user with the hub is kept."""

    def keep(self, token: str) -> None:
        """Keep it for the next time. Raises OSError."""
        ...

    def forget(self) -> None:
        """Let go of it."""
        ...


class Myself(QObject):
    """Signals: `changed` when the rights are new; `left` when somebody has signed out; `shut_out` when the session is
    over and somebody has to sign in.
    """

    changed = Signal()
    left = Signal()
    shut_out = Signal()

    def __init__(
        self, tasks: Tasks, hub: HubDoor, link: Link, keeper: SessionKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._hub, self._link, self._keeper = tasks, hub, link, keeper
        self.me: WhoAmI | None = None
        self._asked = 0

    def ask(self) -> None:
        """Ask the hub anew; what it still answers to a former question is not heard."""
        client = self._hub.client
        self._asked += 1
        asked = self._asked
        self._tasks.run(
            lambda: client.accounts.who_am_i(),
            lambda me: self._told(asked, me),
            lambda error: self._failed(asked, error),
            owner=self,
        )

    @property
    def is_person(self) -> bool:
        """Whether somebody is signed in with an account."""
        return self.me is not None and self.me.kind == "person"

    @property
    def who(self) -> str | None:
        """The account of the one who works here, empty for this machine itself; None while nobody is known to."""
        if self.me is None or must_sign_in(self.me):
            return None
        return self.me.id if self.is_person else ""

    @property
    def name(self) -> str:
        """How the one who is signed in is called; empty without an account."""
        return "" if self.me is None or not self.is_person else self.me.title or self.me.name

    def may(self, *roles: Role, group: str = "") -> bool:
        """Whether one of `roles` is held for `group`; without one, for any. Until the hub has answered, yes."""
        if self.me is None or self.me.kind == "desk":
            return True
        return any(
            grant.role in roles and (not group or grant.group in (ALL_GROUPS, group)) for grant in self.me.grants
        )

    def hindrance(self, *roles: Role, group: str = "") -> str:
        """Why something that needs one of `roles` may not be done; empty where it may."""
        if self.may(*roles, group=group):
            return ""
        if self.me is not None and self.me.must_change_password:
            return translate("Rights", "Choose a password of your own first, under Accounts.")
        if self.me is not None and self.me.second_factor_due and Role.ADMINISTRATOR in roles:
            return translate("Rights", "Administrators need a second factor; set it up under Accounts.")
        names = listed_or([role_name(role) for role in roles])
        if group and self.may(*roles):
            words = translate("Rights", "This needs the role {roles} for the group {group}. Ask an administrator.")
            return words.format(roles=names, group=group)
        return translate("Rights", "This needs the role {roles}. Ask an administrator.").format(roles=names)

    def guarded(self, widget: W, *roles: Role) -> W:
        """`widget`, greyed with the reason as long as the one who works here holds none of `roles`."""
        _Guard(self, widget, roles)
        return widget

    def enter(self, token: str) -> None:
        """Work with this session from now on, and the next time too. Raises OSError."""
        self._keeper.keep(token)
        self._link.come_anew()

    def sign_out(self) -> None:
        """Close the session at the hub, and forget it here."""
        client = self._hub.client
        self._tasks.run(client.accounts.sign_out, self._left, self._left, owner=self)

    def _left(self, _: object) -> None:
        """Where the hub could not be told, the session ends there by itself; here it is forgotten either way."""
        self._keeper.forget()
        self.me = None
        self._asked += 1
        self.left.emit()
        self._link.come_anew()
        self.changed.emit()

    def _told(self, asked: int, me: WhoAmI) -> None:
        if asked != self._asked:
            return
        self.me = me
        if must_sign_in(me):
            self.shut_out.emit()
        self.changed.emit()

    def _failed(self, asked: int, error: Exception) -> None:
        """A hub that is away is the link's to tell of."""
        if asked == self._asked and isinstance(error, NotAllowed):
            self.shut_out.emit()


class _Guard(QObject):
    """Lives as long as its widget."""

    def __init__(self, myself: Myself, widget: QWidget, roles: tuple[Role, ...]) -> None:
        super().__init__(widget)
        self._myself, self._widget, self._roles = myself, widget, roles
        self._tip = widget.toolTip()
        myself.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        grey(self._widget, self._myself.hindrance(*self._roles))
        if self._widget.isEnabled():
            self._widget.setToolTip(self._tip)


def grey(widget: QWidget, why: str, *, able: bool = True) -> None:
    """Disable `widget` where `why` says a reason, which becomes its tooltip; else it is as `able` as it is."""
    widget.setEnabled(able and not why)
    if why:
        widget.setToolTip(why)
    elif widget.property("greyed"):
        widget.setToolTip("")
    widget.setProperty("greyed", bool(why))
