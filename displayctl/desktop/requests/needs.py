"""What the home page tells of requests: those that nobody has looked at, those that were accepted and are not booked
although their days are near, and bookings that nobody wants any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import Request, RequestBrief
from displayctl.desk.calendars.plan import is_over
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import date_short
from schedules.recurrence import Recurrence

translate = QCoreApplication.translate
NAMED = 3
"""So many are told by their titles; more are counted."""
MOST_WITHDRAWN, MOST_READ = 20, 200
NEAR = timedelta(days=3)
"""So long before its first day an accepted request should be booked."""


def request_needs(desk: Desk, now: datetime) -> tuple[Need, ...]:
    """A line for each new request, or one for all of them where they are many; one for each to which its agency has
    added something, that should be booked by now, or that was withdrawn and is still booked. None for who may not
    answer them.
    """
    if not desk.myself.may(Role.EDITOR, Role.APPROVER):
        return ()
    today = now.astimezone(office_zone()).date()
    return (*_new(desk), *_going_on(desk, today), *_withdrawn(desk, today))


def _new(desk: Desk) -> tuple[Need, ...]:
    action = translate("Needs", "Look at it")
    page = desk.hub.client.requests.page(state=RequestState.NEW, limit=NAMED)
    if page.total > NAMED:
        words = translate("Needs", "Requests of agencies that nobody has looked at: {count}.").format(count=page.total)
        return (Need("requests", Urgency.LATER, words, action, Place("requests")),)
    words = translate("Needs", "{agency} asks for “{title}”.")
    return tuple(
        Need(
            f"request/{each.id}",
            Urgency.LATER,
            words.format(agency=each.agency_name, title=each.title),
            action,
            Place("requests", each.id),
        )
        for each in page.requests
    )


def _going_on(desk: Desk, today: date) -> Iterator[Need]:
    """What is to be done about requests that somebody has looked at."""
    for state in (RequestState.SEEN, RequestState.ACCEPTED, RequestState.SCHEDULED):
        for brief in desk.hub.client.requests.page(state=state, limit=MOST_READ).requests:
            if brief.agency_spoke:
                yield _spoken(brief)
            if state is RequestState.ACCEPTED:
                yield from _unbooked(brief, today)


def _spoken(brief: RequestBrief) -> Need:
    """Nothing else says that an agency has written once more."""
    words = translate("Needs", "{agency} has added something to “{title}”.")
    said = words.format(agency=brief.agency_name, title=brief.title)
    place = Place("requests", brief.id)
    return Need(f"request-words/{brief.id}", Urgency.SOON, said, translate("Needs", "Read it"), place)


def _unbooked(brief: RequestBrief, today: date) -> Iterator[Need]:
    """What nobody has wished a first day for may be booked at any time; what is past is too late for it."""
    first, last = brief.wish.first, brief.wish.last
    if first is not None and first - NEAR <= today <= (last or first):
        words = translate("Needs", "“{title}” was accepted for {day} and is not booked.")
        said, place = words.format(title=brief.title, day=date_short(first)), Place("requests", brief.id)
        yield Need(f"request/{brief.id}", Urgency.SOON, said, translate("Needs", "Look at it"), place)


def _withdrawn(desk: Desk, today: date) -> Iterator[Need]:
    """Walls go on showing what was booked, whoever takes a request back; closing it says that this is meant."""
    client = desk.hub.client
    action, words = translate("Needs", "Look at it"), translate("Needs", "“{title}” was withdrawn and is still booked.")
    for brief in client.requests.page(state=RequestState.WITHDRAWN, limit=MOST_WITHDRAWN).requests:
        if _is_booked(desk.catalogue, client.requests.one(brief.id), today):
            place = Place("requests", brief.id)
            yield Need(f"request/{brief.id}", Urgency.SOON, words.format(title=brief.title), action, place)


def _is_booked(catalogue: Catalogue, request: Request, today: date) -> bool:
    slots = (link for link in request.links if link.kind is RequestLinkKind.SLOT and link.name)
    return any(_goes_on(catalogue, link.id, today) for link in slots)


def _goes_on(catalogue: Catalogue, slot_id: str, today: date) -> bool:
    """Whether it has a day left; what this desk has not heard of yet may."""
    slot = catalogue.find(Topic.SLOT, slot_id)
    if slot is None:
        return True
    recurrence: Recurrence = slot.value.recurrence
    names = {*recurrence.include_holidays, *recurrence.except_holidays}
    found = (catalogue.find(Topic.HOLIDAYS, name) for name in names)
    return not is_over(recurrence, {kept.id: kept.value for kept in found if kept is not None}, today)
