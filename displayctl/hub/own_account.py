"""What people do with their own account: another password, and setting up a second factor."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace

from displayctl.api.accounts import PasswordChange, RecoveryCodes, SecondFactorSetup
from displayctl.hub.access import require_user
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import Lapsed, NotPermitted, WrongWish
from displayctl.hub.passwords import Passwords, check_strength
from displayctl.hub.second_factor import new_recovery_codes, new_secret, recovery_hash, step_of, uri_of
from displayctl.hub.storage import Storage
from displayctl.hub.throttle import SignInThrottle
from schedules.clock import Clock

PENDING_SECONDS = 900.0
MOST_PENDING = 1000


class OwnAccount:
    """Secrets that were shown and not confirmed yet are only in memory."""

    def __init__(self, storage: Storage, passwords: Passwords, throttle: SignInThrottle, clock: Clock) -> None:
        self._storage, self._passwords, self._throttle, self._clock = storage, passwords, throttle, clock
        self._pending: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._lock = threading.Lock()

    def change_password(self, change: PasswordChange) -> None:
        """Closes every other session too. Raises WrongWish, NotPermitted, TooManyTries, NotNow."""
        asker = current_asker()
        self._throttle.begin(asker.name, asker.address)
        with self._storage.reading() as work:
            user = require_user(work, asker.id)
        if not self._passwords.check(user.password_hash, change.current):
            raise NotPermitted("the present password is not right; nothing was changed")
        self._throttle.succeeded(asker.name, asker.address)
        if change.new == change.current:
            raise WrongWish("new", "the new password is the present one; choose another")
        check_strength(change.new, user.name)
        digest = self._passwords.hash(change.new)
        with self._storage.writing() as work:
            current = require_user(work, asker.id)
            work.users.put(replace(current, password_hash=digest, must_change_password=False))
            work.sessions.close_all(asker.id, but=asker.session_id)
            work.record("user.password", "user", asker.id)
            work.commit()

    def begin_second_factor(self) -> SecondFactorSetup:
        """A secret for an authenticator app, good once `confirm_second_factor` has seen a code of it."""
        asker, secret = current_asker(), new_secret()
        with self._lock:
            self._pending[asker.session_id] = (secret, self._clock.monotonic() + PENDING_SECONDS)
            while len(self._pending) > MOST_PENDING:
                self._pending.popitem(last=False)
        return SecondFactorSetup(secret=secret, uri=uri_of(secret, asker.name))

    def confirm_second_factor(self, code: str) -> RecoveryCodes:
        """Takes the secret from now on, with fresh recovery codes, and closes every other session.

        Raises Lapsed where none was begun, or too long ago, WrongWish for a code that is not of it, TooManyTries.
        """
        asker = current_asker()
        self._throttle.begin(f"{asker.name} second factor", asker.address)
        with self._lock:
            secret, ends = self._pending.get(asker.session_id, ("", 0.0))
        if not secret or self._clock.monotonic() >= ends:
            raise Lapsed("this setup was not begun, or too long ago; begin again")
        codes = new_recovery_codes()
        with self._storage.writing() as work:
            user = require_user(work, asker.id)
            step = step_of(secret, code, work.now, 0)
            if step is None:
                raise WrongWish("code", "the code is not of this secret; check the clock of the phone, and try again")
            changed = work.users.put(replace(user, totp_secret=secret, totp_since=work.now, totp_step=step))
            work.users.put_recovery_codes(user.id, (recovery_hash(each) for each in codes))
            work.sessions.strengthen(asker.session_id)
            work.sessions.close_all(user.id, but=asker.session_id)
            if changed.is_administrator:
                work.users.put_in_force()
            work.record("user.second-factor", "user", user.id)
            work.commit()
        with self._lock:
            self._pending.pop(asker.session_id, None)
        self._throttle.succeeded(f"{asker.name} second factor", asker.address)
        return RecoveryCodes(codes=codes)
