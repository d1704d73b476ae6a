"""The desk's half of trust: keys that people hold, and the documents they sign with them.

Signed role files go to the hub (`content.delivery.repository`), which can check and publish but not alter them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.files import Files
from content.delivery.keyfile import ensure_key
from content.delivery.keyrules import check_keys
from content.delivery.published import parsed_role
from content.delivery.roles import (
    DRILL,
    EMERGENCY,
    FALLBACK,
    POLICY,
    ROLE_FIELD,
    ROOT,
    SNAPSHOT,
    STANDING,
    TIMESTAMP,
    SignedRole,
    alert_path,
    folder_of,
    programme_path,
    programme_role,
    validity,
)
from content.delivery.tufnames import (
    CryptoSigner,
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    Root,
    TargetFile,
    Targets,
)
from content.errors import ContentMissing, Refused

MOST_GROUPS = 1000
_PURPOSES = {ROOT: "root", POLICY: "policy", EMERGENCY: "duty", DRILL: "duty", FALLBACK: "policy"}


class Keyring:
    """The Ed25519 keys of one desk, a PKCS #8 file each in `folder`, made when first needed, readable by the owner."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self._folder, self._files = folder, files

    def signer(self, role: str) -> CryptoSigner:
        """The key this desk signs `role` with. Raises ContentMissing, Damaged, Refused (``key-exposed``)."""
        return ensure_key(self._folder / f"{_PURPOSES.get(role, 'programme')}.pem", self._files)


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
    policy = _read(POLICY, current_policy)
    known = policy.delegations.roles if policy.delegations and policy.delegations.roles else {}
    names = tuple(role for role in map(programme_role, sorted(set(groups))) if role not in known)
    if not names:
        return ()
    _renewed(POLICY, policy, now)
    return (_with_roles(keyring, policy, names), *(_signed(keyring, role, _empty(role, now)) for role in names))


def sign_programme(
    keyring: Keyring, current_role: bytes | None, group: str, document: Mapping[str, Any] | None, now: datetime
) -> SignedRole:
    """Sign `document` as all that the displays of `group` play; None signs that they play nothing (a retired group).

    `current_role` is the newest signed role of the group. Raises Refused where the document cannot be signed.
    """
    role = programme_role(group)
    documents = {} if document is None else {programme_path(group): canonical_bytes(document)}
    return _sign_documents(keyring, role, current_role, documents, now)


def sign_alert(
    keyring: Keyring,
    current_role: bytes | None,
    alert_id: str,
    document: bytes | None,
    now: datetime,
    *,
    drill: bool = False,
) -> SignedRole:
    """Sign `document` (see `content.delivery.notices`) as a live alert beside the others, or None to withdraw it.

    `current_role` is the newest signed emergency (or drill) role: it lists the complete live set. Raises
    ContentMissing where an alert that is not live is to be withdrawn.
    """
    role, path = DRILL if drill else EMERGENCY, alert_path(alert_id, drill=drill)
    targets = _next(role, current_role, now)
    if document is None:
        if path not in targets.targets:
            raise ContentMissing(f"the alert {alert_id} is not live any more; nothing has to be withdrawn")
        del targets.targets[path]
        documents = {}
    else:
        targets.targets[path] = TargetFile.from_data(path, document, ["sha256"])
        documents = {path: document}
    return _signed(keyring, role, targets, documents)


def sign_fallback(
    keyring: Keyring, current_role: bytes | None, documents: Mapping[str, bytes], now: datetime
) -> SignedRole:
    """Sign `documents`, by file name, as the complete set of last resort."""
    return _sign_documents(
        keyring, FALLBACK, current_role, {folder_of(FALLBACK) + name: data for name, data in documents.items()}, now
    )


def renew(keyring: Keyring, role: str, current_role: bytes, now: datetime) -> SignedRole:
    """Sign the same again, because the signature of `role` is about to expire. `role` is not root."""
    return _signed(keyring, role, _next(role, current_role, now))


def countersign(keyring: Keyring, signed: SignedRole) -> SignedRole:
    """Add this desk's signature to those that `signed` carries already, where a role needs more than one."""
    metadata = Metadata[Any].from_bytes(signed.metadata)
    metadata.sign(keyring.signer(signed.role), append=True)
    return SignedRole(signed.role, metadata.to_bytes(), signed.documents)


def _sign_documents(
    keyring: Keyring, role: str, current_role: bytes | None, documents: Mapping[str, bytes], now: datetime
) -> SignedRole:
    targets = _next(role, current_role, now)
    targets.targets = {path: TargetFile.from_data(path, data, ["sha256"]) for path, data in documents.items()}
    return _signed(keyring, role, targets, documents)


def _with_roles(keyring: Keyring, policy: Targets, names: Iterable[str]) -> SignedRole:
    delegations = policy.delegations
    if delegations is None or delegations.roles is None:
        raise Refused("delegation-form", "the policy names no roles; found a new one")
    for role in names:
        delegations.roles[role] = DelegatedRole(role, [], 1, True, paths=[f"{folder_of(role)}*"])
        policy.add_key(keyring.signer(role).public_key, role)
    if len(delegations.roles) > MOST_GROUPS + len(STANDING):
        raise Refused("bounds", f"a policy names at most {MOST_GROUPS} groups; put displays together")
    check_keys(policy)
    return _signed(keyring, POLICY, policy)


def _next(role: str, current_role: bytes | None, now: datetime) -> Targets:
    """What `role` signs next: its newest listing, one version on; or an empty one where there is none yet."""
    return _empty(role, now) if current_role is None else _renewed(role, _read(role, current_role), now)


def _empty(role: str, now: datetime) -> Targets:
    return Targets(version=_next_version(0, now), expires=now + validity(role), unrecognized_fields={ROLE_FIELD: role})


def _read(role: str, data: bytes) -> Targets:
    targets: Targets = parsed_role(role, data)
    if targets.unrecognized_fields.get(ROLE_FIELD) != role:
        raise Refused("swapped-role", f"these are not the signed bytes of {role}; fetch them from the hub again")
    return targets


def _renewed(role: str, targets: Targets, now: datetime) -> Targets:
    targets.version = _next_version(targets.version, now)
    targets.expires = now + validity(role)
    return targets


def _next_version(former: int, now: datetime) -> int:
    """Versions are unix seconds, so that a hub brought back from an old backup can go on."""
    return max(former + 1, int(now.timestamp()))


def _signed(
    keyring: Keyring, role: str, signed: Root | Targets, documents: Mapping[str, bytes] | None = None
) -> SignedRole:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(keyring.signer(role))
    return SignedRole(role, metadata.to_bytes(), dict(documents or {}))
