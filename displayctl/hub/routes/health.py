"""How the hub is."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from displayctl.api.models import Health
from displayctl.hub.database import NEWEST_REVISION
from displayctl.hub.fleet import faults_of
from displayctl.hub.routes.context import Hub

PRODUCT = "displayctl"
DISTRIBUTION = "videotron-displayctl"
router = APIRouter(tags=["health"])


@router.get("/api/health", summary="How the hub is; needs no token")
def health(hub: Hub) -> Health:
    return Health(
        product=PRODUCT,
        version=version(DISTRIBUTION),
        schema_revision=NEWEST_REVISION,
        started_at=hub.started_at,
        now=hub.clock.now(),
        players_connected=hub.fleet.connected(),
        problems=(
            *hub.clockwork.problems(),
            *hub.alerts.problems,
            *hub.feeds.problems(),
            *hub.policies.reminders(hub.clock.now()),
            *faults_of(hub.fleet.states()),
        ),
    )
