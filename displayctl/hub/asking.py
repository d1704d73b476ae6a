"""Who asks, for the time of one request: the doorkeeper says it, services check rights and write the audit by it.

Outside of any request it is the hub itself (its start, its clockwork, its jobs), which may do everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from displayctl.api.accounts import ALL_GROUPS, Grant, Role
from displayctl.hub.errors import NotPermitted

EVERY_ROLE = frozenset(Role) - {Role.AGENCY}
"""The roles of the office. An agency is none of it: it sees its own requests and nothing else."""


class AskerKind(StrEnum):
    """``desk`` holds the desk token before there are accounts, ``recovery`` after."""

    HUB = "hub"
    NOBODY = "nobody"
    DESK = "desk"
    RECOVERY = "recovery"
    PERSON = "person"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Asker:
    """One who asks. `grants` are those that count now; `name` is for people who come second, and for the audit."""

    kind: AskerKind
    id: str = ""
    name: str = ""
    address: str = ""
    grants: tuple[Grant, ...] = ()
    session_id: str = ""

    @property
    def unbounded(self) -> bool:
        """Whether rights are not asked for: the hub itself, and a desk before there are accounts."""
        return self.kind in (AskerKind.HUB, AskerKind.DESK)

    def may(self, roles: Iterable[Role], group: str) -> bool:
        """Whether one of `roles` is held for `group` (``*``: for all of them)."""
        wanted = frozenset(roles)
        return self.unbounded or any(
            grant.role in wanted and grant.group in (ALL_GROUPS, group) for grant in self.grants
        )

    def may_somewhere(self, roles: Iterable[Role]) -> bool:
        """Whether one of `roles` is held for any group at all."""
        wanted = frozenset(roles)
        return self.unbounded or any(grant.role in wanted for grant in self.grants)

    @property
    def sees_all(self) -> bool:
        return self.may(EVERY_ROLE, ALL_GROUPS)

    def sees(self, groups: frozenset[str]) -> bool:
        """Whether a thing of these groups may be looked at: one of them suffices. What has no group, or is on every
        wall, may be seen by all who have a role.
        """
        if self.sees_all or any(self.may(EVERY_ROLE, group) for group in groups):
            return True
        return (not groups or ALL_GROUPS in groups) and self.may_somewhere(EVERY_ROLE)

    def require(self, roles: Iterable[Role], groups: Iterable[str], what: str) -> None:
        """Raises NotPermitted unless one of `roles` is held for each of `groups`; with none given, for any."""
        wanted, named = frozenset(roles), sorted(set(groups))
        if not named and not self.may_somewhere(wanted):
            raise NotPermitted(f"{what} needs the role {_either(wanted)}; ask an administrator")
        for group in named:
            if not self.may(wanted, group):
                where = "all groups" if group == ALL_GROUPS else f"the group {group!r}"
                raise NotPermitted(f"{what} needs the role {_either(wanted)} for {where}; ask an administrator")

    def require_sight(self, groups: frozenset[str], what: str) -> None:
        """Raises NotPermitted unless a thing of these groups may be looked at."""
        if not self.sees(groups):
            raise NotPermitted(f"{what} belongs to walls of another group; ask an administrator for a role there")


def _either(roles: frozenset[Role]) -> str:
    if roles == EVERY_ROLE:
        return "viewer"
    return " or ".join(role.value for role in Role if role in roles)


THE_HUB = Asker(AskerKind.HUB, name="hub")
NOBODY = Asker(AskerKind.NOBODY)
_asker: ContextVar[Asker] = ContextVar("asker", default=THE_HUB)


def current_asker() -> Asker:
    """Who asks now."""
    return _asker.get()


def now_asks(asker: Asker) -> None:
    """From here on, within this request, it is `asker` who asks."""
    _asker.set(asker)
