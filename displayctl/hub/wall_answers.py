"""Orders that a wall answers over its link: sent by name, awaited for a while."""

from __future__ import annotations

import asyncio
import secrets

from displayctl.api.models import Document
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.errors import NoAnswer
from displayctl.hub.heartbeats import AnswerSaid

ANSWER_SECONDS = 10.0


class WallAnswers:
    """`ask` on the event loop, `took` from whatever thread hears the wall."""

    def __init__(self, dispatch: Dispatch) -> None:
        self._dispatch = dispatch
        self._waiting: dict[str, tuple[str, asyncio.AbstractEventLoop, asyncio.Future[AnswerSaid]]] = {}

    async def ask(self, display_id: str, message: Document) -> AnswerSaid:
        """What a wall answers. Raises NotNow where it is away, NoAnswer after ten seconds."""
        name, loop = secrets.token_hex(8), asyncio.get_running_loop()
        future: asyncio.Future[AnswerSaid] = loop.create_future()
        self._waiting[name] = display_id, loop, future
        try:
            self._dispatch.send(display_id, {**message, "id": name})
            return await asyncio.wait_for(future, ANSWER_SECONDS)
        except TimeoutError as error:
            raise NoAnswer(f"{display_id!r} said nothing within {ANSWER_SECONDS:.0f} s; try again") from error
        finally:
            del self._waiting[name]

    def took(self, display_id: str, said: AnswerSaid) -> None:
        """An answer came; those that nobody waits for, or of another wall, are dropped."""
        asked, loop, future = self._waiting.get(said.id, ("", None, None))
        if asked == display_id and loop is not None and future is not None:
            loop.call_soon_threadsafe(_fulfil, future, said)


def _fulfil(future: asyncio.Future[AnswerSaid], said: AnswerSaid) -> None:
    if not future.done():
        future.set_result(said)
