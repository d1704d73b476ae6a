"""What plays on a wall at an instant, until when, and for every other slot the rule that keeps it off the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.absence import occurrence_at, why_absent
from schedules.alert import Alert
from schedules.bookings import Bookings, Occurrence
from schedules.compilation import Compilation, Segment
from schedules.compiler import compile_programme
from schedules.director import Showing, direct, segment_at
from schedules.instants import SECOND, instant_at, ticks
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule, rule_between
from schedules.rotation import is_valid
from schedules.slot import Slot, SlotKind
from schedules.span import Span

# Long enough for the longest wait for an interrupt's turn, and for the loop that goes on after it.
_AHEAD = timedelta(hours=25)


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A slot as people know it."""

    slot_id: str
    slot_name: str


@dataclass(frozen=True, slots=True)
class Loser:
    """A slot that is not on the wall: the rule, for a program to translate, and one English sentence."""

    slot_id: str
    slot_name: str
    rule: LosingRule
    detail: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`showing` is on the wall until `until`; `winner` is its slot (None: filler, slate, or an alert takes over).

    `losers` are all other slots of this display and `region` in the programme's order. Slots of other displays, and of
    other regions, are not in it.
    """

    display_id: str
    instant: datetime
    showing: Showing
    until: datetime
    winner: SlotRef | None
    losers: tuple[Loser, ...]
    region: str = ""


def explain(
    programme: Programme, display_id: str, instant: datetime, alerts: Sequence[Alert] = (), region: str = ""
) -> Explanation:
    """Why a loop `region` of the display (empty: the main picture) shows at `instant` what it shows.

    It is the very answer of the compiler and the director. Raises UnknownName for a display that is not in the
    programme, InvalidValue for an instant that is out of bounds and for a region that the display does not have.
    """
    compilation = compile_programme(programme, display_id, Span(instant, instant + _AHEAD), region)
    showing = direct(compilation, alerts, instant, format=programme.display(display_id).format)
    case = _Case(programme, compilation, instant)
    losers = [case.loser(slot, showing) for slot in case.bookings.slots]
    winner_id = "" if showing.takeover else showing.cue.slot_id
    winner = next((SlotRef(slot.id, slot.name) for slot in case.bookings.slots if slot.id == winner_id), None)
    return Explanation(
        display_id=display_id,
        instant=instant,
        showing=showing,
        until=showing.until,
        winner=winner,
        losers=tuple(loser for loser in losers if loser is not None),
        region=compilation.region,
    )


class _Case:
    """One display at one instant, and the questions about each of its slots."""

    def __init__(self, programme: Programme, compilation: Compilation, instant: datetime) -> None:
        self.bookings = Bookings(programme, compilation.display_id, compilation.region)
        self.instant, self.when = instant, ticks(instant)
        self.compilation = compilation
        self.on_air = segment_at(compilation, instant)
        self.names = {slot.id: slot.name for slot in self.bookings.slots}
        self.loop = self._loop_beneath()

    def loser(self, slot: Slot, showing: Showing) -> Loser | None:
        """Why `slot` is not on the wall; None where it is."""
        if slot.id != self.on_air.slot_id:
            rule, detail = self._why(slot)
        elif showing.takeover and showing.alert is not None:
            rule, detail = LosingRule.HIDDEN_BY_ALERT, f"The alert {showing.alert.headline!r} has the whole wall."
        else:
            return None
        return Loser(slot.id, slot.name, rule, detail)

    def _why(self, slot: Slot) -> tuple[LosingRule, str]:
        if self.when >= self.bookings.over:
            return LosingRule.PROGRAMME_OVER, f"The programme is valid until {self._clock(self.bookings.over)} only."
        occurrence = occurrence_at(self.bookings, slot, self.when)
        if occurrence is None:
            return why_absent(self.bookings, slot, self.when)
        if self.on_air.kind is ShowingKind.CLOSED:
            return LosingRule.WALL_CLOSED, f"The display {self.bookings.display.name!r} is closed at this hour."
        if not self.bookings.rotation(slot.playlist_id).at(self.when).items:
            return LosingRule.NOTHING_PLAYABLE, self._why_nothing(slot)
        if slot.kind is SlotKind.INTERRUPT:
            return self._why_interrupt(slot)
        if slot.id == self.loop.slot_id:
            name = self.names[self.on_air.slot_id]
            return LosingRule.INTERRUPTED, f"It pauses for {name!r} until {self._clock(ticks(self.on_air.span.ends))}."
        return self._why_hidden(occurrence)

    def _why_nothing(self, slot: Slot) -> str:
        playlist = self.bookings.rotation(slot.playlist_id).playlist
        wall = self.bookings.display
        valid = [entry for entry in playlist.entries if is_valid(entry, self.instant)]
        if not playlist.entries:
            return f"Its playlist {playlist.name!r} is empty."
        if not valid:
            return f"Every entry of its playlist {playlist.name!r} is expired or not valid yet."
        shape = self.bookings.format
        return f"No valid entry of its playlist {playlist.name!r} has a rendition for {shape}, as {wall.name!r} has."

    def _why_interrupt(self, slot: Slot) -> tuple[LosingRule, str]:
        beneath = next((other for other in self.bookings.slots if other.id == self.loop.slot_id), None)
        if beneath is not None and beneath.priority > slot.priority:
            detail = f"It may not interrupt {beneath.name!r}, of the higher priority {beneath.priority}."
            return LosingRule.LOWER_PRIORITY, detail
        following = next((segment for segment in self.compilation.segments if segment.slot_id == slot.id), None)
        if following is None:
            return LosingRule.NOT_DUE, "None of its turns in the next day finds room."
        return LosingRule.NOT_DUE, f"Its next turn is at {self._clock(ticks(following.span.starts))}."

    def _why_hidden(self, occurrence: Occurrence) -> tuple[LosingRule, str]:
        winner = next(slot for slot in self.bookings.slots if slot.id == self.loop.slot_id)
        winning = occurrence_at(self.bookings, winner, self.when)
        assert winning is not None  # noqa: S101 - it is on the wall
        rule = rule_between(winning.rank, occurrence.rank)
        return rule, _comparison(rule, winning, occurrence)

    def _loop_beneath(self) -> Segment:
        """The loop on the wall, or paused beneath the interrupt that is."""
        if self.on_air.kind is not ShowingKind.INTERRUPT:
            return self.on_air
        calm = _without_interrupts(self.bookings.programme)
        span = Span(self.instant, self.instant + _AHEAD)
        return compile_programme(calm, self.bookings.display.id, span, self.bookings.region).segments[0]

    def _clock(self, when: int) -> str:
        return f"{instant_at(when).astimezone(self.bookings.zone):%Y-%m-%d %H:%M:%S}"


def _without_interrupts(programme: Programme) -> Programme:
    return replace(programme, slots=tuple(slot for slot in programme.slots if slot.kind is SlotKind.LOOP))


def _comparison(rule: LosingRule, winner: Occurrence, loser: Occurrence) -> str:
    name = repr(winner.slot.name)
    if rule is LosingRule.LOWER_PRIORITY:
        return f"{name} has the higher priority, {winner.slot.priority} to {loser.slot.priority}."
    if rule is LosingRule.WIDER:
        return f"{name} has the same priority and is booked more narrowly, {_length(winner)} to {_length(loser)}."
    if rule is LosingRule.OLDER:
        return f"{name} has the same priority and length, and was made later."
    return f"{name} is alike in priority, length and age, and its id sorts first."


def _length(occurrence: Occurrence) -> str:
    minutes = (occurrence.ends - occurrence.starts) // (60 * SECOND)
    return f"{minutes // 60} h {minutes % 60:02} min"
