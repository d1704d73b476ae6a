"""The people who sign: each has a name, and one Ed25519 key whose public half is known to everybody."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from content.delivery.keyrules import canonical_keyid
from content.delivery.tufnames import CryptoSigner, Key, SSlibKey
from content.errors import Refused
from schedules.checks import check_id, check_name

LONGEST_NAME = 80
_PUBLIC = re.compile(r"\A[0-9a-f]{64}\Z")
_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")


class Signatory(Protocol):
    """Somebody who can sign now: their key is unlocked."""

    def signer(self, role: str) -> CryptoSigner:
        """The key that this person signs `role` with; whether it counts there is for the policy to say."""
        ...


@dataclass(frozen=True, slots=True)
class Operator:
    """A person and their public key, 64 hexadecimal digits. Raises InvalidValue, Refused (``key-form``)."""

    id: str
    name: str
    key: str

    def __post_init__(self) -> None:
        check_id("operator.id", self.id)
        check_name("operator.name", self.name, LONGEST_NAME)
        if not isinstance(self.key, str) or not _PUBLIC.match(self.key):
            raise Refused("key-form", f"the key of {self.id} is no Ed25519 key of 64 hexadecimal digits; fetch it anew")

    @property
    def keyid(self) -> str:
        """The id under which the key stands in signed documents."""
        return canonical_keyid(self.key)

    @property
    def fingerprint(self) -> str:
        """What two people read to each other to be sure that they speak of the same key, as ``d620 aaa4 729d 3eb1``."""
        return " ".join(self.keyid[at : at + 4] for at in range(0, 16, 4))

    @property
    def public_key(self) -> Key:
        """The key as it is listed in signed documents."""
        return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.key)))


def id_for(name: str) -> str:
    """An identifier made from a person's name, as ``sekar-ayu``. Raises InvalidValue where none can be made."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = _NOT_OF_AN_ID.sub("-", plain).strip("-")[:64].strip("-")
    check_id("operator.id", made)
    return made


def public_of(signer: CryptoSigner) -> str:
    """The public half of a key, in hexadecimal."""
    return str(signer.public_key.keyval["public"])
