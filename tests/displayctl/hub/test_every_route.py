"""Whatever is sent to whichever route the description names: the hub never answers that the fault is its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.studio.announcement import Announcement
from displayctl.api.models import PartKind, Problem
from displayctl.desk.publishing import publish
from displayctl.hub.cards.fetching import Addresses
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer

NAMES = ["tugu", "utama", "pagi", "", "A", "-", "..%2f..%2fdesk.token", "%00", "💥", "x" * 300, "a" * 64, "%20"]
ODD_TEXTS = ["\x00", "\ud7ff", "a" * 5000, "=1+1", "'; --", "NaN", "1e400", "٣", "‮", "AAAA", "e30=", "A", "W10="]
NUMBERS = [0, 1, 2, 100, 640, -1, 1 << 31, 1 << 53, (1 << 53) + 1, 1 << 63, 1 << 64, 10**30, 1.5, 1e308]
INSTANTS = [
    "2026-11-22T08:00:00Z",
    "2026-11-22T08:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59Z",
    "2199-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "2026-02-30T00:00:00Z",
]
NOT_NOW = (503, 504, 507)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: query and body are what JSON can say."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


@dataclass(frozen=True, slots=True)
class Target:
    """A hub with something in it, its routes, and documents that it would take, to be spoilt."""

    hub: RunningHub
    player: SimulatedPlayer
    http: httpx2.Client
    paths: dict[str, Any]
    schemas: dict[str, Any]
    documents: tuple[dict[str, Any], ...]
    signed: tuple[str, ...]
    made: dict[int, st.SearchStrategy[Any]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def target(hub: RunningHub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    cards = hub.services.cards
    cards._data = replace(cards._data, addresses=Addresses("http://127.0.0.1/{place}", "http://127.0.0.1/"))
    add_wall(hub.client)
    medium = add_picture(hub.client, tmp_path_factory.mktemp("files"))
    add_playlist(hub.client, "pagi", medium.id)
    add_slot(hub.client, "pagi", "pagi", "tugu")
    publish(hub.client, hub.keyring, "utama")
    parts = [part.value for kind in PartKind for part in hub.client.parts(kind)]
    signing, emergency = hub.client.signing_state("utama"), hub.client.emergency_state()
    signed = (signing.policy, signing.role or "", emergency.role, emergency.drill)
    documents = (*parts, Announcement(title="Hai", body="x").to_dict(), signing.draft)
    with (
        SimulatedPlayer(hub.url) as player,
        httpx2.Client(base_url=hub.url, trust_env=False, timeout=30) as http,
    ):
        player.enrol(hub.client, "tugu")
        described = http.get("/openapi.json").json()
        yield Target(hub, player, http, described["paths"], described["components"]["schemas"], documents, signed)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_request_is_answered_with_the_hubs_own_fault(target: Target, data: st.DataObject) -> None:
    asked = data.draw(requests(target))
    player = asked.path.startswith("/player")
    token = target.player.token if player else target.hub.client.transport.token
    content = asked.body if isinstance(asked.body, bytes) else json.dumps(asked.body).encode("utf-8", "surrogatepass")
    response = target.http.request(
        asked.method,
        asked.path,
        params=asked.query,
        content=None if asked.body is None else content,
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    assert response.status_code < 500 or response.status_code in NOT_NOW, response.text
    if response.status_code >= 400:
        assert Problem.model_validate_json(response.content).status == response.status_code


@pytest.mark.parametrize(
    ("at", "published", "draft"),
    [
        ("0001-01-01T00:00:00Z", 422, 422),
        ("1969-12-31T23:59:59Z", 422, 422),
        ("1970-01-01T00:00:00Z", 404, 200),
        ("2199-12-01T00:00:00Z", 200, 200),
        ("2199-12-31T23:59:59Z", 422, 422),
        ("9999-12-31T23:59:59Z", 422, 422),
    ],
)
def test_what_plays_is_told_up_to_the_ends_of_the_calendar(target: Target, at: str, published: int, draft: int) -> None:
    for source, status in (("published", published), ("draft", draft)):
        token = target.hub.client.transport.token
        query = {"at": at, "source": source}
        answer = target.http.get("/api/displays/tugu/plays", params=query, headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == status, answer.text


@st.composite
def requests(draw: st.DrawFn, target: Target) -> Asked:
    path = draw(st.sampled_from([path for path in sorted(target.paths) if "screenshot" not in path]))
    method = draw(st.sampled_from(sorted(target.paths[path])))
    operation = target.paths[path][method]
    query: dict[str, str] = {}
    address = path
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        if parameter["in"] == "path":
            address = address.replace("{" + name + "}", quote(draw(st.sampled_from(NAMES)), safe="%") or "x")
        elif parameter["in"] == "query" and (parameter.get("required") or draw(st.booleans())):
            value = draw(values(target, parameter["schema"]))
            query[name] = value[:2000] if isinstance(value, str) else json.dumps(value)[:2000]
    body = None
    if "requestBody" in operation:
        schema = next(iter(operation["requestBody"]["content"].values()))["schema"]
        body = draw(values(target, schema))
    elif method == "post":
        body = draw(st.binary(max_size=64))
    return Asked(method.upper(), address, query, body)


def anything() -> st.SearchStrategy[Any]:
    leaves = st.sampled_from([None, True, False, [], {}, *NUMBERS, *ODD_TEXTS, *INSTANTS])
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words(), inner, max_size=3))


def words() -> st.SearchStrategy[str]:
    return st.sampled_from(["id", "name", "title", "value", "utama", "prog-utama", "targets", "emergency", "\x00"])


def values(target: Target, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What the schema allows, what is nearly that, and now and then something else altogether."""
    known = target.made.get(id(schema))
    if known is None:
        right = _right(target, schema)
        known = st.integers(0, 9).flatmap(lambda rarely: right if rarely else anything())
        target.made[id(schema)] = known
    return known


def _right(target: Target, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return values(target, target.schemas[schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return st.one_of([values(target, choice) for choice in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema.get("type"):
        case "object":
            return _objects(target, schema)
        case "array":
            return st.lists(values(target, schema.get("items", {})), max_size=3)
        case "string":
            return _texts(target, schema)
        case "integer" | "number":
            return st.sampled_from([*NUMBERS, schema.get("minimum", 0), schema.get("maximum", 1)])
        case "boolean":
            return st.booleans()
    return anything()


def _texts(target: Target, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if schema.get("format") == "date-time":
        return st.sampled_from(INSTANTS)
    if "A-Za-z0-9+/" in schema.get("pattern", ""):
        return st.sampled_from([*target.signed, *ODD_TEXTS])
    return st.sampled_from([*NAMES, *ODD_TEXTS, "BBBB-CCCC", "contain", "published"])


def _objects(target: Target, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    properties = schema.get("properties")
    if properties is not None:
        required = {name: values(target, properties[name]) for name in schema.get("required", ())}
        optional = {name: values(target, of) for name, of in properties.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional)
    inner = schema.get("additionalProperties")
    if isinstance(inner, dict):
        return st.dictionaries(words(), values(target, inner), max_size=3)
    return spoilt(target)


@st.composite
def spoilt(draw: st.DrawFn, target: Target) -> Any:
    """A document the hub would take, with something in it taken away or put in its place."""
    document = json.loads(json.dumps(draw(st.sampled_from(target.documents))))
    for _ in range(draw(st.integers(0, 2))):
        _spoil(draw, document)
    return document


def _spoil(draw: st.DrawFn, node: Any) -> None:
    while isinstance(node, dict | list) and node:
        key: Any = (
            draw(st.sampled_from(sorted(node))) if isinstance(node, dict) else draw(st.integers(0, len(node) - 1))
        )
        if isinstance(node[key], dict | list) and node[key] and draw(st.booleans()):
            node = node[key]
            continue
        if draw(st.booleans()):
            node[key] = draw(anything())
        else:
            del node[key]
        return
