"""The library's media, and the files that walls play."""

from __future__ import annotations

from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as PathField
from fastapi.responses import FileResponse
from starlette.requests import ClientDisconnect

from displayctl.api.media_choices import Folder
from displayctl.api.models import Job, MediaPage, MediumChange, MediumInfo, Use
from displayctl.hub.library import UploadWish
from displayctl.hub.routes import media_files, streams
from displayctl.hub.routes.arriving import announced_size, chunks_of, plain_name, printable
from displayctl.hub.routes.context import Hub, Id, Version
from displayctl.hub.routes.showing import picture_response

IMMUTABLE = "private, max-age=31536000, immutable"
Digest = Annotated[str, PathField(max_length=64)]
router = APIRouter(tags=["media"])
router.include_router(streams.router)
router.include_router(media_files.router)


@router.get("/media", summary="A page of the library, newest first")
def page(
    hub: Hub,
    search: Annotated[str, Query(max_length=200)] = "",
    tag: Annotated[str, Query(max_length=200)] = "",
    offset: Annotated[int, Query(ge=0, le=1 << 31)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> MediaPage:
    return hub.library.page(search, tag, offset, limit)


@router.post("/media", summary="Bring a file: the body is the file itself", status_code=202, response_model=Job)
async def take_in(
    request: Request,
    hub: Hub,
    name: Annotated[str, Query(min_length=1, max_length=255)],
    title: Annotated[str, Query(max_length=200)] = "",
    fit: Annotated[str, Query(pattern="^(contain|cover|stretch)$")] = "contain",
    muted: bool = False,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    folder: Annotated[Folder, Query()] = "",
) -> Job | Response:
    size_bytes = announced_size(request)
    wish = UploadWish(plain_name(name), printable(title).strip(), fit, muted, page, size_bytes, folder)
    limiter: anyio.CapacityLimiter = request.app.state.uploads
    chunks = chunks_of(request)
    try:
        # The file is hashed and written on a thread; the loop only hands it the pieces as they come.
        return await anyio.to_thread.run_sync(lambda: hub.library.take_in(wish, chunks), limiter=limiter)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it; what had arrived is gone already


@router.get("/media/{id}", summary="One medium")
def one(hub: Hub, id: Id) -> MediumInfo:
    return hub.library.medium(id)


@router.patch("/media/{id}", summary="Change a medium's properties; what is left out stays")
def change(hub: Hub, id: Id, change: MediumChange) -> MediumInfo:
    return hub.library.change(id, change)


@router.delete("/media/{id}", summary="Delete a medium that is not used", status_code=204)
def delete(hub: Hub, id: Id, version: Version) -> Response:
    hub.library.delete(id, version)
    return Response(status_code=204)


@router.get("/media/{id}/uses", summary="Where a medium is used")
def uses(hub: Hub, id: Id) -> tuple[Use, ...]:
    hub.library.medium(id)
    return hub.planning.uses_of_medium(id)


@router.get("/media/{id}/thumbnail", summary="A small picture of it", response_class=FileResponse)
def thumbnail(hub: Hub, id: Id) -> FileResponse:
    return picture_response(hub.library.picture_of(id, poster=False))


@router.get("/media/{id}/poster", summary="A still picture of it in good size", response_class=FileResponse)
def poster(hub: Hub, id: Id) -> FileResponse:
    return picture_response(hub.library.picture_of(id, poster=True))


@router.get("/assets/{sha256}", summary="The bytes of a rendition, with Range", response_class=FileResponse)
def asset(hub: Hub, sha256: Digest) -> FileResponse:
    return asset_response(hub, sha256)


def asset_response(hub: Hub, sha256: str) -> FileResponse:
    """An asset's file; it never changes, so whoever has it may keep it."""
    path, headers = hub.library.asset(sha256), asset_headers(sha256)
    return FileResponse(path, media_type="application/octet-stream", headers=headers)


def asset_headers(sha256: str) -> dict[str, str]:
    return {"Cache-Control": IMMUTABLE, "ETag": f'"{sha256}"'}
