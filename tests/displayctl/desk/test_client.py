"""The desk's way to a hub that is not there, is no hub, or stops answering: told in words, never as a stack trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import FAMILIES, HubError, HubUnreachable, error_for
from displayctl.api.models import PartKind, Problem


class _LoginPage(BaseHTTPRequestHandler):
    """What a hotel's network answers to everything."""

    def do_GET(self) -> None:
        status = 200 if self.path != "/api/settings" else 502
        self.send_response(status)
        self.send_header("Content-Length", "13")
        self.end_headers()
        self.wfile.write(b"<html></html>")

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def login_page() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _LoginPage) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_nobody_at_the_address_says_how_to_start_a_hub() -> None:
    with HubClient("http://127.0.0.1:9") as client, pytest.raises(HubUnreachable, match="displayctl hub"):
        client.health()


def test_what_is_no_hub_is_not_believed(login_page: str) -> None:
    with HubClient(login_page) as client:
        with pytest.raises(HubUnreachable):
            client.health()
        with pytest.raises(HubUnreachable):
            client.parts(PartKind.SLOT)
        with pytest.raises(HubError, match="502"):
            client.settings()


def test_every_family_has_its_word() -> None:
    for word, family in FAMILIES.items():
        error = error_for(Problem(type=word, title="t", status=400, detail="a sentence", where=("x",)))
        assert type(error) is family
        assert str(error) == "a sentence"
    assert type(error_for(Problem(type="new-word", title="t", status=400, detail=""))) is HubError
