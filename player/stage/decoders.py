"""How many frames the decoders of a loop keep ready, and their start. Free of Qt, so that it can come first."""

from __future__ import annotations

from dataclasses import dataclass

from player.decoder.frames import FrameFormat, slots_for
from player.decoder.supervisor import DecoderProcess
from player.stage.entry import LEAD_NS
from player.stage.port import Arrange

DECKS = 2
SHORT_LEAD_NS = 200_000_000
MOST_RING_BYTES = 110_000_000


@dataclass(frozen=True, slots=True)
class LoopFormat:
    """What a loop is played as: the size of its place, the rate of its material, and whether it is heard."""

    width_px: int
    height_px: int
    frame_rate: int
    sound: bool = False


def main_format(arrange: Arrange) -> LoopFormat:
    """The format of the main picture: that of its region, else of the whole canvas."""
    place = next((region for region in arrange.regions if not region.name), arrange.canvas)
    return LoopFormat(place.width_px, place.height_px, arrange.frame_rate, arrange.sound)


def most_lead_ns(format: LoopFormat) -> int:
    """How far ahead items are decoded: 0.4 s, or 0.2 s where that many frames of this size were too much memory."""
    return LEAD_NS if _frames(format, LEAD_NS).total_bytes <= MOST_RING_BYTES else SHORT_LEAD_NS


def start_decoders(format: LoopFormat) -> tuple[DecoderProcess, ...]:
    """Start both decoders of a loop; they come up by themselves."""
    frames = _frames(format, most_lead_ns(format))
    return tuple(DecoderProcess(frames, sound=format.sound) for _ in range(DECKS))


def start_main_decoders(arrange: Arrange) -> tuple[DecoderProcess, ...]:
    """Start the decoders of the main picture; none where the wall is to do without, or has no programme yet."""
    return start_decoders(main_format(arrange)) if arrange.decoders and not arrange.fills else ()


def _frames(format: LoopFormat, lead_ns: int) -> FrameFormat:
    return FrameFormat(format.width_px, format.height_px, slots_for(max(30, format.frame_rate), lead_ns / 1e9))
