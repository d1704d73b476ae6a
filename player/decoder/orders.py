"""What the stage orders a decoder to do: one JSON object a line over its stdin. It answers in the ring."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

LONGEST_ORDER = 16_384


@dataclass(frozen=True, slots=True)
class Prepare:
    """Open `path`, stand still at `start_s` seconds into it, and decode the first picture.

    `token` names the frames that follow. With a `frame_rate` frames are counted; with 0 their index is the position in
    milliseconds. `drops` lets VLC leave out frames it is too slow for. `lead_s` is how far ahead of its time the item
    is decoded, by which sound is held back; `volume` is in percent, None for no sound. One that is `hushed` has its
    sound closed until a `Volume` tells how loud it is. Of a file with more frames than a screen can show only those
    whose index is a multiple of `stride` are given out.
    """

    token: int
    path: str
    start_s: float
    frame_rate: float
    lead_s: float
    drops: bool = False
    volume: int | None = None
    hushed: bool = False
    stride: int = 1


@dataclass(frozen=True, slots=True)
class Go:
    """Begin to play the prepared item `token` at `at_ns` on the monotonic clock; ignored for another token."""

    token: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class Volume:
    """Let the item `token` be heard at `percent` from now on; with `cut` its sound is closed at once.

    A volume reaches the ear with what is decoded next, as much as a second later, and opens what was closed. Ignored
    for another token.
    """

    token: int
    percent: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Halt:
    """Close what is open."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Receive the live stream at `url` until told to halt; for a live decoder. `token` names the frames that follow.

    It comes this way because everybody on the machine may read a process's arguments, and an address may hold a
    password.
    """

    token: int
    url: str = field(repr=False)


Order = Prepare | Go | Volume | Halt | Watch
_NAMES: dict[str, type[Order]] = {"prepare": Prepare, "go": Go, "volume": Volume, "halt": Halt, "watch": Watch}


def encode(order: Order) -> bytes:
    """One line of JSON, with its newline."""
    return json.dumps({"order": type(order).__name__.lower(), **asdict(order)}).encode() + b"\n"


def decode(line: bytes) -> Order:
    """The order in `line`, which our own stage wrote. Raises ValueError where it is none."""
    plain = json.loads(line)
    try:
        return _NAMES[plain.pop("order")](**plain)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{line[:80]!r} is not an order: {error}") from error
