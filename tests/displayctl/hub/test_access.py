"""The matrix of rights is compared with the routes that exist, and each of them is tried without a token."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from displayctl.api.client import HubClient
from displayctl.api.errors import NotAllowed
from displayctl.hub.app import make_app
from displayctl.hub.database import NEWEST_REVISION
from displayctl.hub.matrix import MATRIX, Who
from displayctl.hub.rights_page import page
from tests.fakes.hub_in_thread import RunningHub

DOCS = Path(__file__).resolve().parents[3] / "docs"


def _routes(hub: RunningHub) -> set[tuple[str, str]]:
    routes = iter_route_contexts(make_app(hub.services).routes)
    return {(method, route.path) for route in routes for method in route.methods or {"WS"}} - {
        ("HEAD", "/openapi.json")
    }


def test_every_route_is_in_the_matrix_and_the_other_way_round(hub: RunningHub) -> None:
    assert _routes(hub) == set(MATRIX)


@pytest.mark.parametrize("token", ["", "wrong", "Ünïcode"])
def test_no_token_and_a_wrong_one_open_nothing(hub: RunningHub, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}".encode()} if token else {}
    opened = []
    with httpx2.Client(base_url=hub.url, headers=headers, trust_env=False) as stranger:
        for (method, path), rule in MATRIX.items():
            if rule.who in (Who.PERSON, Who.THIS_MACHINE, Who.DEVICE) and method != "WS":
                filled = path.replace("{sha256}", "a" * 64).replace("{id}", "x").replace("{group}", "x")
                response = stranger.request(method, filled)
                if (response.status_code, response.json()["type"]) != (401, "unauthorised"):
                    opened.append((method, path, response.status_code))
    assert opened == []


def test_a_device_token_opens_no_desk_route_and_the_desk_token_no_device_route(hub: RunningHub) -> None:
    headers = {"Authorization": f"Bearer {hub.client.transport.token}"}
    assert httpx2.get(f"{hub.url}/player/bundle", headers=headers, trust_env=False).status_code == 401


def test_the_events_want_the_token_first(hub: RunningHub) -> None:
    address = "ws" + hub.url.removeprefix("http") + "/api/events"
    with connect(address, proxy=None) as socket:
        socket.send("wrong")
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(timeout=5)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401
    with connect(address, proxy=None) as socket:
        socket.send(hub.client.transport.token)
        assert json.loads(socket.recv(timeout=5))["kind"] == "hello"


def test_the_link_wants_a_device_token(hub: RunningHub) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect("ws" + hub.url.removeprefix("http") + "/player/link", proxy=None)
    assert refused.value.response.status_code == 401


def test_the_token_belongs_to_its_owner_alone_and_stays_the_same(hub: RunningHub) -> None:
    path = hub.installation.token_file
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_text().strip()) >= 40


def test_health_needs_no_token_and_says_how_things_are(hub: RunningHub) -> None:
    with HubClient(hub.url) as stranger:
        health = stranger.health()
        with pytest.raises(NotAllowed):
            stranger.settings()
    assert (health.product, health.schema_revision, health.players_connected) == ("displayctl", NEWEST_REVISION, 0)


def test_the_page_about_rights_says_what_the_matrix_says() -> None:
    assert (DOCS / "rights.md").read_text(encoding="utf-8") == page()
