"""Which log files there are on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from displayctl.desk.installation import Installation
from displayctl.desktop.care.desk_log import LOG_NAME

translate = QCoreApplication.translate
HUB_LOG, PLAYER_LOG = "hub.log", "window-wall.log"


def log_files(installation: Installation) -> tuple[tuple[str, Path], ...]:
    """Their names for people, and where they are; the first two also where nothing was written yet."""
    data = installation.data
    found = [
        (translate("Log", "Hub"), data / HUB_LOG),
        (translate("Log", "This window"), data / LOG_NAME),
        (translate("Log", "Hub, before"), data / f"{HUB_LOG}.1"),
        (translate("Log", "This window, before"), data / f"{LOG_NAME}.1"),
        (translate("Log", "Wall in a window"), data / PLAYER_LOG),
    ]
    return tuple(each for number, each in enumerate(found) if number < 2 or each[1].exists())
