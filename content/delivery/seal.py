"""What the hub's own key signs: that these versions of the roles, and no older ones, are current; and, where people
let it, cards of official warnings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from securesystemslib.exceptions import UnverifiedSignatureError
from tuf.api.exceptions import RepositoryError

from content.delivery.roles import (
    AUTO,
    LARGEST_VERSION,
    ROLE_FIELD,
    ROOT_FIELD,
    SNAPSHOT,
    TIMESTAMP,
    SignedRole,
    metadata_name,
    validity,
)
from content.delivery.tufnames import CryptoSigner, Metadata, MetaFile, Snapshot, TargetFile, Targets, Timestamp
from content.errors import Refused


@dataclass(frozen=True, slots=True)
class Seal:
    """A signed snapshot and timestamp: `files` by name, the timestamp last, and their `versions` by role."""

    files: Mapping[str, bytes]
    versions: Mapping[str, int]


def make_seal(
    signer: CryptoSigner,
    roles: Mapping[str, tuple[int, bytes]],
    before: Mapping[str, int],
    now: datetime,
    root_version: int = 0,
) -> Seal:
    """Say that `roles` (version and signed bytes by name, without root) are current from `now` on.

    Its versions are unix seconds, and newer than those in `before`. Where `root_version` is given the timestamp says
    which root it belongs to, so that it is the point of commit for that too. Raises Refused (``future``) where no
    version number is left.
    """
    versions = {role: max(before.get(role, 0) + 1, int(now.timestamp())) for role in (SNAPSHOT, TIMESTAMP)}
    if max(versions.values()) > LARGEST_VERSION:
        raise Refused("future", "the hub's version numbers are used up; sign a root with a new key for the hub")
    meta = {f"{role}.json": MetaFile.from_data(version, data, ["sha256"]) for role, (version, data) in roles.items()}
    snapshot = _sign(signer, Snapshot(versions[SNAPSHOT], expires=now + validity(SNAPSHOT), meta=meta))
    timestamp = Timestamp(
        versions[TIMESTAMP],
        expires=now + validity(TIMESTAMP),
        snapshot_meta=MetaFile.from_data(versions[SNAPSHOT], snapshot, ["sha256"]),
        unrecognized_fields={ROOT_FIELD: root_version} if root_version else None,
    )
    files = {
        metadata_name(SNAPSHOT, versions[SNAPSHOT]): snapshot,
        metadata_name(TIMESTAMP, versions[TIMESTAMP]): _sign(signer, timestamp),
    }
    return Seal(files, versions)


def sign_cards(signer: CryptoSigner, cards: Mapping[str, bytes], former: int, now: datetime) -> SignedRole:
    """`cards`, by their paths, as all that the hub warns of by itself, instead of version `former` (0: of none)."""
    targets = Targets(
        version=max(former + 1, int(now.timestamp())),
        expires=now + validity(AUTO),
        unrecognized_fields={ROLE_FIELD: AUTO},
    )
    targets.targets = {path: TargetFile.from_data(path, data, ["sha256"]) for path, data in cards.items()}
    return SignedRole(AUTO, _sign(signer, targets), dict(cards))


def signed_lately(signer: CryptoSigner, data: bytes, now: datetime) -> bool:
    """Whether `signer` has signed a role file that is good for most of its time still."""
    metadata = Metadata[Any].from_bytes(data)
    key = signer.public_key
    return key.keyid in metadata.signatures and metadata.signed.expires - now > validity(AUTO) * 5 / 7


def sealed_version(signer: CryptoSigner, data: bytes) -> int:
    """The version of a snapshot or timestamp that `signer` has signed; 0 for anything else."""
    key = signer.public_key
    try:
        metadata = Metadata[Any].from_bytes(data)
        key.verify_signature(metadata.signatures[key.keyid], metadata.signed_bytes)
    except (RepositoryError, UnverifiedSignatureError, KeyError):
        return 0
    return int(metadata.signed.version)


def _sign(signer: CryptoSigner, signed: Snapshot | Timestamp | Targets) -> bytes:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(signer)
    return metadata.to_bytes()
