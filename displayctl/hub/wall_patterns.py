"""A wish for a test pattern, checked and put as a player reads it."""

from __future__ import annotations

from displayctl.api.models import Document
from displayctl.api.walls import PatternWish
from displayctl.hub.errors import WrongWish
from schedules.display import Canvas
from schedules.errors import ScheduleError

_FIELDS = ("width_px", "height_px", "x_px", "y_px", "rotation_degrees")


def pattern_message(wish: PatternWish) -> Document:
    """The message to a player. Raises WrongWish for a canvas that is none."""
    message: Document = {
        "type": "test-pattern",
        "on": True,
        "kind": wish.kind.value,
        "seconds": wish.seconds,
        "module_px": list(wish.module_px),
    }
    if wish.canvas is not None:
        message["canvas"] = _plain(wish.canvas)
    return message


def end_message() -> Document:
    """What ends it."""
    return {"type": "test-pattern", "on": False}


def _plain(document: Document) -> Document:
    """Size, place and rotation alone, as far as they make a canvas."""
    plain = {name: document[name] for name in _FIELDS if name in document}
    try:
        Canvas(**plain)
    except (ScheduleError, TypeError) as error:
        raise WrongWish("canvas", f"this is no canvas to try out: {error!s:.200}") from error
    return plain
