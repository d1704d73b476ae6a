"""The walls and their players."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from displayctl.api.models import Approval, Enrolment, PlayerState
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/fleet", tags=["fleet"])


@router.get("", summary="The state of each wall")
def states(hub: Hub) -> tuple[PlayerState, ...]:
    return hub.fleet.states()


@router.get("/enrolments", summary="Players that wait for approval")
def enrolments(hub: Hub) -> tuple[Enrolment, ...]:
    return hub.enrolments.waiting()


@router.post("/approvals", summary="Bind the player that shows this code to a wall")
def approve(hub: Hub, approval: Approval) -> PlayerState:
    hub.enrolments.approve(approval)
    return hub.fleet.state(approval.display_id)


@router.delete("/{id}", summary="Forget the player of a wall", status_code=204)
def unbind(hub: Hub, id: Id) -> Response:
    hub.enrolments.unbind(id)
    return Response(status_code=204)


@router.post("/{id}/screenshot", summary="What the wall presents now, as PNG", response_class=Response)
async def screenshot(hub: Hub, id: Id, max_width_px: Annotated[int, Query(ge=16, le=4096)] = 640) -> Response:
    return Response(await hub.fleet.screenshot(id, max_width_px), media_type="image/png")


@router.post("/{id}/identify", summary="Let the wall say who it is", status_code=204)
def identify(hub: Hub, id: Id, seconds: Annotated[int, Query(ge=1, le=600)] = 30) -> Response:
    hub.fleet.send(id, {"type": "identify", "seconds": seconds})
    hub.audit.note("wall.identify", "display", id, {"seconds": seconds})
    return Response(status_code=204)
