"""Signing in and out: a name, a password and a code become a session, and nothing tells a guesser which was wrong."""

from __future__ import annotations

import secrets
from typing import NoReturn

from displayctl.api.accounts import SessionInfo, SessionOpened, SignIn
from displayctl.hub.access import IDLE, LONGEST, Access, asker_for, token_hash, who_is
from displayctl.hub.asking import Asker, current_asker, now_asks
from displayctl.hub.errors import NoSuchThing, NotAuthorised, NotNow, SecondFactorNeeded
from displayctl.hub.passwords import Passwords
from displayctl.hub.repositories.sessions import StoredSession
from displayctl.hub.repositories.users import User
from displayctl.hub.second_factor import recovery_hash, step_of
from displayctl.hub.storage import Storage, UnitOfWork
from displayctl.hub.throttle import SignInThrottle

MOST_SESSIONS = 50
WRONG = (
    "the name, the password or the code is not right; try again, with the next code as each counts once, or ask an "
    "administrator"
)


class SignIns:
    """Opens and closes sessions. Every try is in the audit trail, the refused ones too."""

    def __init__(self, storage: Storage, access: Access, passwords: Passwords, throttle: SignInThrottle) -> None:
        self._storage, self._access, self._passwords, self._throttle = storage, access, passwords, throttle

    def sign_in(self, wish: SignIn, address: str) -> SessionOpened:
        """Raises NotAuthorised, SecondFactorNeeded, TooManyTries, NotNow."""
        name = wish.name.strip().casefold()
        self._throttle.begin(name, address)
        with self._storage.reading() as work:
            user = work.users.named(name)
        known = user.password_hash if user is not None and user.enabled else None
        if not self._is_right(known, wish, name, address) or user is None:
            self._refuse(user, "password")
        if user.totp_since is not None and not wish.code:
            self._throttle.took_back(name, address)
            raise SecondFactorNeeded("this account has a second factor; give a code from the authenticator too")
        opened = self._open(user, wish, address)
        if opened is None:
            self._refuse(user, "code")
        self._throttle.succeeded(name, address)
        return opened

    def _is_right(self, known: str | None, wish: SignIn, name: str, address: str) -> bool:
        try:
            return self._passwords.check(known, wish.password)
        except NotNow:  # a flood of others must not use up this person's tries
            self._throttle.took_back(name, address)
            raise

    def sign_out(self) -> None:
        """Closes the session of the one who asks; a desk without an account has none."""
        asker = current_asker()
        with self._storage.writing() as work:
            if work.sessions.close(asker.session_id):
                work.record("session.close", "session", asker.session_id)
                work.commit()

    def own_sessions(self) -> tuple[SessionInfo, ...]:
        """Open sessions of the one who asks, newest first."""
        asker = current_asker()
        with self._storage.reading() as work:
            return tuple(_info(each, asker) for each in work.sessions.of_user(asker.id) if each.expires_at > work.now)

    def close_own(self, id: str) -> None:
        """Closes one session of the one who asks. Raises NoSuchThing."""
        asker = current_asker()
        with self._storage.writing() as work:
            if id not in {each.id for each in work.sessions.of_user(asker.id)}:
                raise NoSuchThing(f"you have no session {id!r} (any more); list them")
            work.sessions.close(id)
            work.record("session.close", "session", id)
            work.commit()

    def close_all_own(self) -> None:
        """Closes every session of the one who asks, this one too."""
        asker = current_asker()
        with self._storage.writing() as work:
            count = work.sessions.close_all(asker.id)
            work.record("session.close-all", "user", asker.id, after={"closed": count})
            work.commit()

    def _open(self, user: User, wish: SignIn, address: str) -> SessionOpened | None:
        """A new session; None where the code is not good (any more)."""
        token = f"s_{secrets.token_urlsafe(32)}"
        with self._storage.writing() as work:
            current = work.users.find(user.id)
            if current is None or current.version != user.version:
                return None
            if user.totp_since is not None and not _takes_code(work, current, wish.code):
                return None
            session = StoredSession(
                token_hash=token_hash(token),
                id=f"session-{secrets.token_hex(6)}",
                user_id=user.id,
                created_at=work.now,
                last_used_at=work.now,
                expires_at=work.now + LONGEST,
                address=address,
                client=wish.client,
                strong=user.totp_since is not None,
            )
            for old in work.sessions.of_user(user.id)[MOST_SESSIONS - 1 :]:
                work.sessions.close(old.id)
            work.sessions.add(session)
            work.users.touch(user.id, now=work.now)
            now_asks(asker_for(user, session, address))
            work.record("session.open", "session", session.id, after={"client": wish.client})
            work.commit()
        me = who_is(user, session, in_force=self._access.in_force())
        return SessionOpened(token=token, idle_minutes=int(IDLE.total_seconds() // 60), me=me)

    def _refuse(self, user: User | None, wrong: str) -> NoReturn:
        with self._storage.writing() as work:
            # A name that nobody has may be a password typed into the wrong field, so it is not kept.
            work.record("session.refused", "user", "" if user is None else user.id, after={"wrong": wrong})
            work.commit()
        raise NotAuthorised(WRONG)


def _takes_code(work: UnitOfWork, user: User, code: str) -> bool:
    """Whether `code` is good, which it is once."""
    step = step_of(user.totp_secret, code, work.now, user.totp_step)
    if step is not None:
        work.users.touch(user.id, totp_step=step)
        return True
    return work.users.use_recovery_code(user.id, recovery_hash(code))


def _info(session: StoredSession, asker: Asker) -> SessionInfo:
    return SessionInfo(
        id=session.id,
        created_at=session.created_at,
        last_used_at=session.last_used_at,
        expires_at=session.expires_at,
        address=session.address,
        client=session.client,
        this_one=session.id == asker.session_id,
    )
