"""A ceremony: people look at a proposal and sign it, one after the other, until everybody who has to has signed.

Nobody has to trust what a proposal says of itself: what it changes is read from the very bytes that are signed, and
compared with what the desk knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from content.delivery.keyrules import check_policy, check_root, public_key
from content.delivery.published import parsed_role
from content.delivery.roles import POLICY, ROLE_FIELD, ROOT, TIMESTAMP, SignedRole
from content.delivery.tufnames import Metadata, Root, Targets
from content.errors import Refused
from content.studio.confirming import Confirmed
from content.studio.operators import Operator, Signatory, public_of
from content.studio.policy import Policy, read_policy
from content.studio.proposals import UPON_FIELD, Proposal

Delegator = Root | Targets


@dataclass(frozen=True, slots=True)
class Need:
    """`threshold` of `people` have to sign `role`; `signed` have. `former`: by the rules as they were until now."""

    role: str
    former: bool
    threshold: int
    people: tuple[Operator, ...]
    signed: tuple[Operator, ...]

    @property
    def missing(self) -> int:
        """How many signatures are still missing."""
        return max(0, self.threshold - len(self.signed))


@dataclass(frozen=True, slots=True)
class Examined:
    """A proposal as the desk reads it: the policy `before` (None at the founding) and `after`, and who has to sign.

    `renewed` are roles that are signed again as they are, `emptied` those that will list nothing.
    """

    proposal: Proposal
    before: Policy | None
    after: Policy
    needs: tuple[Need, ...]
    renewed: tuple[str, ...]
    emptied: tuple[str, ...]
    new_online_key: bool

    @property
    def complete(self) -> bool:
        """Whether it may be applied."""
        return all(not need.missing for need in self.needs)

    def waits_for(self) -> tuple[Operator, ...]:
        """People whose signature would bring it further."""
        found = {person.key: person for need in self.needs if need.missing for person in _unsigned(need)}
        return tuple(found.values())


def sign_proposal(proposal: Proposal, current: Confirmed | None, signatory: Signatory) -> Proposal:
    """`proposal` with the signature of `signatory` wherever it counts. Raises Refused (``not-asked``)."""
    asked: dict[str, set[str]] = {}
    for need in examine(proposal, current).needs:
        asked.setdefault(need.role, set()).update(person.key for person in need.people)
    signed, roles = False, dict(proposal.roles)
    for role, data in proposal.roles.items():
        signer = signatory.signer(role)
        if public_of(signer) in asked[role]:
            metadata = Metadata[Any].from_bytes(data)
            metadata.sign(signer, append=True)
            roles[role], signed = metadata.to_bytes(), True
    if not signed:
        raise Refused(
            "not-asked", "this key is not asked for any signature here; unlock that of one of the people named"
        )
    return Proposal(roles)


def examine(proposal: Proposal, current: Confirmed | None) -> Examined:
    """What `proposal` would change and who has to sign it, as read from its bytes.

    Raises Refused: ``overtaken`` where what it builds upon has changed, and the rules of keys and policies.
    """
    former = None if current is None else _former_root(current)
    root = parsed_role(ROOT, proposal.roles[ROOT]) if ROOT in proposal.roles else former
    if root is None:
        raise Refused("unreadable", "the proposal has no root to begin with; make it again")
    check_root(root)
    targets = _policy_of(proposal, current)
    check_policy(targets, root)
    _check_follows(proposal, current)
    after = read_policy(root, targets)
    before = None if current is None else current.people
    needs = tuple(_needs(proposal, former, root, targets, before, after))
    empty, again = _split(proposal, current)
    online = former is not None and former.roles[TIMESTAMP].keyids != root.roles[TIMESTAMP].keyids
    return Examined(proposal, before, after, needs, again, empty, online)


def cleaned(proposal: Proposal, current: Confirmed | None) -> Proposal:
    """`proposal` with those signatures only that count, so that nobody can spoil or swell it. Raises as `examine`."""
    good: dict[str, set[str]] = {role: set() for role in proposal.roles}
    for need in examine(proposal, current).needs:
        good[need.role].update(person.keyid for person in need.signed)
    roles = {}
    for role, data in proposal.roles.items():
        metadata = Metadata[Any].from_bytes(data)
        metadata.signatures = {keyid: made for keyid, made in metadata.signatures.items() if keyid in good[role]}
        roles[role] = metadata.to_bytes()
    return Proposal(roles)


def completed(examined: Examined) -> tuple[SignedRole, ...]:
    """The roles as a hub takes them. Raises Refused (``signatures``) while somebody still has to sign."""
    if not examined.complete:
        names = ", ".join(person.name for person in examined.waits_for())
        raise Refused("signatures", f"signatures are missing still; wanted is one of: {names}")
    return tuple(SignedRole(role, data) for role, data in examined.proposal.roles.items())


def merged(one: Proposal, other: Proposal) -> Proposal:
    """One proposal with the signatures of both. Raises Refused (``swapped-role``) where they are not the same one."""
    if one.id != other.id:
        raise Refused("swapped-role", "these are two different proposals; sign one of them")
    roles = {}
    for role, data in one.roles.items():
        metadata, more = Metadata[Any].from_bytes(data), Metadata[Any].from_bytes(other.roles[role])
        metadata.signatures.update(more.signatures)
        roles[role] = metadata.to_bytes()
    return replace(one, roles=roles)


def _needs(
    proposal: Proposal, former: Root | None, root: Root, policy: Targets, before: Policy | None, after: Policy
) -> Iterable[Need]:
    for role, data in proposal.roles.items():
        if role == ROOT and former is not None and before is not None:
            yield _need(role, data, former, before, former=True)
        delegator: Delegator = root if role in (ROOT, POLICY) else policy
        yield _need(role, data, delegator, after, former=False)


def _need(role: str, data: bytes, delegator: Delegator, policy: Policy, *, former: bool) -> Need:
    metadata = Metadata[Any].from_bytes(data)
    result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    keys = {public_key(key) for key in result.signed.values()}
    people = policy.signers(role)
    signed = tuple(person for person in people if person.key in keys)
    return Need(role, former, policy.rule(role).threshold, people, signed)


def _policy_of(proposal: Proposal, current: Confirmed | None) -> Targets:
    data = proposal.roles.get(POLICY) or (None if current is None else current.policy)
    if data is None:
        raise Refused("unreadable", "the proposal has no policy to begin with; make it again")
    targets: Targets = parsed_role(POLICY, data)
    if targets.targets:
        raise Refused("foreign-path", "the proposed policy lists documents itself; do not sign it")
    return targets


def _check_follows(proposal: Proposal, current: Confirmed | None) -> None:
    for role, data in proposal.roles.items():
        signed = parsed_role(role, data)
        if role != ROOT and signed.unrecognized_fields.get(ROLE_FIELD) != role:
            raise Refused("swapped-role", f"the proposal's file of {role} says that it is another; do not sign it")
        if role == ROOT:
            if signed.version != (1 if current is None else current.root_version + 1):
                raise _overtaken(role)
        elif current is not None and signed.version <= _known_version(current, role):
            raise _overtaken(role)
        if role == POLICY and current is not None:
            _check_upon(signed, current)
        if role not in (ROOT, POLICY):
            _check_content(role, signed, current)


def _check_upon(policy: Targets, current: Confirmed) -> None:
    """Who signed a proposal did so knowing what held then: put upon another policy it would undo what came between."""
    if policy.unrecognized_fields.get(UPON_FIELD) != current.policy_version:
        raise _overtaken(POLICY)


def _check_content(role: str, signed: Targets, current: Confirmed | None) -> None:
    """A ceremony signs a role again as it is, or empty: it is no way around the approval of what is shown."""
    known = None if current is None else current.roles.get(role)
    before = {} if known is None else parsed_role(role, known).targets
    if signed.targets and signed.targets != before:
        raise Refused(
            "overtaken", f"the proposal would bring something else than is published by {role}; make it again"
        )
    if signed.delegations is not None:
        raise Refused("delegates-further", f"the proposal's {role} hands its right to sign on; do not sign it")


def _split(proposal: Proposal, current: Confirmed | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Roles that lose what they list, and those that are signed again as they are."""
    known = {} if current is None else current.roles
    doubtful = frozenset() if current is None else current.doubtful
    there = [role for role in proposal.roles if role in known]
    kept = [role for role in there if parsed_role(role, proposal.roles[role]).targets == _listed(role, known[role])]
    emptied = [role for role in proposal.roles if role in doubtful or (role in there and role not in kept)]
    return tuple(emptied), tuple(kept)


def _listed(role: str, data: bytes) -> Any:
    return parsed_role(role, data).targets


def _former_root(current: Confirmed) -> Root:
    root: Root = parsed_role(ROOT, current.root)
    return root


def _known_version(current: Confirmed, role: str) -> int:
    data = current.policy if role == POLICY else current.roles.get(role)
    return 0 if data is None else int(parsed_role(role, data).version)


def _overtaken(role: str) -> Refused:
    return Refused("overtaken", f"{role} was signed anew since this was proposed; make the proposal again")


def _unsigned(need: Need) -> list[Operator]:
    return [person for person in need.people if person not in need.signed]
