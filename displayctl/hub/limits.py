"""How large a request may be: bodies are counted as they come, whatever was announced."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from displayctl.hub.pages.forms import LARGEST_FORM_BYTES

DEFAULT_BYTES = 4 << 20
LIMITS: tuple[tuple[str, int], ...] = (
    ("/api/announcements", 28 << 20),
    ("/api/publications", 64 << 20),
    ("/api/alerts", 64 << 20),
    ("/api/submissions", 24 << 20),
    ("/api/proposals", 24 << 20),
    ("/api/trust", 24 << 20),
    ("/api/batch", 32 << 20),
    ("/api/checklists", 24 << 20),
    ("/permohonan", LARGEST_FORM_BYTES),
    ("/player/enrolments", 16 << 10),
    ("/player/challenges", 16 << 10),
    ("/player/tokens", 16 << 10),
)
OWN_LIMIT = frozenset({"/api/media", "/api/request-files"})
"""Routes that stream their body and bound it themselves."""


class BodyLimit:
    """Refuses with 413 what is larger than its route takes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in OWN_LIMIT:
            await self._app(scope, receive, send)
            return
        most = next((limit for prefix, limit in LIMITS if scope["path"].startswith(prefix)), DEFAULT_BYTES)
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, f"more than {most} bytes were sent; this route takes no more")
            return message

        await self._app(scope, counted, send)
