"""Decides, for each refresh, which picture of one loop is on the wall, and counts what was.

Holds the last good picture through every gap; only where nothing good was ever shown, or nothing is scheduled, it shows
what its place shows when idle: the slate for the main picture, nothing for any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from player.stage.cues import CueKind, Motion, TransitionKind
from player.stage.entry import position
from player.stage.lap_pictures import LapPictures, Picked, Run
from player.stage.port import Fault, FaultKind, Presented, Timeline
from player.stage.reel import Lap, Reel
from player.stage.shots import Change, Shot, changing
from player.stage.tally import Tally
from player.stage.wall_clock import WallClock

PICTURES_AHEAD_NS = 6_000_000_000
_AHEAD_NS = {CueKind.VIDEO: 2_300_000_000, CueKind.STREAM: 5_300_000_000}
_MOST_PICTURES = 6
_TEND_NS = 100_000_000
_NEVER_NS = 1 << 62


@dataclass(slots=True)
class Leaving:
    """What the shot on screen takes the place of: its run, as long as that has frames, and its newest picture."""

    run: Run | None
    shot: Shot
    kind: TransitionKind
    starts_ns: int
    length_ns: int


class Compositor:
    """Turns a refresh's instant into a `Shot`. Instants are monotonic nanoseconds on a grid of `period_ns`."""

    def __init__(
        self,
        sources: LapPictures,
        clock: WallClock,
        *,
        period_ns: int,
        on_report: Callable[[Presented | Fault], None],
        held: Shot | None = None,
    ) -> None:
        self.underruns = 0
        self.shot = held or sources.idle
        self.tally: Tally | None = None
        self._sources = sources
        self._clock = clock
        self._period_ns = period_ns
        self._on_report = on_report
        self._reel = Reel(Timeline())
        self._cues: Timeline = Timeline()
        self._run: Run | None = None
        self._leaving: Leaving | None = None
        self._tended_ns = 0
        self._busy_ns = 0
        self._is_late = False
        self._blamed: set[str] = set()

    def load(self, timeline: Timeline) -> None:
        """Take over `timeline`; what is on screen stays if it is in there too."""
        self._blamed &= {cue.token for cue in timeline.cues}
        self._reel = Reel(self._with_leaving(timeline))
        self._tended_ns = 0

    def compose(self, tick_ns: int, *, hidden: bool) -> Shot:
        """The shot for the refresh at `tick_ns`; `hidden` where something else covers all of it."""
        self._advance(tick_ns)
        self._tend(tick_ns)
        self._sources.tick(tick_ns, self._reel)
        picked = self._sources.find(self._run, tick_ns)
        self._judge(picked, tick_ns)
        shot = self._shoot(picked, tick_ns)
        self._sources.protect(shot)
        self._count(shot, picked, tick_ns, hidden=hidden)
        self.shot = shot
        return shot

    def quiet_until(self, tick_ns: int) -> int:
        """Up to which instant the shot stays as it is, and nothing has to be made ready; `tick_ns` where it moves."""
        run = self._run
        if self._leaving is not None or (run is not None and self.shot.token != run.lap.cue.token):
            return tick_ns
        if run is not None and run.lap.cue.kind is CueKind.VIDEO:
            return self._next_frame_ns(run, tick_ns)
        moves = run is not None and (run.lap.cue.kind is CueKind.STREAM or run.lap.cue.motion is not Motion.NONE)
        return tick_ns if moves or not self._sources.at_rest else self._busy_ns

    def _next_frame_ns(self, run: Run, tick_ns: int) -> int:
        """When the next frame of a clip is due, if the one that is due is there and its rate is known."""
        cue = run.lap.cue
        if self._is_late or not cue.frame_rate:
            return tick_ns
        frame = position(run.lap, tick_ns - run.starts_ns) + 1
        due_ns = run.starts_ns - run.lap.media_ns + int(frame * 1e9 / cue.frame_rate)
        return max(tick_ns, min(due_ns, self._clock.monotonic_ns(run.lap.ends_ns) - self._period_ns))

    def retune(self, period_ns: int) -> None:
        """The output has another refresh from now on."""
        self._period_ns = period_ns

    def finish(self, tick_ns: int) -> None:
        """Close the count of what is on screen, as if the screen went off at `tick_ns`."""
        if self.tally is not None:
            self._on_report(self.tally.finish(self._clock.utc_ns(tick_ns)))
            self.tally = None

    def _with_leaving(self, timeline: Timeline) -> Timeline:
        """`timeline` with the cue before it that is still giving way, where it leaves that out as over."""
        leaving = self._leaving.run if self._leaving else None
        if leaving is None or not timeline.cues or timeline.cues[0].starts_ms != leaving.lap.cue.ends_ms:
            return timeline
        return Timeline((leaving.lap.cue, *timeline.cues[:1999]), timeline.region)

    def _advance(self, tick_ns: int) -> None:
        """Go on to the lap whose start, put on the nearest refresh, has come."""
        lap = self._due(tick_ns)
        former = self._run
        if lap is None:
            self._run = None
        elif former is not None and former.lap.name == lap.name:
            former.lap = lap
            self._settle(former)
        else:
            self._run = Run(lap, self._on_grid(self._clock.monotonic_ns(lap.starts_ns), tick_ns))
            self._take_leave(former, lap, tick_ns)

    def _due(self, tick_ns: int) -> Lap | None:
        """What is due now. The clock may jump between two laps, and where none stands: as after a start in 1970."""
        nearest_ns = tick_ns + self._period_ns // 2
        lap = self._reel.at(self._clock.utc_ns(nearest_ns))
        goes_on = lap is not None and self._run is not None and lap.name == self._run.lap.name
        if not goes_on and self._clock.step():
            lap = self._reel.at(self._clock.utc_ns(nearest_ns))
        return lap

    def _settle(self, run: Run) -> None:
        """Follow the clock where it has moved away from the run's start by more than a refresh."""
        starts_ns = self._clock.monotonic_ns(run.lap.starts_ns)
        if abs(run.starts_ns + self._period_ns // 2 - starts_ns) > self._period_ns:
            run.starts_ns = self._on_grid(starts_ns, run.starts_ns + self._period_ns // 2)

    def _on_grid(self, starts_ns: int, tick_ns: int) -> int:
        """The start, half a refresh before a refresh, so that no frame's border falls close to one."""
        refreshes = round((starts_ns - tick_ns) / self._period_ns)
        return tick_ns + refreshes * self._period_ns - self._period_ns // 2

    def _take_leave(self, former: Run | None, lap: Lap, tick_ns: int) -> None:
        """Begin the transition into `lap`, if it has one that is not over."""
        if former is None or former.lap.cue.token == lap.cue.token:
            return
        before = self._reel.leaving(self._clock.utc_ns(tick_ns + self._period_ns // 2))
        if before is None or self._run is None:
            self._leaving = None
            return
        runs_on = former if former.lap.name == before.name else None
        length_ns = self._reel.runs_until(before) - before.ends_ns
        kind = lap.cue.transition.kind
        self._leaving = Leaving(runs_on, self.shot.alone, kind, self._run.starts_ns, length_ns)

    def _shoot(self, picked: Picked | None, tick_ns: int) -> Shot:
        leaving = self._leaving
        if leaving is not None and tick_ns - leaving.starts_ns >= leaving.length_ns:
            leaving = self._leaving = None
        if leaving is None:
            return picked.shot if picked else self.shot
        self._follow(leaving, picked, tick_ns)
        if picked is None:
            return leaving.shot
        progress = max(0.0, (tick_ns - leaving.starts_ns) / leaving.length_ns)
        return changing(picked.shot, Change(leaving.kind, progress, leaving.shot))

    def _follow(self, leaving: Leaving, picked: Picked | None, tick_ns: int) -> None:
        """Bring the picture that gives way up to date. Where both come from one deck it stands still, as a copy: only
        one slot of a ring is kept from being written over."""
        newer = self._sources.find(leaving.run, tick_ns) if leaving.run else None
        taken = {deck for deck, _ in picked.shot.slots} if picked else set()
        if newer is not None and not taken & {deck for deck, _ in newer.shot.slots}:
            leaving.shot = newer.shot
        elif taken & {deck for deck, _ in leaving.shot.slots}:
            leaving.shot, leaving.run = leaving.shot.detached(), None

    def _judge(self, picked: Picked | None, tick_ns: int) -> None:
        """Count a refresh at which the due frame was not there."""
        self._is_late = picked is None or picked.late
        self.underruns += self._is_late
        if self._run is None or self._run.lap.cue.kind is not CueKind.VIDEO or picked is None:
            return
        if picked.late:
            self._sources.lookahead.starve(self._run.lap, tick_ns)
        else:
            self._sources.lookahead.fed()

    def _count(self, shot: Shot, picked: Picked | None, tick_ns: int, *, hidden: bool) -> None:
        utc_ns = self._clock.utc_ns(tick_ns)
        lap = self._run.lap if self._run else None
        if shot.token != (self.tally.token if self.tally else ""):
            self.finish(tick_ns)
            if lap is not None and shot.token == lap.cue.token:
                self.tally = Tally(shot.token, lap.cue.starts_ms * 1_000_000, utc_ns)
        if self.tally is None or lap is None or picked is None or shot.token != lap.cue.token:
            return
        if picked.index >= 0:
            self.tally.paint(utc_ns, lap.name, picked.index, late=picked.late, hidden=hidden)

    def _tend(self, tick_ns: int) -> None:
        """Have the stills of the next seconds loaded, and name what cannot be shown; ten times a second is enough."""
        if tick_ns - self._tended_ns < _TEND_NS:
            return
        self._tended_ns = tick_ns
        laps = self._laps_ahead(tick_ns)
        coming = [lap for lap in laps if self._run is None or lap.name != self._run.lap.name]
        self._busy_ns = min((self._busy_from(lap) for lap in coming), default=_NEVER_NS)
        shown = [self._leaving.run.lap] if self._leaving and self._leaving.run else []
        for lap, loaded in self._sources.want([*shown, *laps]):
            if loaded.reason:
                self._blame(lap, loaded.fault, loaded.reason)
        if not self._sources.lookahead.decks:
            for lap in laps:
                if lap.is_video:
                    self._blame(lap, FaultKind.MEDIUM_BROKEN, "no moving pictures can be shown here; use a picture")

    def _laps_ahead(self, tick_ns: int) -> list[Lap]:
        utc_ns = self._clock.utc_ns(tick_ns)
        laps = [self._run.lap] if self._run else []
        for lap in self._reel.following(utc_ns, utc_ns + PICTURES_AHEAD_NS):
            laps.append(lap)
            if len(laps) > _MOST_PICTURES:
                break
        return laps

    def _busy_from(self, lap: Lap) -> int:
        """The monotonic instant from which on `lap` has to be made ready, or shown."""
        return self._clock.monotonic_ns(lap.starts_ns) - _AHEAD_NS.get(lap.cue.kind, 0)

    def _blame(self, lap: Lap, kind: FaultKind, reason: str) -> None:
        if lap.cue.token not in self._blamed:
            self._blamed.add(lap.cue.token)
            self._on_report(Fault(kind, lap.cue.token, reason))
