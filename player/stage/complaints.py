"""What is told of files and decoders that failed, and which files and laps are left alone for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from player.decoder.frames import Word
from player.decoder.numbering import ANCHOR_S
from player.stage.decks import Deck, Engagement, Name
from player.stage.port import Fault, FaultKind
from player.stage.quarantine import Quarantine
from player.stage.reel import Lap

S = 1_000_000_000
MS = 1_000_000
SHORT_NS = S // 2
MOST_ANCHOR_ERROR_US = 4000


@dataclass(slots=True)
class Complaints:
    """Names each fault to `on_fault`. A lap that was refused is not tried again, nor a file in quarantine."""

    on_fault: Callable[[Fault], None]
    _quarantine: Quarantine = field(default_factory=Quarantine)
    _refused: set[Name] = field(default_factory=set)

    def have_refused(self, lap: Lap) -> bool:
        return lap.name in self._refused

    def forget_all_but(self, names: Collection[Name]) -> None:
        """Laps that are over are refused no longer."""
        self._refused.intersection_update(names)

    def pass_by(self, lap: Lap) -> None:
        """Leave `lap` alone without a word."""
        self._refused.add(lap.name)

    def refuse(self, kind: FaultKind, lap: Lap, detail: str) -> None:
        """Leave `lap` alone, and say why."""
        self._refused.add(lap.name)
        self.say(kind, lap, detail)

    def say(self, kind: FaultKind, lap: Lap, detail: str) -> None:
        self.on_fault(Fault(kind, lap.cue.token, f"{lap.cue.path} {detail}"))

    def say_of_rest(self, detail: str) -> None:
        """Tell of a decoder that had nothing to do."""
        self.on_fault(Fault(FaultKind.DECODER_LOST, "", f"a decoder at rest {detail}"))

    def note_failure(self, lap: Lap, now_ns: int, *, lost_decoder: bool = False) -> None:
        if self._quarantine.record(lap.cue.path, now_ns, lost_decoder=lost_decoder):
            self.say(FaultKind.MEDIUM_QUARANTINED, lap, "failed again and again and is left out for ten minutes")

    def is_fit(self, lap: Lap, now_ns: int) -> bool:
        """Whether the lap's file may be tried; one that may not is refused."""
        path = lap.cue.path
        if self._quarantine.holds(path, now_ns):
            self.refuse(FaultKind.MEDIUM_QUARANTINED, lap, "failed again and again in ten minutes; replace the file")
        elif not Path(path).is_file():
            self.refuse(FaultKind.MEDIUM_MISSING, lap, "is not there; fetch it again")
        else:
            return True
        return False

    def could_not_open(self, engaged: Engagement, now_ns: int) -> None:
        """No picture came, at its start or where it was to be entered."""
        if engaged.entry.media_ns > engaged.lap.media_ns:
            self.could_not_join(engaged)
            return
        self.note_failure(engaged.lap, now_ns)
        self.refuse(FaultKind.MEDIUM_BROKEN, engaged.lap, "has no picture that can be decoded; replace the file")

    def was_held_up(self, engaged: Engagement) -> None:
        self.say(FaultKind.LATE, engaged.lap, "gave no picture in time, as other work keeps this machine busy")

    def could_not_join(self, engaged: Engagement) -> None:
        seconds = engaged.entry.media_ns // S
        if seconds:
            detail = f"cannot be entered {seconds} s after its start in time; it lacks key frames, so import it again"
        else:  # key frames do not matter so near the first one
            detail = "gave no picture in time shortly after its start; replace the file if that is said again"
        self.refuse(FaultKind.MEDIUM_BROKEN, engaged.lap, detail)

    def too_heavy(self, deck: Deck, lap: Lap, now_ns: int) -> None:
        size = f"{deck.ring[Word.SOURCE_WIDTH]}x{deck.ring[Word.SOURCE_HEIGHT]}"
        self.note_failure(lap, now_ns)
        detail = f"is far too heavy for this machine ({size}), even where frames are dropped; make a lighter rendition"
        self.refuse(FaultKind.MEDIUM_BROKEN, lap, detail)

    def check_length(self, deck: Deck, engaged: Engagement, now_ns: int) -> None:
        """A file that is over long before its length: its last picture stays, and somebody has to know."""
        ended_ns, length_ns = deck.ring[Word.ENDED_NS], engaged.lap.cue.duration_ms * MS
        if not ended_ns or not length_ns or engaged.told_short or deck.ring[Word.TOKEN] != engaged.token:
            return
        engaged.told_short = True
        reached_ns = engaged.entry.media_ns + ended_ns - max(deck.ring[Word.STARTED_NS], engaged.entry.go_ns)
        if reached_ns < length_ns - SHORT_NS:
            self.note_failure(engaged.lap, now_ns)
            detail = f"is over after {reached_ns // MS} of its {length_ns // MS} ms; fetch or import it again"
            self.say(FaultKind.MEDIUM_BROKEN, engaged.lap, detail)

    def check_size(self, deck: Deck, engaged: Engagement) -> None:
        """A file whose pictures change their size loses some there, and somebody has to know."""
        if engaged.told_sizes or deck.ring[Word.SHAPES] < 2 or deck.ring[Word.TOKEN] != engaged.token:
            return
        engaged.told_sizes = True
        self.say(FaultKind.LATE, engaged.lap, "changes the size of its pictures, and loses some there; import it again")

    def check_calibration(self, deck: Deck) -> None:
        """Once in each decoder's life: whether libVLC shows frames when it always has, as it measured itself."""
        measured_us = deck.ring[Word.CALIBRATED_US]
        if not measured_us or deck.calibrated_life == deck.decoder.life:
            return
        deck.calibrated_life = deck.decoder.life
        if abs(measured_us - ANCHOR_S * 1e6) > MOST_ANCHOR_ERROR_US:
            detail = (
                f"this libVLC shows frames {measured_us / 1000:.1f} ms after their time, not {ANCHOR_S * 1000:.1f}; "
                "each item begins a little off until its decoder has learnt that: compare the VLC packages"
            )
            self.on_fault(Fault(FaultKind.LATE, "", detail))
