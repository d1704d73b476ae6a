"""Rules about keys and roles that ngclient leaves to us: one kind of key, no key counted twice, no role in disguise.

One public key listed under two key ids would meet a threshold of two by itself.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.roles import AUTO, POLICY, ROOT, SNAPSHOT, STANDING, TIMESTAMP, folder_of, group_of
from content.delivery.tufnames import DelegatedRole, Key, Metadata, Root, Targets
from content.errors import Refused

_ED25519 = re.compile(r"\A[0-9a-f]{64}\Z")


def public_key(key: Key) -> str:
    """The key itself in hexadecimal, whatever its id. Raises Refused (``key-form``) for all but Ed25519."""
    value = key.keyval.get("public")
    if key.keytype != "ed25519" or key.scheme != "ed25519" or not isinstance(value, str) or not _ED25519.match(value):
        raise Refused("key-form", f"the key {key.keyid:.64} is not an Ed25519 key in small hexadecimal; make a new one")
    return value


def canonical_keyid(public: str) -> str:
    """The one id that the Ed25519 key `public` (hexadecimal) may be listed under: TUF's digest of the key itself."""
    key = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": public}}
    return hashlib.sha256(canonical_bytes(key)).hexdigest()


def check_policy(policy: Targets, root: Root) -> None:
    """Refuse a policy that could deceive, or that nobody could ever sign under.

    Rules: those of `check_keys`; ``delegation-form`` for a role with another name, place or manner than it must have;
    ``threshold`` where a role needs more people than it lists; ``online-key`` where the hub's own key is among them,
    or where ``auto``, which is the hub's, lists anything but one key that signs nothing people sign.
    """
    check_keys(policy)
    online = listed_keys(SNAPSHOT, root) | listed_keys(TIMESTAMP, root)
    for name, role in _delegated(policy).items():
        _check_form(name, role)
        found = listed_keys(name, policy)
        if role.threshold > len(found):
            raise Refused("threshold", _too_high(name, role.threshold, len(found)))
        if name == AUTO:
            _check_auto(policy, root)
        elif online & found:
            raise Refused("online-key", f"the hub's own key is listed for {name}; only people sign that, take it out")


def hub_may_warn(policy: Targets, root: Root) -> bool:
    """Whether people have let the hub sign cards of official warnings, with the very key that it has by `root`."""
    online = listed_keys(SNAPSHOT, root) | listed_keys(TIMESTAMP, root)
    return AUTO in _delegated(policy) and listed_keys(AUTO, policy) <= online


def check_root(root: Root) -> None:
    """Refuse (as `check_policy`) a root whose keys could deceive, or that gives the hub's own key a person's power."""
    check_keys(root)
    online = listed_keys(SNAPSHOT, root) | listed_keys(TIMESTAMP, root)
    for name in (ROOT, POLICY):
        found, threshold = listed_keys(name, root), root.roles[name].threshold
        if threshold > len(found):
            raise Refused("threshold", _too_high(name, threshold, len(found)))
        if online & found:
            raise Refused("online-key", f"the hub's own key is listed for {name}; only people sign that, take it out")


def _delegated(policy: Targets) -> dict[str, DelegatedRole]:
    return policy.delegations.roles or {} if policy.delegations is not None else {}


def _check_form(name: str, role: DelegatedRole) -> None:
    # What people sign may hold anything: tuf does not look whether a name is text.
    known = isinstance(name, str) and (name in (*STANDING, AUTO) or group_of(name) is not None)
    if role.name != name or not known:
        raise Refused("delegation-form", f"the policy names {name!r:.80}, which is no role there is; take it out")
    if role.paths != [f"{folder_of(name)}*"] or not role.terminating:
        raise Refused("delegation-form", f"{name} does not sign exactly {folder_of(name)}* in the policy; make it anew")


def _check_auto(policy: Targets, root: Root) -> None:
    """The key of ``auto`` may be a former one of the hub, which nobody believes any more, but never a person's."""
    own = listed_keys(AUTO, policy)
    people = {key for name in (ROOT, POLICY) for key in listed_keys(name, root)}
    people |= {key for name in _delegated(policy) if name != AUTO for key in listed_keys(name, policy)}
    if len(own) != 1 or own & people:
        raise Refused("online-key", "auto lists other keys than the hub's own one; switch it off, then on again")


def _too_high(role: str, threshold: int, listed: int) -> str:
    return f"{role} needs {threshold} people, but only {listed} are listed; add people or lower the number"


def check_keys(delegator: Root | Targets) -> None:
    """Refuse (``duplicate-key``, ``key-form``, ``key-id``, ``delegation-form``) keys that could deceive."""
    if isinstance(delegator, Root):
        keys = delegator.keys
    elif delegator.delegations is None:
        return
    elif delegator.delegations.roles is None:
        raise Refused("delegation-form", "the policy hands out roles by the bin; sign one that names each role")
    else:
        keys = delegator.delegations.keys
    seen: dict[str, str] = {}
    for keyid, key in keys.items():
        value = public_key(key)
        if value in seen:
            raise Refused(
                "duplicate-key", f"one public key is listed as {seen[value]:.12} and as {keyid:.12}; list it once"
            )
        seen[value] = keyid
    for value, keyid in seen.items():
        if keyid != canonical_keyid(value):
            raise Refused("key-id", f"a key is listed as {keyid:.12}, which is not its own id; list it under that")


def listed_keys(role: str, delegator: Root | Targets) -> frozenset[str]:
    """The public keys that may sign as `role`. Raises Refused (``key-form``) where an id has no key behind it."""
    try:
        keys = [delegator.get_key(keyid) for keyid in delegator.get_delegated_role(role).keyids]
    except ValueError as error:
        raise Refused("key-form", f"{role} lists a key that is not there ({error!s:.100}); list it whole") from error
    return frozenset(public_key(key) for key in keys)


def signing_keys(metadata: Metadata[Any], role: str, delegator: Root | Targets) -> frozenset[str]:
    """The public keys that `metadata` really carries good signatures of, among those that may sign as `role`."""
    result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return frozenset(public_key(key) for key in result.signed.values())
