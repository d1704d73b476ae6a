"""What pages of the settings have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class SettingsPage(QWidget):
    """Signal: `kept` after a choice was put into the preferences; the window has them written."""

    kept = Signal()
