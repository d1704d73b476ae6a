"""Brings a movie's sound to 48 kHz stereo at -23 LUFS, as EBU R 128 asks, measured with FFmpeg's `ebur128`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import av.error
import numpy as np
from av.filter import Graph

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.filter.context import FilterContext
    from numpy.typing import NDArray

SAMPLE_RATE = 48_000
TARGET_LUFS = -23.0
_PEAK_DBTP = -1.0
QUIETEST_LUFS = -60.0  # below, there is only noise, which nobody wants to hear louder
_STEREO_FLOATS = "sample_fmts=fltp:channel_layouts=stereo"
# A limiter gives back less than it is fed; a sound of nothing but peaks stays softer than the target.
_LIMITER_SLOPE, _MOST_REFINED_DB = 1.3, 8.0
_GAP_SECONDS = Fraction(1, 20)


class Levelling:
    """A chain of filters from whatever the sound is to stereo floats at 48 kHz, through `extra` steps."""

    def __init__(self, extra: tuple[tuple[str, str], ...]) -> None:
        self._extra = extra
        self._graph: Graph | None = None
        self._shape: tuple[object, ...] = ()

    def push(self, frame: AudioFrame) -> Iterator[AudioFrame]:
        """What is ready after `frame`; a source that changes its layout midway is followed."""
        shape = (frame.sample_rate, frame.format.name, frame.layout.name)
        if shape != self._shape:
            yield from self.finish()
            self._graph, self._shape = self._built(frame), shape
        assert self._graph is not None  # noqa: S101 - built above
        self._graph.push(frame)
        yield from self._ready()

    def finish(self) -> Iterator[AudioFrame]:
        """What was still inside."""
        if self._graph is not None:
            self._graph.push(None)
            yield from self._ready()
            self._graph = None

    def _ready(self) -> Iterator[AudioFrame]:
        assert self._graph is not None  # noqa: S101 - callers have one
        while True:
            try:
                frame = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            yield frame  # type: ignore[misc]

    def _built(self, frame: AudioFrame) -> Graph:
        graph = Graph()
        links: list[FilterContext] = [
            graph.add_abuffer(
                sample_rate=frame.sample_rate,
                format=frame.format.name,
                layout=frame.layout.name,
                time_base=frame.time_base or Fraction(1, frame.sample_rate),
            ),
            graph.add("aresample", str(SAMPLE_RATE)),
            graph.add("aformat", _STEREO_FLOATS),
        ]
        links += [graph.add(name, arguments) for name, arguments in self._extra]
        # Again at the end, for some filters (the limiter) answer in a form of their own.
        links += [graph.add("aformat", _STEREO_FLOATS), graph.add("abuffersink")]
        graph.link_nodes(*links).configure()
        return graph


@dataclass(frozen=True, slots=True)
class Correction:
    """What brings a sound to the target: one gain, and a limiter where peaks would clip. Dynamics stay as they are."""

    gain_db: float = 0.0
    limited: bool = False

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The filters to put into a `Levelling`."""
        gain = (("volume", f"{self.gain_db:.2f}dB"),) if self.gain_db else ()
        limit = f"limit={10 ** (_PEAK_DBTP / 20):.4f}:level=disabled:latency=1"
        return (*gain, ("alimiter", limit)) if self.limited else gain

    def refined(self, reached_lufs: float) -> Correction:
        """The correction once more, now that its limiter is known to leave the sound at `reached_lufs`."""
        lacking = TARGET_LUFS - reached_lufs
        return replace(self, gain_db=self.gain_db + min(max(lacking, 0.0) * _LIMITER_SLOPE, _MOST_REFINED_DB))


class Loudness:
    """Listens to a whole sound, after the filters of `applied`, and says how loud it was."""

    def __init__(self, applied: Correction | None = None) -> None:
        steps = applied.steps if applied is not None else ()
        self._chain = Levelling((*steps, ("ebur128", "metadata=1:peak=true")))
        self._integrated_lufs = self._loudest_lufs = -math.inf
        self._peak_dbtp = -math.inf

    def hear(self, frame: AudioFrame | None) -> None:
        """Listens on; None after the last frame."""
        for heard in self._chain.push(frame) if frame is not None else self._chain.finish():
            told = heard.metadata
            self._integrated_lufs = float(told.get("lavfi.r128.I", self._integrated_lufs))
            self._loudest_lufs = max(self._loudest_lufs, float(told.get("lavfi.r128.S", -math.inf)))
            peaks = [float(told.get(f"lavfi.r128.true_peaks_ch{channel}", 0)) for channel in (0, 1)]
            if max(peaks) > 0:
                self._peak_dbtp = 20 * math.log10(max(peaks))

    @property
    def integrated_lufs(self) -> float:
        """Integrated loudness in LUFS; minus infinity or -70 for silence and for less than 0.4 s of sound."""
        return self._integrated_lufs

    @property
    def loudest_lufs(self) -> float:
        """Short-term loudness, of three seconds, where it is highest; minus infinity or -120 for silence."""
        return self._loudest_lufs

    def correction(self) -> Correction:
        """What brings the sound that was heard to the target; nothing for silence and noise."""
        if self._integrated_lufs < QUIETEST_LUFS:
            return Correction()
        gain = TARGET_LUFS - self._integrated_lufs
        return Correction(gain, limited=self._peak_dbtp + gain > _PEAK_DBTP)


class SampleLine:
    """Samples laid on one line of time: gaps become silence, overlaps are dropped, the end is cut to the sample."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._position = 0

    def place(self, frame: AudioFrame, begins: Fraction) -> NDArray[np.float32]:
        """What to append so that `frame`, which begins at second `begins`, comes at its time: (2, n) floats."""
        samples = np.asarray(frame.to_ndarray(), dtype=np.float32)
        offset = round(begins * SAMPLE_RATE) - self._position
        if offset > _GAP_SECONDS * SAMPLE_RATE or (self._position == 0 and offset > 0):
            samples = np.concatenate([_silence(min(offset, self._room)), samples], axis=1)
        elif offset < -_GAP_SECONDS * SAMPLE_RATE or (self._position == 0 and offset < 0):
            samples = samples[:, -offset:]
        return self._take(samples)

    def fill(self) -> Iterator[NDArray[np.float32]]:
        """Silence up to the end, a second at most at a time."""
        while self._room > 0:
            yield self._take(_silence(min(self._room, SAMPLE_RATE)))

    @property
    def full(self) -> bool:
        """Whether the end is reached."""
        return self._room <= 0

    @property
    def _room(self) -> int:
        return self._total - self._position

    def _take(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        taken = samples[:, : self._room]
        self._position += taken.shape[1]
        return taken


def _silence(samples: int) -> NDArray[np.float32]:
    return np.zeros((2, samples), dtype=np.float32)
