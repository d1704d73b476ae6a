"""What walls, bookings and tickers ask of each other, beyond that the other exists: loops, and media that fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from displayctl.api.media import a_kind
from displayctl.api.models import MediumKind, PartKind
from displayctl.hub.errors import WrongWish
from displayctl.hub.part_forms import FORMS
from displayctl.hub.storage import UnitOfWork
from schedules.codec import display_from_dict, slot_from_dict
from schedules.display import Display
from schedules.slot import Slot
from schedules.ticker import Ticker


def check_regions(work: UnitOfWork, kind: PartKind, id: str) -> None:
    """Raise WrongWish where a stored part, whose references are there, does not go together with them."""
    found = work.parts.find(kind, id)
    value: Any = FORMS[kind].read(found.part.value) if found is not None else None
    match value:
        case Slot(region=region) if region:
            _check_slot(work, value)
        case Display():
            _check_display(work, value)
        case Ticker():
            _check_ticker(work, value)


def _check_slot(work: UnitOfWork, slot: Slot) -> None:
    for display_id in slot.display_ids:
        found = work.parts.find(PartKind.DISPLAY, display_id)
        if found is not None and not (display := display_from_dict(found.part.value)).has_loop(slot.region):
            raise WrongWish("slot.region", f"{display.name!r} has no loop region {slot.region!r}; {_choices(display)}")


def _choices(display: Display) -> str:
    names = ", ".join(repr(name) for name in display.loops if name)
    return f"choose {names}, or none for the main picture" if names else "it has the main picture alone"


def _check_display(work: UnitOfWork, display: Display) -> None:
    for referrer in work.parts.referrers(PartKind.DISPLAY.value, display.id):
        found = work.parts.find(PartKind.SLOT, referrer.id) if referrer.kind == PartKind.SLOT.value else None
        if found is None or not found.part.value.get("region"):
            continue
        slot = slot_from_dict(found.part.value)
        if not display.has_loop(slot.region):
            raise WrongWish(
                "display.canvas.regions",
                f"slot {slot.name!r} is booked into the region {slot.region!r}; move or delete the booking first",
            )
    logos = [region.medium_id for region in display.canvas.regions if region.medium_id is not None]
    logos += [display.logo.medium_id] if display.logo is not None else []
    _check_media(work, "display.logo", logos, MediumKind.PICTURE)


def _check_ticker(work: UnitOfWork, ticker: Ticker) -> None:
    named = [text.announcement_id for text in ticker.texts if text.announcement_id]
    _check_media(work, "ticker.texts", named, MediumKind.ANNOUNCEMENT)


def _check_media(work: UnitOfWork, field: str, ids: Iterable[str], kind: MediumKind) -> None:
    for medium in work.media.several(ids):
        if medium.kind != kind.value:
            raise WrongWish(
                field, f"{medium.title!r} is {a_kind(medium.kind)}, not {a_kind(kind)}; choose another medium"
            )
