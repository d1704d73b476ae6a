"""How a new player and a person at a desk make sure that they speak of the same hub, trust and device.

The wall shows a code, which never crosses the network: only a ticket made from it does. The desk, where a person types
the code, proves with it that somebody who sees the wall approves exactly this hub, this root of trust and this device;
both sides show a phrase of these facts for eyes to compare. Whoever sits in between has neither code nor proof.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from content.delivery.phrase_words import WORDS
from content.errors import Refused

CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
_CODE = re.compile(rf"\A[{CODE_ALPHABET}]{{8}}\Z")
_WORDS_IN_PHRASE = 4
# To try all codes against a ticket within the ten minutes that one is good takes about a million processor cores.
_WORK = {"n": 1 << 14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who meets whom: the public key of the hub's authority (DER; empty on a hub without TLS), the signed root
    that the player is to begin with, and the raw public key of the device.
    """

    authority_key: bytes
    root: bytes
    device_key: bytes

    def phrase(self, code: str) -> str:
        """Four words, the same wherever the three facts and the code are the same. Raises Refused (``code``)."""
        digest = hashlib.sha256(self._facts() + _framed(_plain(code))).digest()
        return " ".join(WORDS[byte] for byte in digest[:_WORDS_IN_PHRASE])

    def proof(self, code: str, display_id: str) -> str:
        """What only somebody who read `code` from the wall can say: that it is to show `display_id`, in hexadecimal.

        Takes about a tenth of a second. Raises Refused (``code``).
        """
        secret = _secret(code, self.device_key)
        return _tag(secret, b"approved" + self._facts() + _framed(display_id.encode())).hex()

    def check(self, code: str, display_id: str, proof: str) -> None:
        """Raises Refused (``introduction``) unless `proof` is right: then somebody sits between player and desk."""
        if not hmac.compare_digest(self.proof(code, display_id).encode(), proof.encode()):
            raise Refused("introduction", "the answer does not know this wall's code; somebody sits on the network")

    def _facts(self) -> bytes:
        return b"".join(_framed(fact) for fact in (self.authority_key, self.root, self.device_key))


def ticket_of(code: str, device_key: bytes) -> str:
    """What a waiting player hands to the hub in place of its code, in hexadecimal. Raises Refused (``code``)."""
    return _tag(_secret(code, device_key), b"ticket")[:16].hex()


def _secret(code: str, device_key: bytes) -> bytes:
    return hashlib.scrypt(_plain(code), salt=b"displayctl code" + device_key, dklen=32, **_WORK)


def _plain(code: str) -> bytes:
    plain = code.replace("-", "")
    if not _CODE.match(plain):
        raise Refused("code", f"a code is eight of {CODE_ALPHABET}, as BCDF-GHJK; read it from the wall again")
    return plain.encode()


def _tag(secret: bytes, message: bytes) -> bytes:
    return hmac.digest(secret, message, "sha256")


def _framed(fact: bytes) -> bytes:
    return len(fact).to_bytes(8, "big") + fact
