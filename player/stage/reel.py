"""The timeline cut into laps: one lap is one run of one file, so that a clip that loops is simply its own successor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from player.stage.port import CueKind, StageCue, Timeline

MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Lap:
    """One run through a cue's file, in UTC nanoseconds. At `starts_ns` the media stands at `media_ns`."""

    cue: StageCue
    number: int
    starts_ns: int
    ends_ns: int
    media_ns: int
    name: tuple[str, str, int, int, int] = field(init=False, repr=False, compare=False)
    """What makes it the same run in another timeline, even where that one ends it sooner or later."""

    def __post_init__(self) -> None:
        name = self.cue.token, self.cue.path, self.cue.starts_ms, self.cue.offset_ms, self.number
        object.__setattr__(self, "name", name)

    @property
    def is_video(self) -> bool:
        return self.cue.kind is CueKind.VIDEO


class Reel:
    """Answers which lap is due at an instant, and which ones follow. Asked several times at every refresh, it keeps the
    lap of each cue that it made last."""

    def __init__(self, timeline: Timeline) -> None:
        self._cues = timeline.cues
        self._starts = [cue.starts_ms * MS for cue in timeline.cues]
        self._laps: dict[int, Lap] = {}

    def at(self, utc_ns: int) -> Lap | None:
        """The lap due at `utc_ns`; None where no cue stands."""
        place = bisect_right(self._starts, utc_ns) - 1
        if place < 0 or utc_ns >= self._cues[place].ends_ms * MS:
            return None
        lap = self._laps.get(place)
        if lap is None or not lap.starts_ns <= utc_ns < lap.ends_ns:
            lap = self._laps[place] = lap_of(self._cues[place], utc_ns)
        return lap

    def leaving(self, utc_ns: int) -> Lap | None:
        """The lap that the one due at `utc_ns` is still taking the place of; None where no transition is under way."""
        place = bisect_right(self._starts, utc_ns) - 1
        if place < 1 or utc_ns >= self._starts[place] + self._overlap_ns(place):
            return None
        return lap_of(self._cues[place - 1], self._starts[place] - 1)

    def runs_until(self, lap: Lap) -> int:
        """Up to when frames of `lap` are shown: to its end, or to that of the transition it ends in."""
        place = bisect_right(self._starts, lap.starts_ns)
        if place < len(self._cues) and lap.ends_ns == self._starts[place]:
            return lap.ends_ns + self._overlap_ns(place)
        return lap.ends_ns

    def _overlap_ns(self, place: int) -> int:
        """How long the cue at `place` and the one before it are shown together: at most half of either."""
        cue, before = self._cues[place], self._cues[place - 1]
        if before.ends_ms != cue.starts_ms:
            return 0
        shorter_ms = min(cue.ends_ms - cue.starts_ms, before.ends_ms - before.starts_ms)
        return min(cue.transition.duration_ms, shorter_ms // 2) * MS

    def following(self, utc_ns: int, until_ns: int) -> Iterator[Lap]:
        """The laps that begin after `utc_ns` and before `until_ns`, in order."""
        at = utc_ns
        while True:
            lap = self.at(at)
            upcoming = lap.ends_ns if lap else self._next_start(at)
            if upcoming is None or upcoming >= until_ns:
                return
            if following := self.at(upcoming):
                yield following
            at = upcoming

    def _next_start(self, utc_ns: int) -> int | None:
        place = bisect_right(self._starts, utc_ns)
        return self._starts[place] if place < len(self._starts) else None


def lap_of(cue: StageCue, utc_ns: int) -> Lap:
    """The lap of `cue` that is due at `utc_ns`, which lies inside the cue."""
    starts, ends, offset = cue.starts_ms * MS, cue.ends_ms * MS, cue.offset_ms * MS
    length = cue.duration_ms * MS
    if cue.kind is not CueKind.VIDEO or not cue.loops or not length:
        return Lap(cue, 0, starts, ends, offset)
    number = (utc_ns - starts + offset) // length
    lap_starts = starts - offset + number * length
    lap_ends = min(lap_starts + length, ends)
    return Lap(cue, number, max(lap_starts, starts), lap_ends, max(0, starts - lap_starts))
