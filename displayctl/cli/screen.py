"""Whether there is a screen to open windows on. Qt ends the whole process where there is none, so we ask before."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

from displayctl.cli.errors import NothingToOpen

WITHOUT_SCREEN = ("offscreen", "minimal", "linuxfb", "eglfs", "vnc")


def require_screen(environment: Mapping[str, str] | None = None) -> None:
    """Raises NothingToOpen where a window cannot be opened, and says what to do instead."""
    variables = os.environ if environment is None else environment
    if not sys.platform.startswith("linux") or variables.get("QT_QPA_PLATFORM", "").startswith(WITHOUT_SCREEN):
        return
    if variables.get("WAYLAND_DISPLAY"):
        return
    display = variables.get("DISPLAY", "")
    if not display:
        raise NothingToOpen(
            "there is no screen to open the desktop on (DISPLAY is not set); log in to a desktop session, or use the "
            "commands: displayctl --help"
        )
    if not _answers(display):
        raise NothingToOpen(
            f"the screen {display!r} does not answer; check that it runs and that you may use it, or use the commands: "
            "displayctl --help"
        )


def _answers(display: str) -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise NothingToOpen("libxcb is missing; install it with: apt-get install libxcb1") from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)
