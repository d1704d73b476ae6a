"""The kinds of editable parts: how each is read and written, and what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from displayctl.api.models import Document, PartKind
from displayctl.hub.repositories.parts import Target
from schedules import codec
from schedules.playlist import Playlist
from schedules.slot import Slot

MEDIUM = "medium"
WORDS = {
    PartKind.DISPLAY.value: "display",
    PartKind.PLAYLIST.value: "playlist",
    PartKind.DAYPART.value: "daypart",
    PartKind.HOLIDAYS.value: "holiday set",
    PartKind.SLOT.value: "slot",
    MEDIUM: "medium",
    "settings": "settings",
}
"""What people call the kinds of things."""


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
    yield PartKind.PLAYLIST.value, slot.playlist_id
    for display_id in slot.display_ids:
        yield PartKind.DISPLAY.value, display_id
    if slot.daypart_id is not None:
        yield PartKind.DAYPART.value, slot.daypart_id
    for name in slot.recurrence.include_holidays + slot.recurrence.except_holidays:
        yield PartKind.HOLIDAYS.value, name


FORMS: dict[PartKind, PartForm] = {
    PartKind.DISPLAY: PartForm(codec.display_from_dict, codec.display_to_dict),
    PartKind.PLAYLIST: PartForm(codec.playlist_from_dict, codec.playlist_to_dict, _targets_of_playlist),
    PartKind.DAYPART: PartForm(codec.daypart_from_dict, codec.daypart_to_dict),
    PartKind.HOLIDAYS: PartForm(codec.holiday_set_from_dict, codec.holiday_set_to_dict),
    PartKind.SLOT: PartForm(codec.slot_from_dict, codec.slot_to_dict, _targets_of_slot),
}
