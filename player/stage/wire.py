"""The port's values as lines of JSON, and back. Foreign or over-long lines are refused, never guessed at."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any

from player.stage import port
from schedules.display import Canvas
from schedules.errors import InvalidValue, UnreadableDocument

LONGEST_LINE = 16 << 20

_KINDS: dict[str, type[Any]] = {
    "arrange": port.Arrange,
    "timeline": port.Timeline,
    "tickers": port.Tickers,
    "clocks": port.Clocks,
    "logos": port.Logos,
    "overlay": port.Overlay,
    "overlay_ahead": port.OverlayAhead,
    "alarm": port.Alarm,
    "loudness": port.Loudness,
    "cover": port.Cover,
    "brightness": port.Brightness,
    "test_pattern": port.ShowTestPattern,
    "identify": port.Identify,
    "slate_text": port.SlateText,
    "take_screenshot": port.TakeScreenshot,
    "clock_offset": port.ClockOffset,
    "stop": port.Stop,
    "ready": port.Ready,
    "presented": port.Presented,
    "showing": port.Showing,
    "overlay_painted": port.OverlayPainted,
    "fault": port.Fault,
    "screenshot_taken": port.ScreenshotTaken,
    "stats": port.Stats,
}
_NAMES = {made: name for name, made in _KINDS.items()}
_ENUMS: dict[tuple[type[Any], str], type[StrEnum]] = {
    (port.Overlay, "mode"): port.OverlayMode,
    (port.OverlayAhead, "mode"): port.OverlayMode,
    (port.Alarm, "sound"): port.AlarmSound,
    (port.Cover, "kind"): port.CoverKind,
    (port.ShowTestPattern, "kind"): port.PatternKind,
    (port.StageCue, "kind"): port.CueKind,
    (port.CueTransition, "kind"): port.TransitionKind,
    (port.StageCue, "motion"): port.Motion,
    (port.StageRegion, "kind"): port.RegionKind,
    (port.ClockFace, "style"): port.ClockStyle,
    (port.Logo, "corner"): port.Corner,
    (port.Fault, "kind"): port.FaultKind,
}
_LISTS: dict[tuple[type[Any], str], type[Any]] = {
    (port.Timeline, "cues"): port.StageCue,
    (port.Arrange, "regions"): port.StageRegion,
    (port.Tickers, "strips"): port.TickerStrip,
    (port.Clocks, "faces"): port.ClockFace,
    (port.Logos, "logos"): port.Logo,
}
_PLAIN: dict[str, type | tuple[type, ...]] = {"str": str, "int": int, "bool": bool, "float": (int, float)}


def encode(message: port.Request | port.Report) -> bytes:
    """One line of JSON, with its newline."""
    plain = asdict(message)
    plain["message"] = _NAMES[type(message)]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode_request(line: bytes) -> port.Request:
    """The request in `line`. Raises UnreadableDocument, or InvalidValue where a value is out of bounds."""
    message = _decode(line)
    if not isinstance(message, port.Request):
        raise UnreadableDocument(f"{type(message).__name__} is a report; the stage reads requests")
    return message


def decode_report(line: bytes) -> port.Report:
    """The report in `line`. Raises UnreadableDocument, or InvalidValue where a value is out of bounds."""
    message = _decode(line)
    if not isinstance(message, port.Report):
        raise UnreadableDocument(f"{type(message).__name__} is a request; the agent reads reports")
    return message


def _decode(line: bytes) -> object:
    if len(line) > LONGEST_LINE:
        raise UnreadableDocument(f"a line of {len(line)} bytes is too long; the most is {LONGEST_LINE}")
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"{line[:60]!r} is not a line of JSON: {error}") from error
    if not isinstance(plain, dict):
        raise UnreadableDocument(f"{line[:60]!r} is not a JSON object")
    name = plain.pop("message", None)
    if not isinstance(name, str) or name not in _KINDS:
        raise UnreadableDocument(f"{name!r:.60} is not a message this version knows; update both sides")
    return _build(_KINDS[name], plain)


def _build(made: type[Any], plain: Any) -> Any:
    if not isinstance(plain, dict):
        raise UnreadableDocument(f"{made.__name__} is {type(plain).__name__} where an object belongs")
    known = {field.name: field for field in fields(made)}
    if strange := plain.keys() - known.keys():
        raise UnreadableDocument(f"{made.__name__} has no {sorted(strange)[0]!r:.60}")
    values = {name: _value(made, name, str(known[name].type), value) for name, value in plain.items()}
    try:
        return made(**values)
    except TypeError as error:
        raise UnreadableDocument(f"{made.__name__} is not whole: {error}") from error


def _value(made: type[Any], name: str, declared: str, value: Any) -> Any:
    if listed := _LISTS.get((made, name)):
        return tuple(_build(listed, item) for item in _list(name, value))
    if made is port.StageCue and name == "transition":
        return _build(port.CueTransition, value)
    if made is port.TickerStrip and name == "texts":
        return tuple(_list(name, value))
    if made is port.Arrange and name == "canvas":
        return _canvas(value)
    if enum := _ENUMS.get((made, name)):
        return _member(enum, name, value)
    expected = _PLAIN[declared]
    if not isinstance(value, expected) or (isinstance(value, bool) and declared != "bool"):
        raise InvalidValue(f"{made.__name__}.{name}", f"{value!r:.60} is not of type {declared}")
    return value


def _canvas(plain: Any) -> Canvas:
    if not isinstance(plain, dict):
        raise UnreadableDocument("arrange.canvas is not an object")
    sizes = {key: value for key, value in plain.items() if key not in ("mask", "regions")}
    mask = tuple((corner[0], corner[1]) for corner in map(_pair, _list("mask", plain.get("mask", []))))
    try:
        return Canvas(**sizes, mask=mask)
    except TypeError as error:
        raise UnreadableDocument(f"the canvas is not whole: {error}") from error


def _pair(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) != 2:
        raise UnreadableDocument(f"{value!r:.60} is not a corner; give [x, y]")
    return value


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise UnreadableDocument(f"{name!r} is not a list")
    return value


def _member(enum: type[StrEnum], name: str, value: Any) -> StrEnum:
    try:
        return enum(value)
    except ValueError:
        raise InvalidValue(name, f"{value!r:.60} is not one of {', '.join(enum)}") from None
