"""Decides, for each refresh, which picture of the programme is on the wall, and counts what was.

Holds the last good picture through every gap; only where nothing good was ever shown, or nothing is scheduled, is it
the slate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from player.decoder.frames import Ring
from player.stage.entry import position
from player.stage.live_pictures import LivePictures
from player.stage.lookahead import Lookahead
from player.stage.pictures import Loaded, Pictures
from player.stage.port import CueKind, Fault, Presented, Timeline
from player.stage.reel import Lap, Reel
from player.stage.tally import Tally
from player.stage.wall_clock import WallClock

PICTURES_AHEAD_NS = 6_000_000_000
_MOST_PICTURES = 6
_TEND_NS = 100_000_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to paint: `image` None is the slate. `key` differs where the pixels do; `token` names its cue."""

    key: tuple[object, ...]
    image: QImage | None
    token: str = ""


SLATE = Shot(("slate",), None)


class Compositor:
    """Turns a refresh's instant into a `Shot`. Instants are monotonic nanoseconds on a grid of `period_ns`."""

    def __init__(
        self,
        lookahead: Lookahead,
        pictures: Pictures,
        live: LivePictures,
        clock: WallClock,
        *,
        period_ns: int,
        on_report: Callable[[Presented | Fault], None],
    ) -> None:
        self.underruns = 0
        self.shot = SLATE
        self.tally: Tally | None = None
        self._lookahead = lookahead
        self._pictures = pictures
        self._live = live
        self._clock = clock
        self._period_ns = period_ns
        self._on_report = on_report
        self._reel = Reel(Timeline())
        self._lap: Lap | None = None
        self._lap_starts_ns = 0
        self._tended_ns = 0
        self._blamed: set[str] = set()
        self._images = [[_wrap(deck.ring, slot) for slot in range(deck.ring.format.slots)] for deck in lookahead.decks]

    def load(self, timeline: Timeline) -> None:
        """Take over `timeline`; what is on screen stays if it is in there too."""
        self._reel = Reel(timeline)
        self._blamed &= {cue.token for cue in timeline.cues}
        self._tended_ns = 0

    def compose(self, tick_ns: int, *, hidden: bool) -> Shot:
        """The shot for the refresh at `tick_ns`; `hidden` where something else covers all of it."""
        self._clock.tick()
        lap = self._lap_at(tick_ns)
        self._tend_pictures(tick_ns)
        self._lookahead.tick(tick_ns, self._reel)
        self._live.streams.tick(tick_ns, self._reel)
        shot, index, late = self._shoot(lap, tick_ns)
        self._count(shot, lap, tick_ns, index, late=late, hidden=hidden)
        self.shot = shot
        return shot

    def retune(self, period_ns: int) -> None:
        """The output has another refresh from now on."""
        self._period_ns = period_ns

    def finish(self, tick_ns: int) -> None:
        """Close the count of what is on screen, as if the screen went off at `tick_ns`."""
        if self.tally is not None:
            self._on_report(self.tally.finish(self._clock.utc_ns(tick_ns)))
            self.tally = None

    def _lap_at(self, tick_ns: int) -> Lap | None:
        """The lap whose start, put on the nearest refresh, has come."""
        nearest_ns = tick_ns + self._period_ns // 2
        lap = self._reel.at(self._clock.utc_ns(nearest_ns))
        if (lap and lap.name) != (self._lap and self._lap.name) and self._clock.step():
            lap = self._reel.at(self._clock.utc_ns(nearest_ns))
        if lap is not None:
            self._settle(lap, tick_ns)
        self._lap = lap
        return lap

    def _settle(self, lap: Lap, tick_ns: int) -> None:
        """Put the lap's start half a refresh before a refresh, so that no frame's border falls close to one."""
        starts_ns = self._clock.monotonic_ns(lap.starts_ns)
        same = self._lap is not None and self._lap.name == lap.name
        if same and abs(self._lap_starts_ns + self._period_ns // 2 - starts_ns) <= self._period_ns:
            return
        refreshes = round((starts_ns - tick_ns) / self._period_ns)
        self._lap_starts_ns = tick_ns + refreshes * self._period_ns - self._period_ns // 2

    def _shoot(self, lap: Lap | None, tick_ns: int) -> tuple[Shot, int, bool]:
        """Shot, frame index, and whether a later frame was due."""
        if lap is None or lap.cue.kind is CueKind.SLATE:
            return SLATE, 0, False
        if lap.cue.kind is CueKind.PICTURE:
            return self._still(lap), 0, False
        if lap.cue.kind is CueKind.STREAM:
            return self._stream(lap, tick_ns)
        return self._frame(lap, tick_ns)

    def _stream(self, lap: Lap, tick_ns: int) -> tuple[Shot, int, bool]:
        """The stream's newest picture, or its poster where there is none."""
        picture = self._live.find(lap, tick_ns)
        if picture is None:
            return self._still(lap), self._live.streams.shown(lap), False
        return Shot(picture.key, picture.image, lap.cue.token), picture.number, False

    def _still(self, lap: Lap) -> Shot:
        loaded = self._pictures.get(lap.cue.path)
        if loaded is None or loaded.image is None:
            self.underruns += 1
            return self.shot
        return Shot(("picture", lap.cue.path), loaded.image, lap.cue.token)

    def _frame(self, lap: Lap, tick_ns: int) -> tuple[Shot, int, bool]:
        wanted = position(lap, tick_ns - self._lap_starts_ns)
        found = self._lookahead.find(lap, wanted)
        if found is None:
            self.underruns += 1
            return self.shot, -1, True
        late = lap.cue.frame_rate > 0 and found.index < wanted
        if late:
            self.underruns += 1
            self._lookahead.starve(lap, tick_ns)
        else:
            self._lookahead.fed()
        for number, deck in enumerate(self._lookahead.decks):
            deck.ring.show(found.slot if number == found.deck else None)
        key = ("frame", found.deck, found.slot, lap.name, found.index)
        return Shot(key, self._images[found.deck][found.slot], lap.cue.token), found.index, late

    def _count(self, shot: Shot, lap: Lap | None, tick_ns: int, index: int, *, late: bool, hidden: bool) -> None:
        utc_ns = self._clock.utc_ns(tick_ns)
        if shot.token != (self.tally.token if self.tally else ""):
            self.finish(tick_ns)
            if lap is not None and shot.token == lap.cue.token:
                self.tally = Tally(shot.token, lap.cue.starts_ms * 1_000_000, utc_ns)
        if self.tally is not None and lap is not None and index >= 0 and shot.token == lap.cue.token:
            self.tally.paint(utc_ns, lap.name, index, late=late, hidden=hidden)

    def _tend_pictures(self, tick_ns: int) -> None:
        """Have the stills of the next seconds loaded, and name those that cannot be; ten times a second is enough."""
        if tick_ns - self._tended_ns < _TEND_NS:
            return
        self._tended_ns = tick_ns
        utc_ns = self._clock.utc_ns(tick_ns)
        laps = [self._lap] if self._lap else []
        for lap in self._reel.following(utc_ns, utc_ns + PICTURES_AHEAD_NS):
            laps.append(lap)
            if len(laps) > _MOST_PICTURES:
                break
        stills = [lap for lap in laps if lap.cue.kind in (CueKind.PICTURE, CueKind.STREAM)]
        self._pictures.want(dict.fromkeys(lap.cue.path for lap in stills))
        for lap in stills:
            if lap.cue.kind is CueKind.STREAM:
                continue  # a stream goes on without its poster
            if loaded := self._pictures.get(lap.cue.path):
                self._blame(lap, loaded)

    def _blame(self, lap: Lap, loaded: Loaded) -> None:
        if loaded.image is None and lap.cue.token not in self._blamed:
            self._blamed.add(lap.cue.token)
            self._on_report(Fault(loaded.fault, lap.cue.token, loaded.reason))


def _wrap(ring: Ring, slot: int) -> QImage:
    """An image over a slot of shared memory, without copying."""
    frames = ring.format
    pixels = ring.pixels(slot)
    return QImage(pixels, frames.width_px, frames.height_px, frames.pitch_bytes, QImage.Format.Format_RGB32)
