"""What a bound player fetches and hands in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Response
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field

from displayctl.api.models import Document
from displayctl.hub.errors import NotBound
from displayctl.hub.routes.context import BoundDevice, Hub
from displayctl.hub.routes.media import Digest, asset_response

MOST_RECORDS = 500
router = APIRouter(tags=["player: content"])


class RecordsSent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    records: Annotated[tuple[Document, ...], Field(max_length=MOST_RECORDS)]


class RecordsTaken(BaseModel):
    """How many records were new, and how many were known already."""

    accepted: int
    known: int


@router.get("/player/bundle", summary="All that the player's wall needs to believe and show", response_class=Response)
def bundle(hub: Hub, device: BoundDevice, if_none_match: Annotated[str | None, Header()] = None) -> Response:
    group = hub.carriage.group_of(device.display_id)
    if group is None:
        raise NotBound(f"the display {device.display_id!r} of this player does not exist any more")
    packed = hub.carriage.bundle(group)
    headers = {"ETag": f'"{packed.digest}"', "Cache-Control": "private, no-cache"}
    if packed.digest in (if_none_match or ""):
        return Response(status_code=304, headers=headers)
    return Response(packed.data, media_type="application/json", headers=headers)


@router.get("/player/assets/{sha256}", summary="A medium's bytes, with Range", response_class=FileResponse)
def asset(hub: Hub, device: BoundDevice, sha256: Digest) -> FileResponse:
    return asset_response(hub, sha256)


@router.post("/player/records", summary="Hand in proof of play; sending one twice counts once")
def records(hub: Hub, device: BoundDevice, sent: RecordsSent) -> RecordsTaken:
    accepted, known = hub.reports.take_records(device.display_id, sent.records)
    return RecordsTaken(accepted=accepted, known=known)
