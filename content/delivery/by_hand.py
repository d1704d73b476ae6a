"""Alerts that came by hand, on a stick, while no hub answers: a signed set of them without the hub's word on it.

The hub's word (snapshot and timestamp) tells that something is the newest. Where there is no hub to give it, a set
still shows who signed it, by the policy that was verified here last, and that it is newer than what is here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tuf.api.exceptions import RepositoryError

from content.delivery.bundle import is_safe_name
from content.delivery.judge import Accepted, Floors
from content.delivery.keyrules import listed_keys, signing_keys
from content.delivery.published import parsed_role
from content.delivery.refusals import refusal_of
from content.delivery.roles import DRILL, EMERGENCY, LARGEST_VERSION, POLICY, ROLE_FIELD, document_name, owns
from content.delivery.tufnames import Metadata, TargetFile, Targets
from content.errors import Refused

_ROLE_FILE = re.compile(rf"\Ametadata/[0-9]{{1,16}}\.({EMERGENCY}|{DRILL})\.json\Z")


@dataclass(frozen=True, slots=True)
class ByHand:
    """A set that came by hand: its role, the signed file, and the files that came along."""

    role: str
    metadata: bytes
    files: Mapping[str, bytes]


def by_hand(files: Mapping[str, bytes]) -> ByHand | None:
    """The set of alerts in a bundle that holds nothing else; None for a bundle as hubs make them."""
    roles = [name for name in files if name.startswith("metadata/")]
    match = _ROLE_FILE.match(roles[0]) if len(roles) == 1 else None
    return None if match is None else ByHand(match[1], files[roles[0]], files)


def judge_by_hand(
    brought: ByHand, policy: bytes | None, now: datetime, floors: Floors, held: Mapping[str, bytes]
) -> Accepted:
    """The set, where the officers of `policy` have signed it and it is at least as new as what was seen before.

    `held` are documents that are here already, by their names in a bundle. What is in neither is left out: one alert
    whose pictures are missing must not keep the others off the wall. Raises Refused (``no-policy``, ``signatures``,
    ``swapped-role``, ``delegates-further``, ``expired``, ``below-floor``, ``foreign-path``, ``damaged``,
    ``unreadable``).
    """
    role = brought.role
    if policy is None:
        raise Refused("no-policy", "this wall has never heard its hub, so it knows no officers; connect it once")
    signed, known = parsed_role(role, brought.metadata), parsed_role(POLICY, policy)
    signers = _checked_signers(brought, signed, known)
    if now >= signed.expires:
        raise Refused("expired", f"{role} is too old, or this clock is ahead; check the clock, then sign again")
    floor = max((floors.get((role, key), 0) for key in listed_keys(role, known)), default=0)
    if not floor <= signed.version <= LARGEST_VERSION:
        raise Refused(
            "below-floor", f"{role} has version {signed.version}, but {floor} was here already; write it anew"
        )
    documents = {path: _document(role, each, brought.files, held) for path, each in signed.targets.items()}
    return Accepted(
        role, signed.version, signed.expires, signers, {p: d for p, d in documents.items() if d is not None}
    )


def _checked_signers(brought: ByHand, signed: Targets, policy: Targets) -> frozenset[str]:
    """The public keys of those who signed. Raises Refused."""
    role, metadata = brought.role, Metadata[Targets].from_bytes(brought.metadata)
    if signed.unrecognized_fields.get(ROLE_FIELD) != role:
        raise Refused("swapped-role", f"a set of other documents was handed over as {role}; write the stick anew")
    if signed.delegations is not None:
        raise Refused("delegates-further", f"{role} hands its right to sign on, which only the policy may do")
    try:
        policy.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError) as error:
        raise refusal_of(error, role) from error
    return signing_keys(metadata, role, policy)


def _document(role: str, listed: TargetFile, files: Mapping[str, bytes], held: Mapping[str, bytes]) -> bytes | None:
    name = document_name(listed.path, listed.hashes.get("sha256", ""))
    if not owns(role, listed.path) or not is_safe_name(name):
        raise Refused("foreign-path", f"{role} signed {listed.path!r:.120}, which is not its to sign; find out who did")
    data = files.get(name, held.get(name))
    if data is None:
        return None
    try:
        listed.verify_length_and_hashes(data)
    except RepositoryError as error:
        raise refusal_of(error, listed.path) from error
    return data
