"""Finds out whether there is a screen to draw on before Qt does, which would abort; and keeps that screen lit."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from contextlib import suppress

EXIT_WITHOUT_SCREEN = 2


class NoScreen(Exception):
    """There is nothing to draw on; the message says what to start."""


def require_screen() -> None:
    """Return where an X server answers on DISPLAY, or Qt was told to use another platform. Raises NoScreen."""
    if os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
        return
    display = os.environ.get("DISPLAY")
    if not display:
        raise NoScreen("no X display: DISPLAY is not set; start an X server and set it, as DISPLAY=:0")
    library = ctypes.util.find_library("xcb")
    if library is None:
        raise NoScreen("libxcb is missing; run: apt install libxcb1 libxcb-cursor0 libxkbcommon-x11-0")
    if not _answers(ctypes.CDLL(library), display):
        raise NoScreen(f"no X display: nothing answers on DISPLAY={display}; start the X server or correct DISPLAY")


def _answers(xcb: ctypes.CDLL, display: str) -> bool:
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection) != 0
    xcb.xcb_disconnect(connection)
    return not failed


def keep_awake() -> None:
    """Switch off what X does to a screen that nobody types at: after ten minutes it would be dark.

    Lasts as long as the X server has a client. Where Xlib is missing nothing is changed.
    """
    with suppress(OSError):
        xlib = ctypes.CDLL("libX11.so.6")
        xlib.XOpenDisplay.restype = ctypes.c_void_p
        xlib.XOpenDisplay.argtypes = [ctypes.c_char_p]
        display = xlib.XOpenDisplay(None)
        if display:
            _never_blank(xlib, ctypes.c_void_p(display))
            xlib.XCloseDisplay(ctypes.c_void_p(display))


def _never_blank(xlib: ctypes.CDLL, display: ctypes.c_void_p) -> None:
    xlib.XSetScreenSaver(display, 0, 0, 0, 0)
    with suppress(OSError):
        extensions = ctypes.CDLL("libXext.so.6")
        event, error = ctypes.c_int(), ctypes.c_int()
        if extensions.DPMSQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
            extensions.DPMSDisable(display)
    xlib.XSync(display, 0)
