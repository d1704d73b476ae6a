"""What walls have shown of requests, by their own records; a scheduled request that was shown is a broadcast one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from displayctl.api.request_states import RequestLinkKind, RequestState, RequestStepKind
from displayctl.api.requests import Airing, Airings
from displayctl.hub.repositories.request_things import Shown
from displayctl.hub.repositories.requests import RequestFilter, StoredRequest
from displayctl.hub.requests.ground import REQUEST, require_request, step, store
from displayctl.hub.storage import Storage, UnitOfWork

LOOKED_BACK = timedelta(days=9)
"""How late the records of a wall that was cut off may come and still be seen by `Broadcasts.look`."""
AT_ONCE = 500


class Broadcasts:
    """Reads play records; changes nothing about them."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def airings(self, id: str) -> Airings:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return airings_of(work, require_request(work, id))

    def look(self) -> None:
        """Notes which of the scheduled requests have been on a wall."""
        with self._storage.reading() as work:
            waiting = work.requests.page(RequestFilter(state=RequestState.SCHEDULED), 0, AT_ONCE)[1]
            shown = work.request_things.shown_since(work.now - LOOKED_BACK) if waiting else frozenset()
            slots, media = {slot for slot, _ in shown}, {medium for _, medium in shown}
            wanted = {each.id: _made_from(work, each) for each in waiting}
        for number, (of_media, of_slots) in wanted.items():
            # The quick look may see plays from before the request; what decides is what is told of it.
            if (of_media & media) or (of_slots & slots):
                self._note(number)

    def _note(self, id: str) -> None:
        with self._storage.writing() as work:
            request = work.requests.find(id)
            if request is None or request.state is not RequestState.SCHEDULED or not airings_of(work, request).rows:
                return
            noted = step(work, RequestStepKind.STATE, "", RequestState.BROADCAST)
            store(work, replace(request, state=RequestState.BROADCAST), noted)
            work.record("request.broadcast", REQUEST, id, request.state.value, RequestState.BROADCAST.value)
            work.commit()


def airings_of(work: UnitOfWork, request: StoredRequest) -> Airings:
    """What was shown since the request came: of its media, or, where none was made from it, in its slots."""
    media, slots = _made_from(work, request)
    shown = work.request_things.shown(request.created_at, media, () if media else slots)
    grouped: defaultdict[tuple[str, str, str], list[Shown]] = defaultdict(list)
    for each in shown:
        grouped[each.display_id, each.slot_id, each.medium_id].append(each)
    titles = {medium.id: medium.title for medium in work.media.several(key[2] for key in grouped)}
    rows = (_airing(key, found, titles.get(key[2], "")) for key, found in sorted(grouped.items()))
    return Airings(rows=tuple(rows))


def _airing(key: tuple[str, str, str], shown: list[Shown], title: str) -> Airing:
    display_id, slot_id, medium_id = key
    return Airing(
        display_id=display_id,
        slot_id=slot_id,
        medium_id=medium_id,
        medium_title=title,
        plays=len(shown),
        seconds=sum((each.ends - each.starts).total_seconds() for each in shown),
        first=min(each.starts for each in shown),
        last=max(each.ends for each in shown),
    )


def _made_from(work: UnitOfWork, request: StoredRequest) -> tuple[frozenset[str], frozenset[str]]:
    """The media and the slots that were made from a request."""
    links = work.request_things.links(request.id)
    media = frozenset(link.target_id for link in links if link.kind is RequestLinkKind.MEDIUM)
    return media, frozenset(link.target_id for link in links if link.kind is RequestLinkKind.SLOT)
