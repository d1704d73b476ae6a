"""An office as a former version founded it: unencrypted keys, one for each purpose, made when first needed.

Stories of delivery stand on it, because there every purpose has a key of its own; and what it signed has to go on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from content.delivery.files import Files
from content.delivery.keyfile import ensure_key, online_key
from content.delivery.keyrules import check_keys
from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import (
    POLICY,
    ROLE_FIELD,
    ROOT,
    SNAPSHOT,
    STANDING,
    TIMESTAMP,
    SignedRole,
    folder_of,
    programme_role,
    validity,
)
from content.delivery.tufnames import CryptoSigner, DelegatedRole, Delegations, Key, Metadata, Root, Targets
from content.studio.former_keys import OTHERS, PURPOSES
from content.studio.operators import Signatory
from schedules.clock import Clock


class Keyring:
    """The Ed25519 keys of one desk, a PKCS #8 file each in `folder`, made when first needed, readable by the owner."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self._folder, self._files = folder, files

    def signer(self, role: str) -> CryptoSigner:
        """The key this desk signs `role` with. Raises ContentMissing, Damaged, Refused (``key-exposed``)."""
        return ensure_key(self._folder / f"{PURPOSES.get(role, OTHERS)}.pem", self._files)


def found_policy(
    keyring: Keyring, online_public_key: Key, groups: Iterable[str], now: datetime
) -> tuple[SignedRole, ...]:
    """The first ceremony: root and policy, with one key for each role, and every role in them, still empty.

    `online_public_key` is the hub's. Raises Refused (``bounds``, ``duplicate-key``), InvalidValue for a group's name.
    """
    root = Root(version=1, expires=now + validity(ROOT), consistent_snapshot=True)
    root.add_key(keyring.signer(ROOT).public_key, ROOT)
    root.add_key(keyring.signer(POLICY).public_key, POLICY)
    for role in (SNAPSHOT, TIMESTAMP):
        root.add_key(online_public_key, role)
    check_keys(root)
    policy = _empty(POLICY, now)
    policy.delegations = Delegations({}, {})
    names = (*(programme_role(group) for group in sorted(set(groups))), *STANDING)
    return (
        _signed(keyring, ROOT, root),
        _with_roles(keyring, policy, names),
        *(_signed(keyring, role, _empty(role, now)) for role in names),
    )


def sign_root(keyring: Keyring, current_root: bytes, online_public_key: Key, now: datetime) -> SignedRole:
    """The next root: good for two years, and naming `online_public_key` as the hub's, as after a robbery."""
    root: Root = parsed_role(ROOT, current_root)
    for role in (SNAPSHOT, TIMESTAMP):
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        root.add_key(online_public_key, role)
    root.version, root.expires = root.version + 1, now + validity(ROOT)
    check_keys(root)
    return _signed(keyring, ROOT, root)


def extend_policy(
    keyring: Keyring, current_policy: bytes, groups: Iterable[str], now: datetime
) -> tuple[SignedRole, ...]:
    """A policy that names `groups` too, and an empty programme role for each that is new; empty when none is new."""
    policy: Targets = parsed_role(POLICY, current_policy)
    known = policy.delegations.roles if policy.delegations and policy.delegations.roles else {}
    names = tuple(role for role in map(programme_role, sorted(set(groups))) if role not in known)
    if not names:
        return ()
    policy.version, policy.expires = _next_version(policy.version, now), now + validity(POLICY)
    return (_with_roles(keyring, policy, names), *(_signed(keyring, role, _empty(role, now)) for role in names))


def _with_roles(keyring: Keyring, policy: Targets, names: Iterable[str]) -> SignedRole:
    delegations = policy.delegations
    assert delegations
    assert delegations.roles is not None
    for role in names:
        delegations.roles[role] = DelegatedRole(role, [], 1, True, paths=[f"{folder_of(role)}*"])
        policy.add_key(keyring.signer(role).public_key, role)
    check_keys(policy)
    return _signed(keyring, POLICY, policy)


def _empty(role: str, now: datetime) -> Targets:
    return Targets(version=_next_version(0, now), expires=now + validity(role), unrecognized_fields={ROLE_FIELD: role})


def _next_version(former: int, now: datetime) -> int:
    """Versions are unix seconds, so that a hub brought back from an old backup can go on."""
    return max(former + 1, int(now.timestamp()))


def _signed(keyring: Keyring, role: str, signed: Root | Targets) -> SignedRole:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(keyring.signer(role))
    return SignedRole(role, metadata.to_bytes())


@dataclass(frozen=True, slots=True)
class Installation:
    """What a first start left: the hub's repository, and the keys of the people who sign."""

    repository: Repository
    keyring: Signatory


def found_installation(data_dir: Path, groups: Iterable[str], clock: Clock, files: Files | None = None) -> Installation:
    """The installation in `data_dir`, founded for `groups` where that has not happened, or was cut short."""
    signer = online_key(data_dir / "hub", files)
    repository = Repository(data_dir / "hub" / "repository", signer, clock, files)
    keyring = Keyring(data_dir / "keys", files)
    if not repository.is_founded:
        repository.accept(*found_policy(keyring, signer.public_key, groups, clock.now()))
    return Installation(repository, keyring)
