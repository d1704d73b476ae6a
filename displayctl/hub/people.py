"""People with accounts, as administrators see to them; and the first of them, whom a desk on this machine makes."""

from __future__ import annotations

import secrets
from dataclasses import replace

from displayctl.api.accounts import (
    ALL_GROUPS,
    AdministratorRecovery,
    FirstAdministrator,
    Grant,
    Role,
    UserChange,
    UserCreation,
    UserInfo,
)
from displayctl.api.models import Document
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, StillInUse, WrongWish
from displayctl.hub.passwords import Passwords, check_strength
from displayctl.hub.repositories.users import User
from displayctl.hub.storage import Storage, UnitOfWork

MOST_USERS = 2000
USER = "user"
EVERYTHING = tuple(Grant(role=role) for role in Role if role is not Role.AGENCY)


class People:
    """Accounts are never deleted, since the audit trail speaks of them; they are disabled."""

    def __init__(self, storage: Storage, passwords: Passwords) -> None:
        self._storage, self._passwords = storage, passwords

    def all(self) -> tuple[UserInfo, ...]:
        """By name."""
        with self._storage.reading() as work:
            return tuple(_info(user) for user in work.users.all())

    def one(self, id: str) -> UserInfo:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return _info(_require(work, id))

    def create(self, wish: UserCreation) -> UserInfo:
        """An account whose person has to choose a password of their own. Raises WrongWish, ChangedMeanwhile."""
        return self._add(wish.name, wish.title, wish.password, wish.grants, must_change=True)

    def create_first(self, wish: FirstAdministrator) -> UserInfo:
        """The first account, with every role. Raises ChangedMeanwhile once accounts are in force, WrongWish.

        It counts when its second factor is confirmed; before that it can be made anew, under the same name too.
        """
        with self._storage.reading() as work:
            if work.users.in_force():
                raise ChangedMeanwhile("there is an administrator already; let them add further people")
            there = work.users.named(wish.name)
        if there is not None:
            return self.recover(AdministratorRecovery(name=wish.name, password=wish.password))
        return self._add(wish.name, wish.title, wish.password, EVERYTHING, must_change=False)

    def change(self, id: str, change: UserChange) -> UserInfo:
        """Raises NoSuchThing, ChangedMeanwhile, StillInUse for the last administrator."""
        with self._storage.writing() as work:
            user = _require(work, id)
            if user.version != change.version:
                raise ChangedMeanwhile(f"{user.name!r} was changed after you read it; read it again, then repeat")
            wanted = change.model_dump(exclude_unset=True, exclude={"version", "grants"}, exclude_none=True)
            grants = user.grants if change.grants is None else change.grants
            _check_grants(grants)
            stored = work.users.put(replace(user, **wanted, grants=grants))
            if not stored.enabled:
                work.sessions.close_all(id)
            _keep_an_administrator(work)
            work.record("user.change", USER, id, _told(user), _told(stored))
            work.commit()
        return _info(stored)

    def set_password(self, id: str, password: str) -> UserInfo:
        """A password that its person has to replace; closes their sessions. Raises NoSuchThing, WrongWish."""
        name = self.one(id).name
        check_strength(password, name)
        digest = self._passwords.hash(password)
        with self._storage.writing() as work:
            user = _require(work, id)
            stored = work.users.put(replace(user, password_hash=digest, must_change_password=True))
            work.sessions.close_all(id)
            work.record("user.password-set", USER, id)
            work.commit()
        return _info(stored)

    def drop_second_factor(self, id: str) -> UserInfo:
        """For a lost phone. Raises NoSuchThing, StillInUse for the last administrator."""
        with self._storage.writing() as work:
            stored = _without_second_factor(work, _require(work, id))
            _keep_an_administrator(work)
            work.record("user.second-factor-dropped", USER, id)
            work.commit()
        return _info(stored)

    def close_sessions(self, id: str) -> None:
        """Raises NoSuchThing."""
        with self._storage.writing() as work:
            _require(work, id)
            count = work.sessions.close_all(id)
            work.record("session.close-all", USER, id, after={"closed": count})
            work.commit()

    def recover(self, wish: AdministratorRecovery) -> UserInfo:
        """First aid from the hub's own machine: this person can sign in again, as administrator, and sets up a second
        factor anew. Raises NoSuchThing, WrongWish.
        """
        check_strength(wish.password, wish.name)
        digest = self._passwords.hash(wish.password)
        with self._storage.writing() as work:
            user = work.users.named(wish.name.strip().casefold())
            if user is None:
                raise NoSuchThing(f"there is no account {wish.name!r}; see the names in the audit trail")
            grants = (*user.grants, Grant(role=Role.ADMINISTRATOR))
            helped = replace(user, password_hash=digest, enabled=True, must_change_password=False, grants=grants)
            stored = _without_second_factor(work, helped)
            work.record("user.recover", USER, user.id, _told(user), _told(stored))
            work.commit()
        return _info(stored)

    def _add(self, name: str, title: str, password: str, grants: tuple[Grant, ...], *, must_change: bool) -> UserInfo:
        _check_grants(grants)
        check_strength(password, name)
        digest = self._passwords.hash(password)
        with self._storage.writing() as work:
            users = work.users.all()
            if len(users) >= MOST_USERS:
                raise StillInUse(f"there are {MOST_USERS} accounts already", ())
            if any(user.name == name for user in users):
                raise ChangedMeanwhile(f"the name {name!r} is taken; choose another")
            user = User(
                id=f"user-{secrets.token_hex(6)}",
                name=name,
                title=title,
                password_hash=digest,
                created_at=work.now,
                must_change_password=must_change,
                grants=grants,
            )
            stored = work.users.put(user)
            work.record("user.add", USER, stored.id, after=_told(stored))
            work.commit()
        return _info(stored)


def _check_grants(grants: tuple[Grant, ...]) -> None:
    """Raises WrongWish for an agency that is not named: nobody asks for all of them."""
    if any(grant.role is Role.AGENCY and grant.group == ALL_GROUPS for grant in grants):
        raise WrongWish("grants", "the role agency is for one agency; name it, as agency:dinkes")


def _without_second_factor(work: UnitOfWork, user: User) -> User:
    work.sessions.close_all(user.id)
    work.users.put_recovery_codes(user.id, ())
    return work.users.put(replace(user, totp_secret="", totp_since=None, totp_step=0))


def _keep_an_administrator(work: UnitOfWork) -> None:
    if work.users.in_force() and not any(user.is_administrator for user in work.users.all()):
        raise StillInUse("this is the last administrator with a second factor; let another one take over first", ())


def _require(work: UnitOfWork, id: str) -> User:
    user = work.users.find(id)
    if user is None:
        raise NoSuchThing(f"there is no account {id!r}; list them")
    return user


def _told(user: User) -> Document:
    """What the audit trail says of an account; no secrets."""
    grants = [f"{grant.role.value} {grant.group}" for grant in user.grants]
    return {"name": user.name, "title": user.title, "enabled": user.enabled, "grants": grants}


def _info(user: User) -> UserInfo:
    return UserInfo(
        id=user.id,
        name=user.name,
        title=user.title,
        grants=user.grants,
        enabled=user.enabled,
        has_second_factor=user.totp_since is not None,
        must_change_password=user.must_change_password,
        version=user.version,
        created_at=user.created_at,
        last_seen_at=user.last_seen_at,
    )
