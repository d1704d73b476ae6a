"""Maps newly decoded frames into this process before they are painted, on a thread of its own.

A ring gives its memory back between two files, so the first look at each frame of the next one costs thousands of page
faults. On the painting thread these would fall just on the seam: at 1920x1080 they take several milliseconds a frame.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from player.stage.decks import Deck


@dataclass(slots=True)
class Mapper:
    """Looks after the frames of what decks are engaged for; `tend` has to come at every refresh."""

    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "mapping"))

    def tend(self, deck: Deck) -> None:
        """Have the frames mapped that are new since the file was opened; once each slot was, nothing is left to do."""
        engaged, ring = deck.engaged, deck.ring
        if engaged is None or len(engaged.mapped) == ring.format.slots:
            return
        for slot in ring.slots_of(engaged.token):
            if slot not in engaged.mapped:
                engaged.mapped.add(slot)
                self._thread.submit(ring.map_frame, slot)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
