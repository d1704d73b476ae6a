"""Plays a playlist at the desk: the same compiler and director as on a wall say what, PyAV decodes it, silently."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import av
from PySide6.QtGui import QImage

from displayctl.api.models import MediumInfo
from schedules.compilation import Compilation
from schedules.compiler import compile_programme
from schedules.daypart import Hours
from schedules.director import Cue, cue_at
from schedules.display import Display
from schedules.playlist import Asset, AssetKind, Medium, Playlist, Rendition
from schedules.programme import Programme
from schedules.recurrence import Recurrence
from schedules.slot import Slot
from schedules.span import Span
from schedules.stream import LiveStream

FRAMES_AHEAD = 8
MOST_KEPT_BYTES = 256 << 20
WIDEST_FRAME_PX = 640
LONGEST_REEL = timedelta(hours=20)
LIVE = LiveStream("rtsp://127.0.0.1")
"""Stands for any live stream: its address stays at the hub, and a preview shows its poster."""


def medium_of(info: MediumInfo) -> Medium:
    """The library's medium as a programme has it."""
    renditions = tuple(
        Rendition(
            rendition.format,
            Asset(
                sha256=rendition.sha256,
                size_bytes=max(1, rendition.size_bytes),
                kind=AssetKind.PICTURE if rendition.duration_ms is None else AssetKind.VIDEO,
                duration=None if rendition.duration_ms is None else timedelta(milliseconds=rendition.duration_ms),
                has_sound=rendition.has_sound,
            ),
        )
        for rendition in info.renditions
    )
    return Medium(info.id, info.title, renditions, LIVE if info.stream is not None else None)


@dataclass(frozen=True, slots=True)
class Reel:
    """A playlist compiled as if its slot began at `starts`; positions count from there."""

    compilation: Compilation
    starts: datetime

    def cue_at(self, position: timedelta) -> Cue:
        """The cue at a position; it wraps around after `LONGEST_REEL`."""
        return cue_at(self.compilation, self.starts + position % LONGEST_REEL)

    @property
    def cycle(self) -> timedelta:
        """How long one round takes; zero for a playlist with nothing to play."""
        items = self.compilation.segments[0].items
        return items[-1].offset + items[-1].duration if items else timedelta(0)


def make_reel(playlist: Playlist, media: Iterable[MediumInfo], display: Display, now: datetime) -> Reel:
    """Compile `playlist` alone for a wall, with what is valid from `now` on."""
    starts = now.replace(microsecond=0)
    civil = starts.astimezone(ZoneInfo(display.time_zone))
    begins = time(civil.hour, civil.minute, civil.second)
    wanted = {entry.medium_id for entry in playlist.entries}
    known = tuple(medium_of(info) for info in media if info.id in wanted)
    names = {medium.id for medium in known}
    whole = Playlist(
        playlist.id,
        playlist.name,
        tuple(entry for entry in playlist.entries if entry.medium_id in names),
        playlist.arrangement,
        playlist.transition,
    )
    slot = Slot(
        id="preview",
        name="preview",
        playlist_id=playlist.id,
        display_ids=(display.id,),
        recurrence=Recurrence(first=civil.date()),
        created_at=starts,
        hours=Hours(begins, begins),
    )
    programme = Programme(
        group=display.groups[0],
        revision=0,
        made_at=starts,
        valid_until=starts + timedelta(days=2),
        displays=(_main_picture(display),),
        media=known,
        playlists=(whole,),
        slots=(slot,),
    )
    return Reel(compile_programme(programme, display.id, Span(starts, starts + LONGEST_REEL)), starts)


def _main_picture(display: Display) -> Display:
    """The wall without what lies around its main picture, which names parts that a reel does not have."""
    regions = tuple(region for region in display.canvas.regions if region.is_main)
    return replace(display, canvas=replace(display.canvas, regions=regions), logo=None, sound_region="")


class AssetMemory:
    """Bytes of renditions, fetched once and kept while there is room. May be asked from several threads."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        self._fetch = fetch
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def bytes_of(self, sha256: str) -> bytes:
        """The asset's bytes; raises HubError."""
        with self._lock:
            if sha256 in self._kept:
                self._kept.move_to_end(sha256)
                return self._kept[sha256]
        data = self._fetch(sha256)
        with self._lock:
            self._kept[sha256] = data
            while sum(map(len, self._kept.values())) > MOST_KEPT_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        return data


class FrameFeed:
    """Decodes one asset at a time in a thread of its own, a few frames ahead of the clock.

    `want` names what to show; `frame_at` gives the newest frame due. A file that cannot be decoded gives no frames.
    """

    def __init__(self, assets: AssetMemory) -> None:
        self._assets = assets
        self._wanted: tuple[Asset, float] | None = None
        self._turn = 0
        self._frames: deque[tuple[float, QImage]] = deque()
        self._change = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="preview-frames", daemon=True)
        self._thread.start()

    def want(self, asset: Asset, position: float) -> None:
        """Show `asset` from `position` seconds on."""
        with self._change:
            self._wanted = (asset, position)
            self._turn += 1
            self._frames.clear()
            self._change.notify_all()

    def frame_at(self, position: float) -> QImage | None:
        """The newest frame that is due at `position` seconds; None: keep the one on show."""
        due: QImage | None = None
        with self._change:
            while self._frames and self._frames[0][0] <= position:
                due = self._frames.popleft()[1]
            if due is not None:
                self._change.notify_all()
        return due

    def close(self) -> None:
        """End the thread."""
        with self._change:
            self._closed = True
            self._turn += 1
            self._change.notify_all()
        self._thread.join(timeout=5.0)

    def _run(self) -> None:
        done = 0
        while True:
            with self._change:
                self._change.wait_for(partial(self._called, done))
                if self._closed:
                    return
                done, wanted = self._turn, self._wanted
            if wanted is not None:
                self._decode(done, *wanted)

    def _called(self, done: int) -> bool:
        return self._closed or self._turn != done

    def _decode(self, turn: int, asset: Asset, position: float) -> None:
        try:
            data = self._assets.bytes_of(asset.sha256)
            frames = _picture(data) if asset.kind is AssetKind.PICTURE else _video(data, position)
            for at, image in frames:
                if not self._give(turn, at, image):
                    return
        except Exception:  # noqa: BLE001 - the outermost door of this thread: what cannot be shown leaves the picture black
            self._give(turn, 0.0, QImage())

    def _give(self, turn: int, at: float, image: QImage) -> bool:
        """Hand a frame over once there is room. False when something else is wanted by now."""
        with self._change:
            self._change.wait_for(lambda: self._turn != turn or len(self._frames) < FRAMES_AHEAD)
            if self._turn != turn:
                return False
            self._frames.append((at, image))
            return True


def _picture(data: bytes) -> Iterator[tuple[float, QImage]]:
    yield 0.0, QImage.fromData(data)


def _video(data: bytes, position: float) -> Iterator[tuple[float, QImage]]:
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        if position > 0.5 and stream.time_base is not None:
            container.seek(int(position / stream.time_base), stream=stream)
        for frame in container.decode(stream):
            at = float(frame.time or 0.0)
            if at >= position - 0.05:
                yield at, _image(frame)


def _image(frame: av.VideoFrame) -> QImage:
    width = min(WIDEST_FRAME_PX, frame.width)
    height = max(1, round(frame.height * width / frame.width))
    pixels = frame.to_ndarray(width=width, height=height, format="rgb24")
    return QImage(pixels.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()
