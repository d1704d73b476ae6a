"""Requests for airtime: for the office, and for the accounts of agencies, which have to do with their own alone."""

from __future__ import annotations

from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse
from starlette.requests import ClientDisconnect

from displayctl.api.models import Job
from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import (
    Airings,
    AnswerWish,
    ChecksChange,
    Decision,
    PreparedAnswer,
    Reply,
    RequestChange,
    RequestCreation,
    RequestLink,
    RequestPage,
    Withdrawal,
)
from displayctl.api.requests import Request as AirtimeRequest
from displayctl.hub.asking import current_asker
from displayctl.hub.routes.arriving import announced_size, chunks_of
from displayctl.hub.routes.context import Hub, Id

UNSEEN = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox", "Cache-Control": "no-store"}
"""What came from outside is saved, never shown in place of a page."""
Number = Annotated[str, Path(max_length=40)]
router = APIRouter(tags=["requests"])


@router.get("/requests", summary="A page of requests, newest first")
def page(
    hub: Hub,
    search: Annotated[str, Query(max_length=200)] = "",
    state: RequestState | None = None,
    agency: Annotated[str, Query(max_length=64)] = "",
    offset: Annotated[int, Query(ge=0, le=1 << 31)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> RequestPage:
    return hub.requests.intake.page(search, state, agency, offset, limit)


@router.post("/requests", summary="Ask for airtime", status_code=201)
def create(hub: Hub, wish: RequestCreation) -> AirtimeRequest:
    return hub.requests.intake.create(wish)


@router.get("/requests/{id}", summary="One request, whole")
def one(hub: Hub, id: Number) -> AirtimeRequest:
    return hub.requests.intake.one(id)


@router.put("/requests/{id}", summary="Change what is asked for, as long as that is open")
def change(hub: Hub, id: Number, change: RequestChange) -> AirtimeRequest:
    return hub.requests.intake.change(id, change)


@router.post("/requests/{id}/replies", summary="Say something, or add what was asked for")
def reply(hub: Hub, id: Number, reply: Reply) -> AirtimeRequest:
    return hub.requests.intake.reply(id, reply)


@router.post("/requests/{id}/withdrawal", summary="Take a request back")
def withdraw(hub: Hub, id: Number, wish: Withdrawal) -> AirtimeRequest:
    return hub.requests.intake.withdraw(id, wish.why)


@router.post("/requests/{id}/state", summary="Decide, and answer")
def decide(hub: Hub, id: Number, decision: Decision) -> AirtimeRequest:
    return hub.requests.handling.decide(id, decision)


@router.put("/requests/{id}/checks", summary="How it keeps the rules of contents")
def check(hub: Hub, id: Number, change: ChecksChange) -> AirtimeRequest:
    return hub.requests.handling.check(id, change)


@router.post("/requests/{id}/prepared-answer", summary="The office's text for a state, its gaps filled")
def prepare_answer(hub: Hub, id: Number, wish: AnswerWish) -> PreparedAnswer:
    return hub.requests.handling.prepare_answer(id, wish)


@router.get("/requests/{id}/airings", summary="What walls have shown of it")
def airings(hub: Hub, id: Number) -> Airings:
    return hub.requests.broadcasts.airings(id)


@router.post("/requests/{id}/links", summary="Note a medium, a playlist or a slot that was made from it")
def link(hub: Hub, id: Number, link: RequestLink) -> AirtimeRequest:
    return hub.requests.handling.link(id, link)


@router.delete("/requests/{id}/links", summary="Note that it was not")
def unlink(hub: Hub, id: Number, kind: RequestLinkKind, target: Annotated[str, Query(max_length=64)]) -> AirtimeRequest:
    return hub.requests.handling.unlink(id, kind, target)


@router.post(
    "/request-files", summary="Add a file: the body is the file itself", status_code=201, response_model=AirtimeRequest
)
async def add_file(
    request: Request,
    hub: Hub,
    number: Annotated[str, Query(alias="request", max_length=40)],
    name: Annotated[str, Query(min_length=1, max_length=255)],
) -> AirtimeRequest | Response:
    files, size, chunks = hub.requests.files, announced_size(request), chunks_of(request)

    def work() -> AirtimeRequest:
        files.may_add(number)
        return files.add(number, files.receive(name, chunks, size))

    limiter: anyio.CapacityLimiter = request.app.state.attachments
    try:
        with request.app.state.places.one_for(current_asker()):
            return await anyio.to_thread.run_sync(work, limiter=limiter)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it


@router.get("/request-files/{id}", summary="The bytes of an attachment", response_class=FileResponse)
def file(hub: Hub, id: Id) -> FileResponse:
    found, path = hub.requests.files.file(id)
    return FileResponse(path, media_type="application/octet-stream", filename=found.name, headers=UNSEEN)


@router.post("/request-files/{id}/medium", summary="Take an attachment into the library", status_code=202)
def take_in(hub: Hub, id: Id) -> Job:
    return hub.requests.files.take_in(id)


@router.get("/request-settings", summary="Agencies, rules of contents, answers, and whether there is a web page")
def settings(hub: Hub) -> RequestSettings:
    return hub.requests.handling.settings()


@router.put("/request-settings", summary="Change them")
def put_settings(hub: Hub, settings: RequestSettings) -> RequestSettings:
    return hub.requests.handling.put_settings(settings)
