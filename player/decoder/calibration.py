"""Measures, when a decoder has come up and has nothing else to do, when libVLC shows the frames of a known clip.

All timing rests on one constant of libVLC (see `player.decoder.numbering`), and another build may have another.
"""

from __future__ import annotations

from pathlib import Path

from player.decoder.deck import UNSEEN, Deck
from player.decoder.frames import Ring, Word
from player.decoder.orders import Prepare

CLIP = Path(__file__).with_name("calibration.mp4")
"""0.8 s of 64x32 pixels at 60 frames a second."""

CLIP_RATE = 60.0
ATTEMPTS = 3
MOST_SPREAD_S = 0.002
TRUSTED_ERROR_S = 0.002
_STEPS_WITHOUT_PICTURE = 20


class Calibration:
    """Plays the clip up to three times, unseen; `step` after each wait of the controlling thread, until `is_over`.

    The first measurement near the constant settles it. Others count only where all three agree: on a busy machine a
    single one says more of the machine than of libVLC.
    """

    def __init__(self, deck: Deck, ring: Ring) -> None:
        self.is_over = not CLIP.is_file()
        self._deck = deck
        self._ring = ring
        self._measured: list[float] = []
        self._went = False
        self._steps = 0
        if not self.is_over:
            self._open()

    def step(self) -> None:
        """Bring the measurement forward. Nothing waits in here."""
        self._steps += 1
        if not self._went and self._ring[Word.PREPARED_NS]:
            self._went = True
            self._deck.go(UNSEEN)
        elif self._ring[Word.ENDED_NS]:
            self._conclude()
        elif self._ring[Word.FAILED] or self._steps > _STEPS_WITHOUT_PICTURE:
            self._end()

    def _open(self) -> None:
        self._went, self._steps = False, 0
        self._deck.prepare(Prepare(UNSEEN, str(CLIP), start_s=0.0, frame_rate=CLIP_RATE, lead_s=0.0))

    def _conclude(self) -> None:
        anchor_s = self._deck.measured_anchor_s
        if anchor_s is None:
            self._end()
            return
        self._measured.append(anchor_s)
        if abs(anchor_s - self._deck.anchor_s) <= TRUSTED_ERROR_S:
            self._settle(anchor_s)
        elif len(self._measured) < ATTEMPTS:
            self._open()
        elif max(self._measured) - min(self._measured) <= MOST_SPREAD_S:
            self._settle(sorted(self._measured)[ATTEMPTS // 2])
        else:
            self._end()

    def _settle(self, anchor_s: float) -> None:
        self._ring[Word.CALIBRATED_US] = round(anchor_s * 1e6)
        self._deck.anchor_s = anchor_s
        self._end()

    def _end(self) -> None:
        self.is_over = True
        self._deck.halt()
