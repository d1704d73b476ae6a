"""Where on a canvas a picture of another shape goes: whole with bars, filling with cut edges, or distorted."""

from __future__ import annotations

from dataclasses import dataclass

from content.studio.format import Fit


@dataclass(frozen=True, slots=True)
class Placement:
    """The picture is scaled to `width_px` x `height_px`; its upper left corner lands at (`x_px`, `y_px`) of the canvas.

    Negative corners mean that so much is cut off. Nothing ever lies outside of the canvas and is kept.
    """

    width_px: int
    height_px: int
    x_px: int
    y_px: int


def place(source_px: tuple[int, int], canvas_px: tuple[int, int], fit: Fit) -> Placement:
    """The placement of a picture of `source_px` (width, height, square pixels) on a canvas of `canvas_px`.

    On canvases of even sides the scaled size and the corner are even too, as video with halved colour needs.
    """
    if fit is Fit.STRETCH:
        return Placement(*canvas_px, 0, 0)
    across, down = canvas_px[0] / source_px[0], canvas_px[1] / source_px[1]
    scale = min(across, down) if fit is Fit.CONTAIN else max(across, down)
    step = 2 if canvas_px[0] % 2 == canvas_px[1] % 2 == 0 else 1
    width, height = (_sized(side * scale, whole, fit, step) for side, whole in zip(source_px, canvas_px, strict=True))
    return Placement(width, height, _middle(canvas_px[0] - width, step), _middle(canvas_px[1] - height, step))


def _sized(exact: float, whole: int, fit: Fit, step: int) -> int:
    rounded = max(step, round(exact / step) * step)
    return min(whole, rounded) if fit is Fit.CONTAIN else max(whole, rounded)


def _middle(room: int, step: int) -> int:
    return round(room / 2 / step) * step
