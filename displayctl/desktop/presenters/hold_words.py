"""Walls that are dark, or show the safe card, because somebody ordered it: in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.walls import HoldKind, WallHold
from displayctl.desktop.presenters.words import duration_words

translate = QCoreApplication.translate


def hold_name(kind: HoldKind) -> str:
    """What people call it."""
    if kind is HoldKind.BLACKOUT:
        return translate("Holds", "Blackout")
    return translate("Holds", "Safe card")


def hold_chip(hold: WallHold) -> str:
    """The state of the wall in two words; empty where nothing is held and nothing is under way."""
    if hold.on_wall is not None:
        return (
            translate("Holds", "Dark by order")
            if hold.on_wall is HoldKind.BLACKOUT
            else translate("Holds", "Safe card on it")
        )
    if hold.kind is not None and not hold.understood:
        return translate("Holds", "Cannot be held")
    return translate("Holds", "Order on its way") if hold.kind is not None else ""


def not_understood() -> str:
    """Why a hold does not come on the wall where its player is of a former version."""
    return translate("Holds", "Its player is of a former version and cannot be held; update it.")


def not_stored() -> str:
    """That the wall was told, and that the hub had no room to write it down."""
    return translate("Holds", "The wall was told, but the hub's disk is full: it forgets this at a restart.")


def hold_sentence(hold: WallHold, now: datetime) -> str:
    """Who ordered what, for how long yet, and why; where it is not on the wall yet, that."""
    if hold.kind is None:
        return translate("Holds", "Taken back; the wall goes back to its programme.")
    words = translate("Holds", "{what} ordered by {who}").format(what=hold_name(hold.kind), who=hold.ordered_by or "–")
    left = hold.until - now if hold.until is not None else timedelta(0)
    if left > timedelta(0):
        words = translate("Holds", "{words}, {length} left").format(words=words, length=duration_words(left))
    if hold.reason:
        words = f"{words}: {hold.reason}"
    if hold.pending and not hold.understood:
        return f"{words.rstrip('.')}. {not_understood()}"
    if hold.pending:
        return translate("Holds", "{words}. It has not reached the wall yet.").format(words=words.rstrip("."))
    return f"{words.rstrip('.')}."
