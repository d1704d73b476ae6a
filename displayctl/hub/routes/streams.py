"""Live streams: media whose pictures come from the network while they are shown."""

from __future__ import annotations

from fastapi import APIRouter

from displayctl.api.models import Job
from displayctl.api.streams import StreamChange
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/streams", tags=["streams"])


@router.post("", summary="Add a live stream", status_code=202)
def add(hub: Hub, change: StreamChange) -> Job:
    return hub.library.streams.add(change)


@router.put("/{id}", summary="Change a live stream", status_code=202)
def change(hub: Hub, id: Id, change: StreamChange) -> Job:
    return hub.library.streams.change(id, change)
