"""The door of the hub's application: finds out who asks, looks the route up in the matrix, and refuses what it forbids.

It stands before everything else, so that nobody's body is read before it is known that they may send one. What depends
on the body (`Scope.CONTENT`), and what a list holds, is judged by the services, by the same roles.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import anyio.to_thread
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import ASGIApp, Receive, Scope, Send

from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.models import PartKind, Problem
from displayctl.hub.access import Origin
from displayctl.hub.accounts import bearer
from displayctl.hub.asking import Asker, AskerKind, now_asks
from displayctl.hub.belonging import Belonging
from displayctl.hub.errors import NotAuthorised, NotPermitted, ServiceError
from displayctl.hub.matrix import MATRIX, Rule, Who
from displayctl.hub.matrix import Scope as Where
from displayctl.hub.pages.complaints import Complaint, complaint_of
from displayctl.hub.pages.door import visitor_of
from displayctl.hub.pages.refusals import is_of_pages, refusal
from displayctl.hub.problems import headers_of, problem_of
from displayctl.hub.services import Services
from displayctl.hub.throttle import RequestRate, network_of

PROBLEM = "application/problem+json"
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
LONGEST_DESK_NAME = 100
# A desk that opens the library fetches hundreds of pictures at once; a guesser of tokens would like thousands.
A_SECOND, BURST = 200.0, 3000.0
REFUSED_A_SECOND, REFUSED_BURST = 20.0, 1000.0
EMERGENCY_PATHS = ("/api/alerts", "/api/signing-emergency", "/api/trust")
"""What an emergency asks for has threads of its own: all others may be waiting for a database that is locked."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row of the matrix that an address belongs to, with the values in the address."""

    path: str
    rule: Rule
    values: dict[str, str]


class Doorkeeper:
    """Wraps the application. Within a request, `asking.current_asker` tells who asks."""

    def __init__(self, app: ASGIApp, services: Services) -> None:
        self._app, self._hub = app, services
        self._rate = RequestRate(services.clock, A_SECOND, BURST)
        self._refusals = RequestRate(services.clock, REFUSED_A_SECOND, REFUSED_BURST)
        self._rows = [(method, path, compile_path(path), rule) for (method, path), rule in MATRIX.items()]
        self._rows.sort(key=lambda row: ("{" in row[1], row[1]))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        origin = origin_of(scope)
        now_asks(Asker(AskerKind.NOBODY, name=origin.desk, address=origin.address))
        try:
            chosen = self._choose(scope)
            if chosen.rule.who in (Who.PERSON, Who.THIS_MACHINE):
                limiter = scope["app"].state.urgent if scope["path"].startswith(EMERGENCY_PATHS) else None
                now_asks(await anyio.to_thread.run_sync(self._let_in, chosen, scope, origin, limiter=limiter))
            elif chosen.rule.who is Who.VISITOR:
                now_asks(await run_in_threadpool(self._visitor, scope, origin))
            elif chosen.rule.who is Who.ANYBODY and (token := bearer(Headers(scope=scope).get("authorization"))):
                with contextlib.suppress(NotAuthorised):  # who is known may be told more
                    now_asks(await run_in_threadpool(self._hub.access.identify, token, origin))
        except (_NoRoute, ServiceError) as error:
            await _refuse(scope, receive, send, error)
        else:
            scope["displayctl.row"] = chosen.path
            await self._app(scope, receive, send)

    def _choose(self, scope: Scope) -> Chosen:
        method = "WS" if scope["type"] == "websocket" else {"HEAD": "GET"}.get(scope["method"], scope["method"])
        others = False
        for allowed, path, (pattern, _, convertors), rule in self._rows:
            found = pattern.match(scope["path"])
            if found and allowed == method:
                return Chosen(path, rule, _values(found.groupdict(), convertors))
            others = others or bool(found)
        raise _NoRoute(scope, 405 if others else 404)

    def _let_in(self, chosen: Chosen, scope: Scope, origin: Origin) -> Asker:
        """Who asks, if they may. Raises NotAuthorised, NotPermitted, TooManyTries."""
        place = network_of(origin.address)
        try:
            asker = self._hub.access.identify(bearer(Headers(scope=scope).get("authorization")), origin)
        except NotAuthorised:
            self._refusals.take(place)
            raise
        self._rate.take(asker.session_id or place)
        check_who(chosen.rule, asker)
        if not asker.unbounded and chosen.rule.roles:
            self._check_rights(chosen, asker)
        return asker

    def _visitor(self, scope: Scope, origin: Origin) -> Asker:
        """Who visits the pages. Raises NoSuchThing, NotPermitted, TooManyTries."""
        asker = visitor_of(self._hub, scope, origin)
        self._rate.take(asker.session_id or network_of(origin.address))
        return asker

    def _check_rights(self, chosen: Chosen, asker: Asker) -> None:
        rule, what = chosen.rule, "this"
        match rule.scope:
            case Where.OFFICE:
                asker.require(rule.roles, (ALL_GROUPS,), what)
            case Where.GROUP:
                asker.require(rule.roles, (chosen.values["group"],), what)
            case Where.DISPLAY:
                asker.require(rule.roles, self._groups_of(PartKind.DISPLAY.value, chosen.values["id"]), what)
            case Where.PART:
                asker.require(rule.roles, (), what)
                asker.require_sight(self._groups_of(rule.kind, chosen.values["id"]), what)
            case _:
                asker.require(rule.roles, (), what)

    def _groups_of(self, kind: str, id: str) -> frozenset[str]:
        with self._hub.storage.reading() as work:
            return Belonging(work).of(kind, id)


def check_who(rule: Rule, asker: Asker) -> None:
    """Raises NotAuthorised, NotPermitted where `rule` is not for one who is known in this way."""
    if rule.who is Who.THIS_MACHINE:
        if asker.kind not in (AskerKind.DESK, AskerKind.RECOVERY):
            raise NotPermitted("this is done on the hub's own machine, with the desk token")
    elif asker.kind is AskerKind.RECOVERY and rule.scope is not Where.OWN:
        raise NotAuthorised("this hub has accounts, so the desk token opens it no more; sign in with: displayctl login")


def origin_of(scope: Scope) -> Origin:
    """Where a request comes from, and what its desk calls itself."""
    headers = Headers(scope=scope)
    name = "".join(letter for letter in headers.get("x-displayctl-desk", "") if letter.isprintable())
    client = scope.get("client")
    forwarded = any(header in headers for header in FORWARDED)
    return Origin(client[0] if client else "", name[:LONGEST_DESK_NAME], forwarded)


class _NoRoute(Exception):
    """No row of the matrix is for this; `problem` says so."""

    def __init__(self, scope: Scope, status: int) -> None:
        method, path = scope.get("method", "WS"), scope["path"]
        title = "Not Found" if status == 404 else "Method Not Allowed"
        detail = f"{method} {path:.200}: {title}; see /openapi.json for what there is"
        word = "not-found" if status == 404 else "invalid"
        super().__init__(detail)
        self.problem = Problem(type=word, title=title, status=status, detail=detail)


def _values(found: dict[str, str], convertors: dict[str, Convertor[object]]) -> dict[str, str]:
    return {name: str(convertors[name].convert(value)) for name, value in found.items()}


async def _refuse(scope: Scope, receive: Receive, send: Send, error: _NoRoute | ServiceError) -> None:
    problem = error.problem if isinstance(error, _NoRoute) else problem_of(error)
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4403, "reason": problem.title})
        return
    if is_of_pages(scope["path"]):
        complaint = Complaint("not_found", problem.status) if isinstance(error, _NoRoute) else complaint_of(error)
        answer = refusal(HTTPConnection(scope), complaint)
    else:
        answer = Response(problem.model_dump_json(), problem.status, media_type=PROBLEM)
    # The rest of a body that nobody will read, which may be gigabytes, must not be sent.
    answer.headers.update({"Connection": "close", **headers_of(error)})
    await answer(scope, receive, send)
