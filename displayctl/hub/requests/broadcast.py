"""What walls have shown of requests, by their own records; one that was shown is a broadcast one, scheduled or not: its
medium may have gone into a playlist that was on the walls already.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from displayctl.api.request_states import RequestLinkKind, RequestState, RequestStepKind
from displayctl.api.requests import Airing, Airings
from displayctl.hub.repositories.request_things import Shown
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.bookings import AWAITED, awaited, follow_bookings
from displayctl.hub.requests.ground import REQUEST, require_request, step, store
from displayctl.hub.storage import Storage, UnitOfWork

LOOKED_BACK = timedelta(days=9)
"""How late the records of a wall that was cut off may come and still be seen by `Broadcasts.look`."""


class Broadcasts:
    """Reads play records; changes nothing about them."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def airings(self, id: str) -> Airings:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return airings_of(work, require_request(work, id))

    def look(self) -> None:
        """Notes which requests have lost their bookings, and which of those that wait have been on a wall."""
        follow_bookings(self._storage)
        with self._storage.reading() as work:
            waiting = awaited(work)
            made = {each.id: _made_from(work, each) for each in waiting}
            media = {medium for of_media, _ in made.values() for medium in of_media}
            slots = {slot for _, of_slots in made.values() for slot in of_slots}
            shown = work.request_things.shown_lately(work.now - LOOKED_BACK, media, slots)
        for number, (of_media, of_slots) in made.items():
            # The quick look may see plays from before the request; what decides is what is told of it.
            if (of_media & shown[0]) or (of_slots & shown[1]):
                self._note(number)

    def _note(self, id: str) -> None:
        with self._storage.writing() as work:
            request = work.requests.find(id)
            if request is None or request.state not in AWAITED or not airings_of(work, request).rows:
                return
            noted = step(work, RequestStepKind.STATE, "", RequestState.BROADCAST)
            store(work, replace(request, state=RequestState.BROADCAST), noted)
            work.record("request.broadcast", REQUEST, id, request.state.value, RequestState.BROADCAST.value)
            work.commit()


def airings_of(work: UnitOfWork, request: StoredRequest) -> Airings:
    """What was shown since the request came: of its media, or, where none was made from it, in its slots."""
    media, slots = _made_from(work, request)
    shown = work.request_things.shown(request.created_at, media, slots)
    titles = {medium.id: medium.title for medium in work.media.several(each.medium_id for each in shown)}
    return Airings(rows=tuple(_airing(each, titles.get(each.medium_id, "")) for each in shown))


def _airing(shown: Shown, title: str) -> Airing:
    return Airing(
        display_id=shown.display_id,
        slot_id=shown.slot_id,
        medium_id=shown.medium_id,
        medium_title=title,
        plays=shown.plays,
        seconds=shown.length.total_seconds(),
        first=shown.first,
        last=shown.last,
    )


def _made_from(work: UnitOfWork, request: StoredRequest) -> tuple[frozenset[str], frozenset[str]]:
    """What tells that a request was on a wall: the media that were made from it, or else its slots."""
    links = work.request_things.links(request.id)
    media = frozenset(link.target_id for link in links if link.kind is RequestLinkKind.MEDIUM)
    slots = frozenset(link.target_id for link in links if link.kind is RequestLinkKind.SLOT)
    return media, frozenset() if media else slots
