"""A connection of our own to the X server, for the few things Qt does not do: the root window and its cursor.

It speaks through libxcb (https://xcb.freedesktop.org/manual/), which, unlike Xlib, never ends the process: what the
server does not grant is dropped.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from ctypes import POINTER, Structure, byref, c_int, c_int16, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass

_INT32, _CARDINAL = 32, 6
_DESTROY_ALL, _RETAIN_TEMPORARY, _ALL_TEMPORARY = 0, 2, 0
_GC_FOREGROUND = 1 << 2


class _Screen(Structure):
    """xcb_screen_t, as far as it is read here."""

    _fields_ = (
        ("root", c_uint32),
        ("default_colormap", c_uint32),
        ("white_pixel", c_uint32),
        ("black_pixel", c_uint32),
    )


class _Screens(Structure):
    _fields_ = (("data", POINTER(_Screen)), ("rem", c_int), ("index", c_int))


class _Atom(Structure):
    _fields_ = (("head", c_uint8 * 8), ("atom", c_uint32))


class _Rectangle(Structure):
    _fields_ = (("x", c_int16), ("y", c_int16), ("width", c_uint16), ("height", c_uint16))


@dataclass(frozen=True, slots=True)
class Root:
    """The root window of the first screen."""

    id: int
    black: int


class XConnection:
    """Open while it `answers`. Numbers that go out are bounded by whoever calls: coordinates fit 16 bits."""

    def __init__(self, library: ctypes.CDLL, connection: int) -> None:
        self._xcb, self._libc = library, ctypes.CDLL(None)
        self._libc.free.argtypes = [c_void_p]
        self.pointer = connection
        screen = library.xcb_setup_roots_iterator(library.xcb_get_setup(self.pointer)).data.contents
        self.root = Root(screen.root, screen.black_pixel)

    @classmethod
    def open(cls, display: str) -> XConnection | None:
        """A connection to the server on `display`; None where libxcb is missing or nothing answers there."""
        library = _library()
        if library is None:
            return None
        connection = library.xcb_connect(display.encode(), None)
        if library.xcb_connection_has_error(connection):
            library.xcb_disconnect(connection)
            return None
        return cls(library, connection)

    @property
    def answers(self) -> bool:
        return bool(self.pointer) and not self._xcb.xcb_connection_has_error(self.pointer)

    def close(self) -> None:
        """May be called twice."""
        if self.pointer:
            self._xcb.xcb_disconnect(self.pointer)
            self.pointer = 0

    def free_the_dead(self) -> None:
        """Let go of everything that connections left which were to be outlived."""
        self._xcb.xcb_kill_client(self.pointer, _ALL_TEMPORARY)

    def new_id(self) -> int:
        return int(self._xcb.xcb_generate_id(self.pointer))

    def flush(self) -> None:
        """Send what is waiting, and drop the server's complaints."""
        self._xcb.xcb_flush(self.pointer)
        while event := self._xcb.xcb_poll_for_event(self.pointer):
            self._libc.free(event)

    def atom(self, name: str) -> int:
        """The server's number for `name`; 0 where it gives none. Waits for the server."""
        cookie = self._xcb.xcb_intern_atom(self.pointer, 0, len(name), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self.pointer, cookie, None)
        if not reply:
            return 0
        number = int(ctypes.cast(reply, POINTER(_Atom)).contents.atom)
        self._libc.free(reply)
        return number

    def set_number(self, window: int, property: int, value: int) -> None:
        """Write `value` (32 bits) into a property of `window`."""
        self._xcb.xcb_change_property(self.pointer, 0, window, property, _CARDINAL, _INT32, 1, byref(c_uint32(value)))

    def number(self, window: int, property: int) -> int | None:
        """What `set_number` wrote; None where nobody did. Waits for the server."""
        cookie = self._xcb.xcb_get_property(self.pointer, 0, window, property, _CARDINAL, 0, 1)
        reply = self._xcb.xcb_get_property_reply(self.pointer, cookie, None)
        if not reply:
            return None
        value = None
        if self._xcb.xcb_get_property_value_length(reply) == ctypes.sizeof(c_uint32):
            value = int(ctypes.cast(self._xcb.xcb_get_property_value(reply), POINTER(c_uint32)).contents.value)
        self._libc.free(reply)
        return value

    def delete_property(self, window: int, property: int) -> None:
        self._xcb.xcb_delete_property(self.pointer, window, property)

    def set_attributes(self, window: int, mask: int, *values: int) -> None:
        values_of = (c_uint32 * len(values))(*values)
        self._xcb.xcb_change_window_attributes(self.pointer, window, mask, values_of)

    def clear(self, window: int) -> None:
        """Paint all of `window` with its background."""
        self._xcb.xcb_clear_area(self.pointer, 0, window, 0, 0, 0, 0)

    def empty_cursor(self) -> int:
        """A cursor of which nothing is seen."""
        nothing, context, cursor = self.new_id(), self.new_id(), self.new_id()
        self._xcb.xcb_create_pixmap(self.pointer, 1, nothing, self.root.id, 1, 1)
        self._xcb.xcb_create_gc(self.pointer, context, nothing, _GC_FOREGROUND, byref(c_uint32(0)))
        self._xcb.xcb_poly_fill_rectangle(self.pointer, nothing, context, 1, byref(_Rectangle(0, 0, 1, 1)))
        self._xcb.xcb_create_cursor(self.pointer, cursor, nothing, nothing, *(0,) * 8)
        return cursor


def leave_what_was_made(connection: int, *, leave: bool = True) -> None:
    """What is made over `connection` (xcb's pointer) stays when it ends, or again does not."""
    library = _library()
    if library is not None:
        library.xcb_set_close_down_mode(connection, _RETAIN_TEMPORARY if leave else _DESTROY_ALL)
        library.xcb_flush(connection)


def _library() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("xcb")
    return None if name is None else _declared(ctypes.CDLL(name))


def _declared(xcb: ctypes.CDLL) -> ctypes.CDLL:
    """Say what goes in and out of the functions used here."""
    u8, u16, u32, i16, p = c_uint8, c_uint16, c_uint32, c_int16, c_void_p
    takes: dict[str, tuple[object, list[object]]] = {
        "xcb_connect": (p, [ctypes.c_char_p, p]),
        "xcb_connection_has_error": (c_int, [p]),
        "xcb_disconnect": (None, [p]),
        "xcb_get_setup": (p, [p]),
        "xcb_setup_roots_iterator": (_Screens, [p]),
        "xcb_generate_id": (u32, [p]),
        "xcb_flush": (c_int, [p]),
        "xcb_poll_for_event": (p, [p]),
        "xcb_intern_atom": (c_uint, [p, u8, u16, ctypes.c_char_p]),
        "xcb_intern_atom_reply": (p, [p, c_uint, p]),
        "xcb_change_property": (c_uint, [p, u8, u32, u32, u32, u8, u32, p]),
        "xcb_get_property": (c_uint, [p, u8, u32, u32, u32, u32, u32]),
        "xcb_get_property_reply": (p, [p, c_uint, p]),
        "xcb_get_property_value": (p, [p]),
        "xcb_get_property_value_length": (c_int, [p]),
        "xcb_delete_property": (c_uint, [p, u32, u32]),
        "xcb_set_close_down_mode": (c_uint, [p, u8]),
        "xcb_kill_client": (c_uint, [p, u32]),
        "xcb_create_pixmap": (c_uint, [p, u8, u32, u32, u16, u16]),
        "xcb_create_gc": (c_uint, [p, u32, u32, u32, p]),
        "xcb_poly_fill_rectangle": (c_uint, [p, u32, u32, u32, p]),
        "xcb_change_window_attributes": (c_uint, [p, u32, u32, p]),
        "xcb_clear_area": (c_uint, [p, u8, u32, i16, i16, u16, u16]),
        "xcb_create_cursor": (c_uint, [p, u32, u32, u32, u16, u16, u16, u16, u16, u16, u16, u16]),
    }
    for name, (result, arguments) in takes.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
