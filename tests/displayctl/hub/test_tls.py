"""The hub's own authority, a hub behind TLS, and a proxy in front of it."""

from __future__ import annotations

import contextlib
import socket
import ssl
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509

from content.delivery.pin import Pin
from displayctl.api.client import HubClient
from displayctl.api.errors import HubUnreachable
from displayctl.desk.installation import Installation
from displayctl.desk.known_hubs import ask_for_pin, pin_for, trust_hub
from displayctl.errors import AuthorityDamaged, HubUnknown
from displayctl.hub.authority import RENEWED_BEFORE, SERVER_LIVES, Authority
from displayctl.hub.config import HubConfig, decide_listening
from displayctl.hub.doors import Doors, open_doors
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say
from tests.fakes.tls_proxy import TlsProxy

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    folder = tmp_path_factory.mktemp("secure")
    config = HubConfig(tls=True)
    doors = open_doors(config, decide_listening(config), folder, SystemClock())
    with hub_in_thread(folder / "installation", doors=doors) as running:
        yield running


def test_only_tls_1_3_of_the_pinned_authority_is_spoken(secure: RunningHub, tmp_path: Path) -> None:
    assert secure.url.startswith("https://")
    assert secure.client.health().product == "displayctl"
    other = Authority(tmp_path / "other", (), SystemClock()).pin
    with HubClient(secure.url, pin=other) as stranger, pytest.raises(HubUnreachable, match="CERTIFICATE_VERIFY_FAILED"):
        stranger.health()
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode, old.maximum_version = False, ssl.CERT_NONE, ssl.TLSVersion.TLSv1_2
    address = ("127.0.0.1", int(secure.url.rpartition(":")[2]))
    with socket.create_connection(address) as plain, pytest.raises(ssl.SSLError), old.wrap_socket(plain):
        pass


def test_a_desk_elsewhere_compares_the_fingerprint_once(secure: RunningHub, tmp_path: Path) -> None:
    desk = Installation(tmp_path)
    with pytest.raises(HubUnknown, match=f"trust-hub {secure.url}"):
        pin_for(desk, secure.url)
    with pytest.raises(HubUnknown, match="somebody else may answer"):
        trust_hub(desk, secure.url, "AB" * 32)
    pin = ask_for_pin(secure.url)
    trust_hub(desk, secure.url, pin.fingerprint.lower().replace(" ", ":"))
    assert pin_for(desk, secure.url) == pin
    with HubClient(secure.url, pin=pin_for(desk, secure.url)) as client:
        assert client.health().product == "displayctl"
    assert stat.S_IMODE((tmp_path / "known-hubs.json").stat().st_mode) == 0o600
    (tmp_path / "known-hubs.json").write_text("[]")
    with pytest.raises(HubUnknown, match="compare the fingerprints again"):
        pin_for(desk, secure.url)


def test_plain_http_is_for_this_machine_alone(tmp_path: Path) -> None:
    assert pin_for(Installation(tmp_path), "http://127.0.0.1:1") is None
    with pytest.raises(HubUnknown, match="write it as https"):
        pin_for(Installation(tmp_path), "http://hub.kantor.lan:8765")


def test_a_hub_without_an_authority_is_not_pinned(hub: RunningHub, tmp_path: Path) -> None:
    assert httpx2.get(f"{hub.url}/authority", trust_env=False).json()["certificate"] == ""
    with pytest.raises(HubUnknown, match="is it a hub"):
        ask_for_pin(hub.url.replace("http:", "https:"))


def test_the_keys_belong_to_their_owner_alone_and_stay(tmp_path: Path) -> None:
    clock = PushedClock(NOW)
    pin = Authority(tmp_path / "tls", ("10.0.0.5",), clock).pin
    for name in ("authority.pem", "server.pem"):
        assert stat.S_IMODE((tmp_path / "tls" / name).stat().st_mode) == 0o600
    assert Authority(tmp_path / "tls", ("10.0.0.5",), clock).pin == pin


def test_the_server_certificate_is_renewed_in_time_and_for_another_address(tmp_path: Path) -> None:
    clock = PushedClock(NOW)
    authority = Authority(tmp_path / "tls", ("10.0.0.5",), clock)
    first = server_certificate(tmp_path)
    assert not authority.renew_if_due()
    clock.push(SERVER_LIVES - RENEWED_BEFORE)
    assert authority.renew_if_due()
    assert server_certificate(tmp_path).not_valid_after_utc - first.not_valid_after_utc == SERVER_LIVES - RENEWED_BEFORE
    clock.set(NOW - timedelta(days=3650))  # the clock of the hub was wrong
    assert authority.renew_if_due()
    moved = Authority(tmp_path / "tls", ("10.0.0.6",), clock)
    names = server_certificate(tmp_path).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert "10.0.0.6" in [str(address) for address in names.get_values_for_type(x509.IPAddress)]
    assert moved.pin == authority.pin


def test_a_damaged_authority_is_told_and_a_damaged_certificate_signed_again(tmp_path: Path) -> None:
    clock = PushedClock(NOW)
    pin = Authority(tmp_path / "tls", (), clock).pin
    (tmp_path / "tls" / "server.pem").write_bytes(b"torn")
    assert Authority(tmp_path / "tls", (), clock).pin == pin
    (tmp_path / "tls" / "authority.pem").write_bytes(b"torn")
    with pytest.raises(AuthorityDamaged, match="bring its backup back"):
        Authority(tmp_path / "tls", (), clock)


def server_certificate(folder: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / "tls" / "server.pem").read_bytes())


@contextlib.contextmanager
def proxied(folder: Path, *trusted: str) -> Iterator[tuple[RunningHub, TlsProxy]]:
    """A hub on loopback and a proxy with TLS before it, whose authority the hub tells everybody to pin."""
    office = Authority(folder / "public", ("127.0.0.1",), SystemClock())
    pem = folder / "public.pem"
    pem.write_text(office.pin.certificate)
    config = HubConfig(behind_proxy=trusted, proxy_authority=pem if trusted else None)
    doors = open_doors(config, decide_listening(config), folder / "hub", SystemClock())
    with hub_in_thread(folder / "installation", doors=doors) as hub:
        port = int(hub.url.rpartition(":")[2])
        with TlsProxy(
            port, office.context, Pin(office.pin.certificate, own=False), client_address="203.0.113.9"
        ) as proxy:
            yield hub, proxy


@pytest.mark.parametrize(("trusted", "seen"), [(("127.0.0.1",), "203.0.113.9"), ((), "127.0.0.1")])
def test_forwarded_headers_are_believed_from_named_proxies_only(
    tmp_path: Path, trusted: tuple[str, ...], seen: str
) -> None:
    """Told by the address that the hub notes for a player that asks to be paired."""
    with proxied(tmp_path, *trusted) as (hub, proxy):
        with SimulatedPlayer(proxy.url) as player:
            player.http = httpx2.Client(base_url=proxy.url, verify=proxy.pin.context(), trust_env=False)
            assert player.ask().status_code == 202
        assert [waiting.address for waiting in hub.client.enrolments()] == [seen]


def test_what_is_pinned_behind_a_proxy_is_the_authority_of_the_proxy(tmp_path: Path) -> None:
    with proxied(tmp_path, "127.0.0.1") as (hub, proxy):
        pin = ask_for_pin(proxy.url)
        assert (pin.key, pin.own) == (proxy.pin.key, False)
        with HubClient(proxy.url, pin=pin) as client:
            assert client.health().product == "displayctl"
        peer = socket.create_connection(("127.0.0.1", int(proxy.url.rpartition(":")[2])))
        with peer, pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
            pin.context().wrap_socket(peer, server_hostname="hub.example")
        assert hub.services.doors.pin == Pin(pin.certificate, own=False)


def test_a_proxy_whose_authority_is_unknown_is_not_pinned_as_the_hubs_own(tmp_path: Path) -> None:
    config = HubConfig(behind_proxy=("127.0.0.1",), tls=True)
    doors = open_doors(config, decide_listening(config), tmp_path, SystemClock())
    assert isinstance(doors, Doors)
    assert doors.authority is not None
    assert doors.pin is None


def test_a_proxy_takes_both_directions_of_a_link(tmp_path: Path) -> None:
    """The proxy passes a WebSocket through, as nginx and caddy do."""
    with proxied(tmp_path, "127.0.0.1") as (hub, proxy), SimulatedPlayer(hub.url) as player:
        add_wall(hub.client)
        player.enrol(hub.client, "tugu")
        with player.link(proxy.url, proxy.pin.context()) as link:
            say(link, type="heartbeat", sent_ms=7)
            assert said(link, "time")["sent_ms"] == 7
