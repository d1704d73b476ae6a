"""People with accounts: their grants and recovery codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, delete, select

from displayctl.api.accounts import ALL_GROUPS, Grant, Role
from displayctl.hub.account_tables import GrantRow, RecoveryCodeRow, UserRow
from displayctl.hub.repositories.counters import next_version
from displayctl.hub.tables import CounterRow


@dataclass(frozen=True, slots=True)
class User:
    """A person. See `account_tables.UserRow` for the fields."""

    id: str
    name: str
    title: str
    password_hash: str
    created_at: datetime
    must_change_password: bool = False
    enabled: bool = True
    totp_secret: str = ""
    totp_since: datetime | None = None
    totp_step: int = 0
    version: int = 0
    last_seen_at: datetime | None = None
    grants: tuple[Grant, ...] = ()

    @property
    def is_administrator(self) -> bool:
        """Whether this is an administrator who can get in and has a second factor."""
        wanted = Grant(role=Role.ADMINISTRATOR, group=ALL_GROUPS)
        return self.enabled and self.totp_since is not None and wanted in self.grants


IN_FORCE = "accounts"
_COLUMNS = tuple(name for name in User.__dataclass_fields__ if name != "grants")


class UserRepository:
    """Users by id; names are unique."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[User, ...]:
        """By name."""
        return tuple(self._user(row) for row in self._session.exec(select(UserRow).order_by(col(UserRow.name))))

    def find(self, id: str) -> User | None:
        row = self._session.get(UserRow, id)
        return None if row is None else self._user(row)

    def named(self, name: str) -> User | None:
        row = self._session.exec(select(UserRow).where(UserRow.name == name)).first()
        return None if row is None else self._user(row)

    def put(self, user: User) -> User:
        """Stores `user` with exactly its grants, under a new version."""
        stored = replace(user, version=next_version(self._session), grants=tuple(sorted(set(user.grants), key=_order)))
        self._session.merge(UserRow(**{name: getattr(stored, name) for name in _COLUMNS}))
        self._session.flush()
        self._session.exec(delete(GrantRow).where(col(GrantRow.user_id) == user.id))
        for grant in stored.grants:
            self._session.add(GrantRow(user_id=user.id, role=grant.role.value, group=grant.group))
        self._session.flush()
        return stored

    def touch(self, id: str, *, totp_step: int | None = None, now: datetime | None = None) -> None:
        """Notes what signing in changes, which is nothing that anybody edits."""
        row = self._session.get(UserRow, id)
        if row is not None:
            row.totp_step = row.totp_step if totp_step is None else totp_step
            row.last_seen_at = now or row.last_seen_at
            self._session.add(row)
            self._session.flush()

    def put_recovery_codes(self, id: str, hashes: Iterable[str]) -> None:
        """From now on exactly these are good."""
        self._session.exec(delete(RecoveryCodeRow).where(col(RecoveryCodeRow.user_id) == id))
        for digest in hashes:
            self._session.add(RecoveryCodeRow(user_id=id, code_hash=digest))
        self._session.flush()

    def use_recovery_code(self, id: str, digest: str) -> bool:
        """Whether the code was good; it is not any more."""
        row = self._session.get(RecoveryCodeRow, (id, digest))
        if row is None:
            return False
        self._session.delete(row)
        self._session.flush()
        return True

    def in_force(self) -> bool:
        """Whether there ever was an administrator with a second factor; from then on the desk token opens little."""
        return self._session.get(CounterRow, IN_FORCE) is not None

    def put_in_force(self) -> None:
        self._session.merge(CounterRow(name=IN_FORCE, value=1))
        self._session.flush()

    def _user(self, row: UserRow) -> User:
        rows = self._session.exec(select(GrantRow.role, GrantRow.group).where(GrantRow.user_id == row.id)).all()
        grants = sorted((Grant(role=Role(role), group=group) for role, group in rows), key=_order)
        return User(**{name: getattr(row, name) for name in _COLUMNS}, grants=tuple(grants))


def _order(grant: Grant) -> tuple[str, str]:
    return grant.role.value, grant.group
