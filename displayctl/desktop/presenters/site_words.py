"""The site checklist in the operator's language: what should be, why it matters, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.api.site import SiteCheck, SiteChecklist
from displayctl.api.site_items import SiteAnswer, SiteItem

translate = QCoreApplication.translate


def item_words(item: SiteItem) -> tuple[str, str]:
    """What should be, and where to look."""
    return {
        SiteItem.CONTROLLER_WIFI: (
            translate("Site", "The LED controller's own Wi-Fi is off, or has a password of ours"),
            translate("Site", "Look for its network with a phone in front of the wall."),
        ),
        SiteItem.CONTROLLER_PASSWORD: (
            translate("Site", "The controller's default password was changed"),
            translate("Site", "Default passwords stand in manuals; walls were hijacked with them."),
        ),
        SiteItem.CONTROLLER_INPUTS: (
            translate("Site", "No other input of the controller can be chosen or plugged in"),
            translate("Site", "Switch off what is unused; no free HDMI socket within reach."),
        ),
        SiteItem.INFRARED: (
            translate("Site", "The infra-red receiver is covered or switched off"),
            translate("Site", "A remote control of the same brand switches the input from the street."),
        ),
        SiteItem.MIRRORED_DESKTOP: (
            translate("Site", "The output shows the player alone, no mirrored desktop"),
            translate("Site", "Move the mouse and open a window: nothing of it may be on the wall."),
        ),
        SiteItem.REMOTE_CONTROL: (
            translate("Site", "No remote-control software runs on the player"),
            translate("Site", "AnyDesk, TeamViewer, VNC, RDP: removed, not only closed."),
        ),
        SiteItem.USB_PORTS: (
            translate("Site", "USB ports are blocked or behind the lock"),
            translate("Site", "On the player and on the controller."),
        ),
        SiteItem.PLAYER_LOGIN: (
            translate("Site", "The player starts by itself, and its accounts have passwords of ours"),
            translate("Site", "Also the one of its start-up settings (BIOS); it starts from no stick."),
        ),
        SiteItem.NETWORK_CABLE: (
            translate("Site", "Nobody can reach or replace the network cable"),
            translate("Site", "In a pipe or the cabinet; free sockets of the switch are off."),
        ),
        SiteItem.CABINET_LOCK: (
            translate("Site", "The cabinet is locked, and who has keys is known"),
            translate("Site", "Write the names into the note."),
        ),
        SiteItem.POWER_SWITCH: (
            translate("Site", "Staff can switch the wall off at the site in an emergency"),
            translate("Site", "Write into the note where the switch is, and who has been shown."),
        ),
    }[item]


def answer_name(answer: SiteAnswer) -> str:
    """An answer for a button."""
    return {
        SiteAnswer.YES: translate("Site", "Yes, guarded"),
        SiteAnswer.NO: translate("Site", "No, open"),
        SiteAnswer.ABSENT: translate("Site", "Not there"),
    }[answer]


def check_words(check: SiteCheck) -> tuple[str, str]:
    """The state of an item for its chip, and the chip's role in the style sheet."""
    words = {
        "answer": (translate("Site", "not looked at"), "chip"),
        "guard": (translate("Site", "open"), "chip-danger"),
        "photo": (translate("Site", "photo missing"), "chip-warning"),
        "note": (translate("Site", "say why"), "chip-warning"),
    }
    return words.get(check.missing, (translate("Site", "done"), "chip-good"))


def checklist_words(checklist: SiteChecklist | None) -> str:
    """Whether a wall is commissioned, in a few words; None: not known yet."""
    if checklist is None:
        return translate("Site", "Site checklist…")
    if checklist.commissioned_at is not None:
        return translate("Site", "Commissioned")
    words = translate("Site", "Not commissioned: {done} of {count}")
    return words.format(done=checklist.done, count=len(checklist.checks))
