"""How each wall is doing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from displayctl.api.wall_health import WallHealth, WallHistory
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/fleet", tags=["fleet"])


@router.get("/{id}/health", summary="Figures of a wall by the hour, its last check-up, and warnings")
def health(hub: Hub, id: Id) -> WallHealth:
    return hub.wall_health.health(id)


@router.get("/{id}/history", summary="Figures of a wall by the day")
def history(hub: Hub, id: Id, days: Annotated[int, Query(ge=1, le=90)] = 30) -> WallHistory:
    return hub.wall_health.history(id, days)


@router.post("/{id}/leave-safe-mode", summary="Let a wall in safe mode try its whole programme again", status_code=204)
def leave_safe_mode(hub: Hub, id: Id) -> Response:
    hub.fleet.send(id, {"type": "leave-safe-mode"})
    hub.audit.note("wall.leave-safe-mode", "display", id)
    return Response(status_code=204)
