"""A hub as players see it, on a real socket of this machine, that can be told to misbehave.

It implements the player's half of docs/protocol.md with the real repository and real signatures.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from content.delivery.bundle import pack
from content.delivery.chain import PLAY, Batch, batch_from_dict, read_entry
from content.delivery.device_messages import link_message
from content.delivery.notices import Notice, pack_notice
from content.delivery.roles import EMERGENCY, POLICY, programme_role
from content.studio.operators import Signatory
from content.studio.signing import sign_alert, sign_programme
from schedules.alert import Alert
from schedules.clock import Clock, SystemClock
from schedules.codec import programme_to_dict
from schedules.programme import Programme
from tests.fakes.former_office import Installation, found_installation


@dataclass
class Mischief:
    """What the hub does wrong. `fail` answers so many of the next requests of a path's beginning with a status;
    `bundle` is handed out in place of the honest one, `root` in place of the one this installation began with.
    """

    bundle: bytes | None = None
    root: bytes | None = None
    fail: dict[str, list[int]] = field(default_factory=dict)
    captive: bool = False
    cut_assets_after: int | None = None
    wrong_asset_bytes: bool = False
    ignore_ranges: bool = False
    pause_between_pieces_s: float = 0.0
    unbound: bool = False
    refuse_record_ids: set[str] = field(default_factory=set)


class HubSimulator:
    """Found in `folder` for `groups`, unless it stands on an `installation` that was founded; `start` opens it, `stop`
    ends it, a second `start` is on the same address.
    """

    def __init__(
        self,
        folder: Path,
        groups: tuple[str, ...] = ("utama",),
        clock: Clock | None = None,
        installation: Installation | None = None,
    ) -> None:
        self.clock = clock or SystemClock()
        installation = installation or found_installation(folder, groups, self.clock)
        self.repository, self._keyring = installation.repository, installation.keyring
        self.group = groups[0]
        self.mischief = Mischief()
        self.media: dict[str, bytes] = {}
        self.records: dict[str, dict[str, Any]] = {}
        self.batches: list[Batch] = []
        self.messages: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.links_opened = 0
        self.asked_codes: dict[str, str] = {}
        self.bound: dict[str, str] = {}
        self._approved: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._nonces: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._links: set[WebSocket] = set()
        self._port = 0
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    # What a desk does

    def add_medium(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self.media[sha256] = data
        return sha256

    def approve(self, display_id: str, device_id: str) -> None:
        self._approved[device_id] = display_id
        self.bound[device_id] = display_id

    def forget_approvals(self) -> None:
        self._approved.clear()
        self._tokens.clear()

    def know_key(self, public_key: bytes) -> None:
        """As if a device with this key had asked for enrolment."""
        self._keys[hashlib.sha256(public_key).hexdigest()] = public_key.hex()

    def publish(self, programme: Programme, *, tell: bool = True) -> None:
        """Sign the programme, publish it and tell every player that is connected."""
        role, policy = programme_role(programme.group), self.repository.current(POLICY)
        current = self.repository.current(role)
        assert policy is not None
        signed = sign_programme(self._keyring, current, programme.group, programme_to_dict(programme), self.clock.now())
        self.repository.accept(signed)
        if tell:
            self.say({"type": "notice", "digest": self.repository.head(self.group).digest})

    def raise_alert(self, alert: Alert, pictures: dict[str, bytes], *, push: bool = True) -> None:
        document = pack_notice(Notice(alert, pictures))
        self._change_alert(alert.id, document, push)

    def withdraw_alert(self, alert_id: str) -> None:
        self._change_alert(alert_id, None, push=True)

    def _change_alert(self, alert_id: str, document: bytes | None, push: bool) -> None:
        current = self.repository.current(EMERGENCY)
        assert current is not None
        self.repository.accept(sign_alert(self._keyring, current, alert_id, document, self.clock.now()))
        if push:
            self.say({"type": "bundle", "bundle": base64.b64encode(self.bundle).decode()})

    @property
    def bundle(self) -> bytes:
        if self.mischief.bundle is not None:
            return self.mischief.bundle
        return pack(self.repository.bundle_for(self.group))

    @property
    def keyring(self) -> Signatory:
        return self._keyring

    # The wire

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def connected(self) -> int:
        return len(self._links)

    def heard(self, kind: str) -> list[dict[str, Any]]:
        return [message for message in list(self.messages) if message.get("type") == kind]

    def start(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._application(),
            log_level="critical",
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, args=(listener,), daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started:
            assert time.monotonic() < deadline, "the simulated hub did not start"
            time.sleep(0.005)

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self.drop_links()
            self._server.should_exit = True
            self._thread.join(10)
        self._server = self._thread = None
        self._tokens.clear()

    def say(self, message: dict[str, Any]) -> None:
        """Send `message` to every connected player."""
        self.say_text(json.dumps(message))

    def say_text(self, text: str) -> None:
        if self._loop is None or self._server is None:
            return
        for link in list(self._links):
            asyncio.run_coroutine_threadsafe(link.send_text(text), self._loop).result(10)

    def drop_links(self) -> None:
        if self._loop is None:
            return
        for link in list(self._links):
            with contextlib.suppress(Exception):
                asyncio.run_coroutine_threadsafe(link.close(1012), self._loop).result(5)

    def _serve(self, listener: socket.socket) -> None:
        async def main() -> None:
            self._loop = asyncio.get_running_loop()
            assert self._server is not None
            await self._server.serve(sockets=[listener])

        asyncio.run(main())
        listener.close()

    def _application(self) -> Starlette:
        routes = [
            Route("/player/enrolments", self._enrol, methods=["POST"]),
            Route("/player/enrolments/{device_id}", self._enrolment),
            Route("/player/challenges", self._challenge, methods=["POST"]),
            Route("/player/tokens", self._token, methods=["POST"]),
            Route("/player/bundle", self._bundle),
            Route("/player/assets/{sha256}", self._asset),
            Route("/player/records", self._records, methods=["POST"]),
            WebSocketRoute("/player/link", self._link),
        ]
        return Starlette(routes=[self._wrapped(route) for route in routes])

    def _wrapped(self, route: Route | WebSocketRoute) -> Route | WebSocketRoute:
        if isinstance(route, WebSocketRoute):
            return route
        inner = route.endpoint

        async def endpoint(request: Request) -> Response:
            self.requests.append(f"{request.method} {request.url.path}")
            if (spoiled := self._spoiled(request.url.path)) is not None:
                return spoiled
            return await inner(request)  # type: ignore[no-any-return]

        return Route(route.path, endpoint, methods=list(route.methods or ["GET"]))

    def _spoiled(self, path: str) -> Response | None:
        if self.mischief.captive:
            return Response("<html>Please log in</html>", media_type="text/html")
        for beginning, statuses in self.mischief.fail.items():
            if path.startswith(beginning) and statuses:
                return _problem(statuses.pop(0))
        return None

    async def _enrol(self, request: Request) -> Response:
        body = await request.json()
        key, code = bytes.fromhex(body["public_key"]), body.get("code") or body["ticket"]
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(body["signature"]), f"enrol:{code}".encode())
        except InvalidSignature:
            return _problem(422)
        device_id = hashlib.sha256(key).hexdigest()
        self._keys[device_id] = body["public_key"]
        self.asked_codes[code] = device_id
        return Response(status_code=204)

    async def _enrolment(self, request: Request) -> Response:
        device_id = request.path_params["device_id"]
        name = request.query_params.get("code") or request.query_params.get("ticket", "")
        if self.asked_codes.get(name) != device_id:
            return _problem(410)
        root = base64.b64encode(self.mischief.root or self.repository.bootstrap_root()).decode()
        if device_id not in self._approved:
            return JSONResponse({"display_id": "", "root": root}, 202)
        return JSONResponse({"display_id": self._approved[device_id], "root": root})

    async def _challenge(self, request: Request) -> Response:
        device_id = (await request.json())["device_id"]
        if self.mischief.unbound or device_id not in self.bound:
            return _problem(403)
        self._nonces[device_id] = secrets.token_hex(16)
        return JSONResponse({"nonce": self._nonces[device_id]})

    async def _token(self, request: Request) -> Response:
        body = await request.json()
        device_id, nonce = body["device_id"], self._nonces.pop(body["device_id"], None)
        if nonce is None or nonce != body["nonce"]:
            return _problem(401)
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self._keys[device_id]))
        try:
            key.verify(bytes.fromhex(body["signature"]), f"token:{nonce}".encode())
        except InvalidSignature:
            return _problem(401)
        token = secrets.token_hex(16)
        self._tokens[token] = device_id
        return JSONResponse({"token": token, "expires_in": 900})

    async def _bundle(self, request: Request) -> Response:
        if not self._knows(request.headers.get("authorization")):
            return _problem(401)
        data = self.bundle
        tag = f'"{hashlib.sha256(data).hexdigest()}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return Response(data, headers={"ETag": tag}, media_type="application/json")

    async def _asset(self, request: Request) -> Response:
        if not self._knows(request.headers.get("authorization")):
            return _problem(401)
        data = self.media.get(request.path_params["sha256"])
        if data is None:
            return _problem(404)
        if self.mischief.wrong_asset_bytes:
            data = bytes(len(data))
        starts = 0
        asked = request.headers.get("range", "")
        if asked.startswith("bytes=") and not self.mischief.ignore_ranges:
            starts = int(asked.removeprefix("bytes=").split("-")[0])
            if starts >= len(data):
                return _problem(416)
        headers = {"Content-Length": str(len(data) - starts)}
        if starts:
            headers["Content-Range"] = f"bytes {starts}-{len(data) - 1}/{len(data)}"
        return StreamingResponse(self._pieces(data[starts:]), 206 if starts else 200, headers)

    async def _pieces(self, data: bytes) -> AsyncIterator[bytes]:
        sent = 0
        for at in range(0, len(data), 4096):
            if self.mischief.cut_assets_after is not None and sent >= self.mischief.cut_assets_after:
                raise ConnectionResetError("cut on purpose")
            piece = data[at : at + 4096]
            yield piece
            sent += len(piece)
            if self.mischief.pause_between_pieces_s:
                await asyncio.sleep(self.mischief.pause_between_pieces_s)

    async def _records(self, request: Request) -> Response:
        if not self._knows(request.headers.get("authorization")):
            return _problem(401)
        batch = batch_from_dict(await request.json())
        batch.check(self._key_of(request.headers.get("authorization")))
        records = [value for kind, value in map(read_entry, batch.entries) if kind == PLAY]
        if any(record["id"] in self.mischief.refuse_record_ids for record in records):
            return _problem(422)
        self.batches.append(batch)
        known = sum(record["id"] in self.records for record in records)
        self.records.update({record["id"]: record for record in records})
        return JSONResponse({"accepted": len(records) - known, "known": known, "missing": None})

    async def _link(self, link: WebSocket) -> None:
        if self.mischief.captive or not self._knows(link.headers.get("authorization")):
            await link.close(1008)
            return
        await link.accept()
        authorization = link.headers.get("authorization")
        token, places = (authorization or "").removeprefix("Bearer "), 0
        key = Ed25519PublicKey.from_public_bytes(self._key_of(authorization))
        self._links.add(link)
        self.links_opened += 1
        try:
            while True:
                envelope, places = json.loads(await link.receive_text()), places + 1
                signed = link_message(token, places, envelope["text"])
                key.verify(bytes.fromhex(envelope["signature"]), signed)
                message = json.loads(envelope["text"])
                self.messages.append(message)
                if message["type"] == "heartbeat":
                    now_ms = round(self.clock.now().timestamp() * 1000)
                    await link.send_text(json.dumps({"type": "time", "now_ms": now_ms, "sent_ms": message["sent_ms"]}))
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._links.discard(link)

    def _key_of(self, authorization: str | None) -> bytes:
        """The raw public key of the device that holds the token."""
        return bytes.fromhex(self._keys[self._tokens[(authorization or "").removeprefix("Bearer ")]])

    def _knows(self, authorization: str | None) -> bool:
        token = (authorization or "").removeprefix("Bearer ")
        return token in self._tokens and not self.mischief.unbound


def _problem(status: int) -> Response:
    body = {"type": "simulated", "title": "simulated", "status": status, "detail": "the simulated hub says no"}
    return JSONResponse(body, status, media_type="application/problem+json")
