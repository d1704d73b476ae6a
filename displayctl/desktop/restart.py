"""Ending the desktop in order and starting it again, for what Qt reads only once."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

RESTART_CODE = 75
"""What the Qt loop ends with when it is to begin anew."""


def ask_restart() -> None:
    """End the desktop; whoever opened it starts it again, once the hub that it may have started is down."""
    QApplication.exit(RESTART_CODE)


def start_again() -> None:
    """Start this program once more, with the arguments it was given. Raises OSError."""
    subprocess.Popen([sys.executable, *sys.orig_argv[1:]])
