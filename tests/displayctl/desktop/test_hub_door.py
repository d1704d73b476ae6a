"""The desk's client moves to another address, or another session, while work still waits for an answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from displayctl.api.errors import HubError, HubUnreachable
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.link import HubAddress

PATIENCE_SECONDS = 10


@contextmanager
def slow_hub(asked: threading.Event, may_answer: threading.Event) -> Iterator[str]:
    """A hub that says that there is no such thing, once it may."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.set()
            may_answer.wait(PATIENCE_SECONDS)
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Not on standard error."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            may_answer.set()
            server.shutdown()
            thread.join(PATIENCE_SECONDS)


def test_what_was_asked_before_a_move_still_gets_its_answer() -> None:
    asked, may_answer = threading.Event(), threading.Event()
    with slow_hub(asked, may_answer) as url, ThreadPoolExecutor(1) as threads:
        door = HubDoor(HubAddress(url, "desk"))
        try:
            waiting = threads.submit(door.client.health)
            assert asked.wait(PATIENCE_SECONDS)
            door.move(HubAddress(url, "session"))
            may_answer.set()
            with pytest.raises(HubError) as told:
                waiting.result(PATIENCE_SECONDS)
            assert not isinstance(told.value, HubUnreachable)
        finally:
            door.close()
