"""What the home page tells of requests: those that nobody has looked at yet."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.request_states import RequestState
from displayctl.desktop.desk import Desk
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Urgency

translate = QCoreApplication.translate
NAMED = 3
"""So many are told by their titles; more are counted."""


def request_needs(desk: Desk, now: datetime) -> tuple[Need, ...]:
    """A line for each new request, or one for all of them where they are many; none for who may not answer them."""
    if not desk.myself.may(Role.EDITOR, Role.APPROVER):
        return ()
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
