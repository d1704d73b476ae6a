"""The kinds of editable parts: how each is read and written, and what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from displayctl.api.models import Document, PartKind
from displayctl.hub.repositories.parts import Target
from schedules import codec
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.programme import references_of_display, references_of_slot
from schedules.slot import Slot
from schedules.ticker import Ticker

MEDIUM = "medium"
WORDS = {
    PartKind.DISPLAY.value: "display",
    PartKind.PLAYLIST.value: "playlist",
    PartKind.DAYPART.value: "daypart",
    PartKind.HOLIDAYS.value: "holiday set",
    PartKind.SLOT.value: "slot",
    PartKind.TICKER.value: "ticker",
    MEDIUM: "medium",
    "settings": "settings",
}
"""What people call the kinds of things."""
_KINDS = {word: kind for kind, word in WORDS.items()}


@dataclass(frozen=True, slots=True)
class PartForm:
    """`read` makes a checked value of a document, `write` the document of a value; `targets` what it refers to."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Document]
    targets: Callable[[Any], Iterator[Target]] = lambda value: iter(())


def _targets_of_playlist(playlist: Playlist) -> Iterator[Target]:
    for entry in playlist.entries:
        yield MEDIUM, entry.medium_id


def _targets_of_slot(slot: Slot) -> Iterator[Target]:
    for what, name in references_of_slot(slot):
        yield _KINDS[what], name


def _targets_of_display(display: Display) -> Iterator[Target]:
    """What a wall's regions and its logo name."""
    for what, name in references_of_display(display):
        yield _KINDS[what], name


def _targets_of_ticker(ticker: Ticker) -> Iterator[Target]:
    for display_id in ticker.display_ids:
        yield PartKind.DISPLAY.value, display_id
    for text in ticker.texts:
        if text.announcement_id:
            yield MEDIUM, text.announcement_id


FORMS: dict[PartKind, PartForm] = {
    PartKind.DISPLAY: PartForm(codec.display_from_dict, codec.display_to_dict, _targets_of_display),
    PartKind.PLAYLIST: PartForm(codec.playlist_from_dict, codec.playlist_to_dict, _targets_of_playlist),
    PartKind.DAYPART: PartForm(codec.daypart_from_dict, codec.daypart_to_dict),
    PartKind.HOLIDAYS: PartForm(codec.holiday_set_from_dict, codec.holiday_set_to_dict),
    PartKind.SLOT: PartForm(codec.slot_from_dict, codec.slot_to_dict, _targets_of_slot),
    PartKind.TICKER: PartForm(codec.ticker_from_dict, codec.ticker_to_dict, _targets_of_ticker),
}
