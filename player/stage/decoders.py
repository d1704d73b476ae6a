"""How many frames the two decoders keep ready for a canvas, and their start. Free of Qt, so that it can come first."""

from __future__ import annotations

from player.decoder.frames import FrameFormat, slots_for
from player.decoder.supervisor import DecoderProcess
from player.stage.entry import LEAD_NS
from player.stage.port import Arrange

DECKS = 2
SHORT_LEAD_NS = 200_000_000
MOST_RING_BYTES = 220_000_000


def most_lead_ns(arrange: Arrange) -> int:
    """How far ahead items are decoded: 0.4 s, or 0.2 s where that many frames of this canvas were too much memory."""
    return LEAD_NS if _format(arrange, LEAD_NS).total_bytes <= MOST_RING_BYTES else SHORT_LEAD_NS


def start_decoders(arrange: Arrange) -> tuple[DecoderProcess, ...]:
    """Start both decoders for this canvas; they come up by themselves."""
    frames = _format(arrange, most_lead_ns(arrange))
    return tuple(DecoderProcess(frames, sound=arrange.sound) for _ in range(DECKS))


def _format(arrange: Arrange, lead_ns: int) -> FrameFormat:
    canvas = arrange.canvas
    return FrameFormat(canvas.width_px, canvas.height_px, slots_for(max(30, arrange.frame_rate), lead_ns / 1e9))
