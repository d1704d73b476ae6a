"""The one authority whose hub a desk or a player speaks to: learned once, compared by people, then never another."""

from __future__ import annotations

import hashlib
import json
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.errors import Damaged

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

LARGEST_PIN = 64 << 10
_NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME


@dataclass(frozen=True, slots=True)
class Pin:
    """An authority's certificate in PEM. `own` tells a hub's own authority, which signs for that one hub alone, from a
    public one, where the name of the hub has to be right too. Raises Damaged where `certificate` is none.
    """

    certificate: str
    own: bool

    def __post_init__(self) -> None:
        if not isinstance(self.certificate, str) or not isinstance(self.own, bool):
            raise Damaged("this is no pin of a hub's authority; ask the hub again")
        self._read()

    @property
    def key(self) -> bytes:
        """The authority's public key, as SubjectPublicKeyInfo in DER: what introductions speak of."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return self._read().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key, in capital hexadecimal by fours, for people to compare."""
        digest = hashlib.sha256(self.key).hexdigest().upper()
        return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))

    def context(self, *, dates: bool = True) -> ssl.SSLContext:
        """TLS 1.3 with hubs of this authority and no other. Without `dates` a certificate of any time is taken:
        a player's clock may be years off, and the pin does not depend on it.
        """
        context = open_context()
        context.verify_mode = ssl.CERT_REQUIRED
        context.check_hostname = not self.own
        context.load_verify_locations(cadata=self.certificate)
        # What is pinned is the end of the chain, also where it is not signed by itself.
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        if not dates:
            context.verify_flags |= _NO_CHECK_TIME
        return context

    def _read(self) -> Certificate:
        from cryptography.x509 import load_pem_x509_certificate  # slow to import, and hubs on this machine need none

        try:
            return load_pem_x509_certificate(self.certificate.encode())
        except ValueError as error:
            raise Damaged(
                f"the certificate of a hub's authority cannot be read ({error}); ask the hub again"
            ) from error


def same_fingerprint(one: str, other: str) -> bool:
    """Whether two fingerprints are the same, however they are written: spaces, colons, small letters."""
    return _bare(one) == _bare(other)


def _bare(fingerprint: str) -> str:
    return "".join(letter for letter in fingerprint.upper() if letter.isalnum())


def open_context() -> ssl.SSLContext:
    """TLS 1.3 with anybody, good for one thing only: to ask for the authority that is then compared and pinned."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def pin_to_json(pin: Pin) -> bytes:
    """The pin as it is kept in a file and answered by a hub."""
    return json.dumps({"certificate": pin.certificate, "own": pin.own}).encode()


def pin_from_json(data: bytes) -> Pin | None:
    """The pin in `data`; None where a hub says that it has none. Raises Damaged."""
    try:
        plain = json.loads(data[:LARGEST_PIN])
        certificate, own = plain["certificate"], plain["own"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Damaged(f"this is no pin of a hub's authority ({error!r:.80}); ask the hub again") from error
    return Pin(certificate, own) if certificate else None
