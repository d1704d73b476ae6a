"""Whether anybody has founded the hub's installation: asked at every start, by desks that do not sign for it."""

from __future__ import annotations

from displayctl.api.client import HubClient


def is_founded(client: HubClient) -> bool:
    """Whether somebody has founded the hub's installation already. Raises HubError."""
    return client.approvals.trust(()).founded
