"""The pages of the settings, in their order. A new one is a line here and its name in `settings_titles`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.desk import Desk
from displayctl.desktop.settings.look_page import LookPage
from displayctl.desktop.settings.page import SettingsPage
from displayctl.desktop.settings.start_page import StartPage

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SettingsKind:
    """A page by its name in the program, its icon, and how it is made.

    It is made anew whenever the language or the look changes, so it keeps nothing that is not in the preferences.
    """

    name: str
    icon: str
    make: Callable[[Desk], SettingsPage]


SETTINGS = (
    SettingsKind("look", "sun", LookPage),
    SettingsKind("start", "globe", StartPage),
)


def settings_titles() -> dict[str, str]:
    """The pages' names in the language of the interface."""
    return {
        "look": translate("Settings", "Look"),
        "start": translate("Settings", "Language and start"),
    }
