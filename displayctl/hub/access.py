"""Who stands behind a token: the desk on this machine, or a person with a session; and what each of them may do now."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from content.errors import StorageFull
from displayctl.api.accounts import Grant, Role, WhoAmI
from displayctl.hub.asking import Asker, AskerKind
from displayctl.hub.errors import NotAuthorised
from displayctl.hub.logs import log
from displayctl.hub.repositories.sessions import StoredSession
from displayctl.hub.repositories.users import User
from displayctl.hub.storage import Storage, UnitOfWork

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
TOUCHED_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session was used last: a write for each request would wear disks out."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from. `forwarded`: it passed a proxy, so it is not from this machine whatever it says."""

    address: str = ""
    desk: str = ""
    forwarded: bool = False

    @property
    def is_local(self) -> bool:
        if self.forwarded:
            return False
        try:
            return ipaddress.ip_address(self.address).is_loopback
        except ValueError:
            return False


class Access:
    """Tells who asks. Before there is an administrator, the desk token on this machine opens everything."""

    def __init__(self, storage: Storage, desk_token: str) -> None:
        self._storage, self._desk_token = storage, desk_token.encode()
        self._in_force = False
        self._lock = threading.Lock()

    def identify(self, token: str, origin: Origin) -> Asker:
        """Who holds `token`. Raises NotAuthorised for nobody."""
        if secrets.compare_digest(token.encode("utf-8", "surrogatepass"), self._desk_token):
            return self._desk(origin)
        with self._storage.reading() as work:
            session = work.sessions.find(token_hash(token)) if token else None
            user = None if session is None or not _is_open(session, work.now) else work.users.find(session.user_id)
            now = work.now
        if session is None or user is None or not user.enabled:
            raise NotAuthorised(self._refusal())
        self._touch(session, now)
        return asker_for(user, session, origin.address)

    def in_force(self) -> bool:
        """Whether accounts are in force: there was, at some time, an administrator with a second factor."""
        if not self._in_force:
            with self._storage.reading() as work:
                self._in_force = work.users.in_force()
        return self._in_force

    def has_administrator(self) -> bool:
        """Whether there is an administrator who can sign in, with a second factor."""
        with self._storage.reading() as work:
            return any(user.is_administrator for user in work.users.all())

    def who(self, asker: Asker) -> WhoAmI:
        """What a desk tells its person of themselves."""
        if asker.kind is not AskerKind.PERSON:
            return WhoAmI(kind=asker.kind.value, name=asker.name, accounts_in_force=self.in_force())
        with self._storage.reading() as work:
            user = work.users.find(asker.id)
            session = next((each for each in work.sessions.of_user(asker.id) if each.id == asker.session_id), None)
        if user is None or session is None:
            raise NotAuthorised(self._refusal())
        return who_is(user, session, in_force=self.in_force())

    def forget_sessions(self) -> None:
        """Deletes the sessions that are over."""
        with self._storage.writing() as work:
            if work.sessions.forget(work.now, work.now - IDLE):
                work.commit()

    def _desk(self, origin: Origin) -> Asker:
        if not origin.is_local:
            raise NotAuthorised("the desk token is good on the hub's own machine alone; sign in with an account")
        kind = AskerKind.RECOVERY if self.in_force() else AskerKind.DESK
        return Asker(kind, name=origin.desk or "desk", address=origin.address)

    def _refusal(self) -> str:
        if self.in_force():
            return "the session is missing or over; sign in with: displayctl login"
        return "the desk token is missing or wrong; take it from desk.token beside the hub's data"

    def _touch(self, session: StoredSession, now: datetime) -> None:
        """Notes that a session is used, beside the request: a locked database must not hold up who came to alarm."""
        if now - session.last_used_at >= TOUCHED_EVERY and self._lock.acquire(blocking=False):
            threading.Thread(target=self._write_touch, args=(session,), name="touch", daemon=True).start()

    def _write_touch(self, session: StoredSession) -> None:
        try:
            with self._storage.writing() as work:
                work.sessions.touch(session.token_hash, work.now)
                work.users.touch(session.user_id, now=work.now)
                work.commit()
        except (SQLAlchemyError, StorageFull) as error:
            log().warning("it is not noted that a session is used", error=str(error)[:200])
        finally:
            self._lock.release()


def token_hash(token: str) -> str:
    """What is stored of a token: it is 256 random bits, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def asker_for(user: User, session: StoredSession, address: str) -> Asker:
    return Asker(AskerKind.PERSON, user.id, user.name, address, effective_grants(user, session), session.id)


def effective_grants(user: User, session: StoredSession) -> tuple[Grant, ...]:
    """The rights that count in a session: none before the first password is replaced, and an administrator's only
    with a second factor.
    """
    if user.must_change_password:
        return ()
    strong = session.strong and user.totp_since is not None
    return tuple(grant for grant in user.grants if strong or grant.role is not Role.ADMINISTRATOR)


def who_is(user: User, session: StoredSession, *, in_force: bool) -> WhoAmI:
    is_administrator = any(grant.role is Role.ADMINISTRATOR for grant in user.grants)
    return WhoAmI(
        kind=AskerKind.PERSON.value,
        id=user.id,
        name=user.name,
        title=user.title,
        grants=effective_grants(user, session),
        has_second_factor=user.totp_since is not None,
        second_factor_due=is_administrator and user.totp_since is None,
        must_change_password=user.must_change_password,
        accounts_in_force=in_force,
        session_id=session.id,
        expires_at=session.expires_at,
    )


def _is_open(session: StoredSession, now: datetime) -> bool:
    return now < session.expires_at and now - session.last_used_at < IDLE


def require_user(work: UnitOfWork, id: str) -> User:
    """Raises NotAuthorised where the account is gone."""
    user = work.users.find(id)
    if user is None:
        raise NotAuthorised("this account does not exist any more; sign in with another")
    return user
