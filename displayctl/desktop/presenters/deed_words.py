"""What walls can be asked to do, in words: the button, what will happen, and what the wall answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class WallDeed(StrEnum):
    """Something that is asked of walls."""

    PICTURE = "picture"
    IDENTIFY = "identify"
    PATTERN = "pattern"
    END_PATTERN = "end-pattern"
    RESTART = "restart"
    BLACKOUT = "blackout"
    SAFE_CARD = "safe-card"
    RELEASE = "release"


class AnswerState(StrEnum):
    WAITING = "waiting"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one wall answered to one deed, and when."""

    wall_id: str
    wall: str
    deed: WallDeed
    at: datetime
    words: str
    state: AnswerState


def deed_button(deed: WallDeed) -> str:
    """The words on its button."""
    return {
        WallDeed.PICTURE: translate("Deeds", "Take a picture"),
        WallDeed.IDENTIFY: translate("Deeds", "Show its name"),
        WallDeed.PATTERN: translate("Deeds", "Test pattern"),
        WallDeed.END_PATTERN: translate("Deeds", "End the pattern"),
        WallDeed.RESTART: translate("Deeds", "Restart player…"),
        WallDeed.BLACKOUT: translate("Deeds", "Blackout…"),
        WallDeed.SAFE_CARD: translate("Deeds", "Safe card…"),
        WallDeed.RELEASE: translate("Deeds", "Take back"),
    }[deed]


def deed_sentence(deed: WallDeed) -> str:
    """What will happen on the wall."""
    return {
        WallDeed.PICTURE: translate("Deeds", "Asks the wall for what it really shows now. Nothing changes on it."),
        WallDeed.IDENTIFY: translate("Deeds", "The wall shows its name over the picture for 30 seconds."),
        WallDeed.PATTERN: translate(
            "Deeds", "The public sees a test pattern instead of the programme for 5 minutes; it ends by itself."
        ),
        WallDeed.END_PATTERN: translate("Deeds", "The programme comes back at once."),
        WallDeed.RESTART: translate(
            "Deeds", "The player ends and starts again; its picture stays meanwhile. At most 3 times an hour."
        ),
        WallDeed.BLACKOUT: translate(
            "Deeds", "The wall is black within 5 seconds and stays so until it is taken back, or its time is over."
        ),
        WallDeed.SAFE_CARD: translate(
            "Deeds", "Instead of the programme the wall shows the office's own card, until it is taken back."
        ),
        WallDeed.RELEASE: translate("Deeds", "Ends blackout and safe card: the programme comes back within seconds."),
    }[deed]


def deed_done(deed: WallDeed) -> str:
    """What the hub's consent means."""
    return {
        WallDeed.PICTURE: translate("Deeds", "sent a picture; it stands under “Status”"),
        WallDeed.IDENTIFY: translate("Deeds", "shows its name"),
        WallDeed.PATTERN: translate("Deeds", "shows the test pattern"),
        WallDeed.END_PATTERN: translate("Deeds", "shows its programme again"),
        WallDeed.RESTART: translate("Deeds", "starts its player again"),
        WallDeed.BLACKOUT: translate("Deeds", "is dark"),
        WallDeed.SAFE_CARD: translate("Deeds", "shows the safe card"),
        WallDeed.RELEASE: translate("Deeds", "goes back to its programme"),
    }[deed]


def deed_waiting(deed: WallDeed) -> str:
    """What is said of a wall that has not answered yet."""
    return {
        WallDeed.BLACKOUT: translate("Deeds", "is told to go dark…"),
        WallDeed.SAFE_CARD: translate("Deeds", "is told to show the safe card…"),
        WallDeed.RELEASE: translate("Deeds", "is told to go back to its programme…"),
        WallDeed.RESTART: translate("Deeds", "is told to restart its player…"),
    }.get(deed, translate("Deeds", "is asked…"))


def deed_pending() -> str:
    """What is said of a wall that is away, and for which an order is kept."""
    return translate("Deeds", "is away; the order waits at the hub until the wall is back")
