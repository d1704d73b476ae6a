"""A good signature is computed once; nothing else is ever taken for one."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.exceptions import UnverifiedSignatureError, VerificationError

from content.delivery import once_verified
from content.delivery.once_verified import GoodSignatures, OnceVerifiedKey, verify_each_signature_once
from content.delivery.tufnames import CryptoSigner, Key, Signature, SSlibKey

DATA = b"what was signed"


@pytest.fixture
def signer() -> CryptoSigner:
    return CryptoSigner(Ed25519PrivateKey.generate())


@pytest.fixture
def key(signer: CryptoSigner) -> Key:
    verify_each_signature_once()
    return Key.from_dict(signer.public_key.keyid, signer.public_key.to_dict())


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was really computed."""
    seen: list[bytes] = []
    plain = SSlibKey.verify_signature

    def counted(self: SSlibKey, signature: Signature, data: bytes) -> None:
        seen.append(data)
        plain(self, signature, data)

    monkeypatch.setattr(SSlibKey, "verify_signature", counted)
    return seen


def test_a_good_signature_is_computed_once(signer: CryptoSigner, key: Key, computed: list[bytes]) -> None:
    signature = signer.sign(DATA)
    for _ in range(3):
        key.verify_signature(signature, DATA)
    assert isinstance(key, OnceVerifiedKey)
    assert computed == [DATA]


def test_a_bad_signature_stays_bad_however_often_it_is_shown(signer: CryptoSigner, key: Key) -> None:
    signature = signer.sign(DATA)
    key.verify_signature(signature, DATA)
    for _ in range(2):
        with pytest.raises(UnverifiedSignatureError):
            key.verify_signature(signature, DATA + b"!")
        with pytest.raises(UnverifiedSignatureError):
            key.verify_signature(Signature(key.keyid, "00" * 64), DATA)


def test_the_good_signature_of_one_is_not_that_of_another(signer: CryptoSigner, key: Key) -> None:
    signature = signer.sign(DATA)
    key.verify_signature(signature, DATA)
    other = CryptoSigner(Ed25519PrivateKey.generate()).public_key
    in_disguise = OnceVerifiedKey(key.keyid, "ed25519", "ed25519", other.keyval)
    with pytest.raises(UnverifiedSignatureError):
        in_disguise.verify_signature(signature, DATA)
    with pytest.raises(VerificationError):
        key.verify_signature(Signature("another id", signature.signature), DATA)


def test_a_key_that_is_none_is_refused_as_ever(key: Key) -> None:
    broken = OnceVerifiedKey(key.keyid, "ed25519", "ed25519", {"public": "no key \ud800"})
    with pytest.raises(VerificationError):
        broken.verify_signature(Signature(key.keyid, "\ud800"), DATA)


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once_verified, "MOST_REMEMBERED", 2)
    good = GoodSignatures()
    for fact in (b"1", b"2", b"3"):
        good.add(fact)
    assert [fact in good for fact in (b"1", b"2", b"3")] == [False, True, True]
