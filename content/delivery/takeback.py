"""Signed roles that come back to the hub from a player or a desk, after the hub was restored from an old backup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

from content.delivery.bundle import Bundle
from content.delivery.published import documents_of, parsed_role
from content.delivery.roles import AUTO, ROOT, SNAPSHOT, TIMESTAMP, SignedRole, document_name
from content.delivery.seal import sealed_version
from content.delivery.tufnames import CryptoSigner
from content.errors import Refused

_ROLE_FILE = re.compile(r"\Ametadata/(?:([1-9][0-9]{0,15})\.)?([a-z0-9-]+)\.json\Z")


def newer_roles(bundle: Bundle, known: Mapping[str, int]) -> tuple[SignedRole, ...]:
    """The roles in `bundle` that are newer than `known`: every such root in its order, of others the newest.

    They are not judged yet. Raises Refused (``unreadable``).
    """
    roots: dict[int, bytes] = {}
    newest: dict[str, tuple[int, bytes]] = {}
    for role, version, data in _role_files(bundle):
        if role in (SNAPSHOT, TIMESTAMP) or version <= known.get(role, 0):
            continue
        if role == ROOT:
            roots[version] = data
        else:
            newest[role] = max(newest.get(role, (0, b"")), (version, data))
    chain = (SignedRole(ROOT, roots[version]) for version in sorted(roots))
    return (*chain, *(_with_documents(role, data, bundle) for role, (_, data) in newest.items()))


def sealed_before(bundle: Bundle, signer: CryptoSigner, known: Mapping[str, int]) -> dict[str, int]:
    """The newest snapshot and timestamp that `signer` is known to have signed, counting those in `bundle`."""
    seen = dict(known)
    for role, _, data in _role_files(bundle):
        if role in (SNAPSHOT, TIMESTAMP):
            seen[role] = max(seen.get(role, 0), sealed_version(signer, data))
    return seen


def cards_sealed(bundle: Bundle) -> int:
    """The newest version of the hub's own cards that a snapshot in `bundle` names, 0 without one; not verified.

    Players refuse a snapshot for ever that knows less of them than one before.
    """
    newest = 0
    for role, _, data in _role_files(bundle):
        if role == SNAPSHOT:
            with suppress(Refused):  # whatever is no snapshot says nothing
                meta = parsed_role(SNAPSHOT, data).meta.get(f"{AUTO}.json")
                newest = max(newest, 0 if meta is None else meta.version)
    return newest


def _role_files(bundle: Bundle) -> list[tuple[str, int, bytes]]:
    matches = ((_ROLE_FILE.match(name), data) for name, data in bundle.files.items())
    return [(match[2], int(match[1] or 0), data) for match, data in matches if match]


def _with_documents(role: str, data: bytes, bundle: Bundle) -> SignedRole:
    listed = documents_of(role, parsed_role(role, data))
    names = {path: document_name(path, sha256) for path, sha256 in listed.items()}
    return SignedRole(role, data, {path: bundle.files[name] for path, name in names.items() if name in bundle.files})
