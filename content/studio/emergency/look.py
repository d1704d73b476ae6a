"""How an emergency looks: the colours of the three national levels, and of what takes a message back."""

from __future__ import annotations

from dataclasses import dataclass

from content.studio.emergency.message import CORRECTION, ENDED, Message
from schedules.alert import AlertLevel

SOURCE = "Sumber: {source}", "Source: {source}"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#rrggbb``: letters (`ink`) on the `ground`, and those of the plate that names the level."""

    ground: str
    ink: str
    plate: str
    plate_ink: str
    label: tuple[str, str]


_LEVELS = {
    AlertLevel.AWAS: Look("#c00a1c", "#ffffff", "#14161a", "#ffd400", ("AWAS", "DANGER")),
    AlertLevel.SIAGA: Look("#ffc400", "#101214", "#14161a", "#ffc400", ("SIAGA", "ALERT")),
    AlertLevel.WASPADA: Look("#0a55b5", "#ffffff", "#062a5c", "#ffffff", ("WASPADA", "CAUTION")),
}
# Neither red nor yellow nor blue: from afar it has to be plain that this is no further warning.
_WAYS_BACK = {
    CORRECTION: Look("#0b5a4a", "#ffffff", "#ffffff", "#0b5a4a", ("RALAT", "CORRECTION")),
    ENDED: Look("#0b5a4a", "#ffffff", "#06352c", "#ffffff", ("SELESAI", "ENDED")),
}


def look_of(message: Message) -> Look:
    """The look of a message, by its level, or by its kind where it takes another back."""
    return _WAYS_BACK.get(message.kind) or _LEVELS[message.level]


def is_takeover(message: Message) -> bool:
    """Whether it takes the whole wall; everything but AWAS is a banner at the lower edge."""
    return message.level is AlertLevel.AWAS
