"""How walls are doing, as hub and desk exchange it: figures by the hour, and what a check-up found a wall can play."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from displayctl.api.models import Count, Instant, Message, Text

Figure = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
Word = Annotated[str, Field(max_length=200)]
Degrees = Annotated[float, Field(ge=-60, le=200, allow_inf_nan=False)]


class HourFigures(Message):
    """One hour of a wall, from `starts_ms` (unix). A seam is how much too long the picture before an item stayed.

    `underruns` counts refreshes at which the frame that was due was not there. What the machine took and how warm it
    was is None where nothing was heard of it.
    """

    starts_ms: Annotated[int, Field(ge=0, le=1 << 43)]
    items: Count = 0
    presented: Count = 0
    late: Count = 0
    dropped: Count = 0
    underruns: Count = 0
    seams: Count = 0
    seam_median_ms: Figure = 0.0
    seam_p95_ms: Figure = 0.0
    seam_max_ms: Figure = 0.0
    stage_restarts: Count = 0
    decoder_faults: Count = 0
    memory_bytes_max: Count | None = None
    free_bytes_min: Count | None = None
    temperature_c_max: Degrees | None = None

    @property
    def starts(self) -> datetime:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.starts_ms)


class DayFigures(Message):
    """One civil day of a wall, summed up of the `hours` of it that were told of."""

    day: date
    hours: Annotated[int, Field(ge=0, le=25)] = 0
    items: Count = 0
    presented: Count = 0
    late: Count = 0
    dropped: Count = 0
    underruns: Count = 0
    seams: Count = 0
    seam_max_ms: Figure = 0.0
    stage_restarts: Count = 0
    decoder_faults: Count = 0
    memory_bytes_max: Count | None = None
    free_bytes_min: Count | None = None
    temperature_c_max: Degrees | None = None


class WallHistory(Message):
    """The days of a wall in its own time zone, oldest first; days of which nothing is known are left out."""

    display_id: str
    days: Annotated[tuple[DayFigures, ...], Field(max_length=400)] = ()


class PlayableFormat(Message):
    """How a wall's machine copes with one kind of video: `headroom` is how many times faster than needed it decodes.

    `plays` where that is enough with everything else a wall does.
    """

    codec: Word
    width_px: Annotated[int, Field(ge=1, le=16384)]
    height_px: Annotated[int, Field(ge=1, le=16384)]
    frame_rate: Annotated[int, Field(ge=1, le=240)]
    headroom: Figure
    plays: bool


class Checkup(Message):
    """What `displayctl-player check` measured at the wall. `words` are the same in sentences, the verdict last."""

    measured_at: Instant
    seconds: Figure
    good: bool
    machine: Word = ""
    canvas: Word = ""
    frame_rate: Annotated[int, Field(ge=1, le=240)] = 30
    refresh_hz: Figure = 0.0
    refreshes_per_second: Figure = 0.0
    tick_late_ms_max: Figure = 0.0
    frames: Count = 0
    late: Count = 0
    dropped: Count = 0
    seams: Count = 0
    seam_median_ms: Figure = 0.0
    seam_max_ms: Figure = 0.0
    headroom: Figure = 0.0
    memory_bytes: Count = 0
    formats: Annotated[tuple[PlayableFormat, ...], Field(max_length=64)] = ()
    faults: Annotated[tuple[Text, ...], Field(max_length=32)] = ()
    words: Annotated[tuple[Text, ...], Field(max_length=96)] = ()


class WallHealth(Message):
    """What is known of how a wall does: its hours, newest first; its last check-up; and what a person should know."""

    display_id: str
    hours: tuple[HourFigures, ...] = ()
    checkup: Checkup | None = None
    warnings: tuple[str, ...] = ()
