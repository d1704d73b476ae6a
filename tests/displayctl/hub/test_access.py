"""Who may do what: the matrix is compared with the routes that exist, and each of them is tried without a token."""

from __future__ import annotations

import json
import stat

import httpx2
import pytest
from fastapi.routing import iter_route_contexts
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from displayctl.api.client import PLURALS, HubClient
from displayctl.api.errors import NotAllowed
from displayctl.hub.app import make_app
from displayctl.hub.database import NEWEST_REVISION
from tests.fakes.hub_in_thread import RunningHub

ANYBODY, DESK, DEVICE, SIGNATURE = "anybody", "desk token", "device token", "signature in the body"
PARTS = {
    **{("GET", f"/api/{word}"): DESK for word in PLURALS.values()},
    **{("POST", f"/api/{word}"): DESK for word in PLURALS.values()},
    **{("GET", f"/api/{word}/{{id}}"): DESK for word in PLURALS.values()},
    **{("PUT", f"/api/{word}/{{id}}"): DESK for word in PLURALS.values()},
    **{("DELETE", f"/api/{word}/{{id}}"): DESK for word in PLURALS.values()},
}
MATRIX = {
    **PARTS,
    ("GET", "/openapi.json"): ANYBODY,
    ("GET", "/api/health"): ANYBODY,
    ("GET", "/authority"): ANYBODY,
    ("POST", "/api/batch"): DESK,
    ("GET", "/api/media"): DESK,
    ("POST", "/api/media"): DESK,
    ("GET", "/api/media/{id}"): DESK,
    ("PATCH", "/api/media/{id}"): DESK,
    ("DELETE", "/api/media/{id}"): DESK,
    ("GET", "/api/media/{id}/thumbnail"): DESK,
    ("GET", "/api/media/{id}/poster"): DESK,
    ("GET", "/api/media/{id}/uses"): DESK,
    ("GET", "/api/assets/{sha256}"): DESK,
    ("POST", "/api/announcements"): DESK,
    ("PUT", "/api/announcements/{id}"): DESK,
    ("POST", "/api/announcements/preview"): DESK,
    ("GET", "/api/jobs"): DESK,
    ("GET", "/api/jobs/{id}"): DESK,
    ("DELETE", "/api/jobs/{id}"): DESK,
    ("GET", "/api/settings"): DESK,
    ("PUT", "/api/settings"): DESK,
    ("GET", "/api/signing/{group}"): DESK,
    ("GET", "/api/signing-emergency"): DESK,
    ("POST", "/api/publications/{group}"): DESK,
    ("GET", "/api/publications"): DESK,
    ("GET", "/api/publications/{group}/receipts"): DESK,
    ("GET", "/api/programmes/{group}"): DESK,
    ("GET", "/api/displays/{id}/plays"): DESK,
    ("GET", "/api/fleet"): DESK,
    ("GET", "/api/fleet/enrolments"): DESK,
    ("POST", "/api/fleet/approvals"): DESK,
    ("DELETE", "/api/fleet/{id}"): DESK,
    ("POST", "/api/fleet/{id}/screenshot"): DESK,
    ("POST", "/api/fleet/{id}/test-pattern"): DESK,
    ("POST", "/api/fleet/{id}/identify"): DESK,
    ("GET", "/api/alerts"): DESK,
    ("POST", "/api/alerts"): DESK,
    ("GET", "/api/reports/plays"): DESK,
    ("WS", "/api/events"): DESK,
    ("POST", "/player/enrolments"): SIGNATURE,
    ("GET", "/player/enrolments/{device_id}"): ANYBODY,
    ("POST", "/player/challenges"): ANYBODY,
    ("POST", "/player/tokens"): SIGNATURE,
    ("GET", "/player/bundle"): DEVICE,
    ("GET", "/player/assets/{sha256}"): DEVICE,
    ("POST", "/player/records"): DEVICE,
    ("WS", "/player/link"): DEVICE,
}


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
        for (method, path), who in MATRIX.items():
            if who in (DESK, DEVICE) and method != "WS":
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
