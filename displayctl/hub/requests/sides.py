"""For whom one who asks acts, in all that is about requests: for the office, or for agencies, and for which."""

from __future__ import annotations

from displayctl.api.accounts import Role
from displayctl.api.request_states import Side
from displayctl.hub.asking import EVERY_ROLE, Asker, AskerKind


def agencies_of(asker: Asker) -> frozenset[str] | None:
    """The agencies whose requests `asker` may see; None for all of them."""
    if asker.unbounded or asker.may_somewhere(EVERY_ROLE):
        return None
    return frozenset(grant.group for grant in asker.grants if grant.role is Role.AGENCY)


def side_of(asker: Asker) -> Side:
    """For whom `asker` acts."""
    if asker.kind is AskerKind.HUB:
        return Side.HUB
    return Side.OFFICE if agencies_of(asker) is None else Side.AGENCY
