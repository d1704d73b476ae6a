"""Puts decoded frames on a wall's canvas with FFmpeg's filters: deinterlaced, upright, scaled, placed, coloured.

Colours have BT.709's primaries and transfer with BT.601's matrix, at limited range, and are tagged so: VLC 3 makes RGB
by BT.601 whatever a tag says (with BT.709's matrix a wall was up to 26 levels off), and what heeds tags is right too.
A canvas with an odd side keeps full colour resolution (4:4:4), because halved colour exists for even sides only and
scaling a pixel away would blur every letter; other canvases use 4:2:0.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import av.error
from av.filter import Graph

from content.studio.format import Format, RenderOptions
from content.studio.movies import turn_of
from content.studio.placement import place

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_TURN = {90: "clock", 270: "cclock"}
_HD_LINES = 720
# Code points of ITU-T H.273: "unspecified", the HDR transfers PQ and HLG, and the primaries of BT.2020.
_UNSPECIFIED, _HDR_TRANSFERS, _WIDE_PRIMARIES = 2, (16, 18), 9


def pixel_format_for(format: Format) -> str:
    """The pixel format of video for walls of `format`."""
    return "yuv420p" if format.width_px % 2 == format.height_px % 2 == 0 else "yuv444p"


class CanvasFilter:
    """Frames in, canvas-sized frames out. `aspect` is the shape of a source pixel, `deinterlace` weaves fields."""

    def __init__(
        self,
        format: Format,
        options: RenderOptions,
        *,
        aspect: Fraction = Fraction(1),
        deinterlace: bool = False,
        time_base: Fraction,
    ) -> None:
        self._format = format
        self._options = options
        self._aspect = aspect
        self._deinterlace = deinterlace
        self._time_base = time_base
        self._graph: Graph | None = None
        self._shape: tuple[object, ...] = ()

    def push(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """What is ready after `frame`; a source that changes its size midway is followed."""
        shape = (frame.width, frame.height, frame.format.name, frame.rotation)
        if shape != self._shape:
            yield from self.finish()
            self._graph, self._shape = self._built(frame), shape
        assert self._graph is not None  # noqa: S101 - built above
        self._graph.vpush(frame)
        yield from self._ready()

    def finish(self) -> Iterator[VideoFrame]:
        """What was still inside."""
        if self._graph is not None:
            self._graph.vpush(None)
            yield from self._ready()
            self._graph = None

    def _ready(self) -> Iterator[VideoFrame]:
        assert self._graph is not None  # noqa: S101 - callers have one
        while True:
            try:
                yield self._graph.vpull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return

    def _built(self, frame: VideoFrame) -> Graph:
        graph = Graph()
        graph.threads = 1
        links = [
            graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=self._time_base)
        ]
        links += [graph.add(name, arguments) for name, arguments in self._steps(frame)]
        links.append(graph.add("buffersink"))
        graph.link_nodes(*links).configure()
        return graph

    def _steps(self, frame: VideoFrame) -> Iterator[tuple[str, str]]:
        if self._deinterlace:
            yield "bwdif", "mode=send_frame:deint=interlaced"
        yield "setparams", _colour_of(frame)
        turn = turn_of(frame)
        if turn in _TURN:
            yield "transpose", _TURN[turn]
        elif turn == 180:
            yield "hflip", ""
            yield "vflip", ""
        yield from self._placing(frame, turned=turn in _TURN)
        yield "setsar", "1"
        yield "format", f"pix_fmts={pixel_format_for(self._format)}"

    def _placing(self, frame: VideoFrame, *, turned: bool) -> Iterator[tuple[str, str]]:
        wide, high = max(1, round(frame.width * self._aspect)), frame.height
        upright = (high, wide) if turned else (wide, high)
        if self._options.part is not None:
            stored = (frame.height, frame.width) if turned else (frame.width, frame.height)
            left, top, width, height = self._options.part.box_px(stored)
            yield "crop", f"{width}:{height}:{left}:{top}:exact=1"
            upright = max(1, round(upright[0] * width / stored[0])), max(1, round(upright[1] * height / stored[1]))
        canvas = (self._format.width_px, self._format.height_px)
        placement = place(upright, canvas, self._options.fit)
        size = f"{placement.width_px}:{placement.height_px}"
        yield "scale", f"{size}:flags=bicubic+accurate_rnd+full_chroma_int:{_conversion(frame)}"
        # Colour is widened for the moment of cutting and padding, so that both are exact to the pixel.
        if (placement.width_px, placement.height_px) != canvas:
            cut = f"{min(placement.width_px, canvas[0])}:{min(placement.height_px, canvas[1])}"
            yield "crop", f"{cut}:{max(0, -placement.x_px)}:{max(0, -placement.y_px)}:exact=1"
            ground = self._options.background.replace("#", "0x")
            yield "pad", f"{canvas[0]}:{canvas[1]}:{max(0, placement.x_px)}:{max(0, placement.y_px)}:color={ground}"


def _colour_of(frame: VideoFrame) -> str:
    """The frame's own colour description, with the customary guess by size where it says nothing."""
    if frame.format.is_rgb:
        return "range=pc"
    parts = []
    if frame.colorspace == _UNSPECIFIED:
        parts.append("colorspace=bt709" if frame.height >= _HD_LINES else "colorspace=smpte170m")
    if frame.color_range == 0 and not frame.format.name.startswith("yuvj"):
        parts.append("range=tv")
    return ":".join(parts) or "range=auto"


def _conversion(frame: VideoFrame) -> str:
    """What the scaler makes of the colours; wide and high-dynamic ones are mapped to what a wall can show."""
    target = "out_color_matrix=smpte170m:out_range=tv"
    if frame.color_trc in _HDR_TRANSFERS or frame.color_primaries == _WIDE_PRIMARIES:
        return f"{target}:out_transfer=bt709:out_primaries=bt709:intent=perceptual"
    return target
