"""The keys at this desk, and those of them that are unlocked: in memory, for a while, and never on the disk.

A passphrase is asked of a person, or comes from a file that a script names; the key store of the operating system may
keep it where the person wishes so.
"""

from __future__ import annotations

import functools
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from content.errors import ContentMissing
from content.studio.former_keys import FormerKeys
from content.studio.key_folder import KeyFolder
from content.studio.operators import Operator, Signatory
from content.studio.passphrases import COST, LONGEST
from content.studio.sealed_keys import OperatorKey
from displayctl.desk.key_store import KeyStore
from displayctl.errors import KeyLocked

PASSPHRASE_VARIABLE, FILE_VARIABLE = "DISPLAYCTL_PASSPHRASE", "DISPLAYCTL_PASSPHRASE_FILE"
OPERATOR_VARIABLE = "DISPLAYCTL_OPERATOR"
UNLOCKED_FOR = timedelta(minutes=30)
LONGEST_UNLOCKED = timedelta(hours=10)


@dataclass(frozen=True, slots=True)
class _Unlocked:
    key: OperatorKey
    until: float


class KeyCabinet:
    """The sealed keys in `folder`. Threads may share it. `steady` is a clock that never jumps, in seconds.

    `cost` is how long guessing a passphrase takes (see `passphrases.COST`).
    """

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        store: KeyStore | None = None,
        steady: Callable[[], float] = time.monotonic,
        cost: int = COST,
    ) -> None:
        self.keys = KeyFolder(folder, cost)
        self.store = store or KeyStore(folder)
        self._former = FormerKeys(folder)
        self._environment = os.environ if environment is None else environment
        self._steady = steady
        self._open: dict[str, _Unlocked] = {}
        self._lock = threading.Lock()

    def operators(self) -> tuple[Operator, ...]:
        """Whose keys are at this desk."""
        return self.keys.operators()

    @property
    def has_former_keys(self) -> bool:
        """Whether this desk still signs with the unencrypted keys of a former version."""
        return self._former.are_here and not self.operators()

    @property
    def can_sign(self) -> bool:
        """Whether any key is at this desk, locked or not."""
        return bool(self.operators()) or self.has_former_keys

    @property
    def former_keys(self) -> FormerKeys:
        """The keys of a former version, for the ceremony that puts people in their place."""
        return self._former

    def unlock(self, id: str, passphrase: str, duration: timedelta = UNLOCKED_FOR) -> OperatorKey:
        """Unlock the key of `id` for a while, at most ten hours. Raises as `KeyFolder.unlock`."""
        key = self.keys.unlock(id, passphrase)
        until = self._steady() + min(duration, LONGEST_UNLOCKED).total_seconds()
        with self._lock:
            self._open[id] = _Unlocked(key, until)
        return key

    def lock(self, id: str = "") -> None:
        """Forget the unlocked key of `id`, or all of them."""
        with self._lock:
            for name in [id] if id else list(self._open):
                self._open.pop(name, None)

    def remove(self, id: str) -> None:
        """Forget a key at this desk, and that it was unlocked. Raises ContentMissing."""
        self.lock(id)
        self.keys.remove(id)

    def unlocked(self) -> tuple[Operator, ...]:
        """Whose keys are unlocked now."""
        now = self._steady()
        with self._lock:
            self._open = {name: found for name, found in self._open.items() if found.until > now}
            return tuple(found.key.operator for found in self._open.values())

    def signatory(self, id: str = "") -> Signatory:
        """Somebody who can sign now: `id`, else the one who unlocked last, else the only one of this desk.

        A locked key is unlocked where its passphrase is at hand: in the file that DISPLAYCTL_PASSPHRASE_FILE names, in
        DISPLAYCTL_PASSPHRASE, or in the key store. Raises KeyLocked where a person has to be asked, ContentMissing
        where there is no key here, else as `unlock`.
        """
        if not id and self.has_former_keys:
            return self._former
        latest = [person.id for person in self.unlocked()][-1:]
        wanted = id or self._environment.get(OPERATOR_VARIABLE, "") or "".join(latest) or self._only_one()
        with self._lock:
            found = self._open.get(wanted)
        if found is not None:
            return found.key
        passphrase = self._at_hand(wanted)
        if passphrase is None:
            raise KeyLocked(f"the key of {wanted} is locked; unlock it with its passphrase", wanted)
        return self.unlock(wanted, passphrase)

    def _only_one(self) -> str:
        people = self.operators()
        if not people:
            raise ContentMissing(
                "there is no key at this desk; make one (displayctl key make), bring one in (displayctl key bring-in), "
                "or found the installation (displayctl found)"
            )
        if len(people) > 1:
            names = ", ".join(person.id for person in people)
            raise KeyLocked(f"several people have keys at this desk ({names}); say who signs, with --as", "")
        return people[0].id

    def _at_hand(self, id: str) -> str | None:
        return passphrase_at_hand(self._environment) or self.store.passphrase(id)


def passphrase_at_hand(environment: Mapping[str, str]) -> str | None:
    """The passphrase that a script has laid ready, or None. Raises ContentMissing where its file cannot be read."""
    if environment.get(FILE_VARIABLE):
        return read_passphrase(Path(environment[FILE_VARIABLE]))
    return environment.get(PASSPHRASE_VARIABLE) or None


def read_passphrase(path: Path) -> str:
    """The first line of a file that holds a passphrase. Raises ContentMissing."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline(LONGEST * 4).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentMissing(f"the passphrase in {path} cannot be read ({error!s:.100}); name another file") from error


@functools.cache
def cabinet_at(folder: Path) -> KeyCabinet:
    """The one cabinet of `folder` in this process: what is unlocked at a desk is unlocked for all of its windows."""
    return KeyCabinet(folder)
