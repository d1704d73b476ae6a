"""Two walls side by side, or one wall by two programmes: a week of each, and the stretches in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.week_difference import Stretch, WeekDifference, compared
from displayctl.desktop.presenters.words import clock_words, date_short, duration_words, weekday_short
from schedules.display import zone
from schedules.programme import Programme
from schedules.span import Span

translate = QCoreApplication.translate
WEEK = timedelta(days=7)
MOST_SENTENCES = 200


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a wall, as a programme has it; None where there is none yet."""

    display_id: str
    programme: Programme | None


@dataclass(frozen=True, slots=True)
class Unlike:
    """A stretch in which the sides differ, with whose it is on each side; an empty name is the filler."""

    span: Span
    one: tuple[str, ...]
    other: tuple[str, ...]
    slot_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A week of two sides, as the strip shows it, and every difference in order."""

    week: WeekDifference
    unlike: tuple[Unlike, ...]

    @property
    def length(self) -> timedelta:
        """How long they differ."""
        return sum((each.span.length for each in self.unlike), timedelta(0))


def compare(one: Side, other: Side, starts: datetime) -> Comparison:
    """Compare a week from `starts` on, of the main picture, by what walls of one format would show.

    Slow with many bookings: call it off the UI thread. Raises ScheduleError.
    """
    week = compared((one.programme, one.display_id), (other.programme, other.display_id), Span(starts, starts + WEEK))
    found = tuple(_unlike(span, week.before, week.after) for span in week.differing)
    return Comparison(week, found)


def _unlike(span: Span, before: tuple[Stretch, ...], after: tuple[Stretch, ...]) -> Unlike:
    one, other = _within(span, before), _within(span, after)
    slot_ids = tuple(dict.fromkeys(each.slot_id for each in (*other, *one) if each.slot_id))
    names = [tuple(dict.fromkeys(each.slot_name for each in side)) for side in (one, other)]
    return Unlike(span, names[0], names[1], slot_ids)


def _within(span: Span, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    return tuple(each for each in stretches if each.span.starts < span.ends and each.span.ends > span.starts)


def summary_words(found: Comparison) -> str:
    """As ``Berbeda selama 14 j, pada 6 rentang waktu``."""
    if not found.unlike:
        return translate("Comparison", "Both show the same all week.")
    return translate("Comparison", "Stretches of time in which they differ: {count}, {length} in all.").format(
        length=duration_words(found.length), count=len(found.unlike)
    )


def unlike_words(each: Unlike, time_zone: str) -> str:
    """As ``Sen 23 Nov 2026 08.00–09.00: “Senam”, bukan “Pengisi”``, or that one of both shows nothing."""
    starts, ends = each.span.starts.astimezone(zone(time_zone)), each.span.ends.astimezone(zone(time_zone))
    day = f"{weekday_short(starts.weekday())} {date_short(starts.date())}"
    until = clock_words(ends)
    if ends.date() != starts.date():
        near = ends.date() - starts.date() < timedelta(days=7)
        until = f"{weekday_short(ends.weekday())} {'' if near else f'{date_short(ends.date())} '}{until}"
    if each.one == each.other:
        words = translate("Comparison", "{day} {starts}–{ends}: {one} with other contents or volume")
    elif not each.one:
        words = translate("Comparison", "{day} {starts}–{ends}: {one}, while the other shows nothing")
    elif not each.other:
        words = translate("Comparison", "{day} {starts}–{ends}: nothing, while the other shows {other}")
    else:
        words = translate("Comparison", "{day} {starts}–{ends}: {one} instead of {other}")
    return words.format(day=day, starts=clock_words(starts), ends=until, one=_named(each.other), other=_named(each.one))


def _named(names: tuple[str, ...]) -> str:
    filler = translate("Comparison", "filler")
    shown = [f"“{name}”" if name else filler for name in names[:3]]
    if len(names) > 3:
        shown.append(f"+{len(names) - 3}")
    return ", ".join(shown)
