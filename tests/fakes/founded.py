"""An office that one person has founded, with a passphrase that costs a test next to nothing to try."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from content.studio.founding import found_policy, open_repository
from content.studio.key_folder import KeyFolder
from content.studio.passphrases import CHEAPEST
from content.studio.policy_edits import one_person
from content.studio.sealed_keys import OperatorKey
from schedules.clock import Clock, SystemClock

PASSPHRASE = "empat gajah menari pelan"
FOUNDER = "sekar"
GROUPS = ("utama",)


def found_by_one(data: Path, groups: Iterable[str] = GROUPS, clock: Clock | None = None) -> None:
    """Sekar founds the installation in `data` for `groups`, unless that was done; no hub may run on it."""
    when = clock or SystemClock()
    repository = open_repository(data, when)
    if not repository.is_founded:
        key = KeyFolder(data / "keys", CHEAPEST).make("Sekar", PASSPHRASE, FOUNDER)
        policy = one_person(key.operator, groups)
        repository.accept(*found_policy(policy, (key,), repository.online_key, when.now()))


def founder_of(data: Path) -> OperatorKey:
    """Sekar's unlocked key."""
    return KeyFolder(data / "keys").unlock(FOUNDER, PASSPHRASE)
