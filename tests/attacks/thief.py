"""Somebody who owns the hub: its database, its disk and its own key. What people signed they can copy, not make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from content.delivery.bundle import Bundle
from content.delivery.roles import (
    POLICY,
    SNAPSHOT,
    STANDING,
    TIMESTAMP,
    SignedRole,
    document_name,
    metadata_name,
    programme_role,
)
from content.delivery.seal import make_seal
from content.delivery.tufnames import CryptoSigner, Metadata, TargetFile, Targets
from tests.attacks.people import GROUPS, People


class Thief:
    """Makes bundles of whatever is there, sealed with the hub's stolen key.

    `touched` names the roles of which the wall was told a newer version than there is: people have to sign them again
    before the wall believes the hub again.
    """

    def __init__(self, people: People) -> None:
        self._people, self._repository = people, people.repository
        self.touched: set[str] = set()

    @property
    def online(self) -> CryptoSigner:
        """The hub's own key."""
        return self._people.online

    def honest(self, group: str = "utama") -> Bundle:
        """What the hub would hand out, to be kept for later."""
        return self._repository.bundle_for(group)

    def sealed(
        self,
        *roles: SignedRole,
        group: str = "utama",
        leave_out: str = "",
        extra: Mapping[str, bytes] | None = None,
        version: int = 0,
        unread: Mapping[str, int] | None = None,
        ahead: timedelta = timedelta(0),
    ) -> Bundle:
        """The newest bundle with `roles` in place of the real ones, freshly sealed; `version` is for the seal, which is
        made `ahead` of time. `unread` are the versions of roles that cannot be read.
        """
        now = self._people.clock.step() + ahead
        files = dict(self.honest(group).files)
        names = (POLICY, *STANDING, *map(programme_role, GROUPS))
        current = {name: data for name in names if (data := self._repository.current(name))}
        self.touched |= {signed.role for signed in roles}
        for signed in roles:
            current[signed.role] = signed.metadata
            files |= {_document_name(path, data): data for path, data in signed.documents.items()}
        current.pop(leave_out, None)
        versioned = {name: ((unread or {}).get(name) or version_in(data), data) for name, data in current.items()}
        files |= {metadata_name(name, number): data for name, (number, data) in versioned.items()}
        before = dict.fromkeys((SNAPSHOT, TIMESTAMP), version - 1)
        return Bundle({**files, **(extra or {}), **make_seal(self.online, versioned, before, now).files})

    def signed(self, role: str, targets: Targets, *signers: CryptoSigner) -> SignedRole:
        """`targets` as `role`, with the hub's own signature, or those of `signers`."""
        metadata: Metadata[Any] = Metadata(targets)
        for signer in signers or (self.online,):
            metadata.sign(signer, append=True)
        return SignedRole(role, metadata.to_bytes())

    def listing(self, role: str) -> Targets:
        """The published listing of `role`, one version on."""
        targets: Targets = parsed(self._repository.current(role) or b"")
        targets.version = max(targets.version + 1, int(self._people.clock.step().timestamp()))
        return targets

    def forged(self, role: str, path: str, document: bytes, *signers: CryptoSigner) -> SignedRole:
        """`role` as it is, and with `document` at `path`, signed by `signers`, else by the hub."""
        targets = self.listing(role)
        targets.targets[path] = TargetFile.from_data(path, document, ["sha256"])
        return SignedRole(role, self.signed(role, targets, *signers).metadata, {path: document})


def version_in(data: bytes) -> int:
    """The version of a role file."""
    return int(parsed(data).version)


def parsed(data: bytes) -> Any:
    """What is signed in a role file."""
    return Metadata[Any].from_bytes(data).signed


def _document_name(path: str, data: bytes) -> str:
    return document_name(path, TargetFile.from_data(path, data, ["sha256"]).hashes["sha256"])
