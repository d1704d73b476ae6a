"""Which files are too heavy for this machine, judged by what their decoder really did with the time it had."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from player.decoder.frames import Word
from player.stage.deck_watch import STILL_NS
from player.stage.decks import Deck
from player.stage.entry import position

S = 1_000_000_000
HEAVY_NS = S // 2
HEAVY_FOR_NS = 600 * S
CROWDED_FOR_NS = 30 * S
HOPELESS_NS = 3 * S
HOPELESS_BEHIND_NS = S
_MOST_PATHS = 1000
_LEAST_VIEW_NS = S // 5
_BUSY = 0.6
"""A decoder that cannot keep pace is at work all the time; one that keeps less than this of a processor busy could."""


@dataclass(slots=True)
class Heaviness:
    """Remembers from which files frames are dropped, and until when."""

    _until_ns: dict[str, int] = field(default_factory=dict)
    _starving_since_ns: int = 0

    def is_heavy(self, path: str, now_ns: int) -> bool:
        return now_ns < self._until_ns.get(path, 0)

    def fed(self) -> None:
        """At this refresh the frame due was there."""
        self._starving_since_ns = 0

    def starved(self, deck: Deck, now_ns: int) -> str:
        """At this refresh the frame due was not there, though others were: what that says of the file, once it has
        gone on for half a second and frames still come. The file counts as heavy from then on. Else an empty text."""
        self._starving_since_ns = self._starving_since_ns or now_ns
        engaged = deck.engaged
        if engaged is None or not engaged.armed or engaged.drops or now_ns - self._starving_since_ns < HEAVY_NS:
            return ""
        path = engaged.lap.cue.path
        if self.is_heavy(path, now_ns) or now_ns - deck.ring[Word.FRAME_NS] > STILL_NS:
            return ""
        crowded = deck.short_of_processor(now_ns)
        if len(self._until_ns) >= _MOST_PATHS:
            self._until_ns.pop(next(iter(self._until_ns)))
        self._until_ns[path] = now_ns + (CROWDED_FOR_NS if crowded else HEAVY_FOR_NS)
        self._starving_since_ns = 0
        if crowded:
            return "cannot keep its pace because other work keeps this machine busy; it drops frames for half a minute"
        if (_processors(deck) or _BUSY) < _BUSY:
            return "does not have its pictures when it said; each is shown at its own time now; import it again"
        return f"is too heavy for this machine ({_effort(deck)}); it drops frames now; make a lighter rendition"

    def is_hopeless(self, deck: Deck, utc_ns: int, now_ns: int) -> bool:
        """Whether a file that may drop frames is still a second and more behind, and has been for three seconds."""
        engaged = deck.engaged
        if engaged is None or not engaged.drops or now_ns - engaged.entry.go_ns < HOPELESS_NS:
            return False
        if not self._starving_since_ns or now_ns - self._starving_since_ns < HOPELESS_NS:
            return False
        behind = position(engaged.lap, utc_ns - engaged.lap.starts_ns) - deck.newest_index()
        return behind > (engaged.lap.cue.frame_rate or 1000.0) * HOPELESS_BEHIND_NS / S


def _effort(deck: Deck) -> str:
    """How large its pictures are, how far behind it is, and how much processor time that takes."""
    ring = deck.ring
    words = [f"{ring[Word.SOURCE_WIDTH]}x{ring[Word.SOURCE_HEIGHT]}"]
    if engaged := deck.engaged:
        rate, spent_s = engaged.lap.cue.frame_rate, (ring[Word.FRAME_NS] - engaged.entry.go_ns) / S
        if rate and spent_s > 0:
            reached = rate * max(0.0, 1 - ring[Word.LAG_US] / 1e6 / spent_s)
            words.append(f"{reached:.0f} of {rate:.0f} frames a second")
    if (share := _processors(deck)) is not None:
        words.append(f"{share:.1f} of {os.cpu_count() or 1} processors")
    return ", ".join(words)


def _processors(deck: Deck) -> float | None:
    """How many processors its decoder kept busy lately; None where that is not known."""
    views = list(deck.views)
    if len(views) < 2 or views[-1][0] - views[0][0] < _LEAST_VIEW_NS:
        return None
    return (views[-1][1].busy_s - views[0][1].busy_s) * S / (views[-1][0] - views[0][0])
