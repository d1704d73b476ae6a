"""What plays at an instant and why, in the operator's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.words import clock_seconds_words, clock_words, duration_words, weekday_short
from schedules.daypart import Hours
from schedules.overlaps import Overlap
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule
from schedules.slot import Slot

translate = QCoreApplication.translate


def rule_words(rule: LosingRule) -> str:
    """Why a slot is not on the wall, as a clause."""
    return {
        LosingRule.PROGRAMME_OVER: translate("Rules", "the programme's validity is over"),
        LosingRule.DATE_RANGE: translate("Rules", "its range of dates does not hold this day"),
        LosingRule.NOT_ON_DATE: translate("Rules", "it does not run on this day"),
        LosingRule.EXCEPTED_DATE: translate("Rules", "this date is skipped"),
        LosingRule.HOLIDAY: translate("Rules", "it is a public holiday"),
        LosingRule.DISPLAY_EXCEPTION: translate("Rules", "this wall is left out on this date"),
        LosingRule.OUTSIDE_HOURS: translate("Rules", "it is outside of its hours"),
        LosingRule.WALL_CLOSED: translate("Rules", "the wall is closed at this hour"),
        LosingRule.NOTHING_PLAYABLE: translate("Rules", "its playlist has nothing this wall can play now"),
        LosingRule.LOWER_PRIORITY: translate("Rules", "the other one has a higher priority"),
        LosingRule.WIDER: translate("Rules", "the other one is booked for a shorter time"),
        LosingRule.OLDER: translate("Rules", "the other one was made later"),
        LosingRule.ID: translate("Rules", "both are alike, and the other one comes first by its number"),
        LosingRule.NOT_DUE: translate("Rules", "its next turn is yet to come"),
        LosingRule.INTERRUPTED: translate("Rules", "an interrupt is being shown"),
        LosingRule.HIDDEN_BY_ALERT: translate("Rules", "an emergency message is being shown"),
    }[rule]


def kind_words(kind: ShowingKind, slot_name: str) -> str:
    """Why something is on the wall, as a clause."""
    return {
        ShowingKind.ALERT: translate("Showing", "Emergency message"),
        ShowingKind.INTERRUPT: translate("Showing", "Interrupt “{slot}”"),
        ShowingKind.LOOP: translate("Showing", "Slot “{slot}”"),
        ShowingKind.FILLER: translate("Showing", "Filler, as nothing is booked"),
        ShowingKind.SLATE: translate("Showing", "House card, as nothing is booked and there is no filler"),
        ShowingKind.CLOSED: translate("Showing", "Dark, as the wall is closed at this hour"),
        ShowingKind.HOLD: translate("Showing", "Off the air by order"),
    }[kind].format(slot=slot_name)


def conflict_words(overlaps: Sequence[Overlap], winner: Slot | None, loser: Slot | None, zone: ZoneInfo) -> str:
    """As ``Sen–Rab 08.00–09.00: tertutup “Jam sibuk”, karena yang lain lebih tinggi prioritasnya (80 lawan 50)``.

    `overlaps`, at least one, differ in nothing but their day of one week.
    """
    overlap = overlaps[0]
    starts, ends = overlap.span.starts.astimezone(zone), overlap.span.ends.astimezone(zone)
    return translate("Showing", "{day} {starts}–{ends}: hidden by “{winner}”, because {why}").format(
        day=weekdays_words(tuple(each.span.starts.astimezone(zone).weekday() for each in overlaps)),
        starts=clock_words(starts),
        ends=clock_words(ends),
        winner=winner.name if winner is not None else overlap.winner_id,
        why=rule_words(overlap.rule) + _comparison(overlap.rule, winner, loser),
    )


def weekdays_words(days: tuple[int, ...]) -> str:
    """Days in their order, as ``Sen``, ``Sen–Rab`` or ``Sen, Rab``; Monday is 0."""
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return f"{weekday_short(days[0])}–{weekday_short(days[-1])}"
    return ", ".join(weekday_short(day) for day in days)


def _comparison(rule: LosingRule, winner: Slot | None, loser: Slot | None) -> str:
    """The two sides of a rule, in brackets, where they can be named."""
    if winner is None or loser is None:
        return ""
    if rule is LosingRule.LOWER_PRIORITY:
        words = translate("Showing", " ({winner} against {loser})")
        return words.format(winner=winner.priority, loser=loser.priority)
    if rule is LosingRule.WIDER and winner.hours is not None and loser.hours is not None:
        words = translate("Showing", " ({winner} against {loser})")
        return words.format(winner=_length(winner.hours), loser=_length(loser.hours))
    return ""


def _length(hours: Hours) -> str:
    starts, ends = (timedelta(hours=each.hour, minutes=each.minute) for each in (hours.starts, hours.ends))
    return duration_words(ends - starts if ends > starts else ends - starts + timedelta(days=1))


def until_words(until: datetime, zone: ZoneInfo, *, exact: bool = False) -> str:
    """As ``sampai 09.00``; `exact`: to the second, as ``sampai 09.00.12``, where it is not a whole minute."""
    words = clock_seconds_words if exact and until.second else clock_words
    return translate("Showing", "until {time}").format(time=words(until.astimezone(zone)))
