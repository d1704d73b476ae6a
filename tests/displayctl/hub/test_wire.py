"""Whatever is sent, the answer is a problem in the promised form; and what is described is what is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed

from displayctl.api.models import PlayedReport, PlayedRow, Problem
from displayctl.hub.reports import COLUMNS, as_csv
from tests.displayctl.hub.ground import add_wall
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say, say_text


@pytest.fixture(scope="module")
def desk(hub: RunningHub) -> Iterator[httpx2.Client]:
    headers = {"Authorization": f"Bearer {hub.client.transport.token}"}
    with httpx2.Client(base_url=hub.url, headers=headers, trust_env=False, timeout=60) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "word"),
    [
        ("GET", "/api/nothing", b"", 404, "not-found"),
        ("GET", "/api/media/tiada", b"", 404, "not-found"),
        ("GET", f"/api/assets/{'a' * 64}", b"", 404, "not-found"),
        ("GET", "/api/assets/..%2f..%2fdesk.token", b"", 404, "not-found"),
        ("GET", "/api/assets/ABC", b"", 422, "invalid"),
        ("DELETE", "/api/health", b"", 405, "invalid"),
        ("POST", "/api/batch", b"{", 422, "invalid"),
        ("POST", "/api/batch", b"[" * 100_000, 400, "invalid"),
        ("POST", "/api/batch", b'{"steps": []}', 422, "invalid"),
        ("POST", "/api/slots", b'{"value": {"id": 5}}', 422, "invalid"),
        ("POST", "/api/slots", b'{"value": {}, "surprise": 1}', 422, "invalid"),
        ("PUT", "/api/settings", b'{"version": true}', 422, "invalid"),
        ("GET", "/api/displays/tugu/plays?at=yesterday", b"", 422, "invalid"),
        ("GET", "/api/displays/tugu/plays?at=2026-11-22T08:00:00", b"", 422, "invalid"),
        ("GET", "/api/reports/plays?from=2026-11-22T08:00Z&to=2026-11-22T08:00Z", b"", 422, "invalid"),
        ("GET", "/api/reports/plays?from=2020-11-22T08:00Z&to=2026-11-22T08:00Z", b"", 422, "invalid"),
        ("POST", "/api/media?name=", b"x", 422, "invalid"),
        ("POST", "/api/fleet/tiada/identify", b"", 503, "unavailable"),
        ("POST", "/api/slots", b" " * (5 << 20), 413, "too-large"),
    ],
)
def test_every_refusal_is_a_problem(
    desk: httpx2.Client, method: str, path: str, body: bytes, status: int, word: str
) -> None:
    response = desk.request(method, path, content=body, headers={"Content-Type": "application/json"})
    problem = Problem.model_validate_json(response.content)
    assert (response.status_code, problem.status, problem.type) == (status, status, word)
    assert response.headers["content-type"] == "application/problem+json"
    assert len(problem.detail) > 10


def test_every_route_is_described_with_a_summary_and_a_tag(desk: httpx2.Client) -> None:
    paths = desk.get("/openapi.json").json()["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]
    assert len(operations) > 60
    assert all(operation["summary"] and operation["tags"] for operation in operations)
    ids = [operation["operationId"] for operation in operations]
    assert len(ids) == len(set(ids))


def test_what_a_player_says_wrongly_is_passed_over_and_too_much_ends_the_link(hub: RunningHub) -> None:
    add_wall(hub.client)
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, "tugu")
        with player.link() as link:
            say_text(link, "no JSON")
            say(link, type="unheard-of")
            say(link, type="heartbeat", sent_ms="soon")
            say(link, type="receipt", revision=-1, stage="lost")
            say(link, type="screenshot", id="x", png="%%%")
            say(link, type="alert-shown", alert_id="tiada", at_ms=1)
            say(link, type="heartbeat", sent_ms=7, showing={"title": "x" * 20_000})
            assert said(link, "time")["sent_ms"] == 7
            assert hub.client.fleet()[0].showing is None
            with pytest.raises(ConnectionClosed):
                _say_too_much(link.send, link.recv)


def test_a_newer_link_of_a_wall_ends_the_older(hub: RunningHub) -> None:
    with SimulatedPlayer(hub.url, "MMMM-MMMM") as player:
        player.enrol(hub.client, "tugu")
        with player.link() as old, player.link() as new:
            said(new, "notice")
            with pytest.raises(ConnectionClosed):
                _say_too_much(lambda text: None, old.recv)
            say(new, type="heartbeat", sent_ms=1)
            said(new, "time")
            assert hub.client.health().players_connected == 1


def test_a_spreadsheet_takes_no_title_for_a_formula() -> None:
    instant = datetime(2026, 11, 22, tzinfo=UTC)
    fields = {name: 0 for name in COLUMNS if name.endswith(("plays", "seconds"))}
    texts = {name: "=cmd|' /C calc'!A0" for name in COLUMNS if name.endswith(("_id", "_name", "_title"))}
    row = PlayedRow(**{**fields, **texts})  # type: ignore[arg-type]
    text = as_csv(PlayedReport(starts=instant, ends=instant, rows=(row,)))
    assert "'=cmd" in text
    assert ",=cmd" not in text


def _say_too_much(send: object, recv: object) -> None:
    """More than a link takes, then reading to its end."""
    if callable(send):
        send("x" * (9 << 20))
    while callable(recv):
        recv(timeout=10)
