"""What the home page tells of things that were typed in an earlier run and not saved: they are kept, and go on here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import PartKind
from displayctl.desktop import ticker_memory
from displayctl.desktop.announcements import studio_memory
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_words, date_short
from displayctl.desktop.requests import request_memory
from displayctl.desktop.unsaved.sent_forms import SENT, plain_kind
from displayctl.desktop.unsaved.values import KeptForm

translate = QCoreApplication.translate
MOST_LINES = 5
_PAGES = {PartKind.SLOT.value: "schedule", PartKind.TICKER.value: "tickers", PartKind.PLAYLIST.value: "playlists"}


def unsaved_needs(desk: Desk, now: datetime) -> tuple[Need, ...]:
    """A line for each, the newest first; none for what is gone from the hub, or is on its way there."""
    found = [(form, place) for form in desk.drawer.former if (place := _place(desk, form)) is not None]
    return tuple(_need(form, place) for form, place in found[:MOST_LINES])


def _need(form: KeptForm, place: Place) -> Need:
    civil = form.at.astimezone(office_zone())
    when = f"{date_short(civil.date())} {clock_words(civil)}"
    words = translate("Needs", "What you typed about “{name}” on {when} was not saved, and is kept.")
    name = form.title.strip() or translate("Needs", "no name yet")
    said = words.format(name=name, when=when)
    return Need(f"unsaved/{form.kind}/{form.unsaved.id}", Urgency.SOON, said, translate("Needs", "Go on"), place)


def _place(desk: Desk, form: KeptForm) -> Place | None:
    """Where its form is."""
    kind, name = plain_kind(form.kind), form.unsaved.id
    if kind == request_memory.KIND:
        return Place("requests", deed=Deed.NEW_REQUEST) if name == request_memory.NEW else Place("requests", name)
    if kind == studio_memory.KIND and (request := studio_memory.request_of(name)):
        return Place("requests", request)
    if kind == studio_memory.KIND:
        return Place("library", deed=Deed.ANNOUNCE) if studio_memory.is_new(name) else Place("library", name)
    if kind == PartKind.TICKER and name == ticker_memory.NEW:
        return Place(_PAGES[kind], name)
    if kind not in _PAGES or form.kind.endswith(SENT) or desk.catalogue.find(Topic(kind), name) is None:
        return None
    return Place(_PAGES[kind], name)
