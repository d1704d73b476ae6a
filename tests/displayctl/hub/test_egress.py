"""What the hub fetches from outside goes where it may, to the very address that was judged, and never too far."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import displayctl.hub
from displayctl.hub.authority import Authority
from displayctl.hub.egress import EgressFailed, EgressRefused, EgressRules, check_address, fetch, system_resolve
from schedules.clock import SystemClock

CLOCK = SystemClock()
HUB = Path(displayctl.hub.__file__).parent
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)
PUBLIC = "93.184.216.34"
INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104 - it is refused
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.1.1",
    "169.254.169.254",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
]
SPELLINGS = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[0:0:0:0:0:ffff:7f00:1]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://0/",
    "http://169.254.169.254/latest/meta-data/",
]
MALFORMED = [
    "",
    "file:///etc/passwd",
    "ftp://contoh.id/",
    "gopher://127.0.0.1:6379/_SET",
    "javascript:alert(1)",
    "//contoh.id/",
    "http://",
    "http:///path",
    "http://user@contoh.id/",
    "http://user:secret@contoh.id/",
    "http://contoh.id@127.0.0.1/",
    "http://contoh.id\\@127.0.0.1/",
    "http://contoh.id/\r\nHost: 127.0.0.1",
    "http://contoh.id/ a",
    "http://contoh.id:99999/",
    "http://contoh.id:22/",
    "http://contoh.id:x/",
    "http://[::1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://contoh。id/",
    "http://contoh.id/" + "a" * 3000,
]


class Answers(BaseHTTPRequestHandler):
    """A server that can misbehave, by its paths."""

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        match self.path.partition("?")[0]:
            case "/large":
                self.reply(200, b"x" * 200_000)
            case "/page":
                self.reply(200, b"<html>", "text/html")
            case "/same":
                self.reply(304 if self.headers["If-None-Match"] == '"1"' else 200, b"news", etag='"1"')
            case "/slow":
                self.trickle()
            case path if path.startswith("/to/"):
                self.send_response(302)
                self.send_header("Location", self.path.removeprefix("/to/"))
                self.end_headers()
            case "/gone":
                self.reply(410, b"")
            case "/cut":
                self.reply(200, b"<xml", length="100")
            case "/busy":
                self.reply(503, b"", later=self.path.partition("?")[2].replace("+", " "))
            case _:
                self.reply(200, b"<xml/>")

    def reply(
        self,
        status: int,
        body: bytes,
        kind: str = "application/xml",
        etag: str = "",
        length: str = "",
        later: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        for name, value in {"ETag": etag, "Content-Length": length, "Retry-After": later}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"" if status == 304 else body)

    def trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            if self.server.over.wait(0.05):  # type: ignore[attr-defined]
                return

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        running.seen, running.over = [], threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.over.set()  # type: ignore[attr-defined]
        running.shutdown()
        thread.join()


def rules(server: ThreadingHTTPServer, **changes: object) -> EgressRules:
    """Rules that allow the server of these tests."""
    fields: dict[str, object] = {
        "allowed_networks": LOOPBACK,
        "allowed_ports": frozenset({80, 443, server.server_port}),
        "longest_seconds": 5.0,
        "content_types": frozenset({"application/xml"}),
    }
    return EgressRules(**{**fields, **changes})  # type: ignore[arg-type]


def ours(host: str, port: int) -> tuple[str, ...]:
    """Every name stands for the server of these tests."""
    return ("127.0.0.1",)


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_inside_is_refused_however_a_name_hides_it(address: str) -> None:
    with pytest.raises(EgressRefused):
        fetch("http://cuaca.contoh.id/", EgressRules(), CLOCK, resolve=lambda host, port: (address,))
    with pytest.raises(EgressRefused):
        fetch("http://cuaca.contoh.id/", EgressRules(), CLOCK, resolve=lambda host, port: (PUBLIC, address))


@pytest.mark.parametrize("url", SPELLINGS)
def test_every_spelling_of_this_machine_is_refused(url: str) -> None:
    with pytest.raises((EgressRefused, EgressFailed)):
        fetch(url, EgressRules(longest_seconds=1.0), CLOCK)


@pytest.mark.parametrize("url", MALFORMED)
def test_what_is_no_plain_address_is_refused_before_anything_is_asked(url: str) -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise AssertionError(f"{host} was looked up")

    with pytest.raises(EgressRefused) as refused:
        fetch(url, EgressRules(), CLOCK, resolve=nobody)
    assert "secret" not in str(refused.value)


def test_public_addresses_are_allowed_and_metadata_never_is() -> None:
    check_address("contoh.id", PUBLIC, EgressRules())
    check_address("contoh.id", "2606:2800:220:1:248:1893:25c8:1946", EgressRules())
    everything = EgressRules(allowed_networks=(ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0")))
    for address in ("169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254"):
        with pytest.raises(EgressRefused, match="clouds"):
            check_address("contoh.id", address, everything)


def test_a_name_is_looked_up_once_and_its_answer_is_where_the_connection_goes(server: ThreadingHTTPServer) -> None:
    asked = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) == 1 else ("10.0.0.1",)

    url = f"http://cuaca.contoh.id:{server.server_port}/feed"
    assert fetch(url, rules(server), CLOCK, resolve=rebinding).body == b"<xml/>"
    assert asked == ["cuaca.contoh.id"]
    assert server.seen[-1] == ("/feed", f"cuaca.contoh.id:{server.server_port}")  # type: ignore[attr-defined]


def test_each_redirect_is_judged_and_they_are_counted(server: ThreadingHTTPServer) -> None:
    base = f"http://contoh.id:{server.server_port}"
    assert fetch(f"{base}/to//feed", rules(server), CLOCK, resolve=ours).url == f"{base}/feed"
    only = rules(server, allowed_networks=(ipaddress.ip_network("127.0.0.1/32"),))
    for inward in ("http://127.0.0.2/", "file:///etc/passwd", "http://contoh.id:6379/", "http://169.254.169.254/"):
        with pytest.raises(EgressRefused):
            fetch(f"{base}/to/{inward}", only, CLOCK, resolve=named)
    with pytest.raises(EgressRefused, match="redirects"):
        fetch(f"{base}/to//to//to//to//feed", rules(server), CLOCK, resolve=ours)


def named(host: str, port: int) -> tuple[str, ...]:
    """Names are public, and numbers what they are."""
    return system_resolve(host, port) if host[0].isdecimal() else ("127.0.0.1",)


@pytest.mark.parametrize(
    ("path", "family", "words"),
    [
        ("/large", EgressRefused, "larger than"),
        ("/page", EgressRefused, "is text/html"),
        ("/gone", EgressFailed, "answered 410"),
    ],
)
def test_what_is_too_large_or_of_another_kind_is_refused(
    server: ThreadingHTTPServer, path: str, family: type[Exception], words: str
) -> None:
    url = f"http://contoh.id:{server.server_port}{path}"
    with pytest.raises(family, match=words):
        fetch(url, rules(server, largest_bytes=100_000), CLOCK, resolve=ours)


def test_one_that_trickles_is_cut_off_in_time(server: ThreadingHTTPServer) -> None:
    free = rules(server, longest_seconds=0.4, content_types=frozenset())
    with pytest.raises(EgressFailed, match=r"too long|did not come"):
        fetch(f"http://contoh.id:{server.server_port}/slow", free, CLOCK, resolve=ours)


def test_what_did_not_change_is_not_sent_again(server: ThreadingHTTPServer) -> None:
    url = f"http://contoh.id:{server.server_port}/same"
    first = fetch(url, rules(server), CLOCK, resolve=ours)
    again = fetch(url, rules(server), CLOCK, resolve=ours, etag=first.etag)
    assert (first.status, first.body, again.status, again.body) == (200, b"news", 304, b"")


def test_nobody_there_is_told(server: ThreadingHTTPServer) -> None:
    with pytest.raises(EgressFailed, match="did not come"):
        fetch("http://contoh.id:80/", rules(server), CLOCK, resolve=lambda host, port: ("127.0.0.1",))


def test_nothing_else_in_the_hub_opens_connections() -> None:
    """Beside what the linter holds: these hide behind modules that are needed for other things."""
    words = ("create_connection", "urllib.request", ".connect((")
    found = [path.name for path in HUB.rglob("*.py") if any(word in path.read_text("utf-8") for word in words)]
    assert found == ["egress.py"]


def test_what_is_cut_off_is_not_taken_for_whole(server: ThreadingHTTPServer) -> None:
    with pytest.raises(EgressFailed, match="cut off after 4 bytes"):
        fetch(f"http://contoh.id:{server.server_port}/cut", rules(server), CLOCK, resolve=ours)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("90", 90), ("99999999", 86_400), ("-5", None), ("soon", None), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("", None)],
)
def test_how_long_the_other_side_wants_to_be_left_alone_is_heard(
    server: ThreadingHTTPServer, asked: str, seconds: int | None
) -> None:
    url = f"http://contoh.id:{server.server_port}/busy?{asked.replace(' ', '+')}"
    with pytest.raises(EgressFailed, match="answered 503") as failed:
        fetch(url, rules(server), CLOCK, resolve=ours)
    assert failed.value.retry_after == (None if seconds is None else timedelta(seconds=seconds))


def test_a_redirect_never_leads_from_tls_to_none(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "authority", ("contoh.id",), CLOCK)
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as secure:
        secure.socket = authority.context.wrap_socket(secure.socket, server_side=True)
        secure.seen, secure.over = [], threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=secure.serve_forever, daemon=True)
        thread.start()
        base, context = f"https://contoh.id:{secure.server_port}", authority.pin.context()
        assert fetch(f"{base}/to//feed", rules(secure), CLOCK, resolve=ours, context=context).url == f"{base}/feed"
        with pytest.raises(EgressRefused, match="without TLS"):
            fetch(f"{base}/to/http://contoh.id/", rules(secure), CLOCK, resolve=ours, context=context)
        secure.shutdown()
        thread.join()
