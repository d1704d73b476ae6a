"""The first start of an installation: keys are made and an empty policy is signed, once, in one data folder.

One person then holds every key on one machine; raising that to several people is a later ceremony.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from content.delivery.files import Files
from content.delivery.keyfile import online_key
from content.delivery.repository import Repository
from content.studio.signing import Keyring, found_policy
from schedules.clock import Clock


@dataclass(frozen=True, slots=True)
class Installation:
    """What a first start leaves: the hub's repository, and the keys of the people who sign."""

    repository: Repository
    keyring: Keyring


def found_installation(data_dir: Path, groups: Iterable[str], clock: Clock, files: Files | None = None) -> Installation:
    """Open the installation in `data_dir`, founding it for `groups` where that has not happened, or was cut short.

    Layout: ``hub/online.pem`` (the hub's key), ``hub/repository/``, ``keys/`` (people's keys). In an installation that
    exists `groups` do not matter; see `content.studio.signing.extend_policy`. Raises as `Repository` and `Keyring`.
    """
    signer = online_key(data_dir / "hub", files)
    repository = Repository(data_dir / "hub" / "repository", signer, clock, files)
    keyring = Keyring(data_dir / "keys", files)
    if not repository.is_founded:
        repository.accept(*found_policy(keyring, signer.public_key, groups, clock.now()))
    return Installation(repository, keyring)
