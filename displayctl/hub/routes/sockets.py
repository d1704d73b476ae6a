"""What both kinds of WebSocket share: one task sends what waits, one listens; when either ends, both do."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine

import anyio.to_thread
from fastapi import WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from displayctl.hub.outbox import Outbox

SEND_SECONDS = 20.0
LEAST_BYTES_A_SECOND = 10_000
GOING_AWAY = 1001


async def pour_out(socket: WebSocket, outbox: Outbox, listening: Coroutine[None, None, None]) -> None:
    """Sends what `outbox` holds while `listening` runs; returns when one of them ends, with the socket closed."""
    tasks = {asyncio.create_task(_send(socket, outbox)), asyncio.create_task(listening)}
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        outbox.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if socket.client_state is WebSocketState.CONNECTED and socket.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, OSError, WebSocketDisconnect):
                await asyncio.wait_for(socket.close(GOING_AWAY), SEND_SECONDS)


async def _send(socket: WebSocket, outbox: Outbox) -> None:
    """One that takes too long for one message counts as gone."""
    with contextlib.suppress(WebSocketDisconnect, TimeoutError, OSError):
        while (given := await outbox.get()) is not None:
            message = (
                given
                if isinstance(given, str)
                else await anyio.to_thread.run_sync(given, limiter=socket.app.state.urgent)
            )
            if message:
                seconds = SEND_SECONDS + len(message) / LEAST_BYTES_A_SECOND
                sending = socket.send_text(message) if isinstance(message, str) else socket.send_bytes(message)
                await asyncio.wait_for(sending, seconds)
