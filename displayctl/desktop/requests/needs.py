"""What the home page tells of requests: those that nobody has looked at, and bookings that nobody wants any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import Request
from displayctl.desktop.desk import Desk
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Urgency

translate = QCoreApplication.translate
NAMED = 3
"""So many are told by their titles; more are counted."""
MOST_WITHDRAWN = 20


def request_needs(desk: Desk, now: datetime) -> tuple[Need, ...]:
    """A line for each new request, or one for all of them where they are many, and one for each that was withdrawn and
    is still booked; none for who may not answer them.
    """
    if not desk.myself.may(Role.EDITOR, Role.APPROVER):
        return ()
    return (*_new(desk), *_withdrawn(desk))


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


def _withdrawn(desk: Desk) -> Iterator[Need]:
    """Walls go on showing what was booked, whoever takes a request back; closing it says that this is meant."""
    client = desk.hub.client
    action, words = translate("Needs", "Look at it"), translate("Needs", "“{title}” was withdrawn and is still booked.")
    for brief in client.requests.page(state=RequestState.WITHDRAWN, limit=MOST_WITHDRAWN).requests:
        if _is_booked(client.requests.one(brief.id)):
            place = Place("requests", brief.id)
            yield Need(f"request/{brief.id}", Urgency.SOON, words.format(title=brief.title), action, place)


def _is_booked(request: Request) -> bool:
    return any(link.kind is RequestLinkKind.SLOT and link.name for link in request.links)
