"""The routes about requests for airtime, as a desk calls them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from displayctl.api.models import Job
from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import (
    Airings,
    AnswerWish,
    ChecksChange,
    Decision,
    PreparedAnswer,
    Reply,
    Request,
    RequestBrief,
    RequestChange,
    RequestCreation,
    RequestLink,
    RequestPage,
    Withdrawal,
)
from displayctl.api.transport import Progress, Transport, file_chunks

PAGE = 500


class RequestCalls:
    """On a hub's `transport`. Methods raise HubError, as those of `HubClient`, which has one of these as `requests`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def page(
        self,
        search: str = "",
        *,
        state: RequestState | None = None,
        agency: str = "",
        offset: int = 0,
        limit: int = PAGE,
    ) -> RequestPage:
        """The newest first. `search` looks in numbers, titles, letters, contacts and agencies."""
        params = {
            "search": search or None,
            "state": None if state is None else state.value,
            "agency": agency or None,
            "offset": offset,
            "limit": limit,
        }
        return self._transport.one(RequestPage, "GET", "/api/requests", params=params)

    def all(self) -> Iterator[RequestBrief]:
        """Every request, the newest first."""
        offset, total = 0, 1
        while offset < total:
            page = self.page(offset=offset)
            yield from page.requests
            offset, total = offset + PAGE, page.total

    def one(self, id: str) -> Request:
        return self._transport.one(Request, "GET", f"/api/requests/{id}")

    def create(self, wish: RequestCreation) -> Request:
        """The new request; with a `once` that was sent before, the one that it made then."""
        return self._transport.one(Request, "POST", "/api/requests", message=wish)

    def change(self, id: str, change: RequestChange) -> Request:
        """Raises Conflict where somebody changed it meanwhile, InUse once it is decided."""
        return self._transport.one(Request, "PUT", f"/api/requests/{id}", message=change)

    def decide(self, id: str, decision: Decision) -> Request:
        """Raises WrongRequest for a state that does not follow, a reason that is missing, or rules not looked at."""
        return self._transport.one(Request, "POST", f"/api/requests/{id}/state", message=decision)

    def withdraw(self, id: str, why: str = "") -> Request:
        return self._transport.one(Request, "POST", f"/api/requests/{id}/withdrawal", message=Withdrawal(why=why))

    def check(self, id: str, change: ChecksChange) -> Request:
        return self._transport.one(Request, "PUT", f"/api/requests/{id}/checks", message=change)

    def reply(self, id: str, words: str) -> Request:
        """Words to the agency, or of it; those of an agency that was asked for changes bring the request back."""
        return self._transport.one(Request, "POST", f"/api/requests/{id}/replies", message=Reply(words=words))

    def prepare_answer(self, id: str, state: RequestState, why: str = "") -> str:
        """The office's text for that state, its gaps filled."""
        wish = AnswerWish(state=state, why=why)
        return self._transport.one(PreparedAnswer, "POST", f"/api/requests/{id}/prepared-answer", message=wish).text

    def airings(self, id: str) -> Airings:
        """What walls have shown of it."""
        return self._transport.one(Airings, "GET", f"/api/requests/{id}/airings")

    def link(self, id: str, kind: RequestLinkKind, target: str) -> Request:
        """Note that something was made from it; a slot makes an accepted request a scheduled one."""
        link = RequestLink(kind=kind, id=target)
        return self._transport.one(Request, "POST", f"/api/requests/{id}/links", message=link)

    def unlink(self, id: str, kind: RequestLinkKind, target: str) -> Request:
        params = {"kind": kind.value, "target": target}
        return self._transport.one(Request, "DELETE", f"/api/requests/{id}/links", params=params)

    def attach(self, id: str, path: Path, on_progress: Progress | None = None) -> Request:
        """Send a file. Raises WrongRequest for what is no picture, PDF or clip, OSError."""
        size_bytes = path.stat().st_size
        headers = {"Content-Length": str(size_bytes), "Content-Type": "application/octet-stream"}
        content = file_chunks(path, size_bytes, on_progress)
        params = {"request": id, "name": path.name}
        return self._transport.one(
            Request, "POST", "/api/request-files", params=params, content=content, headers=headers
        )

    def file_pieces(self, file_id: str) -> Iterator[bytes]:
        """An attachment's bytes, in pieces. Raises NotFound."""
        return self._transport.pieces(f"/api/request-files/{file_id}")

    def take_in(self, file_id: str) -> Job:
        """Take an attachment into the library; the job, whose `medium_id` is linked to the request. Raises Conflict
        where it is there already.
        """
        return self._transport.one(Job, "POST", f"/api/request-files/{file_id}/medium")

    def settings(self) -> RequestSettings:
        return self._transport.one(RequestSettings, "GET", "/api/request-settings")

    def put_settings(self, settings: RequestSettings) -> RequestSettings:
        """Raises Conflict where somebody changed them meanwhile, WrongRequest for an answer with an unknown gap."""
        return self._transport.one(RequestSettings, "PUT", "/api/request-settings", message=settings)
