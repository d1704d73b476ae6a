"""Rules about keys that ngclient leaves to us: one kind of key, and no key counted twice.

One public key listed under two key ids would meet a threshold of two by itself.
"""

from __future__ import annotations

import re
from typing import Any

from content.delivery.tufnames import Key, Metadata, Root, Targets
from content.errors import Refused

_ED25519 = re.compile(r"\A[0-9a-f]{64}\Z")


def public_key(key: Key) -> str:
    """The key itself in hexadecimal, whatever its id. Raises Refused (``key-form``) for all but Ed25519."""
    value = key.keyval.get("public")
    if key.keytype != "ed25519" or key.scheme != "ed25519" or not isinstance(value, str) or not _ED25519.match(value):
        raise Refused("key-form", f"the key {key.keyid:.64} is not an Ed25519 key in small hexadecimal; make a new one")
    return value


def check_keys(delegator: Root | Targets) -> None:
    """Refuse (``duplicate-key``, ``key-form``, ``delegation-form``) a root or policy whose keys could deceive."""
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


def listed_keys(role: str, delegator: Root | Targets) -> frozenset[str]:
    """The public keys that may sign as `role`."""
    keys = (delegator.get_key(keyid) for keyid in delegator.get_delegated_role(role).keyids)
    return frozenset(public_key(key) for key in keys)


def signing_keys(metadata: Metadata[Any], role: str, delegator: Root | Targets) -> frozenset[str]:
    """The public keys that `metadata` really carries good signatures of, among those that may sign as `role`."""
    result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return frozenset(public_key(key) for key in result.signed.values())
