"""Proposals: what has to be signed so that other rules hold, as files that people can carry and add signatures to."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.keyrules import check_policy, check_root
from content.delivery.published import parsed_role
from content.delivery.roles import AUTO, POLICY, ROLE_FIELD, ROOT, SNAPSHOT, TIMESTAMP, folder_of, validity
from content.delivery.tufnames import DelegatedRole, Delegations, Key, Metadata, Root, Targets
from content.errors import Damaged, Refused
from content.studio.confirming import Confirmed, missing_for
from content.studio.policy import MOST_GROUPS, PEOPLE_FIELD, WALLS_FIELD, Policy, fields_of

FORMAT, VERSION = "displayctl-proposal", 1
UPON_FIELD = "displayctl-upon"  # a policy says in place of which version of itself it was signed
LARGEST_FILE = 16 << 20


@dataclass(frozen=True, slots=True)
class Proposal:
    """Signed files by role, in the order in which they depend on each other; signatures may still be missing."""

    roles: Mapping[str, bytes]

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits of what is signed; signatures do not change it."""
        parts = [(role, _content(data)) for role, data in sorted(self.roles.items())]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def propose_founding(policy: Policy, online_key: Key, now: datetime) -> Proposal:
    """The first ceremony: root, policy and every role in it, still empty. `online_key` is the hub's."""
    root = Root(version=1, expires=now + validity(ROOT), consistent_snapshot=True)
    _fill_root(root, policy, online_key)
    targets = _policy_file(policy, online_key, 0, now)
    check_policy(targets, root)
    signed: dict[str, Root | Targets] = {ROOT: root, POLICY: targets}
    for rule in policy.rules:
        if rule.role not in signed:
            signed[rule.role] = _empty(rule.role, 0, now)
    return Proposal({role: _bytes(each) for role, each in signed.items()})


def propose(
    current: Confirmed,
    wanted: Policy,
    now: datetime,
    *,
    online_key: Key | None = None,
    renewed: Iterable[str] = (),
    emptied: Iterable[str] = (),
) -> Proposal:
    """What has to be signed so that `wanted` holds in place of what does, that is: no more than needed.

    `online_key` is a new one for the hub, `renewed` names roles to be signed again before they run out, `emptied` those
    of groups that retire: a role that was dropped would be refused for ever. A role whose signatures would not count
    any more under the new rules is signed again as it is; one that was not properly signed before is emptied.
    Raises Refused (``nothing-new``, ``missing``).
    """
    again, empty = set(renewed), set(emptied)
    for role in again | empty:
        wanted.rule(role)
    root, new_root = _next_root(current, wanted, now, online_key, forced=ROOT in again)
    targets, new_policy = _next_policy(current, wanted, root, now, forced=POLICY in again)
    signed: dict[str, Root | Targets] = ({ROOT: root} if new_root else {}) | ({POLICY: targets} if new_policy else {})
    for rule in wanted.rules:
        if rule.role not in (ROOT, POLICY):
            found = _next_role(current, rule.role, targets, now, again=rule.role in again, empty=rule.role in empty)
            signed |= {} if found is None else {rule.role: found}
    if not signed:
        raise Refused("nothing-new", "that is how it is already; there is nothing to sign")
    return Proposal({role: _bytes(each) for role, each in signed.items()})


def write_proposal(proposal: Proposal) -> bytes:
    """The proposal as a file, for a stick or for the hub."""
    roles = {role: base64.b64encode(data).decode() for role, data in proposal.roles.items()}
    return json.dumps({"format": FORMAT, "version": VERSION, "roles": roles}).encode()


def read_proposal(data: bytes) -> Proposal:
    """The proposal in a file. Raises Damaged, Refused (``bounds``, ``unreadable``)."""
    if len(data) > LARGEST_FILE:
        raise Refused("bounds", f"the proposal has {len(data)} bytes; at most 16 MiB are allowed")
    try:
        plain = json.loads(data)
        if plain["format"] != FORMAT or plain["version"] != VERSION or len(plain["roles"]) > MOST_GROUPS + 8:
            raise ValueError("another format or version")
        roles = {role: base64.b64decode(text, validate=True) for role, text in plain["roles"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(f"this is no proposal of displayctl ({error!s:.100}); bring the right file") from error
    for role, signed in roles.items():
        parsed_role(role, signed)
    return Proposal(roles)


def _next_root(
    current: Confirmed, wanted: Policy, now: datetime, online_key: Key | None, *, forced: bool
) -> tuple[Root, bool]:
    root: Root = parsed_role(ROOT, current.root)
    before = _signers_in(root)
    online = online_key or _online_key_in(root)
    _fill_root(root, wanted, online)
    if _signers_in(root) == before and not forced:
        return root, False
    root.version, root.expires = root.version + 1, now + validity(ROOT)
    return root, True


def _signers_in(root: Root) -> dict[str, tuple[int, list[str]]]:
    return {name: (role.threshold, sorted(role.keyids)) for name, role in root.roles.items()}


def _fill_root(root: Root, policy: Policy, online_key: Key) -> None:
    for role in (ROOT, POLICY, SNAPSHOT, TIMESTAMP):
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
    for role in (ROOT, POLICY):
        for person in policy.signers(role):
            root.add_key(person.public_key, role)
        root.roles[role].threshold = policy.rule(role).threshold
    for role in (SNAPSHOT, TIMESTAMP):
        root.add_key(online_key, role)
    check_root(root)


def _next_policy(
    current: Confirmed, wanted: Policy, root: Root, now: datetime, *, forced: bool
) -> tuple[Targets, bool]:
    former: Targets = parsed_role(POLICY, current.policy)
    targets = _policy_file(wanted, _online_key_in(root), former.version, now)
    check_policy(targets, root)
    same = _rules_in(former) == _rules_in(targets)
    if same and not forced and not missing_for(POLICY, current.policy, root):
        return former, False
    return targets, True


def _online_key_in(root: Root) -> Key:
    return root.keys[root.roles[TIMESTAMP].keyids[0]]


def _policy_file(policy: Policy, online_key: Key, former: int, now: datetime) -> Targets:
    """The policy that takes the place of version `former`, which is 0 at the founding."""
    fields = {ROLE_FIELD: POLICY, UPON_FIELD: former, **fields_of(policy)}
    targets = Targets(_version(former, now), expires=now + validity(POLICY), unrecognized_fields=fields)
    targets.delegations = Delegations({}, {})
    roles = targets.delegations.roles
    if roles is None:
        raise Refused("delegation-form", "the policy names no roles; make it again")
    for rule in policy.rules:
        if rule.role not in (ROOT, POLICY):
            paths = [f"{folder_of(rule.role)}*"]
            roles[rule.role] = DelegatedRole(rule.role, [], rule.threshold, True, paths=paths)
            for person in policy.signers(rule.role):
                targets.add_key(person.public_key, rule.role)
    if policy.auto:
        roles[AUTO] = DelegatedRole(AUTO, [], 1, True, paths=[f"{folder_of(AUTO)}*"])
        targets.add_key(online_key, AUTO)
    return targets


def _rules_in(targets: Targets) -> Any:
    delegations = targets.delegations.to_dict() if targets.delegations is not None else {}
    fields = {name: targets.unrecognized_fields.get(name, []) for name in (PEOPLE_FIELD, WALLS_FIELD)}
    roles = {role["name"]: {**role, "keyids": sorted(role["keyids"])} for role in delegations.get("roles", [])}
    return (
        delegations.get("keys", {}),
        roles,
        {name: sorted(map(canonical_bytes, listed)) for name, listed in fields.items()},
    )


def _next_role(
    current: Confirmed, role: str, policy: Targets, now: datetime, *, again: bool, empty: bool
) -> Targets | None:
    """What has to be signed of `role`, None where its signatures still count."""
    data = current.roles.get(role)
    if data is None and current.people.has(role) and role not in current.doubtful:
        raise Refused("missing", f"the hub does not hand out {role}; a ceremony needs the files of all roles")
    if data is None:
        return _empty(role, 0, now)
    targets: Targets = parsed_role(role, data)
    if empty:
        return _empty(role, targets.version, now)
    if not again and not missing_for(role, data, policy):
        return None
    targets.version, targets.expires = _version(targets.version, now), now + validity(role)
    return targets


def _empty(role: str, former: int, now: datetime) -> Targets:
    version = _version(former, now)
    return Targets(version=version, expires=now + validity(role), unrecognized_fields={ROLE_FIELD: role})


def _content(data: bytes) -> bytes:
    return Metadata[Any].from_bytes(data).signed_bytes


def _version(former: int, now: datetime) -> int:
    return max(former + 1, int(now.timestamp()))


def _bytes(signed: Root | Targets) -> bytes:
    return Metadata[Any](signed).to_bytes()
