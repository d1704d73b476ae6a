"""The hub's own description, taken at its word by a generator of requests: none is answered with the hub's own fault.

Beside `test_every_route`, which spoils documents that it knows, this one knows nothing but the description.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from displayctl.api.models import Problem
from tests.displayctl.hub.ground import add_wall
from tests.fakes.hub_in_thread import RunningHub

NOT_NOW = (503, 504, 507)
COSTLY = ("screenshot", "/session", "administrator", "password", "/feeds/{id}/test")
"""What waits for a wall or for an address elsewhere, or hashes passwords; these are tried elsewhere."""


@dataclass(frozen=True, slots=True)
class Described:
    """A hub, and for each operation that it describes the requests it could be sent."""

    http: httpx2.Client
    operations: tuple[Any, ...]


@pytest.fixture(scope="module")
def described(hub: RunningHub) -> Iterator[Described]:
    add_wall(hub.client)
    headers = {"Authorization": f"Bearer {hub.client.transport.token}"}
    with httpx2.Client(base_url=hub.url, headers=headers, trust_env=False, timeout=30) as http:
        schema = schemathesis.openapi.from_dict(http.get("/openapi.json").json())
        found = [result.ok() for result in schema.get_all_operations()]
        wanted = tuple(each for each in found if not any(word in each.path for word in COSTLY))
        assert len(wanted) > 60
        yield Described(http, wanted)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_no_request_that_the_description_allows_or_forbids_is_the_hubs_own_fault(
    described: Described, data: st.DataObject
) -> None:
    operation = data.draw(st.sampled_from(described.operations))
    mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    case = data.draw(operation.as_strategy(generation_mode=mode))
    sent = case.as_transport_kwargs(base_url=str(described.http.base_url))
    kwargs = {name: sent[name] for name in ("method", "url", "params", "json", "data") if sent.get(name) is not None}
    content = kwargs.pop("data", None)
    if isinstance(content, bytes | str):
        kwargs["content"] = content
    try:
        answer = described.http.request(**kwargs)
    except (httpx2.InvalidURL, UnicodeError, TypeError, ValueError):
        return  # what no client can send
    assert answer.status_code < 500 or answer.status_code in NOT_NOW, (case.method, case.path, answer.text)
    if answer.status_code >= 400:
        assert Problem.model_validate_json(answer.content).status == answer.status_code
