"""What a desk believes of what a hub hands it to sign upon: nothing but what its own people have signed.

A desk that built on unsigned files would lend its signature to whatever a hacked hub put into them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tuf.api.exceptions import RepositoryError

from content.delivery.canonical import canonical_bytes
from content.delivery.keyrules import check_policy, check_root, listed_keys, public_key
from content.delivery.published import parsed_role
from content.delivery.roles import POLICY, ROLE_FIELD, ROOT, TIMESTAMP, programme_path, programme_role
from content.delivery.tufnames import Metadata, Root, Targets
from content.errors import Refused
from content.studio.policy import Policy, read_policy

MOST_ROOTS = 1024


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Signed files that were verified from a root this desk knows: the newest root, the policy, and roles by name.

    `doubtful` names the roles whose files lack the signatures that the policy asks for: a desk builds on none of them.
    """

    root: bytes
    policy: bytes
    roles: Mapping[str, bytes]
    people: Policy
    doubtful: frozenset[str] = field(default_factory=frozenset)

    @property
    def online_key(self) -> str:
        """The hub's own key, in hexadecimal."""
        root: Root = parsed_role(ROOT, self.root)
        return min(listed_keys(TIMESTAMP, root))

    @property
    def root_version(self) -> int:
        """How often the root was changed, from 1."""
        return int(parsed_role(ROOT, self.root).version)

    @property
    def policy_version(self) -> int:
        """The policy's version, in unix seconds."""
        return int(parsed_role(POLICY, self.policy).version)

    def role(self, role: str) -> bytes | None:
        """The verified file of `role`, None where it has none. Raises Refused (``signatures``) for a doubtful one."""
        if role in self.doubtful:
            raise Refused(
                "signatures",
                f"what the hub hands out as {role} is not signed by those who may; nothing is built on it. "
                "Look into the hub, or propose to renew that role",
            )
        return self.roles.get(role)

    def expires(self, role: str) -> datetime | None:
        """When the signatures of a role end, None where it was never signed."""
        data = {ROOT: self.root, POLICY: self.policy}.get(role) or self.roles.get(role)
        expires: datetime | None = None if data is None else parsed_role(role, data).expires
        return expires

    def is_published(self, group: str, document: Mapping[str, Any]) -> bool:
        """Whether exactly `document` is what people have signed for `group`."""
        data = self.role(programme_role(group))
        if data is None:
            return False
        target = parsed_role(programme_role(group), data).targets.get(programme_path(group))
        if target is None:
            return False
        try:
            target.verify_length_and_hashes(canonical_bytes(document))
        except RepositoryError:
            return False
        return True


def confirm(known_root: bytes, roots: Sequence[bytes], policy: bytes, roles: Mapping[str, bytes]) -> Confirmed:
    """Verify what a hub handed over, from `known_root` on; `roots` are all of its roots in their order.

    Expiry does not matter here: what has run out is what a ceremony renews. Raises Refused (``signatures``,
    ``swapped-role``, ``unreadable``, and those of keys and policies) for a root or policy that is not to be believed.
    """
    root, root_bytes = _newest_root(known_root, roots)
    targets: Targets = parsed_role(POLICY, policy)
    _check_name(POLICY, targets)
    if missing_for(POLICY, policy, root):
        raise Refused("signatures", "the hub's policy is not signed by those who may; do not sign anything upon it")
    check_policy(targets, root)
    good = {role: data for role, data in roles.items() if _is_good(role, data, targets)}
    return Confirmed(root_bytes, policy, good, read_policy(root, targets), frozenset(roles.keys() - good.keys()))


def missing_for(role: str, data: bytes, delegator: Root | Targets) -> int:
    """How many good signatures a role file lacks by what `delegator` says. Raises Refused (``unreadable``)."""
    parsed_role(role, data)
    metadata = Metadata[Any].from_bytes(data)
    try:
        result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    except ValueError as error:
        raise Refused("not-delegated", f"the policy names nobody who may sign as {role}") from error
    return max(0, result.threshold - len({public_key(key) for key in result.signed.values()}))


def _newest_root(known_root: bytes, roots: Sequence[bytes]) -> tuple[Root, bytes]:
    newest, newest_bytes = parsed_role(ROOT, known_root), known_root
    check_root(newest)
    for data in roots[:MOST_ROOTS]:
        root: Root = parsed_role(ROOT, data)
        if root.version != newest.version + 1:
            continue
        metadata = Metadata[Root].from_bytes(data)
        if not root.get_root_verification_result(newest, metadata.signed_bytes, metadata.signatures):
            raise Refused("signatures", f"version {root.version} of the root is not signed by those who may")
        check_root(root)
        newest, newest_bytes = root, data
    return newest, newest_bytes


def _is_good(role: str, data: bytes, policy: Targets) -> bool:
    try:
        targets: Targets = parsed_role(role, data)
        _check_name(role, targets)
        return targets.delegations is None and not missing_for(role, data, policy)
    except Refused:
        return False


def _check_name(role: str, targets: Targets) -> None:
    if targets.unrecognized_fields.get(ROLE_FIELD) != role:
        raise Refused("swapped-role", f"these are not the signed bytes of {role}; the hub is not sound")
