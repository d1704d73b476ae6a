"""The hub's application on a listening socket, which says goodbye to players and desks before it stops."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from displayctl.hub.app import make_app
from displayctl.hub.outbox import Outbox
from displayctl.hub.services import Services

STOP_SECONDS = 5
LARGEST_LINK_MESSAGE = 8 << 20


def make_server(services: Services, on_ready: Callable[[], None]) -> uvicorn.Server:
    """A server of the hub's application, to be run with a listening socket."""
    app = make_app(services, on_ready)
    authority = services.doors.authority
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        ws_per_message_deflate=False,
        ws_max_size=LARGEST_LINK_MESSAGE,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        timeout_graceful_shutdown=STOP_SECONDS,
        ssl_context_factory=None if authority is None else lambda config, default: authority.context,
        # Without a named proxy nobody may say where a request comes from, not even somebody on this machine.
        proxy_headers=bool(services.doors.proxies),
        forwarded_allow_ips=list(services.doors.proxies),
    )
    return HubServer(config, services, app.state.outboxes)


class HubServer(uvicorn.Server):
    """Ends the links of players and desks first, which otherwise would hold the shutdown up."""

    def __init__(self, config: uvicorn.Config, services: Services, outboxes: set[Outbox]) -> None:
        super().__init__(config)
        self._services, self._outboxes = services, outboxes

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._services.dispatch.end_all()
        for outbox in tuple(self._outboxes):
            outbox.close()
        await super().shutdown(sockets)
