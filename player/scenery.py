"""What surrounds the programme on the stage: the canvas, the clock's correction and the words on the slate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from player.clock_trust import Certainty, Reading
from player.dressing import stage_regions
from player.playback import Playback
from player.safe_mode import Features
from player.stage import port
from player.stage.words import words
from schedules.display import Canvas, Display

DEFAULT_CANVAS = Canvas(640, 360)
OFFSET_MATTERS_MS = 40


class Scenery:
    """`canvas` overrides the programme's own; `address` is shown on the slate where it is not empty, and
    so is `notice`. `tried` is a canvas that somebody looks at with a test pattern, instead of the programme's. Both may
    be set at any time.
    """

    def __init__(self, canvas: Canvas | None, host_name: str, address: str) -> None:
        self._canvas, self._host_name, self._address = canvas, host_name, address
        self._offset_ms = 0
        self.notice = ""
        self.tried: Canvas | None = None

    def set(
        self,
        want: Callable[[port.Request], None],
        playback: Playback,
        reading: Reading,
        code: str,
        display_id: str,
        phrase: str = "",
    ) -> None:
        """Tell the stage, where something has changed; the canvas first, as the stage wishes.

        `display_id` is the wall this device was given, empty before that; `code` what a person has to type, and
        `phrase` what they have to compare.
        """
        display = playback.display
        canvas = self._canvas_for(display)
        moves = playback.features is Features.ALL
        regions = stage_regions(display.canvas, canvas) if display else ()
        rate, fills = display.frame_rate if display else 30, display is None and self._canvas is self.tried is None
        want(port.Arrange(canvas, rate, playback.has_sound, regions, decoders=moves, fills=fills))
        want(port.ClockOffset(self._steady_offset(reading)))
        name = display.name if display else self._host_name
        detail = self._detail(code, phrase, bound=bool(display_id), waits=playback.programme is None)
        want(port.SlateText(name, detail, code))

    def _canvas_for(self, display: Display | None) -> Canvas:
        """The wall's own canvas, or one that is tried, in the place that was given; another size wins over all."""
        own = replace(display.canvas, regions=()) if display else DEFAULT_CANVAS
        shown, given = self.tried or own, self._canvas
        if given is None:
            return shown
        if (own.width_px, own.height_px) == (given.width_px, given.height_px):
            left, top = given.x_px + shown.x_px - own.x_px, given.y_px + shown.y_px - own.y_px
            return replace(shown, x_px=max(left, 0), y_px=max(top, 0))
        return given

    def _steady_offset(self, reading: Reading) -> int:
        """True time minus the machine's, in ms; it changes only where it matters."""
        offset_ms = 0 if reading.certainty is Certainty.MACHINE else round(reading.offset.total_seconds() * 1000)
        if offset_ms == 0 or abs(offset_ms - self._offset_ms) > OFFSET_MATTERS_MS:
            self._offset_ms = offset_ms
        return self._offset_ms

    def _detail(self, code: str, phrase: str, *, bound: bool, waits: bool) -> str:
        """One line under the name. The public reads it too, so it says nothing of addresses unless told to."""
        if code:
            state = phrase or words().type_the_code
        elif waits:
            state = words().registered if bound else words().not_registered
        else:
            state = ""
        return " · ".join(part for part in (state, self.notice, self._address) if part)
