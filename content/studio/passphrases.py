"""What a passphrase has to be, said plainly; and how it becomes a key that takes a thief long to guess."""

from __future__ import annotations

import unicodedata

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from content.errors import Refused

SHORTEST, LONGEST = 12, 1024
RULE = f"at least {SHORTEST} characters, as four words that have nothing to do with each other"
COST = 17
"""Scrypt's N as a power of two: 128 MiB of memory and about half a second for each guess."""
CHEAPEST, DEAREST = 4, 20
_FEWEST_LETTERS = 5


def check_passphrase(passphrase: str, *names: str) -> None:
    """Raises Refused (``passphrase-weak``) for one that a thief would try early. `names` are of its owner."""
    plain = _normal(passphrase)
    if len(plain) < SHORTEST:
        raise Refused("passphrase-weak", f"the passphrase has {len(plain)} characters; use {RULE}")
    if len(plain) > LONGEST:
        raise Refused("passphrase-weak", f"the passphrase has more than {LONGEST} characters; use a shorter one")
    if len(set(plain)) < _FEWEST_LETTERS:
        raise Refused("passphrase-weak", f"the passphrase repeats a few characters; use {RULE}")
    squeezed = plain.casefold().replace(" ", "")
    for name in names:
        rest = squeezed.replace(name.casefold().replace(" ", ""), "") if name.strip() else squeezed
        if len(rest) < SHORTEST // 2:
            raise Refused("passphrase-weak", f"the passphrase is hardly more than a name; use {RULE}")


def stretched(passphrase: str, salt: bytes, cost: int) -> bytes:
    """32 bytes from a passphrase by scrypt (RFC 7914) with N = 2^`cost`, r = 8, p = 1. Raises Refused (``bounds``)."""
    if not CHEAPEST <= cost <= DEAREST:
        raise Refused("bounds", f"the key's file asks for scrypt with N = 2^{cost}; bring its backup back")
    return Scrypt(salt=salt, length=32, n=1 << cost, r=8, p=1).derive(_normal(passphrase).encode())


def _normal(passphrase: str) -> str:
    """One spelling, whatever the keyboard made of an accent; a line's end is not part of it."""
    return unicodedata.normalize("NFC", passphrase).strip("\r\n")
