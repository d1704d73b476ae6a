"""The live streams of one part of the wall: each is opened seconds ahead of its cue and told of when it gives nothing.

While a stream is wanted its decoder goes on trying by itself. Whoever made the timeline learns of each time in an
appearance that its patience is over, and answers with something else; until then, and where nothing else there is, its
poster stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from player.decoder.supervisor import DecoderProcess
from player.stage.port import CueKind, Fault, FaultKind
from player.stage.reception import LiveFrame, Reception
from player.stage.reel import Lap, Reel
from player.stage.wall_clock import WallClock
from schedules.errors import InvalidValue
from schedules.stream import LiveStream

S = 1_000_000_000
AHEAD_NS = 5 * S
LINGER_NS = 5 * S
"""How long a stream stays open that is not wanted now: in a short loop it is wanted again soon."""

ADDRESS_TOLD = 120
"""How much of an address is told, so that the reason after it fits into what the hub takes."""

MOST_RECEPTIONS = 2
_TEND_NS = S // 10
_BACK_NS = S // 2
_OVERSLEPT_NS = S // 2
_MOST_LAPS = 50
_MS = 1_000_000


@dataclass(slots=True)
class Streams:
    """Tended by `tick` at every refresh; `find` answers where the newest picture lies. `start` starts a decoder."""

    clock: WallClock
    start: Callable[[], DecoderProcess]
    on_fault: Callable[[Fault], None]
    _restarts: int = 0
    _receptions: dict[str, Reception] = field(default_factory=dict)
    _blamed: set[str] = field(default_factory=set)
    _tended_ns: int = 0

    @property
    def restarts(self) -> int:
        """How often a decoder was replaced."""
        return self._restarts + sum(reception.restarts for reception in self._receptions.values())

    def tick(self, now_ns: int, reel: Reel) -> None:
        """Open, watch and close streams as `reel` has them at `now_ns` (monotonic); ten times a second is enough."""
        since_ns = now_ns - self._tended_ns
        if since_ns < _TEND_NS:
            return
        self._tended_ns = now_ns
        wanted = self._wanted(now_ns, reel)
        self._blamed &= {lap.cue.token for lap in wanted}
        for lap in wanted:
            self._tend(lap, now_ns)
        for reception in list(self._receptions.values()):
            if now_ns - reception.wanted_ns > LINGER_NS:
                self._close(reception)
            else:
                reception.tick(now_ns, was_asleep=since_ns > _OVERSLEPT_NS)

    def find(self, lap: Lap, now_ns: int) -> LiveFrame | None:
        """The picture of `lap`'s stream that is due now; None where the poster is."""
        reception = self._receptions.get(lap.cue.url)
        return reception.frame(now_ns) if reception else None

    def shown(self, lap: Lap) -> int:
        """How many pictures of `lap`'s stream were found so far."""
        reception = self._receptions.get(lap.cue.url)
        return reception.shown if reception else 0

    def close(self) -> None:
        for reception in list(self._receptions.values()):
            self._close(reception)

    def _wanted(self, now_ns: int, reel: Reel) -> list[Lap]:
        utc_ns = self.clock.utc_ns(now_ns)
        current = reel.at(utc_ns)
        laps = [current] if current else []
        for lap in reel.following(utc_ns, utc_ns + AHEAD_NS):
            laps.append(lap)
            if len(laps) > _MOST_LAPS:
                break
        return [lap for lap in laps if lap.cue.kind is CueKind.STREAM]

    def _tend(self, lap: Lap, now_ns: int) -> None:
        reception = self._receptions.get(lap.cue.url) or self._open(lap, now_ns)
        if reception is None:
            return
        reception.wanted_ns = now_ns
        missing_ns = reception.pictureless_ns(now_ns)
        if missing_ns < _BACK_NS:
            self._blamed.discard(lap.cue.token)
        if missing_ns > lap.cue.patience_ms * _MS:
            self._blame(lap, f"{LiveStream(lap.cue.url).shown:.{ADDRESS_TOLD}} {reception.trouble.sentence}")

    def _open(self, lap: Lap, now_ns: int) -> Reception | None:
        """Begin to receive, if there is room: what is only kept open for later gives way."""
        try:
            LiveStream(lap.cue.url)
        except InvalidValue as error:
            self._blame(lap, str(error))
            return None
        if len(self._receptions) >= MOST_RECEPTIONS:
            oldest = min(self._receptions.values(), key=lambda reception: reception.wanted_ns)
            if now_ns - oldest.wanted_ns <= 2 * _TEND_NS:
                return None
            self._close(oldest)
        reception = self._receptions[lap.cue.url] = Reception(lap.cue.url, self.start(), now_ns)
        return reception

    def _close(self, reception: Reception) -> None:
        self._restarts += reception.restarts
        del self._receptions[reception.url]
        reception.close()

    def _blame(self, lap: Lap, detail: str) -> None:
        if lap.cue.token not in self._blamed:
            self._blamed.add(lap.cue.token)
            self.on_fault(Fault(FaultKind.STREAM_LOST, lap.cue.token, detail))
