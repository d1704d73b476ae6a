"""The desk's half of trust: the documents that people sign, each with a key of their own.

Signed role files go to the hub (`content.delivery.repository`), which can check and publish but not alter them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.notices import Endorsement, Notice, endorsed_bytes
from content.delivery.published import parsed_role
from content.delivery.roles import (
    DRILL,
    EMERGENCY,
    FALLBACK,
    ROLE_FIELD,
    SignedRole,
    alert_path,
    folder_of,
    programme_path,
    programme_role,
    validity,
)
from content.delivery.tufnames import Metadata, TargetFile, Targets
from content.errors import ContentMissing, Refused
from content.studio.operators import Signatory


def sign_programme(
    keyring: Signatory, current_role: bytes | None, group: str, document: Mapping[str, Any] | None, now: datetime
) -> SignedRole:
    """Sign `document` as all that the displays of `group` play; None signs that they play nothing (a retired group).

    `current_role` is the newest signed role of the group. Raises Refused where the document cannot be signed.
    """
    role = programme_role(group)
    documents = {} if document is None else {programme_path(group): canonical_bytes(document)}
    return _sign_documents(keyring, role, current_role, documents, now)


def unsigned_programme(
    current_role: bytes | None, group: str, document: Mapping[str, Any], now: datetime
) -> SignedRole:
    """The same as somebody without a key hands it in for approval: complete, but with no signature yet."""
    path = programme_path(group)
    data = canonical_bytes(document)
    targets = _next(programme_role(group), current_role, now)
    targets.targets = {path: TargetFile.from_data(path, data, ["sha256"])}
    return SignedRole(programme_role(group), Metadata[Any](targets).to_bytes(), {path: data})


def sign_alert(
    keyring: Signatory,
    current_role: bytes | None,
    alert_id: str,
    document: bytes | None,
    now: datetime,
    *,
    drill: bool = False,
) -> SignedRole:
    """Sign `document` (see `content.delivery.notices`) as a live alert beside the others, or None to withdraw it.

    `current_role` is the newest signed emergency (or drill) role: it lists the complete live set. Raises
    ContentMissing where an alert that is not live is to be withdrawn.
    """
    role, path = DRILL if drill else EMERGENCY, alert_path(alert_id, drill=drill)
    targets = _next(role, current_role, now)
    if document is None:
        if path not in targets.targets:
            raise ContentMissing(f"the alert {alert_id} is not live any more; nothing has to be withdrawn")
        del targets.targets[path]
        documents = {}
    else:
        targets.targets[path] = TargetFile.from_data(path, document, ["sha256"])
        documents = {path: document}
    return _signed(keyring, role, targets, documents)


def endorse(keyring: Signatory, notice: Notice) -> Notice:
    """The same notice with this person standing behind it; sign what it packs to with `sign_alert`.

    Raises Refused (``endorsements``) where this person does already.
    """
    signature = keyring.signer(DRILL if notice.alert.drill else EMERGENCY).sign(endorsed_bytes(notice.alert))
    if any(one.keyid == signature.keyid for one in notice.endorsements):
        raise Refused("endorsements", f"you stand behind the alert {notice.alert.id} already; ask a second person")
    own = Endorsement(signature.keyid, signature.signature)
    return replace(notice, endorsements=(*notice.endorsements, own))


def sign_fallback(
    keyring: Signatory, current_role: bytes | None, documents: Mapping[str, bytes], now: datetime
) -> SignedRole:
    """Sign `documents`, by file name, as the complete set of last resort."""
    return _sign_documents(
        keyring, FALLBACK, current_role, {folder_of(FALLBACK) + name: data for name, data in documents.items()}, now
    )


def renew(keyring: Signatory, role: str, current_role: bytes, now: datetime) -> SignedRole:
    """Sign the same again, because the signature of `role` is about to expire. `role` is not root."""
    return _signed(keyring, role, _next(role, current_role, now))


def countersign(keyring: Signatory, signed: SignedRole) -> SignedRole:
    """Add this desk's signature to those that `signed` carries already, where a role needs more than one."""
    metadata = Metadata[Any].from_bytes(signed.metadata)
    metadata.sign(keyring.signer(signed.role), append=True)
    return SignedRole(signed.role, metadata.to_bytes(), signed.documents)


def _sign_documents(
    keyring: Signatory, role: str, current_role: bytes | None, documents: Mapping[str, bytes], now: datetime
) -> SignedRole:
    targets = _next(role, current_role, now)
    targets.targets = {path: TargetFile.from_data(path, data, ["sha256"]) for path, data in documents.items()}
    return _signed(keyring, role, targets, documents)


def _next(role: str, current_role: bytes | None, now: datetime) -> Targets:
    """What `role` signs next: its newest listing, one version on; or an empty one where there is none yet."""
    return _empty(role, now) if current_role is None else _renewed(role, _read(role, current_role), now)


def _empty(role: str, now: datetime) -> Targets:
    return Targets(version=_next_version(0, now), expires=now + validity(role), unrecognized_fields={ROLE_FIELD: role})


def _read(role: str, data: bytes) -> Targets:
    targets: Targets = parsed_role(role, data)
    if targets.unrecognized_fields.get(ROLE_FIELD) != role:
        raise Refused("swapped-role", f"these are not the signed bytes of {role}; fetch them from the hub again")
    return targets


def _renewed(role: str, targets: Targets, now: datetime) -> Targets:
    targets.version = _next_version(targets.version, now)
    targets.expires = now + validity(role)
    return targets


def _next_version(former: int, now: datetime) -> int:
    """Versions are unix seconds, so that a hub brought back from an old backup can go on."""
    return max(former + 1, int(now.timestamp()))


def _signed(keyring: Signatory, role: str, signed: Targets, documents: Mapping[str, bytes] | None = None) -> SignedRole:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(keyring.signer(role))
    return SignedRole(role, metadata.to_bytes(), dict(documents or {}))
