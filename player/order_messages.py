"""What the hub may order this wall beside its programme, read with bounds on everything: holds, patterns, restarts."""

from __future__ import annotations

from typing import Any

from player.events import HoldAsked, PatternAsked, RestartAsked
from player.hold import Hold, HoldKind
from player.stage.covers import PatternKind, ShowTestPattern
from schedules.display import Canvas
from schedules.errors import ScheduleError

LONGEST_PATTERN_S = 3600
SHORTEST_PATTERN_S = 10
USUAL_PATTERN_S = 300
_CANVAS_FIELDS = ("width_px", "height_px", "x_px", "y_px", "rotation_degrees")


def read_order(plain: dict[str, Any]) -> HoldAsked | PatternAsked | RestartAsked | None:
    """The order that a message stands for; None for one that is unknown or out of bounds."""
    try:
        match plain:
            case {"type": "hold", "id": str(name), "kind": str(kind), "until_ms": int(until_ms)}:
                return HoldAsked(Hold(name, HoldKind(kind), until_ms))
            case {"type": "hold", "kind": ""}:
                return HoldAsked(None)
            case {"type": "test-pattern", "on": bool(on)}:
                return _pattern(plain, on)
            case {"type": "restart", "id": str(name)} if 1 <= len(name) <= 100:
                return RestartAsked(name)
    except (ScheduleError, ValueError, TypeError):
        return None
    return None


def _pattern(plain: dict[str, Any], on: bool) -> PatternAsked:
    seconds = plain.get("seconds", USUAL_PATTERN_S)
    if not isinstance(seconds, int):
        raise TypeError(seconds)
    width, height = plain.get("module_px", (64, 64))
    pattern = ShowTestPattern(on, PatternKind(plain.get("kind", PatternKind.ALL)), "", width, height)
    return PatternAsked(pattern, min(max(seconds, SHORTEST_PATTERN_S), LONGEST_PATTERN_S), _canvas(plain.get("canvas")))


def _canvas(plain: object) -> Canvas | None:
    """Size, place and rotation; what lies on the canvas is the programme's business."""
    if plain is None:
        return None
    if not isinstance(plain, dict):
        raise TypeError(plain)
    return Canvas(**{name: plain[name] for name in _CANVAS_FIELDS if name in plain})
