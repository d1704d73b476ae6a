"""What the agent has raised above the programme: overlays, the one that comes next, and what is heard with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from player.stage.bounds import check_text
from schedules.checks import check_int


class OverlayMode(StrEnum):
    """How much of the canvas an overlay takes: all of it, or its lower edge as far as the picture is high."""

    TAKEOVER = "takeover"
    BANNER = "banner"


class AlarmSound(StrEnum):
    """What an alarm sounds like; the stage makes it itself."""

    NONE = "none"
    CHIME = "chime"
    SIREN = "siren"


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture file above everything; an empty `path` takes it away. With `drill` a band says LATIHAN above it.

    The programme runs on underneath. Reported like an item, with `Presented`, when it is taken away or replaced.
    """

    token: str = ""
    path: str = ""
    mode: OverlayMode = OverlayMode.TAKEOVER
    drill: bool = False

    def __post_init__(self) -> None:
        check_text("overlay.path", self.path, most=4096)
        check_text("overlay.token", self.token, least=1 if self.path else 0, most=200)


@dataclass(frozen=True, slots=True)
class OverlayAhead:
    """The overlay that is to come next: its picture is made ready now, so that it is there when it is asked for.

    An empty `path` says that none is known to come.
    """

    path: str = ""
    mode: OverlayMode = OverlayMode.TAKEOVER
    drill: bool = False

    def __post_init__(self) -> None:
        check_text("overlay_ahead.path", self.path, most=4096)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A sound over everything, `percent` loud; an empty `token` ends it. One token's chime is heard once, its siren
    again every minute. With `hush` the programme is not heard meanwhile.
    """

    token: str = ""
    sound: AlarmSound = AlarmSound.NONE
    percent: int = 100
    hush: bool = False

    def __post_init__(self) -> None:
        check_text("alarm.token", self.token, least=1 if self.sound is not AlarmSound.NONE else 0, most=200)
        check_int("alarm.percent", self.percent, 0, 100)
