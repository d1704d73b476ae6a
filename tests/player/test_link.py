"""The link, the hub's answers and enrolment, with peers that misbehave."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.delivery.introduction import CODE_ALPHABET
from player.enrolment import CODE_LASTS_S, Enrolment, new_code
from player.errors import HubRefused, HubUnreachable, NotBound, StateUnusable
from player.events import (
    Bound,
    BundleOffered,
    CodeShown,
    Event,
    HubTime,
    IdentifyAsked,
    LinkChanged,
    PatternAsked,
    ScreenshotAsked,
)
from player.faults import FaultBook
from player.hub_client import CodeLapsed, HubClient
from player.identity import Binding, DeviceIdentity, load_binding, save_binding
from player.link import Link, jittered_wait, read_message
from player.stage.port import ShowTestPattern
from schedules.clock import SystemClock
from tests.fakes.clock import PushedClock
from tests.fakes.hub_simulator import HubSimulator

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def identity(tmp_path: Path) -> DeviceIdentity:
    return DeviceIdentity.load_or_make(tmp_path)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubSimulator]:
    hub = HubSimulator(tmp_path / "hub")
    hub.start()
    yield hub
    hub.stop()


@pytest.fixture
def client(hub: HubSimulator, identity: DeviceIdentity) -> Iterator[HubClient]:
    client = HubClient(hub.address, identity, SystemClock())
    yield client
    client.close()


@given(st.integers(0, 100), st.floats(0, 1))
def test_waits_are_jittered_over_their_whole_length_and_capped(attempt: int, chance: float) -> None:
    assert 0 <= jittered_wait(attempt, lambda: chance) <= min(60.0, 2.0**attempt)
    assert jittered_wait(attempt, lambda: 1.0) == min(60.0, 2.0**attempt)


@pytest.mark.parametrize(
    ("plain", "event"),
    [
        ({"type": "notice", "digest": "abc"}, BundleOffered("abc")),
        ({"type": "screenshot", "id": "s", "max_width_px": 99999}, ScreenshotAsked("s", 4096)),
        ({"type": "test-pattern", "on": True}, PatternAsked(ShowTestPattern(True))),
        ({"type": "identify", "seconds": 0}, IdentifyAsked(1)),
        ({"type": "time", "now_ms": 0, "sent_ms": 7}, HubTime(datetime(1970, 1, 1, tzinfo=UTC), 7, 1.0)),
        ({"type": "time", "now_ms": 1 << 60, "sent_ms": 7}, None),
        ({"type": "notice", "digest": "x" * 1000}, None),
        ({"type": "what"}, None),
        ({}, None),
    ],
)
def test_messages_are_read_within_bounds(plain: dict[str, Any], event: Event | None) -> None:
    assert read_message(plain, 1.0) == event


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x), max_leaves=3)


@given(st.dictionaries(st.sampled_from(["type", "digest", "id", "on", "seconds", "now_ms", "sent_ms"]), JSON))
def test_no_message_can_surprise(plain: dict[str, Any]) -> None:
    read_message(plain, 0.0)


def test_a_peer_that_accepts_and_never_answers_is_given_up(identity: DeviceIdentity, hub: HubSimulator) -> None:
    """Half open: the connection stands, nothing comes, not even pongs."""
    hub.know_key(identity.public_key)
    hub.approve("tugu", identity.device_id)
    client = HubClient(hub.address, identity, SystemClock())
    token = client.token()
    told: list[Event] = []
    link = Link(client, told.append, lambda data: None, SystemClock(), ping_s=0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        threading.Thread(target=_accept_websocket_and_fall_silent, args=(deaf,), daemon=True).start()
        client.link_address = f"ws://127.0.0.1:{deaf.getsockname()[1]}/"
        assert token
        wait = link.step()
    assert told[0] == LinkChanged(True)
    assert isinstance(told[-1], LinkChanged)
    assert not told[-1].connected
    assert 0 <= wait <= 1
    client.close()


def _accept_websocket_and_fall_silent(server: socket.socket) -> None:
    peer, _ = server.accept()
    request = peer.recv(65536).decode()
    key = next(line.split(": ")[1] for line in request.split("\r\n") if line.lower().startswith("sec-websocket-key"))
    accept = base64.b64encode(hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest())  # noqa: S324  RFC 6455
    peer.sendall(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )
    try:
        while peer.recv(65536):
            pass
    except OSError:
        pass
    peer.close()


def test_a_token_is_renewed_and_an_unbound_device_is_told(client: HubClient, hub: HubSimulator) -> None:
    with pytest.raises(NotBound, match="approve it in the desktop"):
        client.token()


def test_only_one_who_has_the_key_gets_a_token(
    client: HubClient, hub: HubSimulator, identity: DeviceIdentity, tmp_path: Path
) -> None:
    hub.know_key(identity.public_key)
    hub.approve("tugu", identity.device_id)
    assert client.token() == client.token()
    assert len([request for request in hub.requests if request.endswith("/tokens")]) == 1
    client.forget_token()
    hub.mischief.fail["/player/challenges"] = [503, 418]
    with pytest.raises(HubUnreachable, match="in trouble: 503 the simulated hub says no"):
        client.token()
    with pytest.raises(HubRefused, match="418"):
        client.token()
    hub.mischief.captive = True
    with pytest.raises(HubUnreachable, match="login page"):
        client.token()


def test_a_bundle_is_fetched_once(client: HubClient, hub: HubSimulator, identity: DeviceIdentity) -> None:
    hub.know_key(identity.public_key)
    hub.approve("tugu", identity.device_id)
    fetched = client.fetch_bundle()
    assert fetched is not None
    assert fetched.data == hub.bundle
    assert client.fetch_bundle(fetched.tag) is None


def test_codes_make_no_words() -> None:
    code = new_code()
    assert len(code) == 9
    assert code[4] == "-"
    assert set(code) <= {*CODE_ALPHABET, "-"}


def test_enrolment_shows_a_code_for_ten_minutes_then_another(hub: HubSimulator, identity: DeviceIdentity) -> None:
    clock, told = PushedClock(NOW), list[Event]()
    client = HubClient(hub.address, identity, clock)
    enrolment = Enrolment(client, told.append, FaultBook(), clock)

    def codes() -> list[str]:
        return list(dict.fromkeys(event.code for event in told if isinstance(event, CodeShown)))

    enrolment.step()
    enrolment.step()
    (first,) = codes()
    assert told == [CodeShown(first), CodeShown(first, phrase_in(told[1]))], "the phrase, once the hub has answered"
    clock.push(timedelta(seconds=CODE_LASTS_S))
    enrolment.step()
    assert len(codes()) == 2
    hub.asked_codes.clear()  # the hub has forgotten the code
    enrolment.step()
    enrolment.step()
    assert len(codes()) == 3
    told.clear()
    hub.approve("tugu", identity.device_id)
    enrolment.step()
    assert told == [Bound(Binding("tugu", hub.repository.bootstrap_root())), CodeShown("")]
    client.close()


def phrase_in(event: Event) -> str:
    assert isinstance(event, CodeShown)
    assert len(event.phrase.split()) == 4
    return event.phrase


def test_enrolment_waits_for_a_hub_that_is_away(identity: DeviceIdentity) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    faults, clock = FaultBook(), PushedClock(NOW)
    client = HubClient(address, identity, clock)
    assert Enrolment(client, lambda event: None, faults, clock).step() > 0
    assert "does not answer" in faults.sentences(0.0)[0]
    client.close()


def test_a_lapsed_code_is_its_own_error(client: HubClient) -> None:
    with pytest.raises(CodeLapsed):
        client.enrolment("BCDF-GHJK")


def test_the_key_is_private_and_stays_the_same(tmp_path: Path, identity: DeviceIdentity) -> None:
    path = tmp_path / "device.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert DeviceIdentity.load_or_make(tmp_path).device_id == identity.device_id
    path.write_bytes(b"short")
    with pytest.raises(StateUnusable, match="damaged"):
        DeviceIdentity.load_or_make(tmp_path)


def test_a_binding_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    assert load_binding(tmp_path) is None
    save_binding(tmp_path, Binding("tugu", b"{}"))
    assert load_binding(tmp_path) == Binding("tugu", b"{}")
    (tmp_path / "binding.json").write_text(json.dumps({"display_id": "../etc"}))
    assert load_binding(tmp_path) is None
