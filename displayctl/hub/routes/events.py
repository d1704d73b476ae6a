"""Facts for desks as they happen, over a WebSocket whose first message is the desk token."""

from __future__ import annotations

import asyncio
import contextlib

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from displayctl.api.models import Event
from displayctl.hub.errors import NotAuthorised
from displayctl.hub.outbox import Outbox
from displayctl.hub.routes.context import services_of
from displayctl.hub.routes.sockets import pour_out

MOST_WAITING, MOST_WAITING_BYTES = 4096, 8 << 20
TOKEN_SECONDS = 10.0
NOT_AUTHORISED = 4401
router = APIRouter()


@router.websocket("/api/events")
async def events(socket: WebSocket) -> None:
    """Sends facts until the desk leaves. One that reads too slowly is disconnected, to read all anew."""
    hub = services_of(socket)
    await socket.accept()
    try:
        hub.access.check(await asyncio.wait_for(socket.receive_text(), TOKEN_SECONDS))
    except (NotAuthorised, TimeoutError, KeyError):
        await socket.close(NOT_AUTHORISED)
        return
    except WebSocketDisconnect:
        return
    outbox = Outbox(MOST_WAITING, MOST_WAITING_BYTES)
    outbox.put(Event(kind="hello").model_dump_json())
    stop = hub.bus.listen(lambda event: _note(outbox, event))
    socket.app.state.outboxes.add(outbox)
    try:
        await pour_out(socket, outbox, _listen(socket))
    finally:
        socket.app.state.outboxes.discard(outbox)
        stop()


def _note(outbox: Outbox, event: Event) -> None:
    outbox.put(event.model_dump_json())


async def _listen(socket: WebSocket) -> None:
    """A desk has nothing more to say; reading on tells when it leaves."""
    with contextlib.suppress(WebSocketDisconnect, KeyError):
        while True:
            await socket.receive_text()
