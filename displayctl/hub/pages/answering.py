"""How the routes of the pages answer: errors become pages, forms are read on threads, and bodies are bounded."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import anyio.to_thread
from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from content.errors import ContentError
from displayctl.hub.asking import Asker, AskerKind, current_asker
from displayctl.hub.errors import NotPermitted, ServiceError, TooLarge
from displayctl.hub.pages.complaints import complaint_of
from displayctl.hub.pages.door import ROOT, check_same_site, cookie_of
from displayctl.hub.pages.forms import LARGEST_FORM_BYTES, Fields, Form, check_token, read_form
from displayctl.hub.pages.rendering import HEADERS, render
from displayctl.hub.routes.arriving import announced_size, chunks_of
from displayctl.hub.routes.context import services_of

KNOWN = (ServiceError, ContentError, ValidationError)


class SignInFirst(Exception):
    """Nobody is signed in with this browser (any more)."""


class PageRoute(APIRoute):
    """A route whose errors are pages too, and whose answers say what a browser may do with them."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                response = await handle(request)
            except SignInFirst:
                response = go_to("/masuk")
            except KNOWN as error:
                response = await anyio.to_thread.run_sync(problem, request, error)
            except HTTPException as error:
                if error.status_code != 413:
                    raise
                response = await anyio.to_thread.run_sync(problem, request, TooLarge(str(error.detail)))
            if request.method == "POST":
                # Who is answered before the form was read must not send the rest of it, which may be gigabytes.
                response.headers["Connection"] = "close"
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return handled


def go_to(path: str) -> RedirectResponse:
    """Another page of ours, to be fetched anew."""
    return RedirectResponse(ROOT + path, 303, {"Cache-Control": "no-store"})


def problem(request: Request, error: Exception) -> Response:
    """The page that says why it did not go."""
    complaint = complaint_of(error)
    return render(request, "problem.html", complaint.status, complaint=complaint)


def require_person() -> Asker:
    """Raises SignInFirst."""
    asker = current_asker()
    if asker.kind is not AskerKind.PERSON:
        raise SignInFirst
    return asker


def require_visitor() -> Asker:
    """A person of an agency. Raises SignInFirst, NotPermitted for others, and until a given password is replaced."""
    asker = require_person()
    if not asker.grants:
        raise NotPermitted("this account asks for no agency")
    return asker


async def with_form(
    request: Request,
    work: Callable[[Form], Response],
    before_files: Callable[[Fields], None] = lambda fields: None,
    allowed: Callable[[], object] = require_person,
) -> Response:
    """What `work` makes of the form that is sent, on a thread. Nothing of it is read unless `allowed` lets it, and it
    is of this page and not too large. Raises what they raise, WrongWish, TooLarge.
    """
    allowed()
    check_same_site(request.headers)
    size = announced_size(request)
    if size is None or size > LARGEST_FORM_BYTES:
        raise TooLarge(f"a form with its files has at most {LARGEST_FORM_BYTES >> 20} MiB")
    secret, chunks = cookie_of(request.headers), chunks_of(request)
    receive = services_of(request).requests.files.receive

    def look(fields: Fields) -> None:
        check_token(secret, next(iter(fields.get("tanda", ())), ""))
        before_files(fields)

    def do() -> Response:
        return work(read_form(request.headers.get("content-type", ""), chunks, receive, look))

    limiter: anyio.CapacityLimiter = request.app.state.attachments
    try:
        return await anyio.to_thread.run_sync(do, limiter=limiter)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it
