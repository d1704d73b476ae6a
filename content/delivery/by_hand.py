"""Alerts that came by hand, on a stick, while no hub answers: a signed set of them without the hub's word on it.

The hub's word (snapshot and timestamp) tells that something is the newest. Where there is no hub to give it, a set
still shows who signed it, by the policy that was verified here last and holds still, and that it is newer than what is
here.
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
from content.delivery.roles import DRILL, EMERGENCY, LARGEST_VERSION, POLICY, ROLE_FIELD, ROOT, document_name, owns
from content.delivery.tufnames import Metadata, TargetFile, Targets
from content.errors import Refused

_ROLE_FILE = re.compile(rf"\Ametadata/[0-9]{{1,16}}\.({EMERGENCY}|{DRILL})\.json\Z")


@dataclass(frozen=True, slots=True)
class ByHand:
    """A set that came by hand: its role, the signed file, and the files that came along."""

    role: str
    metadata: bytes
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Here:
    """What a player knows where a set comes by hand: its newest root, the policy that was verified last (None before
    the first), the `floors`, the version of each role it holds, and the `documents` that are here, by their names in a
    bundle.
    """

    root: bytes
    policy: bytes | None
    floors: Floors
    versions: Mapping[str, int]
    documents: Mapping[str, bytes]


def by_hand(files: Mapping[str, bytes]) -> ByHand | None:
    """The set of alerts in a bundle that holds nothing else; None for a bundle as hubs make them."""
    roles = [name for name in files if name.startswith("metadata/")]
    match = _ROLE_FILE.match(roles[0]) if len(roles) == 1 else None
    return None if match is None else ByHand(match[1], files[roles[0]], files)


def judge_by_hand(brought: ByHand, here: Here, now: datetime) -> Accepted:
    """The set, where the officers of the policy have signed it and it is at least as new as what was seen before.

    What comes neither with it nor is here is left out: one alert whose pictures are missing must not keep the others
    off the wall. Raises Refused (``no-policy``, ``signatures``, ``swapped-role``, ``delegates-further``, ``expired``,
    ``below-floor``, ``foreign-path``, ``damaged``, ``unreadable``).
    """
    role, policy = brought.role, _policy(here, now)
    signed = parsed_role(role, brought.metadata)
    signers = _checked_signers(brought, signed, policy)
    if now >= signed.expires:
        raise Refused("expired", f"{role} is too old, or this clock is ahead; check the clock, then sign again")
    floor = max((here.floors.get((role, key), 0) for key in listed_keys(role, policy)), default=0)
    floor = max(floor, here.versions.get(role, 0))
    if not floor <= signed.version <= LARGEST_VERSION:
        raise Refused(
            "below-floor", f"{role} has version {signed.version}, but {floor} was here already; write it anew"
        )
    documents = {path: _document(role, each, brought.files, here.documents) for path, each in signed.targets.items()}
    return Accepted(
        role, signed.version, signed.expires, signers, {p: d for p, d in documents.items() if d is not None}
    )


def floor_of(accepted: Accepted, before: Mapping[tuple[str, str], int], now: datetime) -> int:
    """The version below which the hub's sets are refused from now on: that of `accepted`, but none that is to come.

    Versions are unix seconds. No hub has looked at this one; signed with a stolen key, or by a desk whose clock is
    ahead, it would keep every correction that the hub brings off this wall. Sets that are written within one second
    number themselves into the next ones, so it is always above what the floors `before` allowed: what was replaced
    here does not come back.
    """
    passed = max((before.get((accepted.role, key), 0) for key in accepted.signers), default=0)
    return min(accepted.version, max(int(now.timestamp()), passed + 1))


def _policy(here: Here, now: datetime) -> Targets:
    """The policy, where the newest root stands behind it and it has not expired. Raises Refused."""
    if here.policy is None:
        raise Refused("no-policy", "this wall has never heard its hub, so it knows no officers; connect it once")
    metadata, policy, root = Metadata[Targets].from_bytes(here.policy), parsed_role(POLICY, here.policy), here.root
    try:
        parsed_role(ROOT, root).verify_delegate(POLICY, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError) as error:
        raise refusal_of(error, "the policy of this wall") from error
    if now >= policy.expires:
        raise Refused("expired", "the policy of this wall has expired, so it knows no officers; connect it to its hub")
    found: Targets = policy
    return found


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
