"""The files of media: replacing them, former ones, frames and pages to look at, and the room they take."""

from __future__ import annotations

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as PathField
from fastapi.responses import FileResponse
from starlette.requests import ClientDisconnect

from displayctl.api.library import MediumVersion, PageChoice, StorageInfo
from displayctl.api.message import Count, Message
from displayctl.api.models import Job
from displayctl.hub.replacing import FileWish
from displayctl.hub.routes.arriving import announced_size, chunks_of, plain_name
from displayctl.hub.routes.context import Hub, Id
from displayctl.hub.routes.showing import picture_response

Number = Annotated[int, PathField(ge=1, le=1 << 31)]
Page = Annotated[int, PathField(ge=1, le=5000)]
Replaced = Annotated[int, Query(ge=0, le=1 << 31, description="How often its file was replaced before this wish")]
router = APIRouter(tags=["media"])


class PageCount(Message):
    """How many pages a document has."""

    pages: Count


@router.put("/media/{id}/file", summary="Give a medium another file: the body", status_code=202, response_model=Job)
async def replace_file(
    request: Request, hub: Hub, id: Id, replaced: Replaced, name: Annotated[str, Query(min_length=1, max_length=255)]
) -> Job | Response:
    wish = FileWish(id, replaced, plain_name(name), announced_size(request))
    limiter: anyio.CapacityLimiter = request.app.state.uploads
    chunks = chunks_of(request)
    try:
        return await anyio.to_thread.run_sync(lambda: hub.library.files.replace(wish, chunks), limiter=limiter)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it; what had arrived is gone already


@router.get("/media/{id}/versions", summary="A medium's former files, newest first")
def versions(hub: Hub, id: Id) -> tuple[MediumVersion, ...]:
    return hub.library.files.versions(id)


@router.get(
    "/media/{id}/versions/{number}/thumbnail", summary="A picture of a former file", response_class=FileResponse
)
def version_thumbnail(hub: Hub, id: Id, number: Number) -> FileResponse:
    return picture_response(hub.library.files.thumbnail(id, number))


@router.post("/media/{id}/versions/{number}/return", summary="Give a medium a former file again", status_code=202)
def return_to(hub: Hub, id: Id, number: Number, replaced: Replaced) -> Job:
    return hub.library.files.return_to(id, number, replaced)


@router.get("/media/{id}/frame", summary="What a video shows at an instant", response_class=Response)
def frame(hub: Hub, id: Id, at_ms: Annotated[int, Query(ge=0, le=86_400_000)]) -> Response:
    return Response(hub.library.frame(id, at_ms), media_type="image/jpeg")


@router.get("/media/{id}/pages", summary="How many pages a document has")
def pages(hub: Hub, id: Id) -> PageCount:
    return PageCount(pages=hub.library.pages.count(id))


@router.get("/media/{id}/pages/{page}", summary="A picture of one page of a document", response_class=Response)
def page(hub: Hub, id: Id, page: Page) -> Response:
    return Response(hub.library.pages.thumbnail(id, page), media_type="image/jpeg")


@router.post("/media/{id}/pages", summary="Make a medium of each of some pages", status_code=202)
def add_pages(hub: Hub, id: Id, choice: PageChoice) -> tuple[Job, ...]:
    return hub.library.pages.split(id, choice.pages)


@router.get("/library/storage", summary="What the library takes of the hub's disk")
def storage(hub: Hub) -> StorageInfo:
    return hub.library.room.taken()
