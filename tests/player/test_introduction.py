"""Pairing over a network: a real hub with TLS, a person at a desk, and somebody who sits in between."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from content.delivery.pin import Pin
from displayctl.api.errors import NotFound, WrongRequest
from displayctl.api.models import Approval
from displayctl.desk.believing import Beliefs
from displayctl.desk.introducing import meet_player
from displayctl.errors import HubNotBelieved
from displayctl.hub.authority import Authority
from displayctl.hub.config import HubConfig, decide_listening
from displayctl.hub.doors import open_doors
from player.enrolment import Enrolment
from player.errors import HubUnreachable, NotBound
from player.events import Bound, CodeShown, Event
from player.faults import FaultBook
from player.hub_client import HubClient
from player.identity import DeviceIdentity, forget_hub, load_binding, load_pin, save_binding
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.tls_proxy import TlsProxy


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    folder = tmp_path_factory.mktemp("secure")
    config = HubConfig(tls=True)
    doors = open_doors(config, decide_listening(config), folder, SystemClock())
    with hub_in_thread(folder / "installation", doors=doors) as running:
        yield running


class Wall:
    """A new player at a wall: what it shows, and what it was told."""

    def __init__(self, folder: Path, address: str, pin: Pin | None = None) -> None:
        self.folder, self.clock = folder, PushedClock(SystemClock().now())
        self.told: list[Event] = []
        self.faults = FaultBook()
        self.client = HubClient(address, DeviceIdentity.load_or_make(folder), self.clock, pin)
        self.enrolment = Enrolment(self.client, self.told.append, self.faults, self.clock)

    def step(self) -> None:
        self.enrolment.step()

    @property
    def shown(self) -> CodeShown:
        return next(event for event in reversed(self.told) if isinstance(event, CodeShown))

    @property
    def bound(self) -> Bound | None:
        return next((event for event in self.told if isinstance(event, Bound)), None)


@pytest.fixture
def wall(hub: RunningHub, tmp_path: Path) -> Iterator[Wall]:
    wall = Wall(tmp_path, hub.url)
    yield wall
    wall.client.close()


def test_both_sides_show_the_same_phrase_and_the_code_stays_on_the_wall(hub: RunningHub, wall: Wall) -> None:
    add_wall(hub.client, "jauh")
    wall.step()
    (waiting,) = hub.client.enrolments()
    assert (waiting.code, len(waiting.ticket)) == ("", 32)
    meeting = meet_player(hub.client, wall.shown.code, Beliefs(None))
    assert meeting.phrase == wall.shown.phrase
    assert len(meeting.phrase.split()) == 4
    hub.client.approve(meeting.approval("jauh"))
    wall.step()
    assert wall.bound is not None
    binding = wall.bound.binding
    assert (binding.display_id, binding.root) == ("jauh", hub.services.repository.bootstrap_root())
    assert binding.pin == hub.client.transport.pin

    save_binding(wall.folder, binding)
    again = HubClient(hub.url, DeviceIdentity.load_or_make(wall.folder), SystemClock(), load_pin(wall.folder))
    assert again.fetch_bundle() is not None
    again.close()
    (wall.folder / "hub-pin.json").write_bytes(b"torn")
    assert load_pin(wall.folder) is None
    assert load_binding(wall.folder) == replace(binding, pin=None)
    forget_hub(wall.folder)
    assert load_binding(wall.folder) is None


def test_a_player_that_was_never_introduced_asks_for_nothing_else(hub: RunningHub, wall: Wall) -> None:
    with pytest.raises(NotBound, match="pair it in the desktop"):
        wall.client.token()
    wall.client.meet()
    with pytest.raises(NotBound, match="pair it in the desktop"):
        wall.client.token()


def test_a_network_in_the_middle_shows_another_phrase(hub: RunningHub, tmp_path: Path) -> None:
    """It passes everything on to the hub, by TLS of its own to the player. The desk sees the player wait."""
    thief = Authority(tmp_path / "thief", (), SystemClock())
    with TlsProxy(
        int(hub.url.rpartition(":")[2]), thief.context, thief.pin, "203.0.113.9", hub.client.transport.pin
    ) as between:
        between.says_authority = json.dumps({"certificate": thief.pin.certificate, "own": True, "root": ""}).encode()
        wall = Wall(tmp_path, between.url)
        wall.step()
        meeting = meet_player(hub.client, wall.shown.code, Beliefs(None))
        assert meeting.enrolment is not None
        assert meeting.phrase != wall.shown.phrase
        # Even a person who does not look changes nothing: the proof speaks of the real hub.
        add_wall(hub.client, "terjebak")
        hub.client.approve(meeting.approval("terjebak"))
        code = wall.shown.code
        wall.step()
        assert wall.bound is None
        assert "somebody sits on the network" in wall.faults.sentences(0.0)[0]
        wall.step()
        assert wall.shown.code not in ("", code), "a new code, as the former was in doubt"
        wall.client.close()


class _Liar(BaseHTTPRequestHandler):
    """A hub of its own that approves whoever asks, with a root of its own."""

    pin = b""

    def do_GET(self) -> None:
        self._say(self.pin if self.path == "/authority" else _EVIL)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say(b"{}")

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *values: object) -> None:
        pass


_EVIL = json.dumps(
    {"display_id": "tugu", "root": base64.b64encode(b'{"evil": 1}').decode(), "proof": "0" * 64}
).encode()


def test_whoever_answers_in_the_hubs_place_is_not_believed(tmp_path: Path) -> None:
    thief = Authority(tmp_path / "thief", (), SystemClock())
    _Liar.pin = json.dumps({"certificate": thief.pin.certificate, "own": True, "root": ""}).encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Liar)
    server.socket = thief.context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        wall = Wall(tmp_path, f"https://127.0.0.1:{server.server_address[1]}")
        for _ in range(3):
            wall.step()
        assert wall.bound is None
        assert load_binding(tmp_path) is None
        assert wall.client.pin is None, "nothing of it is kept"
        wall.client.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_hub_that_was_pinned_is_never_another_one(hub: RunningHub, tmp_path: Path) -> None:
    stranger = Authority(tmp_path / "other", (), SystemClock()).pin
    wall = Wall(tmp_path, hub.url, stranger)
    wall.step()
    assert "does not answer" in wall.faults.sentences(0.0)[0]
    with pytest.raises(HubUnreachable, match="CERTIFICATE_VERIFY_FAILED"):
        wall.client.token()
    wall.client.close()


def test_the_clock_of_the_player_does_not_matter(hub: RunningHub, wall: Wall) -> None:
    """Dates of certificates are not looked at: tests/content/delivery/test_pin.py shows it for any year."""
    assert wall.client.tls is None
    wall.client.meet()
    assert wall.client.tls is not None
    assert wall.client.tls.verify_flags & 0x200000


def test_after_five_wrong_codes_every_player_shows_a_new_one(hub: RunningHub, wall: Wall) -> None:
    wall.step()
    first = wall.shown.code
    for left in ("4 tries", "3 tries", "2 tries", "1 tries", "shows a new one"):
        wrong = meet_player(hub.client, "ZZZZ-ZZZZ", Beliefs(None))
        assert wrong.enrolment is None
        with pytest.raises(NotFound, match=left):
            hub.client.approve(wrong.approval("jauh"))
    assert hub.client.enrolments() == ()
    wall.step()
    wall.step()
    assert wall.shown.code != first


def test_a_code_on_a_wall_is_good_for_ten_minutes(hub: RunningHub, wall: Wall) -> None:
    wall.step()
    first = wall.shown
    wall.clock.push(timedelta(minutes=10))
    wall.step()
    assert wall.shown.code != first.code


def test_a_ticket_without_a_proof_is_refused(hub: RunningHub, wall: Wall) -> None:
    wall.step()
    ticket = hub.client.enrolments()[0].ticket
    with pytest.raises(WrongRequest, match="type the code at the desk"):
        hub.client.approve(Approval(ticket=ticket, display_id="jauh"))


def test_a_desk_introduces_players_to_the_root_it_met_first_and_to_no_other(hub: RunningHub, tmp_path: Path) -> None:
    root = hub.services.repository.bootstrap_root()
    desk = Beliefs(tmp_path)
    assert desk.first_root(hub.client) == root
    assert Beliefs(tmp_path).first_root(hub.client) == root
    seen = tmp_path / "known-policy.json"
    seen.write_text(seen.read_text().replace(hashlib.sha256(root).hexdigest(), "0" * 64))
    with pytest.raises(HubNotBelieved, match="not the one that this desk met"):
        Beliefs(tmp_path).first_root(hub.client)
