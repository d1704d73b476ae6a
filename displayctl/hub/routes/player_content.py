"""What a bound player fetches and hands in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Response
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field

from content.delivery.chain import LARGEST_ENTRY, MOST_ENTRIES, batch_from_dict
from content.delivery.news import HELD_HEADER, LARGEST_HELD_HEADER, MEDIA_TYPE, read_held
from content.errors import Refused
from displayctl.hub.errors import NotBound, WrongWish
from displayctl.hub.right_of_way import YieldingFile
from displayctl.hub.routes.context import BoundDevice, Hub
from displayctl.hub.routes.media import Digest, asset_headers

router = APIRouter(tags=["player: content"])


class BatchSent(BaseModel):
    """Entries of the device's journal, one after another, under its signature."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    journal: Annotated[str, Field(max_length=32)]
    first: int
    before: Annotated[str, Field(max_length=64)]
    entries: Annotated[tuple[Annotated[str, Field(max_length=LARGEST_ENTRY)], ...], Field(max_length=MOST_ENTRIES)]
    signature: Annotated[str, Field(max_length=128)]


class RecordsTaken(BaseModel):
    """How many play records were new, and how many were known already; `missing` the first and last place of entries
    before them that the hub does not have, so that the device sends them again where it can.
    """

    accepted: int
    known: int
    missing: tuple[int, int] | None = None


@router.get("/player/bundle", summary="All that the player's wall needs to believe and show", response_class=Response)
def bundle(
    hub: Hub,
    device: BoundDevice,
    if_none_match: Annotated[str | None, Header()] = None,
    held: Annotated[str, Header(alias=HELD_HEADER, max_length=LARGEST_HELD_HEADER)] = "",
) -> Response:
    """A player that says what it holds is given what it lacks, as news."""
    group = hub.carriage.group_of(device.display_id)
    if group is None:
        raise NotBound(f"the display {device.display_id!r} of this player does not exist any more")
    packed = hub.carriage.bundle(group)
    headers = {"ETag": f'"{packed.digest}"', "Cache-Control": "private, no-cache"}
    if packed.digest in (if_none_match or ""):
        return Response(status_code=304, headers=headers)
    if not held:
        return Response(packed.data, media_type="application/json", headers=headers)
    news = hub.carriage.news(group, read_held(held))
    hub.carriage.fetched(device.display_id, news.versions)
    if not news.data:
        return Response(status_code=304, headers=headers)
    return Response(news.data, media_type=MEDIA_TYPE, headers=headers)


@router.get("/player/assets/{sha256}", summary="A medium's bytes, with Range", response_class=FileResponse)
def asset(hub: Hub, device: BoundDevice, sha256: Digest) -> FileResponse:
    return YieldingFile(hub.library.asset(sha256), asset_headers(sha256), hub.right_of_way, device.display_id)


@router.post("/player/records", summary="Hand in signed entries of the journal; sending one twice counts once")
def records(hub: Hub, device: BoundDevice, sent: BatchSent) -> RecordsTaken:
    try:
        batch = batch_from_dict(sent.model_dump(mode="json"))
    except Refused as error:
        raise WrongWish("entries", str(error)) from error
    taken = hub.journals.take(device, batch)
    return RecordsTaken(accepted=taken.accepted, known=taken.known, missing=taken.missing)
