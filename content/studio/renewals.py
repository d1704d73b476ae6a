"""When people should sign again, so that nothing runs out before they do."""

from __future__ import annotations

from datetime import timedelta

from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT

_LEADS = {
    EMERGENCY: timedelta(days=15),
    DRILL: timedelta(days=15),
    FALLBACK: timedelta(days=60),
    POLICY: timedelta(days=60),
    ROOT: timedelta(days=120),
}
_PROGRAMMES = timedelta(days=30)


def reminded_before(role: str) -> timedelta:
    """How long before the signatures of `role` end people are reminded."""
    return _LEADS.get(role, _PROGRAMMES)
