"""Announcements: typeset on the hub for every wall, and previewed on any canvas."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from displayctl.api.models import AnnouncementChange, Job
from displayctl.hub.routes.context import Hub, Id

Pixels = Annotated[int, Query(ge=16, le=8192)]
router = APIRouter(prefix="/announcements", tags=["announcements"])


@router.post("", summary="Write a new announcement", status_code=202)
def announce(hub: Hub, change: AnnouncementChange) -> Job:
    return hub.library.announce(change)


@router.put("/{id}", summary="Change an announcement", status_code=202)
def change(hub: Hub, id: Id, change: AnnouncementChange) -> Job:
    return hub.library.change_announcement(id, change)


@router.post("/preview", summary="See it on a canvas, as PNG", response_class=Response)
def preview(hub: Hub, change: AnnouncementChange, width: Pixels, height: Pixels) -> Response:
    return Response(hub.library.preview(change, width, height), media_type="image/png")
