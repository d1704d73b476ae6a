"""Whether a request is still booked: bookings are deleted in the schedule, where nobody thinks of requests, and undo
brings them back.
"""

from __future__ import annotations

from dataclasses import replace

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestLinkKind, RequestState, RequestStepKind, Side
from displayctl.hub.repositories.requests import RequestFilter, StoredRequest
from displayctl.hub.requests.ground import REQUEST, step, store
from displayctl.hub.storage import Storage, UnitOfWork

AWAITED = (RequestState.SCHEDULED, RequestState.ACCEPTED)
"""In which states a request waits to be shown."""
AT_ONCE = 500


def awaited(work: UnitOfWork) -> tuple[StoredRequest, ...]:
    """Requests that wait to be shown, the newest of each state."""
    return tuple(each for state in AWAITED for each in work.requests.page(RequestFilter(state=state), 0, AT_ONCE)[1])


def follow_bookings(storage: Storage) -> None:
    """A scheduled request without any booking left is an accepted one again, and scheduled when one comes back."""
    with storage.reading() as work:
        moved = [each.id for each in awaited(work) if _state_by_bookings(work, each) is not each.state]
    for number in moved:
        _note(storage, number)


def _note(storage: Storage, id: str) -> None:
    with storage.writing() as work:
        request = work.requests.find(id)
        state = None if request is None else _state_by_bookings(work, request)
        if request is None or state is None or state is request.state:
            return
        store(work, replace(request, state=state), step(work, RequestStepKind.STATE, "", state))
        work.record("request.decide", REQUEST, id, {"state": request.state.value}, {"state": state.value})
        work.commit()


def _state_by_bookings(work: UnitOfWork, request: StoredRequest) -> RequestState:
    """What a person has decided stays, whatever is booked."""
    booked = any(
        link.kind is RequestLinkKind.SLOT and work.parts.find(PartKind.SLOT, link.target_id) is not None
        for link in work.request_things.links(request.id)
    )
    if request.state is RequestState.SCHEDULED and not booked:
        return RequestState.ACCEPTED
    if request.state is RequestState.ACCEPTED and booked and _moved_by_the_hub(work, request):
        return RequestState.SCHEDULED
    return request.state


def _moved_by_the_hub(work: UnitOfWork, request: StoredRequest) -> bool:
    sides = [each.side for each in work.request_things.steps(request.id) if each.kind is RequestStepKind.STATE]
    return bool(sides) and sides[-1] is Side.HUB
