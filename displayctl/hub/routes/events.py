"""Facts for desks as they happen, over a WebSocket whose first message is a session's token, or the desk token."""

from __future__ import annotations

import asyncio
import contextlib

from fastapi import APIRouter, WebSocket
from fastapi.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect

from displayctl.api.models import Event
from displayctl.hub.asking import Asker
from displayctl.hub.doorkeeper import check_who, origin_of
from displayctl.hub.errors import NotAuthorised, NotPermitted
from displayctl.hub.matrix import MATRIX
from displayctl.hub.outbox import Outbox
from displayctl.hub.routes.context import services_of
from displayctl.hub.routes.sockets import pour_out
from displayctl.hub.services import Services
from displayctl.hub.sight import EventSight

MOST_WAITING, MOST_WAITING_BYTES = 4096, 8 << 20
TOKEN_SECONDS, CHECKED_EVERY_SECONDS = 10.0, 15.0
NOT_AUTHORISED = 4401
PATH = "/api/events"
router = APIRouter()


@router.websocket(PATH)
async def events(socket: WebSocket) -> None:
    """Sends facts until the desk leaves, or has no right to them any more. One that reads too slowly is disconnected,
    to read all anew.
    """
    hub = services_of(socket)
    await socket.accept()
    try:
        token = await asyncio.wait_for(socket.receive_text(), TOKEN_SECONDS)
        asker = await run_in_threadpool(_identify, hub, socket, token)
    except (NotAuthorised, NotPermitted, TimeoutError, KeyError):
        await socket.close(NOT_AUTHORISED)
        return
    except WebSocketDisconnect:
        return
    outbox = Outbox(MOST_WAITING, MOST_WAITING_BYTES)
    outbox.put(Event(kind="hello").model_dump_json())
    sight = EventSight(hub.storage, asker)
    stop = hub.bus.listen(lambda event: _note(outbox, sight, event))
    socket.app.state.outboxes.add(outbox)
    try:
        await pour_out(socket, outbox, _listen(hub, socket, token, asker))
    finally:
        socket.app.state.outboxes.discard(outbox)
        stop()


def _identify(hub: Services, socket: WebSocket, token: str) -> Asker:
    rule = MATRIX["WS", PATH]
    asker = hub.access.identify(token, origin_of(socket.scope))
    check_who(rule, asker)
    asker.require(rule.roles, (), "following what happens")
    return asker


def _note(outbox: Outbox, sight: EventSight, event: Event) -> None:
    seen = sight.of(event)
    if seen is not None:
        outbox.put(seen.model_dump_json())


async def _listen(hub: Services, socket: WebSocket, token: str, asker: Asker) -> None:
    """A desk has nothing more to say; reading on tells when it leaves. Returns when its rights have changed, too."""
    leaving = asyncio.create_task(_read_on(socket))
    try:
        while not leaving.done():
            await asyncio.wait({leaving}, timeout=CHECKED_EVERY_SECONDS)
            if await run_in_threadpool(_identify, hub, socket, token) != asker:
                return
    except (NotAuthorised, NotPermitted):
        return
    finally:
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)


async def _read_on(socket: WebSocket) -> None:
    with contextlib.suppress(WebSocketDisconnect, KeyError):
        while True:
            await socket.receive_text()
