"""One loop of a wall: what belongs in one region, worked out around now, and its timeline on the stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from player.cueing import FindFile, Lineup, Place, line_up, line_up_any_time, to_ms
from player.stage import port
from schedules.compilation import Compilation, Segment
from schedules.compiler import compile_programme
from schedules.director import any_time_items
from schedules.overlaps import Contest
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.span import Span

BEHIND, AHEAD = timedelta(hours=25), timedelta(hours=26)
SOON = timedelta(hours=24)
TIMELINE_AHEAD, TIMELINE_LEFT = timedelta(minutes=10), timedelta(minutes=5)
NEVER = (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))
EMPTY = Lineup((), {}, 0)


@dataclass(frozen=True, slots=True)
class OnAir:
    """A programme in one place of a wall."""

    programme: Programme
    place: Place


class RegionLoop:
    """The loop of `display_id` in one place; without `on_air` it has nothing to show but the slate."""

    def __init__(self, display_id: str, on_air: OnAir | None) -> None:
        self._display_id, self._on_air = display_id, on_air
        self._compilation: Compilation | None = None
        self._loop_anchor: datetime | None = None
        self._good_from, self._good_until = NEVER
        self._spare = any_time_items(on_air.programme, display_id, self.region) if on_air else ()
        self.lineup = EMPTY

    @property
    def region(self) -> str:
        """Empty for the main picture."""
        return self._on_air.place.region if self._on_air else ""

    @property
    def good_until(self) -> datetime:
        """When the timeline has to be made anew."""
        return self._good_until

    def reconsider(self) -> None:
        """Files have come or gone: make the timeline anew when it is asked for next."""
        self._good_from, self._good_until = NEVER

    def timeline(self, now: datetime, find: FindFile, *, trusted: bool) -> port.Timeline | None:
        """A timeline for the stage, where the one it has does not reach far enough any more."""
        compilation = self.compiled(now) if trusted else slate_only(self._display_id, now)
        if self._good_from <= now < self._good_until:
            return None
        self.lineup = self._made(compilation, now, find, trusted)
        self._good_from, self._good_until = now - timedelta(seconds=1), now + TIMELINE_LEFT
        if len(self.lineup.cues) > 1:  # very short items reach less far
            last = self.lineup.cues[-1].starts_ms - to_ms(now)
            self._good_until = min(self._good_until, now + timedelta(milliseconds=max(1000, last // 2)))
        return port.Timeline(self.lineup.cues, self.region)

    def compiled(self, now: datetime) -> Compilation:
        """The compilation of a window around `now`, made anew where it ends within a day or the clock left it."""
        known = self._compilation
        if known is not None and known.span.contains(now) and known.span.ends - now > SOON:
            return known
        if self._on_air is None:
            made = slate_only(self._display_id, now)
        else:
            span = Span(now - BEHIND, now + AHEAD)
            made = compile_programme(self._on_air.programme, self._display_id, span, self.region)
        self._compilation = made
        return made

    def _made(self, compilation: Compilation, now: datetime, find: FindFile, trusted: bool) -> Lineup:
        if self._on_air is None:
            return EMPTY
        revision, place, until = self._on_air.programme.revision, self._on_air.place, now + TIMELINE_AHEAD
        if trusted:
            self._loop_anchor = None
            return line_up(
                compilation, now, until, display=place.display, revision=revision, find=find, spare=self._spare
            )
        self._loop_anchor = self._loop_anchor or now
        return line_up_any_time(
            self._spare, now, until, anchor=self._loop_anchor, place=place, revision=revision, find=find
        )


def slate_only(display_id: str, now: datetime) -> Compilation:
    """A compilation with nothing but the player's own slate."""
    span = Span(now - BEHIND, now + AHEAD)
    slate = Segment(span, ShowingKind.SLATE, "", "", span.starts, ())
    return Compilation(display_id, span, (slate,), Contest((), (), 0, 0))
