"""Requests as they come: made, changed while they may be, added to, taken back."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from displayctl.api.models import PartKind
from displayctl.api.request_states import AGENCY_CHANGES, FOLLOWING, OPEN, RequestState, RequestStepKind, Side
from displayctl.api.requests import (
    Reply,
    Request,
    RequestChange,
    RequestCreation,
    RequestDraft,
    RequestPage,
    RequestStep,
)
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import NotPermitted, WrongWish
from displayctl.hub.repositories.requests import RequestFilter, StoredRequest
from displayctl.hub.requests.arriving import Arrived, attach
from displayctl.hub.requests.ground import (
    REQUEST,
    of_version,
    person_of,
    require_request,
    step,
    store,
)
from displayctl.hub.requests.sides import agencies_of, side_of
from displayctl.hub.requests.view import briefs_of, whole_of
from displayctl.hub.storage import Storage, UnitOfWork

MOST_OPEN, MOST_REQUESTS = 100, 200_000


class Intake:
    """For the office, and for agencies, which see and change their own alone."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def page(
        self, search: str = "", state: RequestState | None = None, agency: str = "", offset: int = 0, limit: int = 100
    ) -> RequestPage:
        """The newest first."""
        mine = agencies_of(current_asker())
        if agency:
            mine = frozenset({agency}) if mine is None else mine & {agency}
        with self._storage.reading() as work:
            total, found = work.requests.page(RequestFilter(search, state, mine), offset, limit)
            return RequestPage(total=total, requests=briefs_of(work, found))

    def one(self, id: str) -> Request:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return whole_of(work, require_request(work, id))

    def may_create(self, wish: RequestCreation) -> None:
        """Raises what `create` would, before files are sent."""
        with self._storage.reading() as work:
            if work.requests.made_by(wish.once) is None:
                _check(work, wish.draft)
                _check_room(work, wish.draft.agency)

    def create(self, wish: RequestCreation, files: tuple[Arrived, ...] = (), *, from_page: bool = False) -> Request:
        """A new request with its files, or the one that this very wish has made before.

        Raises WrongWish, NotPermitted for an agency that is not the asker's, TooLarge for too many files.
        """
        with self._storage.writing() as work:
            before = work.requests.made_by(wish.once)
            if before is not None:
                return whole_of(work, require_request(work, before.id))
            _check(work, wish.draft)
            _check_room(work, wish.draft.agency)
            year = work.now.astimezone(ZoneInfo(work.settings.get().office.zone)).year
            request = StoredRequest(
                id=work.requests.next_id(year),
                state=RequestState.NEW,
                draft=wish.draft,
                created_at=work.now,
                updated_at=work.now,
                once=wish.once,
                asked_by=person_of(work),
                from_page=from_page,
            )
            stored = store(work, request, step(work, RequestStepKind.ASKED, state=RequestState.NEW))
            if files:
                stored = attach(work, stored, files)
            told = {"agency": wish.draft.agency, "title": wish.draft.title, "files": len(files)}
            work.record("request.add", REQUEST, stored.id, after=told)
            work.commit()
            return whole_of(work, stored)

    def change(self, id: str, change: RequestChange) -> Request:
        """What is asked for instead. Raises NoSuchThing, ChangedMeanwhile, WrongWish once it is decided."""
        with self._storage.writing() as work:
            request = of_version(require_request(work, id), change.version)
            require_open(request)
            _check(work, change.draft)
            before, after = (draft.model_dump(mode="json") for draft in (request.draft, change.draft))
            differs = ", ".join(name for name in after if before[name] != after[name])
            noted = step(work, RequestStepKind.CHANGED, differs)
            changed, further = _mended(work, replace(request, draft=change.draft))
            stored = store(work, changed, noted, *further)
            work.record("request.change", REQUEST, id, before, after)
            work.commit()
            return whole_of(work, stored)

    def may_reply(self, id: str, *, with_files: bool = False) -> None:
        """Raises what `reply` would, before files are sent."""
        with self._storage.reading() as work:
            _require_answerable(require_request(work, id), with_files=with_files)

    def reply(self, id: str, reply: Reply | None, files: tuple[Arrived, ...] = ()) -> Request:
        """Words, files, or both. What an agency adds to a request that needs changes brings it back.

        Raises NoSuchThing, WrongWish for one that is over, and for files where they are not taken any more.
        """
        with self._storage.writing() as work:
            request = require_request(work, id)
            _require_answerable(request, with_files=bool(files))
            said = () if reply is None else (step(work, RequestStepKind.REPLY, reply.words),)
            changed, further = _mended(work, request)
            stored = store(work, changed, *said, *further)
            if files:
                stored = attach(work, stored, files)
            told = {"words": "" if reply is None else reply.words, "files": len(files)}
            work.record("request.reply", REQUEST, id, after=told)
            work.commit()
            return whole_of(work, stored)

    def withdraw(self, id: str, why: str = "") -> Request:
        """Raises NoSuchThing, WrongWish for one that is over. Its bookings stay, which the office is told of."""
        with self._storage.writing() as work:
            request = require_request(work, id)
            if RequestState.WITHDRAWN not in FOLLOWING[request.state]:
                raise WrongWish("state", f"{id} is {request.state.value} and cannot be taken back; ask the office")
            noted = step(work, RequestStepKind.STATE, why, RequestState.WITHDRAWN)
            stored = store(work, replace(request, state=RequestState.WITHDRAWN), noted)
            work.record("request.withdraw", REQUEST, id, request.state.value, RequestState.WITHDRAWN.value)
            work.commit()
            return whole_of(work, stored)


def require_open(request: StoredRequest) -> None:
    """Raises WrongWish where the one who asks may not change what is asked for (any more)."""
    may = AGENCY_CHANGES if side_of(current_asker()) is Side.AGENCY else OPEN
    if request.state not in may:
        raise WrongWish("state", f"{request.id} is {request.state.value} and is not changed any more; make a new one")


def _require_answerable(request: StoredRequest, *, with_files: bool) -> None:
    """Raises WrongWish where nothing more is said about it, or no file taken (any more)."""
    if request.state not in OPEN:
        raise WrongWish("state", f"{request.id} is {request.state.value}; make a new request")
    if with_files:
        require_open(request)


def _mended(work: UnitOfWork, request: StoredRequest) -> tuple[StoredRequest, tuple[RequestStep, ...]]:
    """What the agency has mended is to be looked at anew: the request then, and what is noted of that."""
    if request.state is not RequestState.NEEDS or side_of(current_asker()) is not Side.AGENCY:
        return request, ()
    return replace(request, state=RequestState.NEW), (step(work, RequestStepKind.STATE, "", RequestState.NEW),)


def _check(work: UnitOfWork, draft: RequestDraft) -> None:
    """Raises NotPermitted for another agency, WrongWish for one or a wall that is not there."""
    mine = agencies_of(current_asker())
    if mine is not None and draft.agency not in mine:
        raise NotPermitted("this account asks for its own agency alone; sign in with another one")
    if draft.agency not in {agency.id for agency in work.requests.settings().agencies}:
        raise WrongWish("agency", f"there is no agency {draft.agency!r}; add it under the settings of requests")
    for wall in draft.wish.walls:
        if work.parts.find(PartKind.DISPLAY, wall) is None:
            raise WrongWish("wish.walls", f"there is no wall {wall!r}; choose another")


def _check_room(work: UnitOfWork, agency: str) -> None:
    """Raises WrongWish where there are too many."""
    if work.requests.count() >= MOST_REQUESTS:
        raise WrongWish("draft", f"there are {MOST_REQUESTS} requests already; this hub takes no more")
    if side_of(current_asker()) is Side.AGENCY and work.requests.count(agency, OPEN) >= MOST_OPEN:
        raise WrongWish("draft", f"{MOST_OPEN} requests of this agency are open; withdraw some, or ask the office")
