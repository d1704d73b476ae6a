"""Passwords: kept as argon2id, refused where they are guessed first, checked as long for nobody as for somebody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from displayctl.api.accounts import SHORTEST_PASSWORD
from displayctl.hub.errors import NotNow, WrongWish

# The second choice of RFC 9106, section 4: 64 MiB and three passes, about a tenth of a second on an office PC.
TIME_COST, MEMORY_KIB, LANES = 3, 64 << 10, 4
AT_ONCE, MOST_WAITING, WAIT_SECONDS = 2, 8, 10.0
WEAK = frozenset(
    {
        "password",
        "passw0rd",
        "password1",
        "1234567890",
        "12345678901",
        "0123456789",
        "qwertyuiop",
        "1q2w3e4r5t",
        "administrator",
        "admin12345",
        "displayctl",
        "videotron",
        "katasandi",
        "rahasia123",
        "bismillah1",
        "indonesia1",
        "sayangku12",
        "iloveyou12",
        "diskominfo",
    }
)
FEWEST_LETTERS = 5


class Passwords:
    """Makes and checks hashes, few at a time: each takes 64 MiB, and a flood of logins must not take the machine."""

    def __init__(self, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB) -> None:
        """What one hash costs, and so one guess; less than by default is for trials alone."""
        self._hasher = PasswordHasher(time_cost, memory_kib, LANES, type=Type.ID)
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._waiting = 0
        self._lock = threading.Lock()
        self._nobodys = self._hasher.hash("the password of nobody")

    def hash(self, password: str) -> str:
        """The hash to be stored. Raises NotNow."""
        with self._place():
            return self._hasher.hash(password)

    def check(self, stored: str | None, password: str) -> bool:
        """Whether `password` is that of `stored`; None (nobody) takes as long, and never is. Raises NotNow."""
        with self._place():
            try:
                self._hasher.verify(stored or self._nobodys, password)
            except (VerifyMismatchError, VerificationError, InvalidHashError):
                return False
        return stored is not None

    @contextmanager
    def _place(self) -> Iterator[None]:
        with self._lock:
            if self._waiting >= MOST_WAITING:
                raise NotNow("too many people sign in at this moment; try again in some seconds")
            self._waiting += 1
        try:
            if not self._places.acquire(timeout=WAIT_SECONDS):
                raise NotNow("too many people sign in at this moment; try again in some seconds")
        finally:
            with self._lock:
                self._waiting -= 1
        try:
            yield
        finally:
            self._places.release()


def check_strength(password: str, name: str) -> None:
    """Raises WrongWish for a password that is guessed first; length counts, odd characters are nobody's duty."""
    plain = password.casefold()
    if len(password) < SHORTEST_PASSWORD:
        raise WrongWish(
            "password",
            f"the password has {len(password)} characters and needs {SHORTEST_PASSWORD}; three or four words are good",
        )
    if len(set(plain)) < FEWEST_LETTERS:
        raise WrongWish("password", "the password repeats a few characters; three or four words are good")
    if plain in WEAK or name.casefold() in plain:
        raise WrongWish("password", "the password is one that is guessed first; three or four words are good")
