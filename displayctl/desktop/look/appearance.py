"""The Qt application with our look; light to load, so that a window can stand at once."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication, QStyleFactory

from displayctl.desktop.look import motion
from displayctl.desktop.look.icons import icon
from displayctl.desktop.look.palette import COLOURS, FONTS, TEXT_BODY, qt_palette, wear, worn
from displayctl.desktop.look.stylesheet import style_sheet
from displayctl.desktop.look.themes import CONTRAST, DARK, LIGHT, Theme
from displayctl.desktop.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

SCALE_VARIABLE = "QT_SCALE_FACTOR"


class Look(StrEnum):
    """What a person chooses in the settings."""

    COMPUTER = "computer"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


def make_application(arguments: list[str] | None = None, *, scale_percent: int = 100) -> QApplication:
    """The Qt application with our look; there is one a process.

    `scale_percent` enlarges everything, on top of what the computer's own settings do; it counts for the first call.
    """
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else _begin(arguments or sys.argv[:1], scale_percent)
    application.setApplicationName("displayctl")
    application.setDesktopFileName("displayctl")
    application.setStyle(QStyleFactory.create("Fusion"))
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPixelSize(TEXT_BODY)
    application.setFont(font)
    _dress(application)
    return application


def _begin(arguments: list[str], scale_percent: int) -> QApplication:
    """Qt reads the scale when it starts and never again; what is started from here later must not inherit it."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    before = os.environ.get(SCALE_VARIABLE)
    if scale_percent != 100:
        os.environ[SCALE_VARIABLE] = f"{_factor(before) * scale_percent / 100:g}"
    try:
        return QApplication(arguments)
    finally:
        if before is not None:
            os.environ[SCALE_VARIABLE] = before
        else:
            os.environ.pop(SCALE_VARIABLE, None)


def _factor(given: str | None) -> float:
    try:
        return float(given or 1)
    except ValueError:
        return 1.0


def _dress(application: QApplication) -> None:
    application.setPalette(qt_palette())
    application.setStyleSheet(style_sheet())
    application.setWindowIcon(icon("wall", COLOURS.accent))


def theme_for(look: Look, hints: QStyleHints) -> Theme:
    """The theme of a choice; as the computer has it means light where the computer does not tell."""
    if look is Look.COMPUTER:
        accessibility = _accessibility(hints)
        if accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {Look.LIGHT: LIGHT, Look.DARK: DARK}.get(look, CONTRAST)


def _accessibility(hints: QStyleHints) -> QAccessibilityHints | None:
    """What the computer knows of what its user needs; Qt before 6.10 does not ask it."""
    return hints.accessibility() if hasattr(hints, "accessibility") else None


class Appearance(QObject):
    """The look that this person wishes, and the one that is worn.

    `wished` asks the window to put away what was made with the former look and to call `put_on`; `changed` tells that
    the new one is worn. `scale_percent` is what everything is drawn with until the next start.
    """

    wished = Signal()
    changed = Signal()

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__()
        self.scale_percent = preferences.scale_percent
        self._application, self._preferences = application, preferences
        self._hints = application.styleHints()
        self._frame(self.look)
        self._hints.colorSchemeChanged.connect(self._ask)
        if (accessibility := _accessibility(self._hints)) is not None:
            accessibility.contrastPreferenceChanged.connect(self._ask)
        motion.still(preferences.reduce_motion)
        if self.behind:
            self.put_on()

    @property
    def look(self) -> Look:
        """What is chosen."""
        return Look(self._preferences.look) if self._preferences.look in set(Look) else Look.COMPUTER

    @property
    def behind(self) -> bool:
        """Whether another theme is worn than is chosen."""
        return theme_for(self.look, self._hints) is not worn()

    def choose(self, look: Look) -> None:
        """From now on this one."""
        self._preferences.look = look
        self._frame(look)
        self._ask()

    def put_on(self) -> None:
        """Wear what is chosen."""
        wear(theme_for(self.look, self._hints))
        _dress(self._application)
        self.changed.emit()

    def be_still(self, wished: bool) -> None:
        """Keep things from moving by themselves, or let them again."""
        self._preferences.reduce_motion = wished
        motion.still(wished)

    def leave(self) -> None:
        """As before, for whoever dresses the application next; as when the desk closes."""
        self._hints.colorSchemeChanged.disconnect(self._ask)
        if (accessibility := _accessibility(self._hints)) is not None:
            accessibility.contrastPreferenceChanged.disconnect(self._ask)
        self._hints.unsetColorScheme()
        motion.still(False)
        wear(LIGHT)

    def _ask(self, *_: object) -> None:
        if self.behind:
            self.wished.emit()

    def _frame(self, look: Look) -> None:
        """Windows draws the frames of windows itself; it is told which kind fits."""
        if look is Look.COMPUTER:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Qt.ColorScheme.Light if look is Look.LIGHT else Qt.ColorScheme.Dark)
