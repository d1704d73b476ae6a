"""Requests to a hub over HTTP: the token, the time limits, and what is no success made into an error of the family."""

from __future__ import annotations

import errno
import os
import platform
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from pydantic import ValidationError

from content.delivery.pin import Pin
from displayctl.api.errors import HubUnreachable, error_for
from displayctl.api.json_lists import members
from displayctl.api.models import Message, Problem

CHUNK_BYTES = 256 << 10
Progress = Callable[[int, int], None]
"""Told how many bytes of how many are on their way."""

M = TypeVar("M", bound=Message)


class Transport:
    """One hub's address, token and pinned authority. Safe to use from several threads at once."""

    def __init__(self, url: str, token: str, timeout_seconds: float = 30.0, pin: Pin | None = None) -> None:
        self.url = url.rstrip("/")
        self.token = token
        self.pin = pin
        # Environment proxies are for the internet; the hub is this machine or this office.
        self._http = httpx2.Client(
            base_url=self.url,
            headers={"X-Displayctl-Desk": _desk_name()} | ({"Authorization": f"Bearer {token}"} if token else {}),
            timeout=httpx2.Timeout(timeout_seconds, connect=5.0),
            trust_env=False,
            verify=_context(self.url, pin),
        )

    def close(self) -> None:
        self._http.close()

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        message: Message | None = None,
        content: Iterable[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout_seconds: float | None = None,
    ) -> httpx2.Response:
        """The answer of a request that succeeded; raises HubError for any other. Parameters that are None stay away.

        `timeout_seconds` is for answers that take longer than others to be worked out.
        """
        extra = dict(headers or {})
        body: Any = content
        if message is not None:
            body, extra["Content-Type"] = message.model_dump_json(exclude_unset=True).encode(), "application/json"
        wanted = {name: value for name, value in (params or {}).items() if value is not None}
        try:
            patience: Any = httpx2.USE_CLIENT_DEFAULT
            if timeout_seconds is not None:
                patience = httpx2.Timeout(timeout_seconds, connect=5.0)
            response = self._http.request(method, path, params=wanted, content=body, headers=extra, timeout=patience)
        except httpx2.HTTPError as error:
            raise self.unreachable(error) from error
        if not response.is_success:
            raise error_for(_problem_of(response))
        return response

    def lines(self, path: str) -> Iterator[bytes]:
        """The lines of a long answer as they come; raises HubError as `send` does."""
        with self._streamed(path) as response:
            for line in response.iter_lines():
                yield line.encode() + b"\n"

    def pieces(self, path: str) -> Iterator[bytes]:
        """The bytes of a long answer as they come; raises HubError as `send` does."""
        with self._streamed(path) as response:
            yield from response.iter_bytes(CHUNK_BYTES)

    @contextmanager
    def _streamed(self, path: str) -> Iterator[httpx2.Response]:
        try:
            with self._http.stream("GET", path) as response:
                if not response.is_success:
                    response.read()
                    raise error_for(_problem_of(response))
                yield response
        except httpx2.HTTPError as error:
            raise self.unreachable(error) from error

    def one(self, kind: type[M], method: str, path: str, **request: Any) -> M:
        """The answer as a message of `kind`."""
        response = self.send(method, path, **request)
        try:
            return kind.model_validate_json(response.content)
        except ValidationError as error:
            raise self.unreachable(error) from error

    def many(self, kind: type[M], method: str, path: str, **request: Any) -> tuple[M, ...]:
        """The answer as messages of `kind`."""
        response = self.send(method, path, **request)
        try:
            return tuple(kind.model_validate_json(member) for member in members(response.content.decode()))
        except ValueError as error:
            raise self.unreachable(error) from error

    def unreachable(self, error: Exception) -> HubUnreachable:
        """What it means that nobody, or not a hub, answers."""
        detail = f"no hub answers at {self.url} ({error}); start one with: displayctl hub"
        return HubUnreachable(Problem(type="unreachable", title="Hub unreachable", status=0, detail=detail))


def _context(url: str, pin: Pin | None) -> ssl.SSLContext | bool:
    """Whom to believe over https: the pinned authority, else those of this machine. Over http nobody is asked, and
    reading all of the machine's would take a command longer than anything else.
    """
    if pin is not None:
        return pin.context()
    return True if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _desk_name() -> str:
    """How this desk is called where somebody else's change came second, as ``sekar@pc-2``."""
    user = os.environ.get("USER") or os.environ.get("USERNAME") or "desk"
    name = f"{user}@{platform.node()}"
    return "".join(letter if " " < letter < "\x7f" else "_" for letter in name)[:100]


def file_chunks(path: Path, size_bytes: int, on_progress: Progress | None) -> Iterator[bytes]:
    """A file's `size_bytes` in pieces, telling how far it is; OSError when it vanishes or gets shorter or longer."""
    done = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            done += len(chunk)
            if done > size_bytes:
                break
            yield chunk
            if on_progress is not None:
                on_progress(done, size_bytes)
    if done != size_bytes:
        raise OSError(errno.ESTALE, "it was changed while it was being sent", str(path))


def _problem_of(response: httpx2.Response) -> Problem:
    try:
        return Problem.model_validate_json(response.content)
    except ValidationError:
        detail = f"{response.request.url} answered {response.status_code} {response.reason_phrase}"
        return Problem(type="error", title=response.reason_phrase, status=response.status_code, detail=detail)
