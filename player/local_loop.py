"""Plays local files in a loop on the stage, without hub, programme or signature: for trying out a wall."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from pathlib import Path

import av

from player.heap import Heap
from player.stage import port
from player.stage.phone_pictures import is_phone_picture
from schedules.clock import Clock

WINDOW_MS = 60_000
LEAST_CUES = 4
START_DELAY_MS = 600
LEFT_OUT_MS = 600_000
STREAM_LEFT_OUT_MS = 30_000
POLL_SECONDS = 0.1
READY_SECONDS = 30.0
_LEAST_VIDEO_MS = 200
_MOST_MISSING_MS = 1000
_ANIMATIONS = ("gif", "apng")
_WITHOUT_INDEX = ("mpegts", "mpeg", "h264", "hevc", "mpegvideo", "m4v", "obu")


class UnusableFile(Exception):
    """A file that cannot be played; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class LoopItem:
    """A file to play, for `shown_ms`. A picture has neither rate nor length of its own.

    A live stream is played from `url`, and `path` is its poster, which no other item has.
    """

    path: str
    kind: port.CueKind
    shown_ms: int
    frame_rate: float = 0.0
    duration_ms: int = 0
    sound: bool = False
    url: str = ""
    patience_ms: int = 5000
    transition: port.CueTransition = port.CUT
    motion: port.Motion = port.Motion.NONE

    @property
    def is_picture(self) -> bool:
        return self.kind is port.CueKind.PICTURE


def probe_item(path: Path, picture_ms: int) -> LoopItem:
    """Look into the file `path`: what it is and how long. Raises UnusableFile."""
    if path.is_dir():
        raise UnusableFile(f"{path}: is a folder; name the files in it")
    if not path.is_file():
        raise UnusableFile(f"{path}: there is no such file")
    try:
        if is_phone_picture(path):
            return LoopItem(str(path.resolve()), port.CueKind.PICTURE, picture_ms)
        with av.open(str(path)) as container:
            if not container.streams.video:
                raise UnusableFile(f"{path}: has no picture; give a video or a picture")
            name = container.format.name
            if name.endswith("_pipe") or name == "image2":
                next(container.decode(video=0))
                return LoopItem(str(path.resolve()), port.CueKind.PICTURE, picture_ms)
            if name in _ANIMATIONS:
                raise UnusableFile(f"{path}: is an animation; import it at the desk, or save it as .mp4 and give that")
            if name in _WITHOUT_INDEX:
                raise UnusableFile(f"{path}: is a stream without an index; copy it into an .mp4 file and give that")
            return _video_item(path, container, container.streams.video[0])
    except (av.error.FFmpegError, StopIteration, ValueError, OSError) as error:
        raise UnusableFile(f"{path}: is no video or picture that can be read ({error})") from error


def _video_item(path: Path, container: av.container.InputContainer, stream: av.VideoStream) -> LoopItem:
    rate = stream.average_rate or Fraction(0)
    next(container.decode(stream))
    there_ms = _reaches_ms(container, stream)
    length_ms = round(stream.frames * 1000 / rate) if stream.frames and rate else there_ms
    if there_ms < length_ms - _MOST_MISSING_MS:
        raise UnusableFile(f"{path}: is cut off after {there_ms} of its {length_ms} ms; fetch or export it again")
    if length_ms < _LEAST_VIDEO_MS:
        raise UnusableFile(f"{path}: lasts {length_ms} ms; give a video of at least {_LEAST_VIDEO_MS} ms")
    steady = float(rate) if rate and stream.guessed_rate in (None, rate) and rate <= 240 else 0.0
    sound = bool(container.streams.audio)
    return LoopItem(str(path.resolve()), port.CueKind.VIDEO, length_ms, steady, length_ms, sound)


def _reaches_ms(container: av.container.InputContainer, stream: av.VideoStream) -> int:
    """Up to where there are pictures in the file, whatever its header says; read from near its end."""
    base = stream.time_base or Fraction(1, 1000)
    container.seek(max(0, (container.duration or 0) - 1), backward=True)
    first = stream.start_time or 0
    ends = [packet.pts + (packet.duration or 0) for packet in container.demux(stream) if packet.pts is not None]
    return round((max(ends) - first) * base * 1000) if ends else 0


class LocalLoop:
    """The endless timeline of `items`, one after another, from `epoch_ms` on."""

    def __init__(self, items: Sequence[LoopItem], epoch_ms: int) -> None:
        self._items = tuple(items)
        self._tokens = count()
        self._place = 0
        self._next_ms = epoch_ms
        self._cues: list[port.StageCue] = []
        self._left_out: dict[str, int] = {}
        self._changed = True

    def timeline(self, now_ms: int) -> port.Timeline | None:
        """The next minute, where the last one given out is half over or was changed; None where it still serves."""
        self._left_out = {path: until for path, until in self._left_out.items() if until > now_ms}
        self._cues = [cue for cue in self._cues if cue.ends_ms > now_ms]
        self._next_ms = max(self._next_ms, now_ms)
        if not self._changed and len(self._cues) >= LEAST_CUES and self._next_ms - now_ms > WINDOW_MS // 2:
            return None
        while len(self._cues) < LEAST_CUES or self._next_ms - now_ms < WINDOW_MS:
            if not self._append():
                break
        changed, self._changed = self._changed, False
        return port.Timeline(tuple(self._cues)) if changed else None

    def leave_out(self, token: str, now_ms: int) -> None:
        """The stage cannot show this cue's file: for ten minutes play the others, from that cue on.

        A stream is tried again after half a minute, and stays where there is nothing else. One that is due already, or
        too soon for another to be ready, holds the picture before it a moment longer.
        """
        bad = next((cue for cue in self._cues if cue.token == token), None)
        if bad is None or bad.path in self._left_out or (bad.url and not self._has_others(bad.path)):
            return
        self._left_out[bad.path] = now_ms + (STREAM_LEFT_OUT_MS if bad.url else LEFT_OUT_MS)
        cut = next(number for number, cue in enumerate(self._cues) if cue.path == bad.path)
        first = self._cues[cut]
        self._place = next(place for place, item in enumerate(self._items) if item.path == bad.path)
        self._next_ms = min(first.ends_ms, max(first.starts_ms, now_ms + START_DELAY_MS))
        held = [replace(first, ends_ms=self._next_ms)] if self._next_ms > first.starts_ms else []
        self._cues[cut:] = held
        self._changed = True

    def _has_others(self, path: str) -> bool:
        return any(item.path != path and item.path not in self._left_out for item in self._items)

    def _append(self) -> bool:
        """One item more; False where none is good."""
        places = ((self._place + step) % len(self._items) for step in range(len(self._items)))
        place = next((place for place in places if self._items[place].path not in self._left_out), None)
        if place is None:
            return False
        item = self._items[place]
        self._changed = True
        self._place = place + 1
        ends_ms = self._next_ms + item.shown_ms
        self._cues.append(
            port.StageCue(
                token=f"loop-{next(self._tokens)}",
                kind=item.kind,
                starts_ms=self._next_ms,
                ends_ms=ends_ms,
                path=item.path,
                frame_rate=item.frame_rate,
                transition=item.transition,
                motion=item.motion,
                duration_ms=item.duration_ms,
                sound=item.sound,
                url=item.url,
                patience_ms=item.patience_ms,
            )
        )
        self._next_ms = ends_ms
        return True


def run_loop(
    stage: port.Stage,
    items: Sequence[LoopItem],
    clock: Clock,
    seconds: float | None,
    on_report: Callable[[port.Report], None],
) -> None:
    """Play `items` on `stage`, which has been arranged, for `seconds` from when it is ready (None: until interrupted).

    Raises StageClosed where the stage ends before that, or is not ready within half a minute.
    """
    heap = Heap()
    loop: LocalLoop | None = None
    began = clock.monotonic()
    while seconds is None or loop is None or clock.monotonic() - began < seconds:
        for report in stage.reports():
            if isinstance(report, port.Ready) and loop is None:
                began = clock.monotonic()
                loop = LocalLoop(items, _unix_ms(clock) + START_DELAY_MS)
            if isinstance(report, port.Fault) and report.kind in port.MEDIUM_FAULTS and loop is not None:
                loop.leave_out(report.token, _unix_ms(clock))
            on_report(report)
        if loop is None:
            require_ready_by(began + READY_SECONDS, clock)
        elif (timeline := loop.timeline(_unix_ms(clock))) is not None:
            stage.send(timeline)
        heap.tidy()
        time.sleep(POLL_SECONDS)


def require_ready_by(monotonic_s: float, clock: Clock) -> None:
    """A stage that is not ready yet may still become so. Raises StageClosed after that instant."""
    if clock.monotonic() > monotonic_s:
        raise port.StageClosed(f"the stage is not ready after {READY_SECONDS:.0f} s; look whether its X server answers")


def tell(report: port.Report) -> None:
    """Write a fault to the standard error output; other reports are not for people."""
    if isinstance(report, port.Fault):
        sys.stderr.write(f"displayctl-player: {report.kind}: {report.detail}\n")


def _unix_ms(clock: Clock) -> int:
    return round(clock.now().timestamp() * 1000)
