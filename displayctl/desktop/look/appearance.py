"""The Qt application with our look; light to load, so that a window can stand at once."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from displayctl.desktop.look.icons import icon
from displayctl.desktop.look.palette import COLOURS, FONTS, TEXT_BODY, qt_palette
from displayctl.desktop.look.stylesheet import style_sheet


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with our look; there is one a process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        application = found
    else:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        application = QApplication(arguments or sys.argv[:1])
    application.setApplicationName("displayctl")
    application.setDesktopFileName("displayctl")
    application.setStyle(QStyleFactory.create("Fusion"))
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPixelSize(TEXT_BODY)
    application.setFont(font)
    application.setPalette(qt_palette())
    application.setStyleSheet(style_sheet())
    application.setWindowIcon(icon("wall", COLOURS.accent))
    return application
