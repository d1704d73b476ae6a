"""The player's half of the hub's HTTP: enrolment, tokens, bundles, media and records, each answer bounded."""

from __future__ import annotations

import base64
import binascii
import json
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import httpx2

from content.delivery.chain import Batch, batch_to_dict
from content.delivery.device_messages import link_message
from content.delivery.news import HELD_HEADER, MEDIA_TYPE, held_header
from content.delivery.pin import Pin, open_context, pin_from_json
from content.errors import Damaged
from player.cache import AssetStream
from player.config import LOOPBACK
from player.errors import HubRefused, HubUnreachable, NotBound
from player.gentle import Socket, gently
from player.identity import DeviceIdentity
from player.version import product_version
from schedules.checks import check_id
from schedules.clock import Clock
from schedules.errors import InvalidValue

LARGEST_ANSWER = 1 << 20
LARGEST_BUNDLE = 48 << 20
RENEW_BEFORE_S = 60.0
LONGEST_ROUND_TRIP_S = 0.7
PIECE = 16 << 10


class CodeLapsed(HubRefused):
    """The enrolment code is no longer good; show a new one."""


@dataclass(frozen=True, slots=True)
class EnrolmentAnswer:
    """What a hub says to a player that waits: the root it would begin with, empty where there is none yet; and once it
    is approved its display and the approver's proof.
    """

    root: bytes
    display_id: str
    proof: str


@dataclass(frozen=True, slots=True)
class FetchedBundle:
    """A bundle's bytes, and the tag with which to ask whether there is a newer one; as news where the hub left out what
    is held here.
    """

    data: bytes
    tag: str
    is_news: bool = False


class HubClient:
    """One hub. May be used by several threads. Everything here raises HubUnreachable, HubRefused or NotBound.

    Over https the hub has to show the authority `pin`; without one this player has to be paired before anything else:
    `meet` asks for the authority, on trial until `stay` or `part` says what became of it.
    """

    def __init__(self, address: str, identity: DeviceIdentity, clock: Clock, pin: Pin | None = None) -> None:
        self.address = address
        self.is_remote = address.startswith("https:")
        self.pin = pin if self.is_remote else None
        self._on_trial = False
        self.link_address = "ws" + address.removeprefix("http") + "/player/link"
        self._identity, self._clock = identity, clock
        self._local = (urlsplit(address).hostname or "") in LOOPBACK
        self.tls = self.pin.context(dates=False) if self.pin is not None else None
        self._http = self._opened(self.tls)
        self._lock = threading.Lock()
        self._token, self._token_ends = "", 0.0
        self._round_trip_s = LONGEST_ROUND_TRIP_S

    @property
    def through_proxy(self) -> bool:
        """Whether a proxy of the environment may stand between: never to this machine itself."""
        return not self._local

    @property
    def device_key(self) -> bytes:
        """This device's raw public key."""
        return self._identity.public_key

    def meet(self) -> None:
        """Where no authority is pinned for a hub over https, take the one it names, on trial."""
        if not self.is_remote or self.pin is not None:
            return
        with self._opened(open_context()) as anybody, self._trouble(), anybody.stream("GET", "/authority") as response:
            data = _read(response, LARGEST_ANSWER)
            _require_success(response.status_code, data)
        try:
            pin = pin_from_json(data)
        except Damaged as error:
            raise HubUnreachable(f"{self.address} does not say which authority is its own: {error}") from error
        if pin is None:
            raise HubUnreachable(f"the hub behind {self.address} names no authority; start it with --proxy-authority")
        self._pin_to(pin)
        self._on_trial = True

    def stay(self) -> None:
        """A person has compared the authority that was met: it is the pinned one from now on."""
        self._on_trial = False

    def part(self) -> None:
        """The hub that was met is not to be believed. One that was pinned before stays pinned."""
        if self._on_trial:
            self._pin_to(None)
            self._on_trial = False

    def ask_enrolment(self, name: str, host_name: str) -> None:
        """Say that this device waits for approval under `name`: its code on one machine, else a ticket made from it."""
        body = {
            "public_key": self._identity.public_key.hex(),
            self._kind_of_name: name,
            "host_name": host_name,
            "version": product_version(),
            "signature": self._identity.sign("enrol", name),
        }
        self._call("POST", "/player/enrolments", json=body)

    def enrolment(self, name: str) -> EnrolmentAnswer:
        """What became of the wish under `name`. Raises CodeLapsed."""
        where = f"/player/enrolments/{self._identity.device_id}"
        status, answer = self._ask("GET", where, params={self._kind_of_name: name})
        if status == 410:
            raise CodeLapsed(410, "the enrolment code has lapsed")
        _require_success(status, answer)
        plain = _object(answer)
        try:
            root = base64.b64decode(plain["root"], validate=True)
            if status == 202:
                return EnrolmentAnswer(root, "", "")
            check_id("display_id", plain["display_id"])
            return EnrolmentAnswer(root, plain["display_id"], str(plain.get("proof", ""))[:200])
        except (KeyError, TypeError, InvalidValue, binascii.Error, ValueError) as error:
            raise HubUnreachable(f"{self.address} answered an approval without wall or root: {error}") from error

    def token(self) -> str:
        """A token that is good for at least a minute. Raises NotBound where no wall belongs to this device."""
        if self.is_remote and (self.pin is None or self._on_trial):
            raise NotBound(f"this player does not know the hub at {self.address} yet; pair it in the desktop")
        with self._lock:
            if self._clock.monotonic() >= self._token_ends - RENEW_BEFORE_S:
                self._token, lasts_s = self._new_token()
                self._token_ends = self._clock.monotonic() + lasts_s
            return self._token

    def forget_token(self) -> None:
        """Ask for a new token next time: the hub did not take this one."""
        with self._lock:
            self._token_ends = 0.0

    def fetch_bundle(self, tag: str = "", held: Mapping[str, int] | None = None) -> FetchedBundle | None:
        """The newest bundle, or what of it one lacks who holds the versions `held`; None where it is the one called
        `tag`, or nothing is lacking.
        """
        headers = self._bearer() | ({"If-None-Match": tag} if tag else {})
        if held:
            headers[HELD_HEADER] = held_header(held)
        status, data, answered = self._get_bytes("/player/bundle", headers)
        if status == 304:
            return None
        return FetchedBundle(data, answered.get("ETag", ""), answered.get("Content-Type", "") == MEDIA_TYPE)

    @contextmanager
    def asset(self, sha256: str, starts_at: int = 0) -> Iterator[AssetStream]:
        """An asset's bytes from `starts_at` on; from 0 where the hub does not continue in the middle."""
        headers = self._bearer() | {"Accept-Encoding": "identity"}
        if starts_at:
            headers["Range"] = f"bytes={starts_at}-"
        with self._trouble(), self._http.stream("GET", f"/player/assets/{sha256}", headers=headers) as response:
            if response.status_code == 416:
                raise HubRefused(416, f"the hub's {sha256[:12]} ends before byte {starts_at}")
            if not response.is_success:
                self._check(response.status_code, response.read()[:2000])
            begins = starts_at if response.status_code == 206 and _begins_at(response, starts_at) else 0
            if response.status_code == 206 and begins != starts_at:
                raise HubUnreachable(f"the hub sent another part of {sha256[:12]} than asked for")
            yield AssetStream(begins, gently(response.iter_raw(PIECE), _way(response), self._round_trip_s, self._clock))

    def send_batch(self, batch: Batch) -> tuple[int, int] | None:
        """Sign entries of the journal and hand them over; sending one twice counts once.

        Gives the first and last place of entries before them that the hub has lost, None where it has all.
        """
        signed = replace(batch, signature=self._identity.sign_bytes(batch.seal()))
        plain = _object(self._call("POST", "/player/records", json=batch_to_dict(signed), headers=self._bearer()))
        match plain.get("missing"):
            case [int(first), int(last)] if 1 <= first <= last < batch.first:
                return first, last
        return None

    def close(self) -> None:
        self._http.close()

    def sign_for_link(self, token: str, place: int, text: str) -> str:
        """The signature over the message `text`, the one number `place` of the link that was opened with `token`."""
        return self._identity.sign_bytes(link_message(token, place, text))

    @property
    def _kind_of_name(self) -> str:
        return "ticket" if self.is_remote else "code"

    def _pin_to(self, pin: Pin | None) -> None:
        former = self._http
        self.pin = pin
        self.tls = pin.context(dates=False) if pin is not None else None
        self._http = self._opened(self.tls)
        former.close()

    def _opened(self, tls: ssl.SSLContext | None) -> httpx2.Client:
        timeout = httpx2.Timeout(10.0, read=20.0)
        # Over http nobody's certificate is asked for, and reading all authorities of a machine takes long.
        verify = tls or (True if self.is_remote else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        return httpx2.Client(base_url=self.address, timeout=timeout, trust_env=not self._local, verify=verify)

    def _new_token(self) -> tuple[str, float]:
        device = {"device_id": self._identity.device_id}
        try:
            nonce = _object(self._call("POST", "/player/challenges", json=device))["nonce"]
            signed = {**device, "nonce": nonce, "signature": self._identity.sign("token", nonce)}
            answer = _object(self._call("POST", "/player/tokens", json=signed))
            token, lasts = answer["token"], float(answer["expires_in"])
        except (KeyError, TypeError, ValueError) as error:
            raise HubUnreachable(f"{self.address} gave no token a player can use: {error!r}") from error
        if not isinstance(token, str) or not 0 < len(token) < 8192 or not token.isascii():
            raise HubUnreachable(f"{self.address} gave no token a player can use")
        return token, min(lasts, 900.0)

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token()}"}

    def _get_bytes(self, path: str, headers: dict[str, str]) -> tuple[int, bytes, Mapping[str, str]]:
        with self._trouble(), self._http.stream("GET", path, headers=headers) as response:
            data = _read(response, LARGEST_BUNDLE)
            if response.status_code != 304:
                self._check(response.status_code, data)
            return response.status_code, data, response.headers

    def _call(self, method: str, path: str, **how: Any) -> bytes:
        status, answer = self._ask(method, path, **how)
        self._check(status, answer)
        return answer

    def _ask(self, method: str, path: str, **how: Any) -> tuple[int, bytes]:
        asked_at = self._clock.monotonic()
        with self._trouble(), self._http.stream(method, path, **how) as response:
            answer = _read(response, LARGEST_ANSWER)
        self._round_trip_s = min(self._round_trip_s, self._clock.monotonic() - asked_at)
        return response.status_code, answer

    def _check(self, status: int, answer: bytes) -> None:
        if status == 401:
            self.forget_token()
        _require_success(status, answer)

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            reason = str(error) or type(error).__name__
            raise HubUnreachable(f"{self.address} does not answer ({reason:.200}); asking again") from error


def _way(response: httpx2.Response) -> Socket | None:
    """The connection that `response` comes over; None where it cannot be had."""
    stream = response.extensions.get("network_stream")
    way = stream.get_extra_info("socket") if stream is not None else None
    return way if hasattr(way, "setsockopt") else None


def _require_success(status: int, answer: bytes) -> None:
    if 200 <= status < 300:
        return
    said = _said(answer)
    if status == 403:
        raise NotBound(f"the hub knows no wall for this device ({said}); approve it in the desktop")
    if status >= 500 or 300 <= status < 400:
        raise HubUnreachable(f"the hub is in trouble: {status} {said}")
    raise HubRefused(status, f"the hub refused: {status} {said}")


def _said(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["detail"])[:200]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "without a word"


def _read(response: httpx2.Response, most: int) -> bytes:
    pieces, size = [], 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > most:
            raise HubUnreachable(f"{response.url} answers with more than {most} bytes; that is no hub")
        pieces.append(piece)
    return b"".join(pieces)


def _object(answer: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise HubUnreachable(
            "something that is no hub answers (no JSON); is there a login page on the line?"
        ) from error
    if not isinstance(plain, dict):
        raise HubUnreachable("something that is no hub answers (no JSON object)")
    return plain


def _begins_at(response: httpx2.Response, starts_at: int) -> bool:
    return response.headers.get("Content-Range", "").startswith(f"bytes {starts_at}-")
