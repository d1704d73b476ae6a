"""Pins of a hub's authority: what they take and refuse on a real connection, at any time of the clock."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.delivery.pin import Pin, open_context, pin_from_json, pin_to_json, same_fingerprint
from content.errors import Damaged
from displayctl.hub.authority import Authority
from tests.fakes.clock import PushedClock

YEARS = {"long ago": 1999, "now": 2026, "in the future": 2060}


def made_in(year: int, folder: Path) -> Authority:
    return Authority(folder / str(year), (), PushedClock(datetime(year, 11, 22, tzinfo=UTC)))


@contextlib.contextmanager
def answering(authority: Authority) -> Iterator[int]:
    """A server of `authority` on this machine; its port."""

    def serve() -> None:
        while True:
            try:
                peer, _ = server.accept()
                with (
                    contextlib.suppress(ssl.SSLError, OSError),
                    peer,
                    authority.context.wrap_socket(peer, server_side=True) as secured,
                ):
                    secured.recv(1)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def speak(context: ssl.SSLContext, port: int, name: str = "hub.displayctl") -> str:
    with (
        socket.create_connection(("127.0.0.1", port), 5) as plain,
        context.wrap_socket(plain, server_hostname=name) as it,
    ):
        return str(it.version())


@pytest.mark.parametrize("year", YEARS.values(), ids=list(YEARS))
def test_a_player_takes_its_hub_at_any_time_of_the_clock_and_no_other_hub(tmp_path: Path, year: int) -> None:
    authority, stranger = made_in(year, tmp_path / "own"), made_in(year, tmp_path / "other")
    with answering(authority) as port:
        assert speak(authority.pin.context(dates=False), port, "whatever.it.is.called") == "TLSv1.3"
        with pytest.raises(ssl.SSLCertVerificationError):
            speak(stranger.pin.context(dates=False), port)


def test_a_desk_minds_the_dates(tmp_path: Path) -> None:
    with answering(made_in(1999, tmp_path)) as port:
        old = made_in(1999, tmp_path).pin
        with pytest.raises(ssl.SSLCertVerificationError, match="expired"):
            speak(old.context(), port)


def test_of_a_public_authority_the_name_has_to_be_right_too(tmp_path: Path) -> None:
    authority = made_in(2026, tmp_path)
    public = Pin(authority.pin.certificate, own=False)
    with answering(authority) as port:
        assert speak(public.context(dates=False), port) == "TLSv1.3"
        with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
            speak(public.context(dates=False), port, "hub.example")


def test_to_ask_for_the_authority_anybody_is_spoken_to(tmp_path: Path) -> None:
    with answering(made_in(1999, tmp_path)) as port:
        assert speak(open_context(), port) == "TLSv1.3"


def test_a_pin_is_kept_and_read_again(tmp_path: Path) -> None:
    pin = made_in(2026, tmp_path).pin
    assert pin_from_json(pin_to_json(pin)) == pin
    assert pin_from_json(b'{"certificate": "", "own": true}') is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps({"certificate": "PEM", "own": True}).encode(),
        json.dumps({"certificate": 7, "own": True}).encode(),
        json.dumps({"certificate": "PEM", "own": "yes"}).encode(),
    ],
)
def test_what_is_no_pin_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged, match="ask the hub again"):
        pin_from_json(data)


def test_a_fingerprint_may_be_written_as_people_write_it(tmp_path: Path) -> None:
    pin = made_in(2026, tmp_path).pin
    assert same_fingerprint(pin.fingerprint, pin.fingerprint.lower().replace(" ", ":"))
    assert not same_fingerprint(pin.fingerprint, made_in(2027, tmp_path).pin.fingerprint)
    assert len(pin.fingerprint.split()) == 16
