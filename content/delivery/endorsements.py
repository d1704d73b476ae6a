"""How many officers really stand behind an alert, and whether that is enough for it to be shown as it was written."""

from __future__ import annotations

from collections.abc import Collection

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from content.delivery.keyrules import canonical_keyid
from content.delivery.notices import Notice, endorsed_bytes

ENOUGH = 2


def endorsers(notice: Notice, officers: Collection[str]) -> frozenset[str]:
    """The public keys, of those of `officers` (hexadecimal), that endorse exactly this alert with good signatures."""
    known = {canonical_keyid(key): key for key in officers}
    statement = endorsed_bytes(notice.alert)
    signed = ((known.get(one.keyid), one.signature) for one in notice.endorsements)
    return frozenset(key for key, signature in signed if key and _is_good(key, signature, statement))


def is_confirmed(notice: Notice, officers: Collection[str]) -> bool:
    """Whether as many officers stand behind `notice` as it takes: two, or one where there is but one.

    The role that lists the alert was signed by an officer, so one of them always does; alerts of older versions, which
    nobody has endorsed, count for that one.
    """
    return max(1, len(endorsers(notice, officers))) >= min(ENOUGH, len(frozenset(officers)))


def _is_good(key: str, signature: str, statement: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), statement)
    except InvalidSignature:
        return False
    return True
