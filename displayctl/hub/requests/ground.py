"""What every service about requests stands on: whose requests one may see, finding one, and storing what happened."""

from __future__ import annotations

from displayctl.api.request_states import RequestState, RequestStepKind, Side
from displayctl.api.requests import RequestStep
from displayctl.hub.asking import AskerKind, current_asker
from displayctl.hub.bus import fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, WrongWish
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.sides import agencies_of, side_of
from displayctl.hub.requests.view import brief_of
from displayctl.hub.storage import UnitOfWork

REQUEST = "request"
MOST_STEPS = 600
"""What is noted about one request; an agency's words do not count on beyond it."""


def require_request(work: UnitOfWork, id: str) -> StoredRequest:
    """Raises NoSuchThing, for one of another agency too: whether it exists is not theirs to know."""
    found, mine = work.requests.find(id), agencies_of(current_asker())
    if found is None or (mine is not None and found.draft.agency not in mine):
        raise NoSuchThing(f"there is no request {id!r:.40}; list the requests")
    return found


def of_version(request: StoredRequest, version: int) -> StoredRequest:
    """`request`, where a wish was made from this version of it. Raises ChangedMeanwhile."""
    if request.version != version:
        raise ChangedMeanwhile(
            f"{request.id} was changed at {request.updated_at:%Y-%m-%d %H:%M:%S} UTC, after you read it (version "
            f"{version}, now {request.version}); read it again, then repeat your change"
        )
    return request


def step(work: UnitOfWork, kind: RequestStepKind, words: str = "", state: RequestState | None = None) -> RequestStep:
    """What the one who asks does now."""
    asker = current_asker()
    return RequestStep(at=work.now, by=person_of(work), side=side_of(asker), kind=kind, state=state, words=words)


def store(work: UnitOfWork, request: StoredRequest, *steps: RequestStep) -> StoredRequest:
    """Stores `request` with what happened to it, under a new version, and tells the desks."""
    stored = work.requests.put(request, work.now)
    for each in steps:
        count = work.request_things.add_step(request.id, each)
        if count > MOST_STEPS and each.side is Side.AGENCY:
            raise WrongWish("words", f"{request.id} has {MOST_STEPS} entries already; ask the office by telephone")
    work.tell(fact(REQUEST, request.id, brief_of(work, stored)))
    return stored


def person_of(work: UnitOfWork) -> str:
    """How people call the one who asks."""
    asker = current_asker()
    user = work.users.find(asker.id) if asker.kind is AskerKind.PERSON else None
    return asker.name if user is None else user.title or user.name
