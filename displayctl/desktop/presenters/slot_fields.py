"""What of a slot two people changed at once, by the names that its form has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from schedules.slot import Slot

translate = QCoreApplication.translate
_FIELDS = {
    "name": ("name",),
    "playlist": ("playlist_id",),
    "walls": ("display_ids", "exceptions"),
    "hours": ("hours", "daypart_id"),
    "dates": ("recurrence",),
    "kind": ("kind", "plays_per_hour"),
    "place": ("region", "volume"),
    "priority": ("priority",),
}


def changed_fields(before: Slot, after: Slot) -> frozenset[str]:
    """The parts of the form in which two states of a slot differ."""
    return frozenset(
        part for part, names in _FIELDS.items() if any(getattr(before, n) != getattr(after, n) for n in names)
    )


def field_words(part: str) -> str:
    """How the form calls a part."""
    return {
        "name": translate("SlotFields", "name"),
        "playlist": translate("SlotFields", "playlist"),
        "walls": translate("SlotFields", "walls"),
        "hours": translate("SlotFields", "hours"),
        "dates": translate("SlotFields", "dates"),
        "kind": translate("SlotFields", "way of playing"),
        "place": translate("SlotFields", "part of the wall and volume"),
        "priority": translate("SlotFields", "priority"),
    }[part]


def in_form_order(parts: frozenset[str]) -> tuple[str, ...]:
    """The parts in the order in which the form has them."""
    return tuple(part for part in _FIELDS if part in parts)
