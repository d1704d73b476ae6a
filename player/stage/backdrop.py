"""What lies behind the window: black, without a cursor; and what is seen while the stage is lost: its last picture.

The window of a stage that is killed stays where it was, because its connections leave what they made to the X server
(close-down mode RetainTemporary, X11 protocol, SetCloseDownMode). The next stage takes it away from below its own.
"""

from __future__ import annotations

import os

from player.stage.xcb import XConnection, leave_what_was_made

KEPT_SECONDS = 30
"""A picture left longer ago is not kept until there is a better one: nobody knows whether it may still be shown."""

_MARK = "_DISPLAYCTL_KEPT_PICTURE"
_BACK_PIXEL, _CURSOR = 1 << 1, 1 << 14


class Backdrop:
    """The root window, as long as this process lives and `close` was not called. Unix seconds come from the caller."""

    def __init__(self, connection: XConnection, now_s: int) -> None:
        """Make the root window black and take its cursor away; a picture that was left just now stays above it."""
        self._x, self._root = connection, connection.root.id
        self._qt = 0
        self._mark = connection.atom(_MARK)
        leave_what_was_made(connection.pointer)
        kept_s = connection.number(self._root, self._mark)
        self.holds_picture = kept_s is not None and 0 <= now_s - kept_s <= KEPT_SECONDS
        connection.set_attributes(self._root, _BACK_PIXEL | _CURSOR, connection.root.black, connection.empty_cursor())
        connection.clear(self._root)
        if not self.holds_picture:
            self.let_go()
        connection.flush()

    @classmethod
    def open(cls, now_s: int) -> Backdrop | None:
        """The root window of the server at DISPLAY; None where there is none, as under Wayland."""
        if os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
            return None
        connection = XConnection.open(os.environ.get("DISPLAY", ""))
        return None if connection is None else cls(connection, now_s)

    def outlive(self, qt_connection: int) -> None:
        """From now on Qt's window stays on the screen when this process is killed. `qt_connection` is xcb's pointer."""
        self._qt = qt_connection
        leave_what_was_made(qt_connection)

    def let_go(self) -> None:
        """Take away what a former stage left."""
        self.holds_picture = False
        self._x.free_the_dead()
        self._x.flush()

    def keep(self, now_s: int) -> None:
        """Say that the picture of this instant is good, so that the next stage may leave it until it has one itself."""
        self._x.set_number(self._root, self._mark, now_s & 0xFFFFFFFF)
        self._x.flush()

    def close(self) -> None:
        """Leave it black: the player was asked to stop."""
        if self._qt:
            leave_what_was_made(self._qt, leave=False)
            self._qt = 0
        if self._x.answers:
            self._x.delete_property(self._root, self._mark)
            self._x.flush()
        self._x.close()
