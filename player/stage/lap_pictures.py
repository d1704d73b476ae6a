"""Finds the picture of a lap that is due at a refresh: a deck's frame, a still, a live stream's newest, the slate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from player.decoder.frames import Ring
from player.stage.cues import CueKind, Motion
from player.stage.entry import position
from player.stage.live_pictures import LivePictures
from player.stage.lookahead import Lookahead
from player.stage.motion import part_at, step_of
from player.stage.pictures import Loaded, Pictures
from player.stage.reel import Lap, Reel
from player.stage.shots import Shot

MS = 1_000_000
_STILLS = (CueKind.PICTURE, CueKind.STREAM)


@dataclass(slots=True)
class Run:
    """A lap on its way over the screen. `starts_ns` is its start in monotonic time, put between two refreshes."""

    lap: Lap
    starts_ns: int


@dataclass(frozen=True, slots=True)
class Picked:
    """The picture of a lap, its frame's index (-1 where that is not to be counted), and whether a later one was due."""

    shot: Shot
    index: int = 0
    late: bool = False


class LapPictures:
    """For one part of the wall, `size` large. Where nothing is scheduled there, or the slate, `idle` is shown."""

    def __init__(self, lookahead: Lookahead, pictures: Pictures, live: LivePictures, size: QSize, idle: Shot) -> None:
        self.lookahead, self.pictures, self.live, self.idle = lookahead, pictures, live, idle
        self._size = size
        self._images: list[list[QImage]] = []
        self.equip(lookahead)

    def equip(self, lookahead: Lookahead) -> None:
        """Take frames from these decks from now on."""
        self.lookahead = lookahead
        self._images = [[_wrap(deck.ring, slot) for slot in range(deck.ring.format.slots)] for deck in lookahead.decks]

    def tick(self, tick_ns: int, reel: Reel) -> None:
        """Have decks and streams ready for what `reel` shows next."""
        self.lookahead.tick(tick_ns, reel)
        self.live.streams.tick(tick_ns, reel)

    def want(self, laps: Iterable[Lap]) -> Iterator[tuple[Lap, Loaded]]:
        """Have the stills of `laps` loaded, and no others; what became of those that a lap cannot do without."""
        stills = [lap for lap in laps if lap.cue.kind in _STILLS]
        self.pictures.want(dict.fromkeys(lap.cue.path for lap in stills))
        for lap in stills:
            loaded = self.pictures.get(lap.cue.path)
            if loaded is not None and lap.cue.kind is CueKind.PICTURE:
                yield lap, loaded

    def find(self, run: Run | None, tick_ns: int) -> Picked | None:
        """The picture of `run` due at `tick_ns`; None where it is not there."""
        if run is None or run.lap.cue.kind is CueKind.SLATE:
            return Picked(self.idle)
        if run.lap.cue.kind is CueKind.VIDEO:
            return self._frame(run, tick_ns)
        if run.lap.cue.kind is CueKind.STREAM:
            return self._stream(run, tick_ns)
        return self._still(run, tick_ns)

    def protect(self, shot: Shot) -> None:
        """Keep the pixels of `shot` from being written over, and no others."""
        slots = dict(shot.slots)
        for number, deck in enumerate(self.lookahead.decks):
            deck.ring.show(slots.get(number))

    @property
    def at_rest(self) -> bool:
        """Whether no deck is at work."""
        return all(deck.engaged is None for deck in self.lookahead.decks)

    def close(self) -> None:
        self.lookahead.close()
        self.live.streams.close()
        self.pictures.close()

    def _frame(self, run: Run, tick_ns: int) -> Picked | None:
        lap = run.lap
        wanted = position(lap, tick_ns - run.starts_ns)
        found = self.lookahead.find(lap, wanted)
        if found is None:
            return None
        key = ("frame", found.deck, found.slot, lap.name, found.index)
        shot = Shot(key, self._images[found.deck][found.slot], lap.cue.token, ((found.deck, found.slot),))
        return Picked(shot, found.index, late=lap.cue.frame_rate > 0 and found.index < wanted)

    def _stream(self, run: Run, tick_ns: int) -> Picked | None:
        """The stream's newest picture, or its poster where there is none."""
        picture = self.live.find(run.lap, tick_ns)
        if picture is not None:
            return Picked(Shot(picture.key, picture.image, run.lap.cue.token), picture.number)
        poster = self._still(run, tick_ns)
        return Picked(poster.shot, self.live.streams.shown(run.lap)) if poster else None

    def _still(self, run: Run, tick_ns: int) -> Picked | None:
        cue = run.lap.cue
        loaded = self.pictures.get(cue.path)
        if loaded is None or loaded.image is None:
            return None
        if cue.motion is Motion.NONE:
            return Picked(Shot(("picture", cue.path), loaded.image, cue.token))
        step = step_of(self._size, (tick_ns - run.starts_ns) / ((cue.ends_ms - cue.starts_ms) * MS))
        part = part_at(cue.motion, loaded.image.size(), step)
        return Picked(Shot(("picture", cue.path, cue.motion, step), loaded.image, cue.token, part=part))


def _wrap(ring: Ring, slot: int) -> QImage:
    """An image over a slot of shared memory, without copying."""
    frames = ring.format
    pixels = ring.pixels(slot)
    return QImage(pixels, frames.width_px, frames.height_px, frames.pitch_bytes, QImage.Format.Format_RGB32)
