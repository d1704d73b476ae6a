"""The player's half of the protocol without a wall: enrols, links, fetches, answers; and may misbehave on purpose."""

from __future__ import annotations

import base64
import hashlib
import json
import ssl
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from types import TracebackType
from typing import Any
from weakref import WeakKeyDictionary

import httpx2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from websockets.sync.client import ClientConnection, connect

from content.delivery.chain import PLAY, Batch, batch_to_dict, beginning, entry_text
from content.delivery.device_messages import link_message
from content.delivery.news import HELD_HEADER
from displayctl.api.client import HubClient
from displayctl.api.models import Approval

_SIGNERS: WeakKeyDictionary[ClientConnection, Callable[[str], str]] = WeakKeyDictionary()


class SimulatedPlayer:
    """One device with a key of its own."""

    def __init__(self, url: str, code: str = "BCDF-GHJK") -> None:
        self.url, self.code = url, code
        self.key = Ed25519PrivateKey.generate()
        self.public_key = self.key.public_key().public_bytes_raw()
        self.device_id = hashlib.sha256(self.public_key).hexdigest()
        self.http = httpx2.Client(base_url=url, trust_env=False, timeout=10)
        self.token = ""
        self.journal = self.device_id[:32]
        self.end = (0, beginning(self.journal))

    def __enter__(self) -> SimulatedPlayer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.http.close()

    def sign(self, message: str) -> str:
        return self.key.sign(message.encode()).hex()

    def ask(self) -> httpx2.Response:
        body = {
            "public_key": self.public_key.hex(),
            "code": self.code,
            "host_name": "tugu-pc",
            "version": "0",
            "signature": self.sign(f"enrol:{self.code}"),
        }
        return self.http.post("/player/enrolments", json=body)

    def answer(self) -> httpx2.Response:
        return self.http.get(f"/player/enrolments/{self.device_id}", params={"code": self.code})

    def enrol(self, client: HubClient, display_id: str) -> dict[str, Any]:
        """Asks, is approved, and takes a token; what the hub answered."""
        assert self.ask().status_code == 202
        client.approve(Approval(code=self.code, display_id=display_id))
        self.take_token()
        plain: dict[str, Any] = self.answer().json()
        return plain

    def take_token(self) -> httpx2.Response:
        challenge = self.http.post("/player/challenges", json={"device_id": self.device_id})
        if not challenge.is_success:
            return challenge
        nonce = challenge.json()["nonce"]
        body = {"device_id": self.device_id, "nonce": nonce, "signature": self.sign(f"token:{nonce}")}
        response = self.http.post("/player/tokens", json=body)
        if response.is_success:
            self.token = response.json()["token"]
        return response

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str, **headers: str) -> httpx2.Response:
        return self.http.get(path, headers={**self.bearer, **headers})

    def batch(self, *entries: str) -> Batch:
        """Further entries of this device's journal, signed."""
        batch = Batch(self.journal, self.end[0] + 1, self.end[1], entries)
        return self.signed(batch)

    def signed(self, batch: Batch) -> Batch:
        return replace(batch, signature=self.key.sign(batch.seal()).hex())

    def send_batch(self, batch: Batch) -> httpx2.Response:
        """Hands in entries; the next ones follow them."""
        response = self.http.post("/player/records", json=batch_to_dict(batch), headers=self.bearer)
        if response.is_success and batch.last > self.end[0]:
            self.end = (batch.last, batch.chains()[-1])
        return response

    def send_records(self, records: list[dict[str, Any]]) -> httpx2.Response:
        return self.send_batch(self.batch(*(entry_text(PLAY, record) for record in records)))

    def link(self, url: str = "", tls: ssl.SSLContext | None = None, *, held: str = "") -> ClientConnection:
        """The link, to `url` where it is not the hub's own. With `held` the player says so, and gets news."""
        address = "ws" + (url or self.url).removeprefix("http") + "/player/link"
        bounds: dict[str, Any] = {"compression": None, "max_size": 64 << 20, "proxy": None}
        headers = self.bearer | ({HELD_HEADER: held} if held else {})
        link: ClientConnection = connect(address, additional_headers=headers, ssl=tls, **bounds)
        token, places = self.token, count(1)
        _SIGNERS[link] = lambda text: self._envelope(token, next(places), text)
        return link

    def _envelope(self, token: str, place: int, text: str) -> str:
        signature = self.key.sign(link_message(token, place, text)).hex()
        return json.dumps({"n": place, "text": text, "signature": signature})


def said(link: ClientConnection, kind: str, timeout: float = 10) -> dict[str, Any]:
    """The next message of `kind`; others are passed over."""
    while True:
        plain: dict[str, Any] = json.loads(link.recv(timeout=timeout))
        if plain["type"] == kind:
            return plain


def say(link: ClientConnection, **message: Any) -> None:
    """Says a message under the signature of the device that opened the link."""
    say_text(link, json.dumps(message))


def say_text(link: ClientConnection, text: str) -> None:
    link.send(_SIGNERS[link](text))


def bundle_in(message: dict[str, Any]) -> bytes:
    return base64.b64decode(message["bundle"])
