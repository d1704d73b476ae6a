"""Ed25519 keys that remember which signatures they have found good, so that a process computes each of them once.

Most of a bundle is what the former one held already: root, policy, and all roles that nobody has signed anew.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

from content.delivery.tufnames import KEY_FOR_TYPE_AND_SCHEME, Signature, SSlibKey

MOST_REMEMBERED = 4096


class GoodSignatures:
    """Digests of what was found good, the latest 4,096 of them. Threads may share it."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, None] = OrderedDict()
        self._lock = threading.Lock()

    def __contains__(self, fact: bytes) -> bool:
        with self._lock:
            return fact in self._known

    def add(self, fact: bytes) -> None:
        """Remember `fact`; the one that was remembered first goes where there are too many."""
        with self._lock:
            self._known[fact] = None
            if len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)


_GOOD = GoodSignatures()


class OnceVerifiedKey(SSlibKey):
    """Verifies as securesystemslib's own key does; a signature that is not good is computed, and refused, each time."""

    def verify_signature(self, signature: Signature, data: bytes) -> None:
        who = (self.keyid, self.keytype, self.scheme, self.keyval, signature.keyid, signature.signature)
        fact = _digest(repr(who).encode("utf-8", "backslashreplace"), data)
        if fact not in _GOOD:
            super().verify_signature(signature, data)
            _GOOD.add(fact)


def verify_each_signature_once() -> None:
    """Whatever tuf reads from now on has keys of this kind, in the way that securesystemslib offers for it."""
    KEY_FOR_TYPE_AND_SCHEME["ed25519", "ed25519"] = OnceVerifiedKey


def _digest(who: bytes, data: bytes) -> bytes:
    return hashlib.sha256(len(who).to_bytes(8, "big") + who + data).digest()
