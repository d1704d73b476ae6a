"""A hub's life as a process: where it listens, what keeps it from starting, and that it leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from displayctl.api.errors import HubUnreachable
from displayctl.api.events import follow_events
from displayctl.api.models import PartKind
from displayctl.desk.installation import Installation, find_hub_url
from displayctl.desk.local_hub import LocalHub, start_hub
from displayctl.errors import AddressRefused, AddressTaken, HubDidNotStart
from displayctl.hub.bootstrap import listen
from displayctl.hub.config import HubConfig, check_reachable, decide_listening
from schedules.codec import playlist_to_dict
from tests.builders import playlist


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalHub]:
    with start_hub(Installation(tmp_path_factory.mktemp("kantor")), port=0) as hub:
        yield hub


def hub_command(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "displayctl.hub", "--data", str(data), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_running_hub_is_found_and_not_started_twice(local: LocalHub) -> None:
    assert local.started_here
    assert local.running
    address = json.loads(local.installation.hub_file.read_text())
    assert address["url"] == local.url
    assert find_hub_url(local.installation, environment={}) == local.url
    again = start_hub(local.installation)
    assert not again.started_here
    assert again.url == local.url
    refused = hub_command(local.installation.data, "--port", "0")
    assert refused.returncode == 1
    assert "another hub works on" in refused.stderr


def test_events_are_heard_by_a_desk(local: LocalHub) -> None:
    heard: list[tuple[str, str]] = []
    greeted, stop = threading.Event(), threading.Event()

    def follow(token: str) -> None:
        for event in follow_events(local.url, token, stop.is_set):
            heard.append((event.kind, event.id))
            greeted.set()
            if event.kind == "playlist":
                return

    with local.client() as client:
        thread = threading.Thread(target=follow, args=(client.transport.token,))
        thread.start()
        assert greeted.wait(10)
        client.create_part(PartKind.PLAYLIST, playlist_to_dict(playlist("baru")))
        thread.join(10)
    assert heard == [("hello", ""), ("playlist", "baru")]
    with pytest.raises(HubUnreachable):
        list(follow_events(local.url, "wrong", lambda: False))


def test_a_busy_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        refused = hub_command(tmp_path, "--port", port)
    assert refused.returncode == 1
    assert f"port {port} on 127.0.0.1 cannot be listened on" in refused.stderr
    assert "--port 0" in refused.stderr


def test_a_port_that_another_hub_took_meanwhile_is_named() -> None:
    with socket.socket() as first, socket.socket() as second:
        for each in (first, second):  # as two hubs that start at once
            each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        first.bind(("127.0.0.1", 0))
        second.bind(first.getsockname())
        listen(first)
        with pytest.raises(AddressTaken, match="another program took it"):
            listen(second)


@pytest.mark.parametrize("host", ["192.168.1.2", "0.0.0.0", "::", "8.8.8.8", "fe80::1"])  # noqa: S104
def test_an_address_that_others_reach_means_tls_and_an_administrator(host: str) -> None:
    listening = decide_listening(HubConfig(host=host))
    assert listening.tls
    with pytest.raises(AddressRefused, match=r"no administrator yet.*user add --first"):
        check_reachable(listening, has_administrator=False)
    check_reachable(listening, has_administrator=True)


@pytest.mark.parametrize("proxies", [(), ("127.0.0.1",)])
def test_a_proxy_in_front_is_no_reason_to_do_without_tls(proxies: tuple[str, ...]) -> None:
    assert decide_listening(HubConfig(host="10.1.1.1", behind_proxy=proxies)).tls


@pytest.mark.parametrize(
    "config",
    [
        HubConfig(host="hub.example"),
        HubConfig(host="224.0.0.1"),
        HubConfig(host=""),
        HubConfig(behind_proxy=("10.0.0.0/8",)),
        HubConfig(behind_proxy=("*",)),
        HubConfig(behind_proxy=("127.0.0.1",) * 17),
        HubConfig(proxy_authority=Path("authority.pem")),
        HubConfig(names=("hub .lan",)),
        HubConfig(names=("",)),
    ],
)
def test_what_is_no_address_is_refused_with_the_next_step(config: HubConfig) -> None:
    with pytest.raises(AddressRefused, match=r"use|give|name|write"):
        decide_listening(config)


def test_loopback_needs_neither_tls_nor_an_administrator() -> None:
    for host, at in (("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("localhost", "127.0.0.1")):
        listening = decide_listening(HubConfig(host=host))
        assert (listening.host, listening.tls, listening.reachable) == (at, False, False)
        check_reachable(listening, has_administrator=False)
    assert decide_listening(HubConfig(tls=True)).tls


def test_a_database_of_a_newer_version_keeps_the_hub_from_starting(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    with closing(sqlite3.connect(tmp_path / "hub" / "hub.sqlite")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('2099')")
        connection.commit()
    with pytest.raises(HubDidNotStart, match="revision 2099"):
        start_hub(Installation(tmp_path), port=0)


def test_a_hub_told_to_stop_ends_links_and_leaves_no_address(tmp_path: Path) -> None:
    hub = start_hub(Installation(tmp_path), port=0)
    with hub.client() as client, _following(hub.url, client.transport.token):
        pid = json.loads(hub.installation.hub_file.read_text())["pid"]
        os.kill(pid, signal.SIGTERM)
        assert hub._process is not None
        assert hub._process.wait(15) == 0
    assert not hub.installation.hub_file.exists()
    assert "Traceback" not in (tmp_path / "hub.log").read_text()


@contextmanager
def _following(url: str, token: str) -> Iterator[None]:
    """A desk that listens while the block runs."""
    greeted = threading.Event()

    def follow() -> None:
        try:
            for _ in follow_events(url, token, lambda: False):
                greeted.set()
        except HubUnreachable:
            return

    thread = threading.Thread(target=follow)
    thread.start()
    assert greeted.wait(10)
    yield
    thread.join(15)
    assert not thread.is_alive()


def test_a_hub_that_starts_again_does_without_what_is_slow(tmp_path: Path) -> None:
    start = """
import sys
from pathlib import Path
from displayctl.desk.installation import Installation
from displayctl.hub.bootstrap import serve
from displayctl.hub.server import make_server
from displayctl.hub.services import open_services
from schedules.clock import SystemClock
with open_services(Installation(Path(sys.argv[1])), SystemClock()) as services:
    make_server(services, print)
print(" ".join(name for name in sys.modules if "." not in name))
"""
    command = [sys.executable, "-c", start, str(tmp_path)]
    for _ in range(2):
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    slow = {"alembic", "av", "holidays", "httpx2", "numpy", "PIL", "pypdfium2", "rich", "structlog", "vlc"}
    assert slow & set(answer.stdout.split()) == set()
