"""What is looked at where a wall stands, and how it can be answered: words alone, so that help is quick."""

from __future__ import annotations

from enum import StrEnum

LARGEST_PHOTO_BYTES = 15 << 20


class SiteItem(StrEnum):
    """What is looked at, in the order in which one walks from the controller to the cabinet."""

    CONTROLLER_WIFI = "controller-wifi"
    CONTROLLER_PASSWORD = "controller-password"  # noqa: S105 - the name of an item
    CONTROLLER_INPUTS = "controller-inputs"
    INFRARED = "infrared"
    MIRRORED_DESKTOP = "mirrored-desktop"
    REMOTE_CONTROL = "remote-control"
    USB_PORTS = "usb-ports"
    PLAYER_LOGIN = "player-login"
    NETWORK_CABLE = "network-cable"
    CABINET_LOCK = "cabinet-lock"
    POWER_SWITCH = "power-switch"


class SiteAnswer(StrEnum):
    """``yes``: it is guarded; ``no``: it is open still; ``absent``: there is no such thing at this site."""

    YES = "yes"
    NO = "no"
    ABSENT = "absent"
