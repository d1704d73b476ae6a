"""An operator's private key as a file: who it belongs to is readable, the key itself is encrypted with a passphrase.

PKCS #8 inside AES-256-GCM under a key that scrypt makes of the passphrase. The readable part is authenticated too, so
that nobody can put another name on a key.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from content.delivery.canonical import canonical_bytes
from content.delivery.tufnames import CryptoSigner
from content.errors import ContentMissing, Damaged, Refused
from content.studio.operators import Operator, public_of
from content.studio.passphrases import COST, check_passphrase, stretched
from schedules.errors import InvalidValue

FORMAT, VERSION = "displayctl-key", 1
SUFFIX = ".key"
LARGEST_FILE = 10_000
_SALT_BYTES, _NONCE_BYTES, _LEAST_SEALED = 16, 12, 28


@dataclass(frozen=True, slots=True)
class OperatorKey:
    """An unlocked key; it is in memory only, and is a `Signatory`."""

    operator: Operator
    private: Ed25519PrivateKey = field(repr=False)

    def signer(self, role: str) -> CryptoSigner:
        """The same key for every role."""
        return CryptoSigner(self.private)


def new_key(id: str, name: str) -> OperatorKey:
    """A fresh key for a person. Raises InvalidValue."""
    private = Ed25519PrivateKey.generate()
    return OperatorKey(Operator(id, name, public_of(CryptoSigner(private))), private)


def seal(key: OperatorKey, passphrase: str, cost: int = COST) -> bytes:
    """The file of `key`. Raises Refused (``passphrase-weak``)."""
    operator = key.operator
    check_passphrase(passphrase, operator.name, operator.id)
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    head = _head(operator, salt, cost)
    secret = key.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    box = AESGCM(stretched(passphrase, salt, cost)).encrypt(nonce, secret, canonical_bytes(head))
    return json.dumps({**head, "sealed": base64.b64encode(nonce + box).decode()}, indent=1).encode() + b"\n"


def operator_in(data: bytes) -> Operator:
    """Whose key a file holds, as it says itself: it is authentic once the key was unlocked. Raises Damaged."""
    return _opened(data)[0]


def unseal(data: bytes, passphrase: str) -> OperatorKey:
    """The key in a file. Raises Refused (``passphrase``) for a wrong one, Damaged, Refused (``bounds``)."""
    operator, salt, cost, sealed = _opened(data)
    head = canonical_bytes(_head(operator, salt, cost))
    try:
        secret = AESGCM(stretched(passphrase, salt, cost)).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], head)
    except InvalidTag as error:
        raise Refused("passphrase", f"that is not the passphrase of {operator.name}'s key; try again") from error
    private = load_der_private_key(secret, password=None)
    if not isinstance(private, Ed25519PrivateKey) or public_of(CryptoSigner(private)) != operator.key:
        raise Damaged(f"the file of {operator.name} holds another key than it says; bring its backup back")
    return OperatorKey(operator, private)


def read_key_file(path: Path, *, guarded: bool = True) -> bytes:
    """The bytes of a key's file. Raises ContentMissing, and Refused (``key-exposed``) where it lies open to others.

    With `guarded` false its permissions do not matter, as on a USB stick, whose file system has none.
    """
    try:
        with path.open("rb") as file:
            exposed = stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ContentMissing(f"the key {path} cannot be read ({error.strerror}); bring its backup back") from error
    if guarded and exposed:
        raise Refused("key-exposed", f"others may read the key {path}; run chmod 600 on it and change its passphrase")
    if len(data) > LARGEST_FILE:
        raise Damaged(f"{path} is no key of displayctl; bring the right file")
    return data


def _head(operator: Operator, salt: bytes, cost: int) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": operator.id,
        "name": operator.name,
        "key": operator.key,
        "scrypt": {"cost": cost, "salt": salt.hex()},
    }


def _opened(data: bytes) -> tuple[Operator, bytes, int, bytes]:
    try:
        plain = json.loads(data)
        if plain["format"] != FORMAT:
            raise ValueError("another format")
        if plain["version"] != VERSION:
            raise Damaged(f"the key was written by another version ({plain['version']!r:.20}); update this program")
        cost, salt = plain["scrypt"]["cost"], bytes.fromhex(plain["scrypt"]["salt"])
        sealed = base64.b64decode(plain["sealed"], validate=True)
        operator = Operator(plain["id"], plain["name"], plain["key"])
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error, InvalidValue, Refused) as error:
        raise Damaged(f"this is no key of displayctl ({error!s:.100}); bring the right file") from error
    if not isinstance(cost, int) or isinstance(cost, bool) or len(salt) != _SALT_BYTES or len(sealed) < _LEAST_SEALED:
        raise Damaged("the key's file is not whole; bring its backup back")
    return operator, salt, cost, sealed
