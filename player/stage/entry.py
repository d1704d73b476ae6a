"""When and where to enter a lap: at its start or in its middle, but never so that playing begins late.

A deck that is set going late would stay late for the whole item, so an entry that cannot be met is moved to a later
picture of the same lap, and the picture that is on screen stays until then.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from player.decoder.frames import SLACK_SECONDS, SPARE_SLOTS
from player.stage.reel import Lap

S = 1_000_000_000
LEAD_NS = 400_000_000
JOIN_LEAD_NS = 200_000_000
LEAST_LEFT_NS = 300_000_000
_UNKNOWN_RATE = 60.0
MOST_SHOWN_RATE = 60.0


@dataclass(frozen=True, slots=True)
class Entry:
    """Start the file at `media_ns`, go at `go_ns` (monotonic); pictures are then `lead_ns` ahead of their time."""

    media_ns: int
    go_ns: int
    lead_ns: int


def lead_for(frame_rate: float, slots: int, most_ns: int = LEAD_NS) -> int:
    """How far ahead a ring of `slots` lets a file of `frame_rate` be decoded."""
    given_out = (frame_rate or _UNKNOWN_RATE) / stride_for(frame_rate)
    return max(0, min(most_ns, int(((slots - SPARE_SLOTS) / given_out - SLACK_SECONDS) * S)))


def stride_for(frame_rate: float) -> int:
    """Every how many frames of a file one is shown: of those with more than 60 a second not all can be."""
    return max(1, math.ceil(frame_rate / MOST_SHOWN_RATE - 0.01))


def plan_entry(lap: Lap, starts_ns: int, ready_ns: int, lead_ns: int) -> Entry | None:
    """How to enter `lap`, which starts at `starts_ns` (monotonic), when a deck can be ready at `ready_ns`.

    None where so little would be left of it that it is not worth the while.
    """
    if starts_ns - lead_ns >= ready_ns:
        return Entry(lap.media_ns, starts_ns - lead_ns, lead_ns)
    lead_ns = min(lead_ns, JOIN_LEAD_NS)
    aim_ns = max(starts_ns, ready_ns + lead_ns)
    if aim_ns > max(starts_ns, starts_ns + (lap.ends_ns - lap.starts_ns) - LEAST_LEFT_NS):
        return None
    media_ns = _whole_frame(lap, lap.media_ns + aim_ns - starts_ns)
    aim_ns = starts_ns + media_ns - lap.media_ns
    return Entry(_inside(lap, media_ns), aim_ns - lead_ns, lead_ns)


def position(lap: Lap, elapsed_ns: int) -> int:
    """The index of the frame due `elapsed_ns` after the lap's start (milliseconds where its rate is not known)."""
    rate = lap.cue.frame_rate or 1000.0
    index = max(0, min(int((lap.media_ns + elapsed_ns) * rate / S + 1e-6), last_index(lap)))
    stride = stride_for(lap.cue.frame_rate)
    return index // stride * stride


def last_index(lap: Lap) -> int:
    """The index of the last frame of the lap's file; a number beyond all frames where its length is not known."""
    if not lap.cue.duration_ms:
        return 1 << 40
    return max(0, round(lap.cue.duration_ms * (lap.cue.frame_rate or 1000.0) / 1000) - 1)


def _whole_frame(lap: Lap, media_ns: int) -> int:
    """The first instant from `media_ns` on at which a frame begins."""
    rate = lap.cue.frame_rate
    if not rate or media_ns == lap.media_ns:
        return media_ns
    return int(-(-media_ns * rate // S) * S / rate)


def _inside(lap: Lap, media_ns: int) -> int:
    """`media_ns`, or shortly before the end of a file that is over by then: its last picture is what is due."""
    length_ns = lap.cue.duration_ms * 1_000_000
    if not length_ns or media_ns < length_ns - S // 2:
        return media_ns
    return max(0, _whole_frame(lap, min(media_ns, length_ns - S // 2)))
