"""Emergencies."""

from __future__ import annotations

import anyio.to_thread
from fastapi import APIRouter, Request, Response

from displayctl.api.models import AlertInfo, EmergencyState, SignedRoles
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(tags=["alerts"])


@router.get("/alerts", summary="Alerts, newest first")
def alerts(hub: Hub) -> tuple[AlertInfo, ...]:
    return hub.alerts.listed()


@router.get("/alerts/{id}/document", summary="What was signed of an alert that stands", response_class=Response)
def document(hub: Hub, id: Id) -> Response:
    return Response(hub.alerts.document(id), media_type="application/json")


@router.post("/alerts", summary="Take the newly signed set of alerts, and push it to every wall")
async def send(request: Request, hub: Hub, signed: SignedRoles) -> tuple[AlertInfo, ...]:
    # Not on the threads that everything shares: those may all be waiting for a database that is locked.
    return await anyio.to_thread.run_sync(hub.alerts.send, signed, limiter=request.app.state.urgent)


@router.get("/signing-emergency", summary="What alerts are signed upon")
def emergency_state(hub: Hub) -> EmergencyState:
    return hub.alerts.emergency_state()
