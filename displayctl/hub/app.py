"""The hub's application: routes over services, problems for everything that goes wrong, limits around all of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache

import anyio
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from content.errors import ContentError
from displayctl.api.models import Problem
from displayctl.hub.doorkeeper import Doorkeeper
from displayctl.hub.errors import ServiceError
from displayctl.hub.limits import BodyLimit
from displayctl.hub.logs import log
from displayctl.hub.pages import account_routes, request_routes
from displayctl.hub.pages.complaints import Complaint
from displayctl.hub.pages.refusals import is_of_pages, refusal
from displayctl.hub.problems import headers_of, problem_of
from displayctl.hub.routes import (
    absence,
    accounts,
    alerts,
    announcements,
    audit,
    authority,
    bundles,
    cards,
    device_reports,
    events,
    feeds,
    fleet,
    health,
    incidents,
    jobs,
    media,
    parts,
    player_content,
    player_enrolment,
    player_link,
    publications,
    reports,
    requests,
    site_checks,
    submissions,
    trust,
    users,
    wall_health,
    wall_orders,
    warnings,
)
from displayctl.hub.routes.arriving import Places
from displayctl.hub.routes.context import require_row
from displayctl.hub.services import Services
from schedules.errors import ScheduleError

UPLOADS_AT_ONCE, ATTACHMENTS_AT_ONCE, URGENT_AT_ONCE = 8, 6, 8
PROBLEM = "application/problem+json"
BODY_UNREAD = frozenset({401, 413, 507})
_WORDS = {404: "not-found", 405: "invalid", 413: "too-large", 401: "unauthorised", 400: "invalid"}


def make_app(services: Services, on_ready: Callable[[], None] = lambda: None) -> FastAPI:
    """The application over `services`; `on_ready` is called on the event loop once it takes requests."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.uploads = anyio.CapacityLimiter(UPLOADS_AT_ONCE)
        app.state.attachments = anyio.CapacityLimiter(ATTACHMENTS_AT_ONCE)
        app.state.urgent = anyio.CapacityLimiter(URGENT_AT_ONCE)
        app.state.places = Places()
        scheduler = services.clockwork.scheduler()
        scheduler.start()
        on_ready()
        try:
            yield
        finally:
            scheduler.shutdown(wait=False)

    app = FastAPI(
        title="displayctl hub",
        summary="Schedules, signs off and proves what public LED walls show.",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        routes=list(_routes()),
    )
    app.state.services = services
    app.state.outboxes = set()
    _add_problems(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(Doorkeeper, services=services)
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """Every route, worked out once in a process: none depends on the services.

    Nothing is worked out before the first request, as the prefix is given where the routers are included: FastAPI
    looks into every router that is included without one.
    """
    hub = APIRouter(dependencies=[Depends(require_row)])
    refused = {"4XX": {"model": Problem}, "5XX": {"model": Problem}}
    desk = APIRouter(responses=refused)  # type: ignore[arg-type]
    for part in (accounts, users, audit, publications, parts, media, announcements, jobs, fleet, alerts, reports):
        desk.include_router(part.router)
    for part in (trust, submissions):
        desk.include_router(part.router)
    desk.include_router(absence.router)
    desk.include_router(wall_health.router)
    desk.include_router(wall_orders.router)
    desk.include_router(site_checks.router)
    desk.include_router(device_reports.router)
    desk.include_router(bundles.router)
    desk.include_router(warnings.router)
    desk.include_router(feeds.router)
    desk.include_router(cards.router)
    desk.include_router(incidents.router)
    desk.include_router(requests.router)
    for router, prefix in ((health.router, ""), (authority.router, ""), (desk, "/api"), (events.router, "")):
        hub.include_router(router, prefix=prefix)
    hub.include_router(account_routes.router)
    hub.include_router(request_routes.router)
    for router in (player_enrolment.router, player_content.router, player_link.router):
        hub.include_router(router)
    return tuple(hub.routes)


def _add_problems(app: FastAPI) -> None:
    for family in (ServiceError, ContentError, ScheduleError):
        app.add_exception_handler(family, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unknown)


async def _known(request: Request, error: Exception) -> Response:
    return _answer(problem_of(error), headers_of(error))


async def _invalid(request: Request, error: Exception) -> Response:
    found = error.errors()[0] if isinstance(error, RequestValidationError) and error.errors() else {}
    field = ".".join(str(step) for step in found.get("loc", ()))
    detail = f"{field}: {found.get('msg', 'is not valid')}"
    return _answer(Problem(type="invalid", title="Not valid", status=422, detail=detail, field=field))


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = str(error.detail) if isinstance(error, HTTPException) else ""
    detail = f"{request.method} {request.url.path}: {said}; see /openapi.json for what there is"
    return _answer(Problem(type=_WORDS.get(status, "error"), title=said, status=status, detail=detail))


async def _unknown(request: Request, error: Exception) -> Response:
    # The outermost door of a request: the log has the whole story, the answer says that it was the hub's fault.
    log().error("request failed", method=request.method, path=request.url.path, exc_info=error)
    if is_of_pages(request.url.path):
        return refusal(request, Complaint("hub_fault", 500))
    return _answer(problem_of(error))


def _answer(problem: Problem, further: dict[str, str] | None = None) -> Response:
    # Who is refused before the body was read must not send the rest of it, which may be gigabytes.
    headers = {"Connection": "close"} if problem.status in BODY_UNREAD else {}
    return Response(problem.model_dump_json(), problem.status, headers | (further or {}), media_type=PROBLEM)
