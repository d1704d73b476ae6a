"""How the routes of the pages answer: errors become pages, forms are read on threads, and bodies are bounded."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import anyio.to_thread
from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from content.errors import ContentError
from displayctl.hub.asking import Asker, AskerKind, current_asker
from displayctl.hub.errors import NoSuchThing, NotNow, NotPermitted, ServiceError, TooLarge
from displayctl.hub.pages.complaints import complaint_of
from displayctl.hub.pages.door import ROOT, check_same_site, cookie_of
from displayctl.hub.pages.forms import (
    LARGEST_FORM_BYTES,
    LARGEST_WORDS_BYTES,
    Fields,
    Form,
    Look,
    check_token,
    read_form,
)
from displayctl.hub.pages.rendering import HEADERS, render
from displayctl.hub.routes.arriving import announced_size, chunks_of
from displayctl.hub.routes.context import services_of

KNOWN = (ServiceError, ContentError, ValidationError)
WORDS_SECONDS = 20.0
"""How long a form without files may take to come."""


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
            except RequestValidationError:
                # An address that somebody typed or cut off: there is no such page.
                nothing = NoSuchThing(f"there is nothing at {request.url.path:.80}")
                response = await anyio.to_thread.run_sync(problem, request, nothing)
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


async def with_words(
    request: Request, work: Callable[[Form], Response], allowed: Callable[[], object] = require_person
) -> Response:
    """What `work` makes of a form without files, on a thread. It is small, and read before it takes one: who is slow,
    or nobody yet, must not keep others from theirs. Raises what they raise, WrongWish, TooLarge, NotNow.
    """
    _check_form(request, allowed, LARGEST_WORDS_BYTES)
    secret, kind = cookie_of(request.headers), request.headers.get("content-type", "")
    try:
        with anyio.fail_after(WORDS_SECONDS):
            body = await request.body()
    except TimeoutError as error:
        raise NotNow(f"the form did not come within {WORDS_SECONDS:g} s; send it again") from error
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it

    def look(fields: Fields, _: bool) -> None:
        check_token(secret, _mark(fields))

    return await run_in_threadpool(lambda: work(read_form(kind, (body,), None, look)))


async def with_files(request: Request, work: Callable[[Form], Response], before_files: Look) -> Response:
    """What `work` makes of the form and the files of a person of an agency, on a thread. Nothing of it is read unless
    it is of this page and not too large, and no file taken before `before_files` has seen the words.

    Raises what they raise, SignInFirst, NotPermitted, WrongWish, TooLarge, NotNow.
    """
    _check_form(request, require_visitor, LARGEST_FORM_BYTES)
    secret, kind = cookie_of(request.headers), request.headers.get("content-type", "")
    receive, chunks = services_of(request).requests.files.receive, chunks_of(request)

    def look(fields: Fields, files: bool) -> None:
        check_token(secret, _mark(fields))
        before_files(fields, files)

    limiter: anyio.CapacityLimiter = request.app.state.attachments
    try:
        with request.app.state.places.one_for(current_asker()):
            return await anyio.to_thread.run_sync(lambda: work(read_form(kind, chunks, receive, look)), limiter=limiter)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it


def _check_form(request: Request, allowed: Callable[[], object], most_bytes: int) -> None:
    """Raises what `allowed` raises, WrongWish for a form of another site, TooLarge."""
    allowed()
    check_same_site(request.headers)
    size = announced_size(request)
    if size is None or size > most_bytes:
        raise TooLarge(f"this form has at most {most_bytes >> 10} KiB")


def _mark(fields: Fields) -> str:
    """What says that a form is of this page."""
    return next(iter(fields.get("tanda", ())), "")
