"""What the home page tells of backups: that there is none, that the last one is old, or that it failed its test."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.desk.backups.plan import load_last
from displayctl.desktop.desk import Desk
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.backup_words import last_words
from displayctl.desktop.presenters.need import Need, Urgency

translate = QCoreApplication.translate
_URGENCY = {"danger": Urgency.SOON, "warning": Urgency.LATER}


def backup_needs(desk: Desk, now: datetime) -> tuple[Need, ...]:
    """One line, for who looks after the hub that is on this machine; none where the last backup is good."""
    installation = desk.installation
    if not installation.hub_folder.is_dir() or not desk.myself.may(Role.TECHNICIAN, Role.ADMINISTRATOR):
        return ()
    words, kind = last_words(load_last(installation), now)
    if kind not in _URGENCY:
        return ()
    return (Need("backup", _URGENCY[kind], words, translate("Needs", "See backups"), Place("care")),)
